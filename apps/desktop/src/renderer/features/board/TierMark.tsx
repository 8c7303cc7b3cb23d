import type { Tier } from '@ringside/shared/model/tier';
import { tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

const shapes: Partial<Record<Tier, string>> = { mvc: '★', mgc: '◆', bz: '◇' };

/** A tier in the width of a word; the standard tier needs no mark. */
export function TierMark({ tier }: { readonly tier: Tier | null }) {
  const { t } = useWords();
  const shape = tier === null ? undefined : shapes[tier];
  if (tier === null || shape === undefined) return null;
  return (
    <span className={`board-tier board-tier-${tier}`}>
      <span aria-hidden>{shape}</span> {t(tierWords[tier])}
    </span>
  );
}
