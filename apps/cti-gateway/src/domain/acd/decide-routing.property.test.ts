import * as fc from 'fast-check';
import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import { describe, expect, test } from 'vitest';
import { agent, caller, queue, standing } from '../../testing/routing-builders.ts';
import { decideSlowly, fits, isKept } from '../../testing/slow-routing.ts';
import { decideRouting } from './decide-routing.ts';
import type { RoutingQuestion } from './routing-line.ts';

const now = 1_000_000;
const skills = ['english', 'mandarin', 'billing'];
const levels = fc.dictionary(fc.constantFrom(...skills), fc.integer({ min: 1, max: 5 }), { maxKeys: 3 });
const names = ['maya', 'li', 'wei', 'noor', 'ana', 'bo'];
const someAgent = fc.option(
  fc.constantFrom(...names).map((name) => asId<'agent'>(name)),
  { nil: null },
);

const queues = fc.tuple(...['service', 'sales', 'claims'].map(someQueue));
function someQueue(queueId: string) {
  return fc
    .record({
      skills: levels,
      preferredSkills: fc.subarray(skills),
      rings: fc.array(levels, { maxLength: 2 }),
      mvc: fc.integer({ min: -2, max: 10 }),
      unknown: fc.nat(3),
      complaint: fc.nat(3),
      guaranteedWait: fc.option(fc.integer({ min: 10, max: 200 }).map(seconds), { nil: null }),
      preferredAgent: fc.option(
        fc.record({
          who: fc.constantFrom('last', 'owner', 'ownerThenLast'),
          waitFor: fc.integer({ min: 0, max: 60 }).map(seconds),
        }),
        { nil: null },
      ),
    })
    .map(({ rings, mvc, unknown, complaint, ...given }) =>
      queue({
        ...given,
        queueId,
        rings: rings.map((needed, i) => ({ after: seconds(30 * (i + 1)), skills: needed })),
        priority: { tiers: { mvc }, unknown, openComplaint: complaint },
      }),
    );
}
const agents = fc
  .uniqueArray(fc.constantFrom(...names))
  .chain((present) =>
    fc.tuple(
      ...present.map((name) =>
        fc
          .tuple(fc.nat(5), levels, fc.constantFrom('now' as const, 'now' as const, 'soon' as const))
          .map(([ago, has, free]) => agent(name, now - seconds(ago * 20), has, free)),
      ),
    ),
  );
const callers = fc
  .array(
    fc.record({
      ago: fc.nat(12),
      queueId: fc.constantFrom('service', 'sales', 'claims', 'gone'),
      passedOver: fc.subarray(names).map((some) => some.map((name) => asId<'agent'>(name))),
      only: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: someAgent }),
      tier: fc.option(fc.constantFrom(...tiers), { nil: null }),
      openComplaint: fc.boolean(),
      ownerId: someAgent,
      lastAgentId: someAgent,
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ ago, queueId, passedOver, only, ...rest }, i) =>
      caller(`call-${i}`, now - seconds(ago * 20), { queueId, passedOver, only, standing: standing(rest) }),
    ),
  );
const questions: fc.Arbitrary<RoutingQuestion> = fc.record({
  now: fc.constant(now),
  queues,
  agents,
  callers,
});
const outcome = (question: RoutingQuestion) =>
  decideRouting(question).pairs.map(({ callId, agentId }) => `${callId} → ${agentId}`);

