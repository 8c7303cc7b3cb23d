import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from './ids.ts';
import type { Presence } from './presence.ts';
import { presenceStates } from './presence.ts';
import type { MoveName, PresenceMove } from './presence-transitions.ts';
import { isNextForced, mayMove, movePresence, presenceMoves } from './presence-transitions.ts';

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

  test('PRES-2 what Maya chooses while it rings holds, also when the caller gives up', () => {
    const after = walk(
      ready,
      { move: 'reserve', callId, offerId },
      { move: 'chooseNext', reason: 'lunch' },
      { move: 'giveBack', idleSince: 100 },
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

  test('PRES-4 Maya dials out of a break: it goes on where it was, and the call does not count into it', () => {
    const after = walk(
      { state: 'notReady', since: 400, reason: 'lunch' },
      { move: 'dial', callId },
      { move: 'wrapUp', callId, until: null },
      { move: 'finish' },
    );
    // 600 of lunch were over when she dialled at 1000; she is back at 1002
    expect(after).toEqual({ state: 'notReady', since: 402, reason: 'lunch' });
  });

  test('PRES-4 what Maya chooses in the call instead begins anew', () => {
    const after = walk(
      { state: 'notReady', since: 400, reason: 'lunch' },
      { move: 'dial', callId },
      { move: 'chooseNext', reason: 'training' },
      { move: 'finish' },
    );
    expect(after).toEqual({ state: 'notReady', since: 1_002, reason: 'training' });
  });

  test('PRES-4 who dials while Ready is Ready again, behind those who waited meanwhile', () => {
    expect(walk(ready, { move: 'dial', callId }, { move: 'finish' })).toEqual({
      state: 'ready',
      since: 1_001,
    });
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

  describe('PRES-10 misses', () => {
    const ring = { move: 'reserve', callId, offerId } as const;
    const missOf3 = { move: 'miss', reason: 'missed', allowed: 3 } as const;

    test('of three allowed the third in a row makes Not ready', () => {
      const twice = walk(ready, ring, missOf3, ring, missOf3);
      expect(twice).toMatchObject({ state: 'ready', missed: 2 });
      expect(walk(twice, ring, missOf3)).toMatchObject({ state: 'notReady', reason: 'missed' });
    });

    test('an answered call begins the count anew, a caller who gave up does not', () => {
      const twice = walk(ready, ring, missOf3, ring, missOf3);
      expect(walk(twice, ring, { move: 'giveBack', idleSince: 7 })).toMatchObject({ missed: 2, since: 7 });
      const answered = walk(twice, ring, { move: 'answer', callId }, { move: 'finish' });
      expect(walk(answered, ring, missOf3)).toMatchObject({ state: 'ready', missed: 1 });
    });

    test.each(['declined', 'unreachable'] as const)('%s makes Not ready at once', (reason) => {
      expect(walk(ready, ring, { move: 'miss', reason })).toMatchObject({ state: 'notReady', reason });
    });

    test('a tolerated miss costs the idle place', () => {
      expect(walk(ready, ring, missOf3)).toEqual({ state: 'ready', since: 1_001, missed: 1 });
    });
  });

  describe('PRES-11 a supervisor', () => {
    const meeting = { move: 'force', reason: 'forcedBySupervisor', by: 'Noor' } as const;

    test('sets who has no contact Not ready at once, by name', () => {
      expect(walk(ready, meeting)).toEqual({
        state: 'notReady',
        since: 1_000,
        reason: 'forcedBySupervisor',
        by: 'Noor',
      });
    });

    test.each([
      ['while it rings', [{ move: 'reserve', callId, offerId }]],
      [
        'in a call',
        [
          { move: 'reserve', callId, offerId },
          { move: 'answer', callId },
        ],
      ],
      [
        'in wrap-up',
        [
          { move: 'dial', callId },
          { move: 'wrapUp', callId, until: null },
        ],
      ],
    ] as const)('has to wait %s, and the agent can not take it back', (_, before) => {
      const pending = walk(ready, ...before, meeting);
      expect(pending).toMatchObject({ next: 'forcedBySupervisor', nextBy: 'Noor' });
      expect(movePresence(pending, { move: 'chooseNext', reason: null }, 9).ok).toBe(false);
      const ending: PresenceMove =
        pending.state === 'reserved' ? { move: 'giveBack', idleSince: 1 } : { move: 'finish' };
      expect(walk(pending, ending)).toMatchObject({ state: 'notReady', by: 'Noor' });
    });

    test('is obeyed when the call that rang is missed', () => {
      const pending = walk(ready, { move: 'reserve', callId, offerId }, meeting);
      expect(walk(pending, { move: 'miss', reason: 'missed', allowed: 3 })).toMatchObject({
        state: 'notReady',
        reason: 'forcedBySupervisor',
        by: 'Noor',
      });
    });

    test('may take it back', () => {
      const lifted = walk(onCall, meeting, { move: 'force', reason: null, by: 'Noor' });
      expect(walk(lifted, { move: 'finish' })).toEqual({ state: 'ready', since: 1_000 });
    });
  });

  describe('PRES-12 after sleep', () => {
    test('Maya who was Ready is Not ready until the test has passed, then Ready by herself', () => {
      const asleep = walk(ready, { move: 'suspend' });
      expect(asleep).toMatchObject({ state: 'notReady', reason: 'resuming' });
      expect(movePresence(asleep, { move: 'goReady' }, 5).ok).toBe(false);
      expect(walk(asleep, { move: 'resume' })).toEqual({ state: 'ready', since: 1_000 });
    });

    test('a break stays a break', () => {
      const lunch: Presence = { state: 'notReady', since: 3, reason: 'lunch' };
      expect(walk(lunch, { move: 'suspend' }, { move: 'resume' })).toBe(lunch);
    });
  });

  describe('in any order of events', () => {
    const everyMove: readonly PresenceMove[] = [
      { move: 'goReady' },
      { move: 'goNotReady', reason: 'lunch' },
      { move: 'goNotReady', reason: 'training' },
      { move: 'chooseNext', reason: null },
      { move: 'chooseNext', reason: 'lunch' },
      { move: 'chooseNext', reason: 'training' },
      { move: 'signOut' },
      { move: 'signIn' },
      { move: 'reserve', callId, offerId },
      { move: 'answer', callId },
      { move: 'giveBack', idleSince: 5 },
      { move: 'miss', reason: 'missed', allowed: 2 },
      { move: 'miss', reason: 'declined' },
      { move: 'miss', reason: 'unreachable' },
      { move: 'dial', callId },
      { move: 'wrapUp', callId, until: null },
      { move: 'wrapUp', callId, until: 70 },
      { move: 'extendWrapUp', until: 90 },
      { move: 'finish' },
      { move: 'lose' },
      { move: 'suspend' },
      { move: 'resume' },
      { move: 'force', reason: null, by: 'Noor' },
      { move: 'force', reason: 'forcedBySupervisor', by: 'Noor' },
    ];
    const anyMove = fc.constantFrom(...everyMove);
    const anyDay = fc.array(fc.nat(), { minLength: 1, maxLength: 80, size: 'max' });

    /** A day of an agent: each number picks one of the moves that are possible then. */
    function live(day: readonly number[]): { before: Presence; move: PresenceMove; after: Presence }[] {
      let presence: Presence = { state: 'signedOut', since: 0 };
      return day.flatMap((pick, i) => {
        const before = presence;
        const possible = everyMove.filter(({ move }) => mayMove(before.state, move));
        const move = possible[pick % possible.length];
        if (move === undefined) return [];
        const result = movePresence(before, move, 100 + i);
        if (!result.ok) return [];
        presence = result.value;
        return [{ before, move, after: presence }];
      });
    }

    /** Where the table and its two guards let a move lead. */
    function possible(from: Presence, { move }: PresenceMove): readonly string[] {
      const row: Partial<Record<MoveName, readonly string[]>> = presenceMoves[from.state];
      const isResuming = from.state === 'notReady' && from.reason === 'resuming';
      if (move === 'goReady' && isResuming) return ['refused'];
      if (move === 'chooseNext' && isNextForced(from)) return ['refused'];
      return row[move] ?? ['refused'];
    }

    test('PRES-5 a move that is not in the table is refused, and one that is leads where the table says', () => {
      fc.assert(
        fc.property(anyDay, anyMove, (day, move) => {
          const from: Presence = live(day).at(-1)?.after ?? { state: 'signedOut', since: 0 };
          const result = movePresence(from, move, 999);
          expect(possible(from, move)).toContain(result.ok ? result.value.state : 'refused');
        }),
      );
    });

    test('PRES-5 every state is reached and every line of the table is walked', () => {
      const walked = new Set<string>();
      fc.assert(
        fc.property(anyDay, (moves) => {
          for (const { before, move, after } of live(moves))
            walked.add(`${before.state} ${move.move} ${after.state}`);
        }),
        { numRuns: 500, seed: 7 },
      );
      const table = Object.entries(presenceMoves).flatMap(([from, row]) =>
        Object.entries(row as Record<string, readonly string[]>).flatMap(([move, to]) =>
          to.map((state) => `${from} ${move} ${state}`),
        ),
      );
      expect([...walked].toSorted()).toEqual(table.toSorted());
    });

    test('CALL-4 nobody is given a second contact', () => {
      fc.assert(
        fc.property(anyDay, (day) => {
          const begun = live(day).filter(({ move }) => move.move === 'reserve' || move.move === 'dial');
          expect(begun.filter(({ before }) => 'callId' in before)).toEqual([]);
        }),
      );
    });

    test('PRES-2 what was chosen last is where the contact leads, whatever came between', () => {
      fc.assert(
        fc.property(anyDay, (moves) => {
          let chosen: string | null | undefined;
          for (const { before, move, after } of live(moves)) {
            if (move.move === 'answer' || move.move === 'dial') chosen = undefined;
            if (move.move === 'chooseNext') chosen = move.reason;
            if (move.move === 'force' && 'callId' in before) chosen = move.reason;
            if (move.move !== 'finish' || chosen === undefined) continue;
            expect(after).toMatchObject(
              chosen === null ? { state: 'ready' } : { state: 'notReady', reason: chosen },
            );
          }
        }),
      );
    });

    test('PRES-8 a presence is the same after it was written and read', () => {
      fc.assert(
        fc.property(anyDay, (moves) => {
          for (const { after } of live(moves)) expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        }),
      );
    });
  });

  test('PRES-5 every state can be left', () => {
    for (const state of presenceStates) expect(Object.keys(presenceMoves[state])).not.toEqual([]);
  });
});
