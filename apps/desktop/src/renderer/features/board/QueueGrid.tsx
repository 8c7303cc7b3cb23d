import type { BoardQueue } from '@ringside/shared/protocol/board';
import { shareOf } from '@ringside/shared/model/service-level';
import { serviceLevel } from '@ringside/shared/model/service-level';
import { CallTimer, clockText } from '@ringside/ui/CallTimer';
import type { GridCell, GridColumn } from '@ringside/ui/LiveGrid';
import { LiveGrid } from '@ringside/ui/LiveGrid';
import { useCallback, useMemo } from 'react';
import { queueName, useReference } from '../../reference.ts';
import type { QueueFigure } from '../../wording/figure-wording.ts';
import { explained, queueFigure, queueValue } from '../../wording/figure-wording.ts';
import { duration } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { queueColumnWords } from './board-words.ts';
import { LevelBadge } from './LevelBadge.tsx';
import type { Level } from './levels.ts';
import { longestLevel, queueLevel, serviceLevelLevel, waitingLevel } from './levels.ts';
import type { Layout, queueColumns } from './settings.ts';
import { nextSort } from './next-sort.ts';
import type { board } from './use-board.ts';
import { sameList, useAtTime, useBoardValue, useRow } from './use-board.ts';
import { useReasonName } from './use-reason-name.ts';

type ColumnId = (typeof queueColumns)[number];

/** Every queue of the centre in one line each. */
export function QueueGrid({
  layout,
  change,
}: {
  readonly layout: Layout;
  readonly change: (to: Partial<Layout>) => void;
}) {
  const { t } = useWords();
  const columns = useQueueColumns(layout);
  const ids = useQueueIds(layout);
  const useCells = useQueueCells(layout);
  return (
    <LiveGrid
      label={t({ id: 'board.queues' })}
      columns={columns}
      ids={ids}
      useCells={useCells}
      sort={layout.queueSort}
      onSort={(by) => change({ queueSort: nextSort(layout.queueSort, by) })}
      mostRows={12}
    />
  );
}

/** In the centre's order, or by a figure. */
export function useQueueIds(layout: Layout): readonly string[] {
  const { queueSort, queueId, formula } = layout;
  const work = useCallback(
    ({ rows }: typeof board) => {
      const all = [...rows('queues').values()].filter((row) => queueId === null || row.queueId === queueId);
      const sorted =
        queueSort === null
          ? all
          : all.toSorted(
              (a, b) =>
                (sortValue(b, queueSort.by, formula) - sortValue(a, queueSort.by, formula)) *
                (queueSort.isDown ? 1 : -1),
            );
      return sorted.map((row) => row.queueId as string);
    },
    [queueSort, queueId, formula],
  );
  return useBoardValue(work, sameList);
}

function sortValue(row: BoardQueue, by: string, formula: Layout['formula']): number {
  const { counts, states } = row;
  switch (by) {
    case 'waiting':
      return row.waiting;
    case 'longest':
      return row.longestSince === null ? 0 : -row.longestSince;
    case 'expected':
      return row.expectedWait?.waitMs ?? -1;
    case 'level':
      return shareOf(serviceLevel(formula ?? row.rule.formula, counts)) ?? 2;
    case 'ready':
    case 'onCall':
    case 'wrapUp':
    case 'notReady':
      return states[by] ?? 0;
    case 'callbacks':
      return row.callbacks;
    case 'inProgress':
      return row.inProgress;
    case 'asa':
      return counts.answered === 0 ? 0 : counts.answeredWaitMs / counts.answered;
    case 'short':
      return counts.shortAbandons;
    case 'offered':
    case 'answered':
    case 'abandoned':
    case 'flowedOut':
      return counts[by];
    default:
      return 0;
  }
}

function useQueueColumns(layout: Layout): readonly GridColumn[] {
  const { t } = useWords();
  return useMemo(
    () => [
      { id: 'queue', title: t({ id: 'board.queue' }), width: 'minmax(130px, 2fr)' },
      { id: 'standing', title: t({ id: 'board.standing' }), width: 'minmax(118px, 1fr)' },
      ...layout.queueColumns.map((id) => ({
        id,
        title: t(queueColumnWords[id]),
        width: 'minmax(86px, 1fr)',
        isNumber: true,
        canSort: true,
      })),
    ],
    [t, layout.queueColumns],
  );
}

