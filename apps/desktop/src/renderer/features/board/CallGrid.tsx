import type { BoardCall } from '@ringside/shared/protocol/board';
import { CallTimer } from '@ringside/ui/CallTimer';
import type { GridCell, GridColumn } from '@ringside/ui/LiveGrid';
import { LiveGrid } from '@ringside/ui/LiveGrid';
import { StateBadge } from '@ringside/ui/StateShape';
import { useCallback, useMemo } from 'react';
import { queueName, useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { callShapes, callStateWords, topicWords } from './board-words.ts';
import { longestLevel } from './levels.ts';
import { RowMenuButton } from './RowMenu.tsx';
import type { Layout } from './settings.ts';
import { TierMark } from './TierMark.tsx';
import type { board } from './use-board.ts';
import { sameList, useAtTime, useBoardValue, useRow } from './use-board.ts';

interface CallGridProps {
  readonly which: 'waiting' | 'calls';
  readonly layout: Layout;
  readonly text: string;
  readonly onMenu: (id: string, at: HTMLElement) => void;
}

const waits: ReadonlySet<BoardCall['state']> = new Set(['waiting', 'ringing', 'callback']);
const attended: ReadonlySet<BoardCall['state']> = new Set([
  'guided',
  'dialling',
  'talking',
  'held',
  'reconnecting',
]);

/** Callers who wait, the longest first; or calls in progress, the oldest first. */
export function CallGrid({ which, layout, text, onMenu }: CallGridProps) {
  const { t } = useWords();
  const ids = useCallIds(which, layout, text);
  const columns = useCallColumns(which);
  const useCells = useCallCells(which, layout, onMenu);
  if (ids.length === 0)
    return (
      <p className="board-none">{t({ id: which === 'waiting' ? 'board.nobodyWaits' : 'board.noCalls' })}</p>
    );
  return (
    <LiveGrid
      label={t({ id: which === 'waiting' ? 'board.waitingCalls' : 'board.calls' })}
      columns={columns}
      ids={ids}
      useCells={useCells}
      onMenu={onMenu}
      mostRows={10}
    />
  );
}

export function useCallIds(which: 'waiting' | 'calls', { queueId }: Layout, text: string): readonly string[] {
  const work = useCallback(
    ({ rows }: typeof board) => {
      const states = which === 'waiting' ? waits : attended;
      const wanted = text.trim().toLowerCase();
      return [...rows('calls').values()]
        .filter((row) => states.has(row.state) && (queueId === null || row.queueId === queueId))
        .filter((row) => `${row.who} ${row.topic?.text ?? ''}`.toLowerCase().includes(wanted))
        .sort((a, b) => (a.waitsSince ?? a.since) - (b.waitsSince ?? b.since))
        .map((row) => row.callId as string);
    },
    [which, queueId, text],
  );
  return useBoardValue(work, sameList);
}

function useCallColumns(which: 'waiting' | 'calls'): readonly GridColumn[] {
  const { t } = useWords();
  return useMemo(() => {
    const who = { id: 'who', title: t({ id: 'board.caller' }), width: 'minmax(150px, 1.6fr)' };
    const tier = { id: 'tier', title: t({ id: 'board.tier' }), width: 'minmax(96px, 0.8fr)' };
    const state = { id: 'state', title: t({ id: 'board.state' }), width: 'minmax(130px, 1fr)' };
    const topic = { id: 'topic', title: t({ id: 'board.topic' }), width: 'minmax(160px, 2.2fr)' };
    const queue = { id: 'queue', title: t({ id: 'board.queue' }), width: 'minmax(100px, 1fr)' };
    const since = { id: 'since', title: t({ id: 'board.since' }), width: '84px', isNumber: true };
    const points = {
      id: 'points',
      title: t({ id: 'board.points' }),
      hint: t({ id: 'formula.points' }),
      width: '84px',
      isNumber: true,
    };
    const agent = { id: 'agent', title: t({ id: 'board.agent' }), width: 'minmax(120px, 1fr)' };
    const menu = { id: 'menu', title: t({ id: 'board.do' }), width: '56px' };
    return which === 'waiting'
      ? [who, tier, since, points, state, queue, topic, menu]
      : [who, tier, since, agent, state, queue, topic, menu];
  }, [t, which]);
}

function useCallCells(which: 'waiting' | 'calls', layout: Layout, onMenu: CallGridProps['onMenu']) {
  const words = useWords();
  const reference = useReference();
  const { thresholds } = layout;
  return useCallback(
    // oxlint-disable-next-line react/rules-of-hooks -- the grid calls it as the hook of a row
    function useCells(id: string): readonly GridCell[] {
      const row = useRow('calls', id);
      const queue = useRow('queues', row?.queueId ?? '');
      const agent = useRow('agents', row?.agentId ?? '');
      const level = useAtTime((now) =>
        row && queue ? longestLevel(row.waitsSince, now, queue.rule, thresholds) : 'good',
      );
      if (!row) return [];
      const { t } = words;
      const name = row.who === '' ? t({ id: 'board.withheld' }) : row.who;
      const menu = { content: <RowMenuButton name={name} onOpen={(at) => onMenu(id, at)} /> };
      const since: GridCell = {
        content: <CallTimer since={row.waitsSince ?? row.since} />,
        hint: t({ id: row.waitsSince === null ? 'formula.since' : 'formula.waitOfCaller' }),
        ...(level === 'good' ? {} : { look: level }),
      };
      const topic = row.topic && `${t(topicWords[row.topic.kind])}${row.topic.text && `: ${row.topic.text}`}`;
      return [
        { content: name, look: 'strong' },
        { content: <TierMark tier={row.tier} /> },
        since,
        which === 'waiting'
          ? { content: row.points ?? '–', hint: t({ id: 'formula.points' }) }
          : { content: agent?.name ?? '' },
        { content: <StateBadge state={callShapes[row.state]}>{t(callStateWords[row.state])}</StateBadge> },
        { content: queueName(row.queueId, reference, words) },
        { content: topic, ...(topic ? { hint: topic } : {}), look: 'quiet' },
        menu,
      ];
    },
    [which, words, reference, thresholds, onMenu],
  );
}
