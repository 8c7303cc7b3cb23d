import type { Centre } from '../../domain/centre/centre.ts';
import type { Hotline } from '../../domain/centre/hotline.ts';
import type { Destination, Queue } from '../../domain/centre/queue.ts';
import type { Path } from '../source.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';

/** Menus and overflow that would leave callers where they are, or lead to what isn't there. */
export function checkFlow(centre: Pick<Centre, 'hotlines' | 'queues'>): Finding[] {
  return [
    ...centre.hotlines.flatMap((hotline, i) => lineFindings(centre, hotline, ['centre', 'hotlines', i])),
    ...centre.queues.flatMap((queue, i) => queueFindings(centre, queue, ['centre', 'queues', i])),
  ];
}

type Queues = Pick<Centre, 'queues'>;

function lineFindings(centre: Queues, hotline: Hotline, path: Path): Finding[] {
  const { menu, whenClosed, queueId } = hotline;
  return [
    ...wants(centre, whenClosed.to, queueId, [...path, 'whenClosed', 'to']),
    ...closedAtTheSameTime(centre, hotline, path),
    ...(menu === null ? [] : noWayOut(menu.choices, [...path, 'menu', 'choices'])),
    ...(menu?.choices ?? []).flatMap(({ to }, i) =>
      to.to === 'voicemail' || to.to === 'callback'
        ? wants(centre, to, menu?.otherwise ?? queueId, [...path, 'menu', 'choices', i, 'to'])
        : [],
    ),
  ];
}

/** FLOW-8 */
const noWayOut = (choices: NonNullable<Hotline['menu']>['choices'], path: Path): Finding[] =>
  choices.every(({ to }) => to.to === 'language')
    ? [
        finding(
          path,
          null,
          'every choice is a language, so no key leads out of the menu and everybody waits for its end',
          'Add a choice that leads to a queue, and name the same queue as `otherwise`.',
        ),
      ]
    : [];

function closedAtTheSameTime({ queues }: Queues, { calendarId, whenClosed }: Hotline, path: Path): Finding[] {
  const { to } = whenClosed;
  if (calendarId === null || to.to !== 'queue') return [];
  const queue = queues.find((one) => one.queueId === to.queueId);
  if (queue?.calendarId !== calendarId) return [];
  return [
    finding(
      [...path, 'whenClosed', 'to', 'queueId'],
      to.queueId,
      'that queue keeps the same hours as the line, so it is closed when callers are sent there',
      'Name a queue with other hours, or write `to: voicemail`, `callback` or `goodbye`.',
    ),
  ];
}

function queueFindings(centre: Queues, queue: Queue, path: Path): Finding[] {
  return queue.overflow.flatMap((rule, i) => {
    const at: Path = [...path, 'overflow', i];
    return [
      ...wants(centre, rule.to, queue.queueId, [...at, 'to']),
      ...(rule.when === 'closed' && queue.calendarId === null ? [neverCloses(at)] : []),
      ...(rule.to.to === 'queue' && leadsBack(centre, queue, i) ? [circle(at, rule.to.queueId)] : []),
    ];
  });
}

const neverCloses = (at: Path): Finding =>
  finding(
    [...at, 'when'],
    'closed',
    'the queue has no hours of its own, so it never closes and the rule never holds',
    'Give the queue a `calendarId`, or write what happens as `whenClosed` of the hotline.',
  );

const circle = (at: Path, queueId: string): Finding =>
  finding(
    [...at, 'to', 'queueId'],
    queueId,
    'it leads callers in a circle, and nobody comes back to a queue they were in, so they would stay where they are',
    'Send them to another queue, or write `to: voicemail`, `callback` or `goodbye` there.',
  );

/**
 * OVER-3: to itself; or, when all of them close at the same hours, from one closed queue to the next and back. Queues that
 * help each other out when one is full or unstaffed are no circle: a call goes once.
 */
function leadsBack({ queues }: Queues, from: Queue, ruleIndex: number): boolean {
  const rule = from.overflow[ruleIndex];
  if (rule?.to.to !== 'queue') return false;
  if (rule.to.queueId === from.queueId) return true;
  const seen = new Set<string>();
  let next: Queue | undefined = rule.when === 'closed' ? byId(queues, rule.to.queueId) : undefined;
  while (next !== undefined && next.calendarId === from.calendarId && !seen.has(next.queueId)) {
    if (next.queueId === from.queueId) return true;
    seen.add(next.queueId);
    const on: Destination | undefined = next.overflow.find(({ when }) => when === 'closed')?.to;
    next = on?.to === 'queue' ? byId(queues, on.queueId) : undefined;
  }
  return false;
}

const byId = (queues: readonly Queue[], queueId: string): Queue | undefined =>
  queues.find((one) => one.queueId === queueId);

/** A voicemail or a callback is a queue's, and has its rules there. */
function wants({ queues }: Queues, { to }: { readonly to: string }, queueId: string, path: Path): Finding[] {
  if (to !== 'voicemail' && to !== 'callback') return [];
  const queue = byId(queues, queueId);
  if (queue === undefined || queue[to] !== null) return [];
  return [
    finding(
      [...path, 'to'],
      to,
      `queue ${queueId} has no ${to}, so its callers would be sent to nothing`,
      `Write \`${to}: {}\` at queue ${queueId}, or send them elsewhere.`,
    ),
  ];
}