describe('whatever waits and whoever is ready', () => {
  test('ACD-1 to ACD-20 decides as the slow, plain way to decide it does', () => {
    const same = fc.property(questions, (one) => {
      expect(outcome(one)).toEqual(decideSlowly(one));
    });
    fc.assert(same, { numRuns: 2_000 });
  });

  test('ACD-3 decides alike in whatever order callers, agents and queues are named', () => {
    fc.assert(
      fc.property(questions, fc.infiniteStream(fc.nat()), (one, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
        const other = { ...one, callers: shuffled(one.callers), agents: shuffled(one.agents) };
        expect(outcome(other)).toEqual(outcome(one));
      }),
    );
  });

  test('ACD-6 nobody waits while somebody who fits is ready, but for who is kept for a preferred agent', () => {
    fc.assert(
      fc.property(questions, (one) => {
        const { pairs } = decideRouting(one);
        const served = new Set<string>(pairs.map(({ callId }) => callId));
        const busy = new Set<string>(pairs.map(({ agentId }) => agentId));
        expect(served.size).toBe(pairs.length);
        expect(busy.size).toBe(pairs.length);
        const left = one.agents.filter(({ agentId, free }) => free === 'now' && !busy.has(agentId));
        const unserved = one.callers.filter(({ callId }) => !served.has(callId));
        const wronged = unserved.filter(
          (waiting) => left.some((idle) => fits(one, waiting, idle)) && !isKept(one, waiting),
        );
        expect(wronged).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('ACD-17 before the time to look again nothing changes by itself', () => {
    fc.assert(
      fc.property(questions, fc.nat(600), (one, later) => {
        const { pairs, lookAgainAt } = decideRouting(one);
        const served = new Set<string>(pairs.map(({ callId }) => callId));
        const busy = new Set<string>(pairs.map(({ agentId }) => agentId));
        const left = {
          ...one,
          callers: one.callers.filter(({ callId }) => !served.has(callId)),
          agents: one.agents.filter(({ agentId }) => !busy.has(agentId)),
        };
        const at = now + seconds(later);
        fc.pre(lookAgainAt === null || at < lookAgainAt);
        expect(outcome({ ...left, now: at })).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('nobody starves', () => {
  test('ACD-11 no one who comes more than the difference in points later is served before', () => {
    const arrivals = fc.array(
      fc.record({ at: fc.nat(3_600), mvc: fc.boolean(), queueId: fc.constantFrom('service', 'sales') }),
      { minLength: 2, maxLength: 60 },
    );
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 0, max: 10 }), (all, points) => {
        const queueWith = (queueId: string) => queue({ queueId, priority: { tiers: { mvc: points } } });
        const order = servedByMaya(all, [queueWith('service'), queueWith('sales')]);
        for (const [i, first] of order.entries())
          for (const later of order.slice(i + 1))
            expect(first.queuedAt - later.queuedAt).toBeLessThanOrEqual(minutes(points));
      }),
    );
  });

  test('ACD-12 with a guaranteed wait nobody who comes after it was reached is served before', () => {
    const arrivals = fc.array(
      fc.record({ at: fc.nat(3_600), mvc: fc.boolean(), queueId: fc.constant('service') }),
      { minLength: 2, maxLength: 60 },
    );
    fc.assert(
      fc.property(arrivals, (all) => {
        const guaranteedWait = minutes(5);
        const order = servedByMaya(all, [queue({ guaranteedWait, priority: { tiers: { mvc: 240 } } })]);
        for (const [i, first] of order.entries())
          for (const later of order.slice(i + 1))
            expect(first.queuedAt).toBeLessThanOrEqual(later.queuedAt + guaranteedWait);
      }),
    );
  });
});

interface Arrival {
  readonly at: number;
  readonly mvc: boolean;
  readonly queueId: string;
}

/** One agent, a call each four minutes, and always more callers than that: in which order are they served? */
function servedByMaya(arrivals: readonly Arrival[], all: RoutingQuestion['queues']) {
  let waiting = arrivals.map(({ at, mvc, queueId }, i) =>
    caller(`call-${i}`, seconds(at), { queueId, standing: standing({ tier: mvc ? 'mvc' : null }) }),
  );
  const order: (typeof waiting)[number][] = [];
  for (let at = 0; waiting.length > 0; at += minutes(4)) {
    const here = waiting.filter(({ queuedAt }) => queuedAt <= at);
    const [pair] = decideRouting({ now: at, callers: here, agents: [agent('maya', at)], queues: all }).pairs;
    const served = waiting.find(({ callId }) => callId === pair?.callId);
    if (served) order.push(served);
    waiting = waiting.filter((one) => one !== served);
  }
  return order;
}
