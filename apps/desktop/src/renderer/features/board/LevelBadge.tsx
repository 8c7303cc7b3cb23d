import { StateBadge } from '@ringside/ui/StateShape';
import { useText } from '../../i18n/text.ts';
import { levelShapes, levelWords } from './board-words.ts';
import type { Level } from './levels.ts';

/** How a queue stands: shape, colour and word. Where nobody called yet and nothing is amiss there is nothing to claim. */
export function LevelBadge({ level, share }: { readonly level: Level; readonly share: number | null }) {
  const t = useText();
  if (level === 'good' && share === null) return null;
  return (
    <span className={`board-level-${level}`}>
      <StateBadge state={levelShapes[level]}>{t(levelWords[level])}</StateBadge>
    </span>
  );
}
