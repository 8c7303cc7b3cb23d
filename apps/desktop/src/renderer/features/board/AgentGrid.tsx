import type { BoardAgent, BoardCall } from '@ringside/shared/protocol/board';
import type { Reference } from '@ringside/shared/protocol/reference';
import { CallTimer } from '@ringside/ui/CallTimer';
import type { GridCell, GridColumn } from '@ringside/ui/LiveGrid';
import { LiveGrid } from '@ringside/ui/LiveGrid';
import { StateBadge } from '@ringside/ui/StateShape';
import { useCallback, useMemo } from 'react';
import { queueName, useReference } from '../../reference.ts';
import type { Figure } from '../../wording/figure-wording.ts';
import { agentFigure, explained } from '../../wording/figure-wording.ts';
import { presenceWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { agentColumnWords, stateRank, stateShapes } from './board-words.ts';
import { CallLine } from './CallLine.tsx';
import { factsOfDay } from './facts-of-day.ts';
import { reasonLevel } from './levels.ts';
import { nextSort } from './next-sort.ts';
import { RowMenuButton } from './RowMenu.tsx';
import type { agentColumns, Layout } from './settings.ts';
import type { board } from './use-board.ts';
import { sameList, useAtTime, useBoardValue, useRow } from './use-board.ts';
import { useReasonName } from './use-reason-name.ts';

type ColumnId = (typeof agentColumns)[number];

interface AgentGridProps {
  readonly layout: Layout;
  readonly text: string;
  readonly change: (to: Partial<Layout>) => void;
  readonly onMenu: (id: string, at: HTMLElement) => void;
}

/** Who does what now, and what they did today. */
export function AgentGrid({ layout, text, change, onMenu }: AgentGridProps) {
  const { t } = useWords();
  const columns = useAgentColumns(layout.agentColumns);
  const ids = useAgentIds(layout, text);
  const useCells = useAgentCells(layout.agentColumns, onMenu);
  if (ids.length === 0) return <p className="board-none">{t({ id: 'board.noAgents' })}</p>;
  return (
    <LiveGrid
      label={t({ id: 'board.agents' })}
      columns={columns}
      ids={ids}
      useCells={useCells}
      sort={layout.agentSort}
      onSort={(by) => change({ agentSort: nextSort(layout.agentSort, by) })}
      onMenu={onMenu}
      mostRows={16}
    />
  );
}

/** By name, so that rows stay where they are; by a figure where somebody asked for it. */
export function useAgentIds({ agentSort, queueId, state, skillId }: Layout, text: string): readonly string[] {
  const work = useCallback(
    ({ rows }: typeof board) => {
      const wanted = text.trim().toLowerCase();
      const all = [...rows('agents').values()].filter(
        (row) =>
          (state === null ? row.state !== 'signedOut' : row.state === state) &&
          (queueId === null || row.queueIds.some((one) => one === queueId)) &&
          (skillId === null || row.skills.some((one) => one === skillId)) &&
          row.name.toLowerCase().includes(wanted),
      );
      const byName = (a: BoardAgent, b: BoardAgent) => collator.compare(a.name, b.name);
      if (agentSort === null) return all.sort(byName).map((row) => row.agentId as string);
      const { by, isDown } = agentSort;
      const value = (row: BoardAgent) => sortValue(row, by);
      return all
        .sort((a, b) => (value(b) - value(a)) * (isDown ? 1 : -1) || byName(a, b))
        .map((row) => row.agentId as string);
    },
    [agentSort, queueId, state, skillId, text],
  );
  return useBoardValue(work, sameList);
}

const collator = new Intl.Collator(['en', 'zh-TW']);

function sortValue({ state, since, day }: BoardAgent, by: string): number {
  switch (by) {
    case 'state':
      return -stateRank[state];
    case 'since':
      return -since;
    case 'handled':
      return day.handled;
    case 'handleTime':
      return day.handled === 0 ? 0 : day.handleMs / day.handled;
    case 'resolved':
      return day.resolvedAsked === 0 ? -1 : day.resolved / day.resolvedAsked;
    case 'promises':
      return day.promisesDue === 0 ? -1 : day.promisesKept / day.promisesDue;
    case 'missed':
      return day.missed;
    default:
      return 0;
  }
}

const widths: Record<ColumnId, string> = {
  state: 'minmax(150px, 1.6fr)',
  since: '72px',
  with: 'minmax(170px, 2.4fr)',
  queues: 'minmax(86px, 1fr)',
  handled: '76px',
  resolved: '78px',
  promises: '78px',
  missed: '70px',
  handleTime: '104px',
};
const words: ReadonlySet<ColumnId> = new Set(['state', 'with', 'queues']);

function useAgentColumns(shown: readonly ColumnId[]): readonly GridColumn[] {
  const { t } = useWords();
  return useMemo(
    () => [
      { id: 'name', title: t({ id: 'board.agent' }), width: 'minmax(124px, 1.4fr)' },
      ...shown.map((id) => ({
        id,
        title: t(agentColumnWords[id]),
        width: widths[id],
        isNumber: !words.has(id),
        canSort: id !== 'with' && id !== 'queues',
      })),
      { id: 'menu', title: t({ id: 'board.do' }), width: '80px' },
    ],
    [t, shown],
  );
}

function useAgentCells(shown: readonly ColumnId[], onMenu: AgentGridProps['onMenu']) {
  const words = useWords();
  const reference = useReference();
  const reasonName = useReasonName();
  return useCallback(
    // oxlint-disable-next-line react/rules-of-hooks -- the grid calls it as the hook of a row
    function useCells(id: string): readonly GridCell[] {
      const row = useRow('agents', id);
      const call = useRow('calls', row?.callId ?? '');
      const limitMs = limitOf(row, reference);
      const level = useAtTime((now) => (row ? reasonLevel(row, now, limitMs) : 'good'));
      if (!row) return [];
      const context = { words, reference, reasonName, call, level };
      return [
        { content: row.name, look: 'strong' },
        ...shown.map((column) => agentCell(row, column, context)),
        { content: <RowMenuButton name={row.name} onOpen={(at) => onMenu(id, at)} /> },
      ];
    },
    [shown, words, reference, reasonName, onMenu],
  );
}

const limitOf = (row: BoardAgent | null, { notReadyReasons }: Reference): number | null =>
  notReadyReasons.find(({ reason }) => reason === row?.reason)?.limitMs ?? null;

interface CellContext {
  readonly words: Words;
  readonly reference: Reference;
  readonly reasonName: (reason: string) => string;
  readonly call: BoardCall | null;
  readonly level: ReturnType<typeof reasonLevel>;
}

function agentCell(row: BoardAgent, column: ColumnId, context: CellContext): GridCell {
  const { words, reference, call, level } = context;
  switch (column) {
    case 'state':
      return { content: stateContent(row, context), hint: stateText(row, context) };
    case 'since':
      return {
        content: <CallTimer since={row.since} />,
        hint: level === 'red' ? words.t({ id: 'board.overLimit' }) : words.t({ id: 'formula.since' }),
        ...(level === 'good' ? {} : { look: level }),
      };
    case 'with':
      return { content: call && <CallLine call={call} /> };
    case 'queues': {
      const names = row.queueIds.map((queueId) => queueName(queueId, reference, words)).join(', ');
      return { content: names, hint: names, look: 'quiet' };
    }
    case 'handled':
    case 'handleTime':
    case 'resolved':
    case 'promises':
    case 'missed':
      return figureCell(agentFigure(column, factsOfDay(row.day), words));
  }
}

const figureCell = (figure: Figure): GridCell => ({ content: figure.value, hint: explained(figure) });

/** The state, its reason, what comes next, and what is wrong with it. */
function stateText(row: BoardAgent, { words, reasonName, level }: CellContext): string {
  const { t } = words;
  return [
    t(presenceWords[row.state]),
    row.reason === null ? null : reasonName(row.reason),
    row.next === null ? null : t({ id: 'presence.next' }, { next: reasonName(row.next) }),
    level === 'red' ? t({ id: 'board.overLimit' }) : null,
    isOutOfReach(row) ? t({ id: 'board.notReachable' }) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** Ready, and their telephone would not ring. */
const isOutOfReach = ({ state, reachable }: BoardAgent): boolean => state === 'ready' && !reachable;

function stateContent(row: BoardAgent, context: CellContext) {
  const isBad = context.level === 'red' || isOutOfReach(row);
  return <StateBadge state={isBad ? 'breach' : stateShapes[row.state]}>{stateText(row, context)}</StateBadge>;
}
