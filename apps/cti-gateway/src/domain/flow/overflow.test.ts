import type { QueueId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Destination, OverflowRule, Queue } from '../centre/queue.ts';
import { plainQueue } from '../../testing/cast.ts';
import type { AgentsThere, QueueLook } from './overflow.ts';
import { enter, flowOn, holds } from './overflow.ts';

const id = (queueId: string): QueueId => asId(queueId);
const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const rule = (when: OverflowRule['when'], to: Destination, over = 0): OverflowRule => ({ when, over, to });
const queue = (queueId: string): Destination => ({ to: 'queue', queueId: id(queueId) });

type Seen = Partial<Omit<QueueLook, 'agents' | 'position'> & AgentsThere & { position: number }>;
const look = (
  queueId: string,
  overflow: readonly OverflowRule[],
  { signedIn = 2, working = 2, position = 1, ...seen }: Seen = {},
): QueueLook => ({
  queue: {
    queueId: id(queueId),
    name: text(queueId),
    ...plainQueue,
    skills: [],
    wrapUpMode: 'none',
    wrapUpFor: 0,
    capacity: 10,
    dispositionNeeded: false,
    overflow,
  } satisfies Queue,
  closed: null,
  others: 0,
  position: () => position,
  expectedWait: () => null,
  agents: () => ({ signedIn, working }),
  ...seen,
});
const centreOf = (...looks: readonly QueueLook[]) => {
  const byId = new Map(looks.map((one) => [one.queue.queueId, one]));
  return (queueId: QueueId): QueueLook | null => byId.get(queueId) ?? null;
};
const hours = { by: 'hours' } as const;

describe('OVER-2 a rule holds', () => {
  const to: Destination = { to: 'voicemail' };

  test('when Mr Okafor has waited longer than it says', () => {
    const waited = rule('waited', to, seconds(30));
    expect(holds(waited, look('a', []), seconds(30))).toBe(false);
    expect(holds(waited, look('a', []), seconds(31))).toBe(true);
  });

  test('when he would have to wait longer than it says; not when nobody knows', () => {
    const expected = rule('expectedWait', to, minutes(2));
    expect(holds(expected, look('a', [], { expectedWait: () => minutes(3) }), 0)).toBe(true);
    expect(holds(expected, look('a', [], { expectedWait: () => minutes(2) }), 0)).toBe(false);
    expect(holds(expected, look('a', []), 0)).toBe(false);
  });

  test('for those callers who are more than the agents at work are to have', () => {
    const tooMany = rule('callersPerAgent', to, 2);
    expect(holds(tooMany, look('a', [], { position: 4, working: 2 }), 0)).toBe(false);
    expect(holds(tooMany, look('a', [], { position: 5, working: 2 }), 0)).toBe(true);
    expect(holds(tooMany, look('a', [], { position: 1, working: 0 }), 0)).toBe(true);
  });

  test('when the queue is full, closed, or has nobody signed in', () => {
    expect(holds(rule('full', to), look('a', [], { others: 10 }), 0)).toBe(true);
    expect(holds(rule('full', to), look('a', [], { others: 9 }), 0)).toBe(false);
    expect(holds(rule('closed', to), look('a', [], { closed: hours }), 0)).toBe(true);
    expect(holds(rule('closed', to), look('a', []), 0)).toBe(false);
    expect(holds(rule('unstaffed', to), look('a', [], { signedIn: 0 }), 0)).toBe(true);
    expect(holds(rule('unstaffed', to), look('a', [], { working: 0 }), 0)).toBe(false);
  });
});

