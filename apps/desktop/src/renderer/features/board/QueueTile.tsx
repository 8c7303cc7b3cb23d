import type { BoardQueue } from '@ringside/shared/protocol/board';
import { serviceLevel, shareOf } from '@ringside/shared/model/service-level';
import { CallTimer, clockText } from '@ringside/ui/CallTimer';
import { Explained } from '@ringside/ui/Hint';
import { StateShape } from '@ringside/ui/StateShape';
import type { ShownState } from '@ringside/ui/StateShape';
import { memo } from 'react';
import { queueName, useReference } from '../../reference.ts';
import { explained, percent, serviceLevelFigure } from '../../wording/figure-wording.ts';
import { presenceWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { LevelBadge } from './LevelBadge.tsx';
import { longestLevel, queueLevel, serviceLevelLevel, waitingLevel } from './levels.ts';
import type { Layout } from './settings.ts';
import { Trend } from '../../Trend.tsx';
import { useAtTime, useRow } from './use-board.ts';

interface TileProps {
  readonly queueId: string;
  readonly layout: Pick<Layout, 'formula' | 'thresholds'>;
  /** service level of the day's intervals, oldest first; null where nobody called */
  readonly trend: readonly (number | null)[];
}

/** A queue at a glance: who waits and how long, the service level against its target, who is there. */
export const QueueTile = memo(function QueueTile({ queueId, layout, trend }: TileProps) {
  const words = useWords();
  const reference = useReference();
  const row = useRow('queues', queueId);
  const { formula, thresholds } = layout;
  const level = useAtTime((now) => (row ? queueLevel(row, now, formula, thresholds) : 'good'));
  const longest = useAtTime((now) =>
    row ? longestLevel(row.longestSince, now, row.rule, thresholds) : 'good',
  );
  if (!row) return null;
  const { t } = words;
  const figure = serviceLevelFigure(row.counts, row.rule, formula, words);
  const share = shareOf(serviceLevel(formula ?? row.rule.formula, row.counts));
  return (
    <article
      className={`board-tile board-tile-${level}`}
      aria-label={queueName(row.queueId, reference, words) ?? ''}
    >
      <header>
        <h3>{queueName(row.queueId, reference, words)}</h3>
        <LevelBadge level={level} share={share} />
      </header>
      <div className="board-tile-figures">
        <b className={`board-is-${waitingLevel(row, thresholds)}`}>{row.waiting}</b>
        <span>
          <Explained text={t({ id: 'formula.waiting' })}>{t({ id: 'board.waiting' })}</Explained>
          {row.longestSince !== null && (
            <>
              {', '}
              {t({ id: 'board.longestWord' })}{' '}
              <CallTimer since={row.longestSince} className={`board-is-${longest}`} />
              {row.rule.guaranteedWaitMs !== null &&
                ` ${t({ id: 'board.ofGuaranteed' }, { time: clockText(row.rule.guaranteedWaitMs) })}`}
            </>
          )}
        </span>
        <b className={`board-is-${serviceLevelLevel(row, formula, thresholds)}`}>{percent(share)}</b>
        <span>
          <Explained text={explained(figure)}>{figure.name}</Explained>
          {`, ${t({ id: 'board.target' }, { target: percent(row.rule.target) })}`}
        </span>
      </div>
      <Trend points={trend} target={row.rule.target} />
      <TileFoot row={row} />
    </article>
  );
});

const shown = [
  ['onCall', 'onCall'],
  ['wrapUp', 'wrapUp'],
  ['ready', 'ready'],
  ['notReady', 'notReady'],
] as const satisfies readonly (readonly [keyof BoardQueue['states'], ShownState])[];

function TileFoot({ row }: { readonly row: BoardQueue }) {
  const { t } = useWords();
  return (
    <footer>
      {shown.map(([state, shape]) => (
        <span key={state} title={t(presenceWords[state])}>
          <StateShape state={shape} /> <span className="rs-hidden">{t(presenceWords[state])}</span>
          {row.states[state] ?? 0}
        </span>
      ))}
      <span>
        {t({ id: 'figure.abandoned' })} {row.counts.abandoned}
      </span>
    </footer>
  );
}
