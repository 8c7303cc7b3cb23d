import * as fc from 'fast-check';
import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { presenceStates } from '@ringside/shared/model/presence';
import { seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { CallEvent } from '../domain/call/call-event.ts';
import { evolveCall, noCall } from '../domain/call/evolve-call.ts';
import { agentOf } from '../domain/call/call.ts';
import type { Agent } from '../domain/agent/agent.ts';
import { chen, li, maya, okafor } from '../testing/cast.ts';
import type { Rig, SeatedAgent } from '../testing/rig.ts';
import { openRig, settle } from '../testing/rig.ts';
import { popBuilt } from './record-events.ts';

/** What can happen on a floor, as data: which agent, which call, how long. */
type Happening =
  | { readonly on: 'call'; readonly to: 'service' | 'billing' }
  | { readonly on: 'hangUp'; readonly call: number }
  | { readonly on: 'wait'; readonly ms: number }
  | { readonly on: 'restart'; readonly surviving: number }
  | {
      readonly on:
        | 'ready'
        | 'lunch'
        | 'answer'
        | 'return'
        | 'accept'
        | 'decline'
        | 'hold'
        | 'end'
        | 'dispose'
        | 'done'
        | 'legUp'
        | 'loseLeg'
        | 'leave'
        | 'back'
        | 'repair'
        | 'dial';
      readonly agent: number;
    };

function times<Word extends string>(count: number, word: Word): Word[] {
  return Array.from({ length: count }, () => word);
}

const agentWords = [
  ...times(4, 'ready'),
  ...times(5, 'answer'),
  ...times(3, 'leave'),
  ...times(2, 'back'),
  ...times(4, 'return'),
  ...times(2, 'legUp'),
  'accept',
  'lunch',
  'decline',
  'hold',
  'end',
  'dispose',
  'done',
  'loseLeg',
  'repair',
  'dial',
] as const;

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ on: fc.constant('call' as const), to: fc.constantFrom('service', 'billing') }),
  },
  { weight: 1, arbitrary: fc.record({ on: fc.constant('hangUp' as const), call: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      on: fc.constant('wait' as const),
      ms: fc.constantFrom(10, 1_000, 5_000, 20_000, 61_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ on: fc.constant('restart' as const), surviving: fc.nat(255) }) },
  { weight: 14, arbitrary: fc.record({ on: fc.constantFrom(...agentWords), agent: fc.nat(1) }) },
) as fc.Arbitrary<Happening>;

const people: readonly Agent[] = [maya, li];

