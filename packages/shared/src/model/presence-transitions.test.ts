import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from './ids.ts';
import type { Presence } from './presence.ts';
import { presenceStates } from './presence.ts';
import type { PresenceMove } from './presence-transitions.ts';
import { mayMove, movePresence, presenceMoves } from './presence-transitions.ts';

const callId = asId<'call'>('call-1');
const offerId = asId<'offer'>('offer-1');
const ready: Presence = { state: 'ready', since: 100 };
const onCall: Presence = { state: 'onCall', since: 100, callId, next: null };

function walk(from: Presence, ...moves: PresenceMove[]): Presence {
  return moves.reduce((presence, move, i) => {
    const result = movePresence(presence, move, 1_000 + i);
    if (!result.ok) throw new Error(`${move.move} is refused in ${presence.state}`);
    return result.value;
  }, from);
}

describe('presence', () => {
  test('PRES-1 an agent who signs in is Not ready until they say otherwise', () => {
    expect(walk({ state: 'signedOut', since: 0 }, { move: 'signIn' })).toEqual({
      state: 'notReady',
      since: 1_000,
      reason: 'signedIn',
    });
  });

  test('PRES-2 the state chosen during a call is where wrap-up leads', () => {
    const after = walk(
      onCall,
      { move: 'chooseNext', reason: 'lunch' },
      { move: 'wrapUp', callId, until: 9_000 },
      { move: 'finish' },
    );
    expect(after).toMatchObject({ state: 'notReady', reason: 'lunch' });
  });

  test('PRES-2 a chosen next state can be taken back', () => {
    const after = walk(
      onCall,
      { move: 'chooseNext', reason: 'lunch' },
      { move: 'chooseNext', reason: null },
      { move: 'finish' },
    );
    expect(after.state).toBe('ready');
  });

  test('PRES-3 an agent whose caller gave up keeps their idle place', () => {
    expect(walk(ready, { move: 'reserve', callId, offerId }, { move: 'giveBack', idleSince: 100 })).toEqual(
      ready,
    );
  });

  test('PRES-3 pressing Ready twice does not lose the idle place', () => {
    expect(walk(ready, { move: 'goReady' })).toEqual(ready);
  });

  test('PRES-4 an agent who dials out of a break returns to that break', () => {
    const after = walk(
      { state: 'notReady', since: 0, reason: 'admin' },
      { move: 'dial', callId },
      { move: 'finish' },
    );
    expect(after).toMatchObject({ state: 'notReady', reason: 'admin' });
  });

  test('PRES-5 nobody signs out in the middle of a contact', () => {
    for (const state of ['reserved', 'onCall', 'wrapUp'] as const)
      expect(mayMove(state, 'signOut')).toBe(false);
  });

  test('PRES-5 a move that is not in the table is refused and one that is in it is not', () => {
    const anyPresence: fc.Arbitrary<Presence> = fc.constantFrom<Presence>(
      { state: 'signedOut', since: 1 },
      { state: 'notReady', since: 1, reason: 'lunch' },
      ready,
      { state: 'reserved', since: 1, callId, offerId },
      onCall,
      { state: 'wrapUp', since: 1, callId, until: null, next: null },
    );
    const anyMove: fc.Arbitrary<PresenceMove> = fc.constantFrom<PresenceMove>(
      { move: 'goReady' },
      { move: 'goNotReady', reason: 'lunch' },
      { move: 'chooseNext', reason: null },
      { move: 'signOut' },
      { move: 'signIn' },
      { move: 'reserve', callId, offerId },
      { move: 'answer', callId },
      { move: 'giveBack', idleSince: 5 },
      { move: 'miss', reason: 'missed' },
      { move: 'dial', callId },
      { move: 'wrapUp', callId, until: null },
      { move: 'extendWrapUp', until: 7 },
      { move: 'finish' },
      { move: 'lose' },
    );
    fc.assert(
      fc.property(anyPresence, anyMove, (presence, move) => {
        const allowed = (presenceMoves[presence.state] as readonly string[]).includes(move.move);
        expect(movePresence(presence, move, 2).ok).toBe(allowed);
      }),
    );
  });

  test('PRES-5 every state can be left', () => {
    for (const state of presenceStates) expect(presenceMoves[state].length).toBeGreaterThan(0);
  });
});
