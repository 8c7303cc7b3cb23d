import type { DifferenceView } from '@ringside/shared/protocol/administration';
import { useWords } from '../../wording/words.ts';
import { describeDifference } from './describe-difference.ts';
import { useCentre } from './centre-context.ts';

const mostShown = 30;

/** What changed, a line each: what it is, what stood there, what stands there. */
export function Differences({ differences }: { readonly differences: readonly DifferenceView[] }) {
  const words = useWords();
  const { document } = useCentre();
  const { t } = words;
  if (differences.length === 0) return <p className="rs-muted">{t({ id: 'admin.nothingChanged' })}</p>;
  return (
    <ul className="admin-differences">
      {differences.slice(0, mostShown).map((difference) => (
        <li key={difference.path.join('/')}>{describeDifference(difference, document, words)}</li>
      ))}
      {differences.length > mostShown && (
        <li>{t({ id: 'admin.andMore' }, { count: differences.length - mostShown })}</li>
      )}
    </ul>
  );
}