function useQueueCells(layout: Layout): (id: string) => readonly GridCell[] {
  const words = useWords();
  const reference = useReference();
  const reasonName = useReasonName();
  const { formula, thresholds, queueColumns: shown } = layout;
  return useCallback(
    // oxlint-disable-next-line react/rules-of-hooks -- the grid calls it as the hook of a row
    function useCells(id: string): readonly GridCell[] {
      const row = useRow('queues', id);
      const level = useAtTime((now) => (row ? queueLevel(row, now, formula, thresholds) : 'good'));
      const longest = useAtTime((now) =>
        row ? longestLevel(row.longestSince, now, row.rule, thresholds) : 'good',
      );
      if (!row) return [];
      const context = { layout, words, reasonName, longest };
      const share = shareOf(serviceLevel(formula ?? row.rule.formula, row.counts));
      return [
        { content: queueName(row.queueId, reference, words), look: 'strong' },
        { content: <LevelBadge level={level} share={share} /> },
        ...shown.map((column) => queueCell(row, column, context)),
      ];
    },
    [formula, thresholds, shown, layout, words, reference, reasonName],
  );
}

interface CellContext {
  readonly layout: Layout;
  readonly words: Words;
  readonly reasonName: (reason: string) => string;
  readonly longest: Level;
}

const lookOf = (level: Level): Pick<GridCell, 'look'> => (level === 'good' ? {} : { look: level });

function queueCell(row: BoardQueue, column: ColumnId, context: CellContext): GridCell {
  const { layout, words, reasonName, longest } = context;
  const { t } = words;
  switch (column) {
    case 'waiting':
      return {
        content: row.waiting,
        hint: () => t({ id: 'formula.waiting' }),
        ...lookOf(waitingLevel(row, layout.thresholds)),
      };
    case 'longest':
      return {
        content: row.longestSince === null ? '–' : <CallTimer since={row.longestSince} />,
        hint: () => t({ id: 'formula.longestNow' }),
        ...lookOf(longest),
      };
    case 'expected':
      return expectedCell(row, words);
    case 'level':
      return {
        ...figureCell(row, 'level', layout, words),
        ...lookOf(serviceLevelLevel(row, layout.formula, layout.thresholds)),
      };
    case 'callbacks':
      return { content: row.callbacks, hint: () => t({ id: 'formula.callbacks' }) };
    case 'inProgress':
      return { content: row.inProgress, hint: () => t({ id: 'formula.inProgress' }) };
    case 'ready':
    case 'onCall':
    case 'wrapUp':
      return { content: row.states[column] ?? 0, hint: () => t({ id: 'formula.agentsIn' }) };
    case 'notReady':
      return { content: row.states.notReady ?? 0, hint: () => reasonsOf(row, reasonName) };
    default:
      return figureCell(row, column, layout, words);
  }
}

function figureCell(
  { counts, rule }: BoardQueue,
  figure: QueueFigure,
  { formula }: Layout,
  words: Words,
): GridCell {
  return {
    content: queueValue(figure, counts, rule, formula),
    hint: () => explained(queueFigure(figure, counts, rule, formula, words)),
  };
}

/** WAIT-1, with its numbers. */
function expectedCell({ expectedWait }: BoardQueue, words: Words): GridCell {
  if (expectedWait === null) return { content: '–', hint: () => words.t({ id: 'formula.expectedNone' }) };
  const { waitMs, handleMs, ahead, agents, ready } = expectedWait;
  return {
    content: duration(waitMs, words),
    hint: () => words.t({ id: 'formula.expected' }, { ahead, ready, agents, handle: clockText(handleMs) }),
  };
}

export const reasonsOf = ({ reasons }: BoardQueue, reasonName: (reason: string) => string): string =>
  Object.entries(reasons)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${reasonName(reason)}: ${count}`)
    .join('\n');
