import { Quote } from 'lucide-react';
import { useReference } from '../../reference.ts';
import type { Subject } from '../../subject.ts';
import { spokenPhrase } from '../../wording/name-wording.ts';
import { useWords } from '../../wording/words.ts';

interface SayFirstProps {
  readonly category: string;
  readonly customer: Subject['customer'];
}

/** The centre's phrase to begin with, in the language of the customer to whom it is said. */
export function SayFirst({ category, customer }: SayFirstProps) {
  const { t, language } = useWords();
  const { categories } = useReference();
  const chosen = categories.find((item) => item.category === category);
  const parent = categories.find((item) => item.category === chosen?.parent);
  const phrase = chosen?.sayFirst ?? parent?.sayFirst;
  if (!phrase) return null;
  const spoken = customer?.language ?? language;
  return (
    <aside className="say-first" aria-label={t({ id: 'case.sayFirst' })}>
      <Quote size={16} aria-hidden />
      <p>
        <strong>{t({ id: 'case.sayFirst' })}</strong>{' '}
        <span lang={spoken}>{spokenPhrase(phrase[spoken], customer?.name ?? null, spoken)}</span>
      </p>
    </aside>
  );
}
