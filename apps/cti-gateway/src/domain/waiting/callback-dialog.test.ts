import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallbackDialog, DialogInput, DialogTurn } from './callback-dialog.ts';
import { beginDialog, turnDialog } from './callback-dialog.ts';

const okaforsNumber = '+886912345678' as PhoneNumber;
const read = (digits: string): PhoneNumber | null =>
  /^0\d{8,9}$/.test(digits) ? (`+886${digits.slice(1)}` as PhoneNumber) : null;
const key = (pressed: string): DialogInput => ({ is: 'key', key: pressed });
const silence: DialogInput = { is: 'silence' };

function talk(callsFrom: PhoneNumber | null, inputs: readonly DialogInput[]): DialogTurn {
  return inputs.reduce<DialogTurn>(
    (turn, input) => ('dialog' in turn ? turnDialog(turn.dialog, input, read) : turn),
    beginDialog(callsFrom),
  );
}
const keys = (text: string): DialogInput[] => [...text].map(key);
const ending = (turn: DialogTurn) => turn.next;

describe('BACK-2 which number is called back', () => {
  test('the one they call from is offered, and 1 takes it', () => {
    expect(talk(okaforsNumber, [])).toMatchObject({ words: { say: 'confirm', number: okaforsNumber } });
    expect(talk(okaforsNumber, [key('1'), { is: 'checked', allowed: true }])).toEqual({
      next: 'agree',
      number: okaforsNumber,
    });
  });

  test('who withholds theirs is asked for one', () => {
    expect(talk(null, [])).toMatchObject({ words: { say: 'enter' } });
  });

  test('another one is keyed in, ended by #, and confirmed', () => {
    const turn = talk(okaforsNumber, [...keys('20223456789#1'), { is: 'checked', allowed: true }]);
    expect(turn).toEqual({ next: 'agree', number: '+886223456789' });
  });

  test('* begins anew', () => {
    expect(talk(null, keys('09*0223456789#'))).toMatchObject({ words: { number: '+886223456789' } });
  });

  test('who stops after the last digit has finished', () => {
    expect(talk(null, [...keys('0223456789'), silence])).toMatchObject({ words: { say: 'confirm' } });
  });

  test('three numbers that can’t be called are enough', () => {
    expect(ending(talk(null, keys('1#2#')))).toBe('go on');
    expect(ending(talk(null, keys('1#2#3#')))).toBe('decline');
  });

  test('who says nothing is asked once more, and then waits on', () => {
    expect(talk(okaforsNumber, [silence])).toMatchObject({ words: { say: 'confirm' } });
    expect(ending(talk(okaforsNumber, [silence, silence]))).toBe('decline');
  });

  test('keys pressed while the number is looked at change nothing', () => {
    const turn = talk(okaforsNumber, [...keys('1200'), { is: 'checked', allowed: true }]);
    expect(turn).toEqual({ next: 'agree', number: okaforsNumber });
  });

  test('whatever is pressed, only a number that was read back and confirmed is agreed, and silence ends it', () => {
    const input = fc.oneof(
      fc.constantFrom(...'0123456789*#').map(key),
      fc.constant(silence),
      fc.boolean().map((allowed): DialogInput => ({ is: 'checked', allowed })),
    );
    fc.assert(
      fc.property(
        fc.option(fc.constant(okaforsNumber)),
        fc.array(input, { maxLength: 60 }),
        (from, inputs) => {
          let turn = beginDialog(from);
          let before: CallbackDialog | null = null;
          for (const one of inputs) {
            if (!('dialog' in turn)) break;
            before = turn.dialog;
            turn = turnDialog(turn.dialog, one, read);
          }
          expect(turn.next !== 'agree' || before?.step === 'checking').toBe(true);
          for (let i = 0; i < 12 && 'dialog' in turn; i += 1)
            turn = turnDialog(
              turn.dialog,
              turn.dialog.step === 'checking' ? { is: 'checked', allowed: false } : silence,
              read,
            );
          expect(['agree', 'decline']).toContain(turn.next);
        },
      ),
    );
  });
});
