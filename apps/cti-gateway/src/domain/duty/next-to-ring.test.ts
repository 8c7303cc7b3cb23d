import type { DutyReach } from '@ringside/shared/model/rota';
import { dutyReaches } from '@ringside/shared/model/rota';
import { asId } from '@ringside/shared/model/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DutyPerson, RungAt } from './next-to-ring.ts';
import { nextToRing } from './next-to-ring.ts';

const person = (name: string, given: Partial<DutyPerson> = {}): DutyPerson => ({
  agentId: asId(name),
  reach: 'deskThenPhone',
  desk: 'ready',
  phone: true,
  busy: false,
  ...given,
});
const rung = (name: string, place: RungAt['place'], declined = false): RungAt => ({
  agentId: asId(name),
  place,
  declined,
});
const max = person('max');
const grace = person('grace');

describe('DUTY-3 who is rung next', () => {
  const firstPlaces: readonly [DutyReach, string][] = [
    ['deskThenPhone', 'desk'],
    ['phoneThenDesk', 'phone'],
    ['deskOnly', 'desk'],
    ['phoneOnly', 'phone'],
  ];
  test.each(firstPlaces)('Max who is reached %s is rung at the %s first', (reach, ring) => {
    expect(nextToRing([person('max', { reach }), grace], [])).toEqual({ ring, agentId: 'max' });
  });

  test('DUTY-3 who did not hear the desk is rung on the telephone before the backup is', () => {
    expect(nextToRing([max, grace], [rung('max', 'desk')])).toEqual({ ring: 'phone', agentId: 'max' });
    const both = [rung('max', 'desk'), rung('max', 'phone')];
    expect(nextToRing([max, grace], both)).toEqual({ ring: 'desk', agentId: 'grace' });
  });

  test('DUTY-3 who declined is rung nowhere else', () => {
    expect(nextToRing([max, grace], [rung('max', 'desk', true)])).toEqual({ ring: 'desk', agentId: 'grace' });
  });

  test('DUTY-2 who is in a call, or is there and Not ready, is passed over, telephone and all', () => {
    const busy = person('max', { busy: true });
    const resting = person('max', { desk: 'notNow' });
    for (const one of [busy, resting])
      expect(nextToRing([one, grace], [])).toEqual({ ring: 'desk', agentId: 'grace' });
  });

  test('DUTY-3 whose page reloads is waited for, but not while somebody else can be rung', () => {
    const reloading = person('max', { desk: 'soon', phone: false });
    expect(nextToRing([reloading], [])).toEqual({ ring: 'soon' });
    expect(nextToRing([reloading, grace], [])).toEqual({ ring: 'desk', agentId: 'grace' });
  });

  test('DUTY-3 a round rings each place of each person once at most, and comes to an end', () => {
    const people = fc.array(
      fc.record({
        agentId: fc.constantFrom('max', 'grace', 'noor').map((name) => asId<'agent'>(name)),
        reach: fc.constantFrom(...dutyReaches),
        desk: fc.constantFrom('ready' as const, 'notNow' as const, 'away' as const),
        phone: fc.boolean(),
        busy: fc.boolean(),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.boolean()), (some, declines) => {
        const on = some.filter(({ agentId }, i) => some.findIndex((one) => one.agentId === agentId) === i);
        const round: RungAt[] = [];
        for (;;) {
          const next = nextToRing(on, round);
          if (next.ring !== 'desk' && next.ring !== 'phone') break;
          const again = round.some((one) => one.agentId === next.agentId && one.place === next.ring);
          expect(again).toBe(false);
          round.push({ agentId: next.agentId, place: next.ring, declined: declines.next().value ?? false });
        }
        expect(round.length).toBeLessThanOrEqual(2 * on.length);
      }),
    );
  });
});
