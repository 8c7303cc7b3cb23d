import { asId } from '@ringside/shared/model/ids';
import { noCounts } from '@ringside/shared/model/service-level';
import type {
  BoardAgent,
  BoardAll,
  BoardCall,
  BoardChanges,
  BoardQueue,
} from '@ringside/shared/protocol/board';

/**
 * A big floor that lives: each second a tenth of the agents changes state, every queue's counts move, and a tenth of the
 * calls comes and goes, as in a centre that answers some fifty calls a second.
 */
export function boardFloor(agents: number, queues: number) {
  let n = 1;
  let at = Date.now();
  let calls = 0;
  const chance = seeded(7);
  const running: string[] = [];
  const states = ['ready', 'onCall', 'wrapUp', 'notReady'] as const;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  const queueIds = Array.from({ length: queues }, (_, nth) => asId<'queue'>(`queue-${nth}`));
  const agentIds = Array.from({ length: agents }, (_, nth) => asId<'agent'>(`agent-${nth}`));
  const moving = (queueId: BoardQueue['queueId']) => ({
    queueId,
    waiting: Math.floor(chance() * 6),
    longestSince: at - Math.floor(chance() * 200_000),
    counts: { ...noCounts, offered: n * 3, answered: n * 2, answeredWithin: n, abandoned: Math.floor(n / 9) },
    states: { ready: 4, onCall: 5 + Math.floor(chance() * 3), wrapUp: 2, notReady: 3 },
  });
  const newCall = (): BoardCall => {
    calls += 1;
    const state = pick(['waiting', 'ringing', 'talking'] as const);
    return {
      callId: asId(`call-${calls}`),
      direction: 'inbound',
      state,
      since: at,
      queueId: pick(queueIds),
      agentId: state === 'waiting' ? null : pick(agentIds),
      waitsSince: state === 'talking' ? null : at,
      points: state === 'talking' ? null : Math.floor(chance() * 9),
      tier: pick(['mvc', 'mgc', 'standard', 'bz'] as const),
      customerId: null,
      who: `Caller ${calls}`,
      topic: { kind: 'openCase', text: 'Delivered with a dent in the door' },
    };
  };
  const changed = (agentId: BoardAgent['agentId']) => {
    const state = pick(states);
    return {
      agentId,
      state,
      since: at,
      reason: state === 'notReady' ? 'lunch' : null,
      day: day(Math.floor(n / 3)),
    };
  };

  return {
    all(): BoardAll {
      const first = Array.from({ length: 300 }, newCall);
      running.push(...first.map(({ callId }) => callId));
      return {
        kind: 'all',
        run: 'measured',
        n,
        at,
        calls: first,
        queues: queueIds.map((queueId) => ({
          rule,
          expectedWait: null,
          callbacks: 0,
          inProgress: 5,
          reasons: {},
          ...moving(queueId),
        })),
        agents: agentIds.map((agentId, nth) => ({
          name: `Agent ${String(nth).padStart(3, '0')}`,
          next: null,
          until: null,
          callId: null,
          reachable: true,
          queueIds: queueIds.slice(nth % queues, (nth % queues) + 3),
          skills: [asId('service')],
          ...changed(agentId),
        })),
      };
    },
    nextSecond(): BoardChanges {
      n += 1;
      at += 1_000;
      const gone = Array.from({ length: 30 }, () =>
        asId<'call'>(running.splice(Math.floor(chance() * running.length), 1)[0] ?? ''),
      );
      const fresh = Array.from({ length: 30 }, newCall);
      running.push(...fresh.map(({ callId }) => callId));
      return {
        kind: 'changes',
        run: 'measured',
        n,
        at,
        queues: queueIds.map(moving),
        agents: Array.from({ length: Math.floor(agents / 10) }, () => changed(pick(agentIds))),
        calls: fresh,
        gone: { queues: [], agents: [], calls: gone },
      };
    },
  };
}

const rule: BoardQueue['rule'] = {
  formula: 'SL-4',
  withinMs: 20_000,
  shortAbandonMs: 5_000,
  target: 0.8,
  red: 0.6,
  guaranteedWaitMs: 180_000,
};

const day = (handled: number): BoardAgent['day'] => ({
  handled,
  handleMs: handled * 300_000,
  resolved: handled,
  resolvedAsked: handled,
  promisesKept: 0,
  promisesDue: 0,
  offered: handled,
  missed: 0,
});

/** Chance that is the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