/** A floor that random things happen to. */
async function openFloor() {
  const rig = await openRig();
  const seats: SeatedAgent[] = [];
  for (const person of people) seats.push(await rig.enter(person));
  const calls: CallId[] = [];
  const over = new Set<CallId>();
  const away = new Set<number>();

  const presenceOf = async (agent: number) =>
    (await rig.store.presences()).find(({ agentId }) => agentId === people[agent]?.agentId)?.presence;

  async function callOf(agent: number): Promise<CallId | null> {
    const presence = await presenceOf(agent);
    return presence !== undefined && 'callId' in presence ? presence.callId : null;
  }

  async function back(agent: number): Promise<void> {
    const seat = seats[agent];
    if (!seat) return;
    seats[agent] = await rig.visit(seat.agentId, { token: seat.token, stationId: seat.stationId });
    away.delete(agent);
    await rig.happens({ type: 'stationUp', stationId: seat.stationId });
  }

  async function leave(agent: number): Promise<void> {
    const seat = seats[agent];
    const callId = await callOf(agent);
    if (!seat) return;
    if (callId !== null && hasLeg(rig, callId)) await rig.loseLeg(callId);
    await rig.happens({ type: 'stationDown', stationId: seat.stationId });
    seat.desk.close();
    away.add(agent);
    await settle();
  }

  async function hangUp(callId: CallId): Promise<void> {
    if (over.has(callId)) return;
    over.add(callId);
    await rig.happens({ type: 'legRecord', callId, legId: `${callId}-customer` as never, record: null });
    await rig.hangUp(callId);
  }

  async function happen(one: Happening): Promise<void> {
    switch (one.on) {
      case 'call': {
        const callId = await rig.callIn({ to: one.to });
        calls.push(callId);
        await rig.happens({ type: 'legRecord', callId, legId: `${callId}-customer` as never, record: '{}' });
        return;
      }
      case 'hangUp': {
        const callId = calls[one.call];
        return callId === undefined ? undefined : hangUp(callId);
      }
      case 'wait':
        return rig.advance(one.ms);
      case 'restart': {
        const surviving = calls.filter(
          (callId, i) => !over.has(callId) && ((one.surviving >> (i % 8)) & 1) === 1,
        );
        await rig.restart(surviving);
        for (const agent of people.keys()) away.add(agent);
        return;
      }
      case 'leave':
        return away.has(one.agent) ? undefined : leave(one.agent);
      case 'back':
        return back(one.agent);
      case 'return': {
        await back(one.agent);
        return act('legUp', one.agent);
      }
      default:
        return act(one.on, one.agent);
    }
  }

  async function act(
    what: Exclude<Happening, { on: 'call' | 'hangUp' | 'wait' | 'restart' }>['on'],
    agent: number,
  ): Promise<void> {
    const seat = seats[agent];
    if (!seat || away.has(agent)) return;
    const callId = (await callOf(agent)) ?? ('none' as CallId);
    const presence = await presenceOf(agent);
    const offerId = presence?.state === 'reserved' ? presence.offerId : ('none' as never);
    switch (what) {
      case 'ready':
        return void (await seat.try({ do: 'presence.ready' }));
      case 'lunch':
        return void (await seat.try({ do: 'presence.notReady', reason: 'lunch' }));
      case 'accept':
        return void (await seat.try({ do: 'offer.accept', callId, offerId }));
      case 'answer':
        if (presence?.state === 'reserved') await rig.legUp(callId);
        return void (await seat.try({ do: 'offer.accept', callId, offerId }));
      case 'decline':
        return void (await seat.try({ do: 'offer.decline', callId, offerId }));
      case 'hold':
        return void (await seat.try({ do: 'call.hold', callId }));
      case 'end':
        return void (await seat.try({ do: 'call.end', callId }));
      case 'repair':
        return void (await seat.try({ do: 'call.repairAudio', callId }));
      case 'dial':
        return void (await seat.try({
          do: 'call.dial',
          number: '+886912000111',
          customerId: null,
          taskId: null,
        }));
      case 'dispose': {
        const disposition = { disposition: 'solved', resolved: true, feeling: null, note: '' };
        return void (await seat.try({ do: 'wrapUp.dispose', callId, disposition }));
      }
      case 'done':
        return void (await seat.try({ do: 'wrapUp.done', callId }));
      case 'legUp':
        return hasLeg(rig, callId) ? rig.legUp(callId) : undefined;
      case 'loseLeg':
        return hasLeg(rig, callId) ? rig.loseLeg(callId) : undefined;
      case 'leave':
      case 'back':
      case 'return':
        return;
    }
  }

  /** Everybody comes back, all callers hang up, and every clock runs out. */
  async function closeDown(): Promise<void> {
    for (const callId of calls) await hangUp(callId);
    for (let round = 0; round < 4; round += 1) await rig.advance(seconds(65));
  }

  return { rig, calls, seats, away, happen, closeDown };
}

const hasLeg = (rig: Rig, callId: CallId): boolean =>
  rig.telephony.asked.some((one) => one.ask === 'offer' && one.callId === callId);

type RandomFloor = Awaited<ReturnType<typeof openFloor>>;

