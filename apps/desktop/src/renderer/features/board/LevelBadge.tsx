import { StateBadge } from '@ringside/ui/StateShape';
import { useText } from '../../i18n/text.ts';
import { levelShapes, levelWords } from './board-words.ts';
import type { Level } from './levels.ts';

/** How a queue stands: shape, colour and word. */
export function LevelBadge({ level }: { readonly level: Level }) {
  const t = useText();
  return (
    <span className={`board-level-${level}`}>
      <StateBadge state={levelShapes[level]}>{t(levelWords[level])}</StateBadge>
    </span>
  );
}
