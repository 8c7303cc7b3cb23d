import type { ContactView } from '@ringside/shared/protocol/contact';
import { MessageSquareQuote, Route } from 'lucide-react';
import { useReference } from '../../reference.ts';
import { scriptOf, wayLines } from '../../wording/way-wording.ts';
import { useWords } from '../../wording/words.ts';
import './CallerWay.css';

/** What to say first on this line, and what befell the caller before: so that nobody asks for it twice. */
export function CallerWay({ contact }: { readonly contact: ContactView }) {
  const words = useWords();
  const reference = useReference();
  const script = scriptOf(contact, reference, words);
  const lines = wayLines(contact, reference, words);
  if (script === null && lines.length === 0) return null;
  return (
    <section className="caller-way" aria-label={words.t({ id: 'way.title' })}>
      {script !== null && (
        <p className="caller-script">
          <MessageSquareQuote size={16} aria-hidden />
          <span>
            <strong>{words.t({ id: 'way.sayFirst' })}</strong> {script}
          </span>
        </p>
      )}
      {lines.length > 0 && (
        <div className="caller-came">
          <Route size={16} aria-hidden />
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
