import type { LetterInput } from '@ringside/shared/protocol/letters';
import { serverNow } from '@ringside/ui/ticker';
import { useReference } from '../../reference.ts';
import { localeOf } from '../../i18n/locale.ts';
import { useWords } from '../../wording/words.ts';

type SheetText = Pick<LetterInput, 'language' | 'channel' | 'to' | 'subject' | 'body'>;

/** The letter as the customer gets it: a page with its sender, address, date and text, in its own language. */
export function LetterSheet({ letter, at }: { readonly letter: SheetText; readonly at: number | null }) {
  const { language, to, subject, body } = letter;
  const { centreName } = useReference();
  const { timeZone } = useWords();
  const day = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(at ?? serverNow());
  return (
    <article className="letter-sheet" lang={language}>
      <p className="letter-from">{centreName[language]}</p>
      <p className="letter-to">{to}</p>
      <p className="letter-day">{day}</p>
      <h3>{subject}</h3>
      <div className="letter-body">{body}</div>
    </article>
  );
}