/** ACD-6, CALL-4: true at every moment when nothing is under way. */
async function expectSound({ rig, seats, away }: RandomFloor): Promise<void> {
  const streams = await rig.store.liveCallStreams();
  const calls = streams.map(({ events }) =>
    events
      .filter(({ type }) => type !== popBuilt)
      .reduce((call, { body }) => evolveCall(call, body as CallEvent), noCall),
  );
  const presences = await rig.store.presences();
  const holders = calls.flatMap((call) => agentOf(call) ?? []);
  expect(new Set(holders).size).toBe(holders.length);
  for (const { agentId, presence } of presences) {
    expect(presenceStates).toContain(presence.state);
    const theirs = calls.find((call) => agentOf(call) === agentId);
    const busyWith = 'callId' in presence ? presence.callId : null;
    expect(busyWith).toBe(theirs === undefined || theirs.state === 'none' ? null : theirs.callId);
  }
  const waiting = calls.flatMap((call) => (call.state === 'queued' ? [call] : []));
  const idle = people.filter(
    ({ agentId }, i) =>
      presences.find((one) => one.agentId === agentId)?.presence.state === 'ready' &&
      !away.has(i) &&
      seats[i]?.screen.goodbyes.length === 0,
  );
  const reachable = idle.filter(({ agentId }) =>
    registered(
      rig,
      seats.find((seat) => seat.agentId === agentId),
    ),
  );
  for (const call of waiting) {
    const needed = call.queueId === 'billing' ? 'mandarin' : 'english';
    expect(reachable.filter(({ skills }) => skills.some(({ skillId }) => skillId === asId(needed)))).toEqual(
      [],
    );
  }
}

const registered = (_rig: Rig, seat: SeatedAgent | undefined): boolean =>
  seat !== undefined &&
  (seat.screen.of('station').at(-1)?.station ?? seat.screen.snapshots.at(-1)?.station) === 'registered';

describe('whatever happens on a floor', () => {
  test('CALL-4, CALL-10, ACD-6, PRES-5 nobody has two calls, nobody waits for nothing, and every call ends', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 20, maxLength: 80, size: 'max' }),
        async (happenings) => {
          const floor = await openFloor();
          for (const agent of people.keys()) {
            await floor.happen({ on: 'back', agent });
            await floor.happen({ on: 'ready', agent });
          }
          for (const one of happenings) {
            await floor.happen(one);
            await expectSound(floor);
          }
          await floor.closeDown();
          await expectSound(floor);
          for (const callId of floor.calls) {
            const call = await floor.rig.store.call(callId);
            expect(call?.outcome).not.toBeNull();
            seen.add(String(call?.outcome));
          }
          expect(await floor.rig.store.liveCallStreams()).toEqual([]);
          expect(await floor.rig.store.nextDeadlineAt()).toBeNull();
          expect(await floor.rig.store.pendingConsequences()).toEqual([]);
          for (const { what } of floor.rig.log.lines) seen.add(what);
          expect(floor.rig.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
    // the walk must have been to the interesting places, or it proves nothing
    const interesting = [
      'abandoned',
      'failed',
      'handled',
      'agent put back',
      'caller back in the queue',
      'call dialled',
    ];
    expect([...seen]).toEqual(expect.arrayContaining(interesting));
  }, 60_000);

  test('CALL-3 the same place is kept through every return', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('decline', 'miss', 'unreachable'), { maxLength: 6 }),
        async (returns) => {
          const rig = await openRig();
          const atMaya = await rig.seatReady(maya);
          const first = await rig.callIn({ from: okafor.numbers[0]?.number ?? null });
          await rig.advance(1_000);
          await rig.callIn({ from: chen.numbers[0]?.number ?? null });
          for (const how of returns) {
            expect(rig.offerTo(atMaya).callId).toBe(first);
            if (how === 'decline') await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
            if (how === 'miss') await rig.advance(seconds(20));
            if (how === 'unreachable')
              await rig.happens({
                type: 'failed',
                callId: first,
                legId: rig.telephony.lastLeg(first),
                cause: 'unreachable',
              });
            await atMaya.do({ do: 'presence.ready' });
          }
          expect(rig.offerTo(atMaya).callId).toBe(first);
        },
      ),
      { numRuns: 30 },
    );
  }, 30_000);
});