describe('a caller who comes to a queue', () => {
  test('OVER-1 stays where no rule holds', () =>
    expect(enter(id('a'), centreOf(look('a', [])))).toEqual({ into: 'queue', queueId: 'a', overflows: [] }));

  test('OVER-1 follows the first rule that holds', () => {
    const rules = [
      rule('full', { to: 'goodbye', prompt: null }),
      rule('unstaffed', queue('b')),
      rule('unstaffed', { to: 'voicemail' }),
    ];
    expect(enter(id('a'), centreOf(look('a', rules, { signedIn: 0 }), look('b', [])))).toEqual({
      into: 'queue',
      queueId: 'a',
      overflows: [{ from: 'a', to: queue('b'), why: 'unstaffed' }],
    });
  });

  test('OVER-4 passes over a queue that is full, and finds the next rule', () => {
    const rules = [rule('unstaffed', queue('b')), rule('unstaffed', { to: 'callback' })];
    const centre = centreOf(look('a', rules, { signedIn: 0 }), look('b', [], { others: 10 }));
    expect(enter(id('a'), centre)).toMatchObject({ into: 'away', last: { to: { to: 'callback' } } });
  });

  test('OVER-1 goes on from the next queue where that sends everybody on', () => {
    const centre = centreOf(
      look('a', [rule('closed', queue('b'))], { closed: hours }),
      look('b', [rule('full', { to: 'voicemail' })], { others: 10 }),
    );
    expect(enter(id('a'), centre)).toEqual({
      into: 'away',
      queueId: 'a',
      overflows: [
        { from: 'a', to: queue('b'), why: 'closed' },
        { from: 'b', to: { to: 'voicemail' }, why: 'full' },
      ],
      last: { from: 'b', to: { to: 'voicemail' }, why: 'full' },
    });
  });

  test('OVER-3 is not sent in a circle', () => {
    const centre = centreOf(
      look('a', [rule('unstaffed', queue('b'))], { signedIn: 0 }),
      look('b', [rule('unstaffed', queue('a'))], { signedIn: 0 }),
    );
    expect(enter(id('a'), centre)).toMatchObject({ into: 'queue', overflows: [{ to: queue('b') }] });
  });

  test('OVER-4 finds it closed, or full, where nothing leads on', () => {
    expect(enter(id('a'), centreOf(look('a', [], { closed: hours })))).toEqual({
      into: 'closed',
      queueId: 'a',
      why: hours,
    });
    expect(enter(id('a'), centreOf(look('a', [], { others: 10 })))).toMatchObject({ into: 'full' });
  });
});

describe('a caller who waits', () => {
  test('OVER-3 never comes back to a queue they were in', () => {
    const rules = [rule('waited', queue('a'), seconds(30)), rule('waited', queue('c'), seconds(30))];
    const centre = centreOf(look('a', []), look('b', rules), look('c', []));
    expect(flowOn(look('b', rules), seconds(31), [id('a'), id('b')], centre)).toEqual([
      { from: 'b', to: queue('c'), why: 'waited' },
    ]);
  });
});

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const destination: fc.Arbitrary<Destination> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names).map(queue) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Destination>(
      { to: 'voicemail' },
      { to: 'callback' },
      { to: 'goodbye', prompt: null },
    ),
  },
);
const rules = fc.array(
  fc.record({
    when: fc.constantFrom(
      ...(['waited', 'expectedWait', 'callersPerAgent', 'full', 'closed', 'unstaffed'] as const),
    ),
    over: fc.nat(3),
    to: destination,
  }),
  { maxLength: 4 },
);
const someQueue = (name: string) =>
  fc
    .record({
      overflow: rules,
      closed: fc.constantFrom(null, hours),
      others: fc.nat(12),
      signedIn: fc.nat(2),
    })
    .map(({ overflow, ...seen }) => look(name, overflow, { ...seen, working: seen.signedIn }));

describe('whatever the rules are', () => {
  const centres = fc.tuple(...names.map(someQueue));

  test('OVER-3 a caller comes to one place, on a way without circles, hop by hop', () => {
    fc.assert(
      fc.property(centres, (looks) => {
        const entry = enter(id('a'), centreOf(...looks));
        if (entry === null || entry.into === 'closed' || entry.into === 'full') return;
        const from = entry.overflows.map((hop) => hop.from);
        const visited = entry.overflows.flatMap(({ to }) => (to.to === 'queue' ? [to.queueId] : []));
        expect(from).toEqual([id('a'), ...visited].slice(0, from.length));
        expect(new Set([id('a'), ...visited]).size).toBe(1 + visited.length);
        expect(entry.into === 'away').toBe((entry.overflows.at(-1)?.to.to ?? 'queue') !== 'queue');
      }),
      { numRuns: 1_000 },
    );
  });

  test('OVER-4 nobody is put into a queue that is full or closed', () => {
    fc.assert(
      fc.property(centres, (looks) => {
        const entry = enter(id('a'), centreOf(...looks));
        if (entry?.into !== 'queue') return;
        const last = entry.overflows.at(-1)?.to;
        const queueId = last?.to === 'queue' ? last.queueId : entry.queueId;
        const found = looks.find((one) => one.queue.queueId === queueId);
        expect(found).toMatchObject({ closed: null });
        expect(found?.others).toBeLessThan(10);
      }),
      { numRuns: 1_000 },
    );
  });
});
