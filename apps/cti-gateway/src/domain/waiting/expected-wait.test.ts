import { minutes } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callersAhead } from './callers-ahead.ts';
import { expectedHandling, expectedWait, fewestCalls, rangeOf } from './expected-wait.ts';
import { spokenNumbers, waitSounds } from './number-sounds.ts';

const calls = (count: number, length: number): number[] => Array.from({ length: count }, () => length);
const fourMinutes = { ofQueue: calls(20, minutes(4)), ofCentre: calls(50, minutes(4)) };

describe('WAIT-1 the expected wait', () => {
  test('is the handle time of everybody before, shared among the agents', () => {
    const wait = expectedWait({ ahead: 3, agents: 4, ready: 0 }, fourMinutes);
    expect(wait?.waitMs).toBe(minutes(4));
    expect(wait?.terms).toEqual({ ahead: 3, agents: 4, ready: 0, handleMs: minutes(4), calls: 20 });
  });

  test('is nothing while an agent is ready', () => {
    expect(expectedWait({ ahead: 0, agents: 4, ready: 1 }, fourMinutes)?.waitMs).toBe(0);
  });

  test('is not known while nobody is at work', () => {
    expect(expectedWait({ ahead: 0, agents: 0, ready: 0 }, fourMinutes)).toBeNull();
  });

  test('is not known of too few calls, whatever the rest of the centre does', () => {
    const recent = { ofQueue: calls(fewestCalls - 1, minutes(4)), ofCentre: calls(50, minutes(4)) };
    expect(expectedWait({ ahead: 1, agents: 1, ready: 0 }, recent)).toBeNull();
  });

  test('of few calls lies between the queue and the centre, and nearer to the queue the more there are', () => {
    const after = (count: number) =>
      expectedHandling({ ofQueue: calls(count, minutes(9)), ofCentre: calls(50, minutes(3)) }) ?? 0;
    expect(after(5)).toBeGreaterThan(minutes(3));
    expect(after(5)).toBeLessThan(after(20));
    expect(after(50)).toBeLessThan(minutes(9));
  });

  test('one call that took all afternoon does not become everybody’s expectation', () => {
    const ofQueue = [...calls(19, minutes(4)), minutes(300)];
    expect(expectedHandling({ ofQueue, ofCentre: ofQueue })).toBeLessThan(minutes(5));
  });

  test('grows with everybody ahead and falls with every agent', () => {
    const place = fc.record({
      ahead: fc.nat(200),
      agents: fc.integer({ min: 1, max: 100 }),
      ready: fc.nat(3),
    });
    fc.assert(
      fc.property(place, (at) => {
        const wait = (changed: Partial<typeof at>) =>
          expectedWait({ ...at, ...changed }, fourMinutes)?.waitMs ?? -1;
        expect(wait({ ahead: at.ahead + 1 })).toBeGreaterThanOrEqual(wait({}));
        expect(wait({ agents: at.agents + 1 })).toBeLessThanOrEqual(wait({}));
        expect(wait({})).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('WAIT-4 what is said of it', () => {
  test.each([
    [0, 0, 1],
    [0.5, 0, 1],
    [2, 1, 3],
    [4, 3, 5],
    [10, 5, 15],
    [50, 30, null],
    [120, 45, null],
  ])('%d minutes are %s to %s', (wait, fromMinutes, toMinutes) => {
    expect(rangeOf(minutes(wait))).toEqual({ fromMinutes, toMinutes });
  });

  test('a range holds what is expected, and there are sounds for it in every language', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (wait) => {
        const { fromMinutes, toMinutes } = rangeOf(minutes(wait));
        expect(fromMinutes).toBeLessThanOrEqual(wait);
        expect(toMinutes ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(wait);
        const numbers = waitSounds({ fromMinutes, toMinutes }, 'zh-Hant').flatMap((sound) => {
          const number = /^number-(\d+)-/.exec(sound)?.[1];
          return number === undefined ? [] : [Number(number)];
        });
        expect(spokenNumbers).toEqual(expect.arrayContaining(numbers));
      }),
    );
  });
});

describe('WAIT-1 who is ahead', () => {
  const [sales, service] = [asId<'queue'>('sales'), asId<'queue'>('service')];
  const agents = (...names: readonly string[]) => new Set(names.map((name) => asId<'agent'>(name)));
  const pools = new Map([
    [service, agents('maya', 'li')],
    [sales, agents('li', 'noor', 'tom', 'ann')],
  ]);
  const line = (callers: readonly (typeof sales)[]) =>
    callersAhead({
      queueId: service,
      callers,
      queueOf: (queueId) => queueId,
      poolOf: (queueId) => pools.get(queueId) ?? agents(),
      isBefore: () => true,
    });

  test('callers of the same queue count whole', () => expect(line([service, service])).toBe(2));
  test('callers of another queue count by the share of its agents who serve this one too', () =>
    expect(line([sales, sales, sales, sales])).toBe(1));
  test('callers of a queue that shares nobody do not count', () =>
    expect(line([asId<'queue'>('billing')])).toBe(0));
});
