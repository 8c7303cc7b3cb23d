import type { BoardAgent, BoardQueue } from '@ringside/shared/protocol/board';
import { clockText } from '@ringside/ui/CallTimer';
import { StateShape } from '@ringside/ui/StateShape';
import { useEffect, useRef } from 'react';
import { queueName, useReference } from '../../reference.ts';
import type { Reference } from '@ringside/shared/protocol/reference';
import { percent, serviceLevelFigure } from '../../wording/figure-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { sound } from './alarm-sound.ts';
import type { BoardStore } from './board-store.ts';
import { levelShapes, levelWords } from './board-words.ts';
import type { Level } from './levels.ts';
import { queueLevel, reasonLevel } from './levels.ts';
import type { Layout } from './settings.ts';
import { board, useAtTime } from './use-board.ts';
import { useReasonName } from './use-reason-name.ts';

interface Alarm {
  readonly id: string;
  readonly level: Exclude<Level, 'good'>;
  readonly what: string;
  readonly why: string;
}

const mostShown = 12;

/** What needs somebody now: queues and people beyond their limits, red before amber. */
export function Alarms({ layout }: { readonly layout: Layout }) {
  const words = useWords();
  const reference = useReference();
  const reasonName = useReasonName();
  const text = useAtTime((now) =>
    JSON.stringify(alarmsOf(board, { layout, words, reference, reasonName }, now)),
  );
  const alarms = JSON.parse(text) as readonly Alarm[];
  useAttention(alarms, layout);
  const { t } = words;
  if (alarms.length === 0) return <p className="board-none">{t({ id: 'board.allWell' })}</p>;
  return (
    <ul className="board-alarms">
      {alarms.slice(0, mostShown).map(({ id, level, what, why }) => (
        <li key={id} className={`board-alarm board-alarm-${level}`}>
          <StateShape state={levelShapes[level]} />
          <span>
            <strong>{what}</strong> <span className="board-alarm-level">{t(levelWords[level])}</span>
            <br />
            {why}
          </span>
        </li>
      ))}
      {alarms.length > mostShown && <li>{t({ id: 'board.more' }, { count: alarms.length - mostShown })}</li>}
    </ul>
  );
}

interface Context {
  readonly layout: Layout;
  readonly words: Words;
  readonly reference: Reference;
  readonly reasonName: (reason: string) => string;
}

/** Red before amber; only those that are shown are put into words, since this is done every second. */
function alarmsOf(store: BoardStore, context: Context, now: number): readonly Alarm[] {
  const { layout, reference } = context;
  const queues = [...store.rows('queues').values()].map((row) => ({
    id: row.queueId as string,
    level: queueLevel(row, now, layout.formula, layout.thresholds),
    told: () => toldOfQueue(row, context, now),
  }));
  const people = [...store.rows('agents').values()].map((row) => ({
    id: row.agentId as string,
    level: reasonLevel(row, now, limitOf(row, reference)),
    told: () => ({ what: row.name, why: context.reasonName(row.reason ?? '') }),
  }));
  const all = [...queues, ...people];
  return (['red', 'amber'] as const)
    .flatMap((level) => all.filter((one) => one.level === level).map(({ id, told }) => ({ id, level, told })))
    .map(({ id, level, told }, nth) => ({
      id,
      level,
      ...(nth < mostShown ? told() : { what: '', why: '' }),
    }));
}

function toldOfQueue(row: BoardQueue, { layout, words, reference }: Context, now: number) {
  const { t } = words;
  const figure = serviceLevelFigure(row.counts, row.rule, layout.formula, words);
  const parts = [
    t({ id: 'board.waitingCount' }, { count: row.waiting }),
    ...(row.longestSince === null
      ? []
      : [`${t({ id: 'board.longestWord' })} ${minutesText(now - row.longestSince)}`]),
    `${figure.name} ${figure.value} (${percent(row.rule.target)})`,
  ];
  return { what: queueName(row.queueId, reference, words) ?? '', why: parts.join(', ') };
}

/** In steps of ten seconds: an alarm shall not be drawn anew every second. */
const minutesText = (ms: number): string => clockText(Math.floor(ms / 10_000) * 10_000);

const limitOf = (row: BoardAgent, { notReadyReasons }: Reference): number | null =>
  notReadyReasons.find(({ reason }) => reason === row.reason)?.limitMs ?? null;

/** BOARD-6: a new red one is heard and told outside the page, where its viewer wants that. */
function useAttention(alarms: readonly Alarm[], { sound: isHeard, notify }: Layout): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const red = alarms.filter(({ level }) => level === 'red');
  useEffect(() => {
    const before = known.current;
    known.current = new Set(red.map(({ id }) => id));
    // what was red already when the board was opened is seen, not announced
    const fresh = before === null ? [] : red.filter(({ id }) => !before.has(id));
    if (fresh.length === 0) return;
    if (isHeard) sound();
    if (notify) for (const alarm of fresh.filter(({ what }) => what !== '').slice(0, 3)) notifyOf(alarm);
  });
}

function notifyOf({ id, what, why }: Alarm): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification(what, { body: why, tag: `board ${id}` });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
  });
}
