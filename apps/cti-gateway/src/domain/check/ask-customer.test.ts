import { asId } from '@ringside/shared/model/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { couldNotReach, customerSaid } from './ask-customer.ts';
import type { SatisfactionCheck } from './satisfaction-check.ts';

const open: SatisfactionCheck = {
  checkId: asId('check-1'),
  caseId: asId('case-1'),
  taskId: asId('task-1'),
  from: 1_000,
  until: 5_000,
  attemptsAllowed: 3,
  attempts: [],
  answers: { solved: null, handled: null, stay: null },
  comment: '',
  outcome: null,
  endedAt: null,
  version: 1,
};
const by = (at: number) => ({ at, by: asId<'agent'>('li'), callId: null, note: 'no answer' });
const nothingSaid = { solved: null, handled: null, stay: null };

describe('asking whether a customer is satisfied', () => {
  test('CHECK-6 Li tries three times in vain: Mr Okafor was not reached', () => {
    const tries = [1_000, 2_000, 3_000].reduce<SatisfactionCheck>((check, at) => {
      const next = couldNotReach(check, by(at));
      return next.ok ? next.value : check;
    }, open);
    expect(tries).toMatchObject({ outcome: 'notReached', endedAt: 3_000, version: 4 });
    expect(tries.attempts).toHaveLength(3);
    expect(couldNotReach(tries, by(4_000))).toEqual({ ok: false, refusal: 'checkIsOver' });
  });

  test('CHECK-6 an attempt after the window is the last', () => {
    expect(couldNotReach(open, by(5_000))).toMatchObject({ ok: true, value: { outcome: 'notReached' } });
    expect(couldNotReach(open, by(4_999))).toMatchObject({ ok: true, value: { outcome: null } });
  });

  test('CHECK-5 nobody is satisfied who was not asked whether it is solved', () => {
    expect(
      customerSaid(open, by(2_000), { outcome: 'satisfied', answers: nothingSaid, comment: '' }),
    ).toEqual({ ok: false, refusal: 'answerMissing' });
    expect(
      customerSaid(open, by(2_000), { outcome: 'notSatisfied', answers: nothingSaid, comment: 'hung up' }),
    ).toMatchObject({ ok: true, value: { outcome: 'notSatisfied', comment: 'hung up' } });
  });

  test('CHECK-5 silence never ends as satisfied, however often and whenever it is tried', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 12 }),
        (attemptsAllowed, times) => {
          let check: SatisfactionCheck = { ...open, attemptsAllowed };
          for (const at of times) {
            const next = couldNotReach(check, by(at));
            expect(next.ok).toBe(check.endedAt === null);
            if (next.ok) check = next.value;
          }
          expect(check.outcome === null || check.outcome === 'notReached').toBe(true);
          expect(check.attempts.length).toBeLessThanOrEqual(attemptsAllowed);
        },
      ),
    );
  });
});
