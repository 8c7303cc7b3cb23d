import type { LocalText } from '@ringside/shared/model/language';
import type { Reference } from '@ringside/shared/protocol/reference';
import { BookOpen } from 'lucide-react';
import { prefer, usePreferences } from '../../preferences.ts';
import { useReference } from '../../reference.ts';
import type { Subject } from '../../subject.ts';
import { compensationKindWords } from '../../wording/words-of-the-model.ts';
import { spokenPhrase } from '../../wording/name-wording.ts';
import { useWords } from '../../wording/words.ts';

interface PlaybookProps {
  readonly category: string;
  readonly customer: Subject['customer'];
}

/** What helps with complaints of this category, in the language of who reads it. */
export function Playbook({ category, customer }: PlaybookProps) {
  const { t, language } = useWords();
  const reference = useReference();
  const isOpen = usePreferences((s) => s.playbookOpen);
  const book = playbookOf(reference, category);
  if (!book) return null;
  const say = (phrase: LocalText) => spokenPhrase(phrase[language], customer?.name ?? null, language);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [t({ id: 'playbook.phrases' }), book.phrases.map(say)],
    [t({ id: 'playbook.questions' }), book.questions.map(say)],
    [t({ id: 'playbook.evidence' }), book.evidence.map(say)],
    [t({ id: 'playbook.offers' }), book.offers.map((kind) => t(compensationKindWords[kind]))],
  ];
  return (
    <details
      className="playbook"
      open={isOpen}
      onToggle={(event) => prefer({ playbookOpen: event.currentTarget.open })}
    >
      <summary>
        <BookOpen size={16} aria-hidden /> {t({ id: 'playbook.title' })}
      </summary>
      {parts
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
    </details>
  );
}

/** That of the category itself, or of the area it belongs to. */
export function playbookOf(
  { playbooks, categories }: Pick<Reference, 'playbooks' | 'categories'>,
  category: string,
): Reference['playbooks'][number] | undefined {
  const own = playbooks.find((book) => book.category === category);
  const area = categories.find((item) => item.category === category)?.parent;
  return own ?? playbooks.find((book) => book.category === area);
}
