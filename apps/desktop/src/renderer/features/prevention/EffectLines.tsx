import type { EffectView } from '@ringside/shared/protocol/prevention';
import { useWords } from '../../wording/words.ts';
import { effectExplained, effectWords } from './prevention-words.ts';

/** What changed after a measure: what can be said of it first, then the numbers it is said from. */
export function EffectLines({ effect }: { readonly effect: EffectView }) {
  const words = useWords();
  return (
    <div className="effect">
      <strong>{words.t(effectWords[effect.says])}</strong>
      <ul>
        {effectExplained(effect, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
