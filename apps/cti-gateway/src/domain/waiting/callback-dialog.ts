import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { unreachable } from '@ringside/shared/model/unreachable';

/**
 * How a caller leaves the number to be called back at (SPEC BACK-2). It lives in memory alone: keys may be anything
 * (CALL-7).
 *
 *   confirming ─1─▶ checking ─may be called─▶ agreed
 *     │ ▲  └─2─▶ entering ─#─▶ confirming
 *     │ └─ repeated once       └─ no number, may not be called: again, three times in all ─▶ declined
 *     └─ silence twice ─▶ declined
 */
export type CallbackDialog =
  | {
      readonly step: 'confirming';
      readonly number: PhoneNumber;
      readonly silences: number;
      readonly faults: number;
    }
  | { readonly step: 'entering'; readonly digits: string; readonly silences: number; readonly faults: number }
  | { readonly step: 'checking'; readonly number: PhoneNumber; readonly faults: number };

export type DialogInput =
  | { readonly is: 'key'; readonly key: string }
  /** nothing was pressed for a while after the last word or key */
  | { readonly is: 'silence' }
  /** whether the number may be called */
  | { readonly is: 'checked'; readonly allowed: boolean };

/** What is said next. */
export type DialogWords =
  | { readonly say: 'confirm'; readonly number: PhoneNumber }
  | { readonly say: 'enter' }
  | { readonly say: 'notPossible' };

export type DialogTurn =
  | { readonly next: 'go on'; readonly dialog: CallbackDialog; readonly words: DialogWords | null }
  | { readonly next: 'check'; readonly dialog: CallbackDialog; readonly number: PhoneNumber }
  | { readonly next: 'agree'; readonly number: PhoneNumber }
  | { readonly next: 'decline'; readonly why: 'silence' | 'number' };

/** Reads keyed-in digits as a telephone number. */
export type ReadNumber = (digits: string) => PhoneNumber | null;

const mostSilences = 2;
const mostFaults = 3;
const mostDigits = 20;

/** The number they call from is offered first; a withheld one can't be. */
export function beginDialog(callsFrom: PhoneNumber | null): DialogTurn {
  return callsFrom === null ? enter(0, 'enter') : confirm(callsFrom, 0);
}

export function turnDialog(dialog: CallbackDialog, input: DialogInput, read: ReadNumber): DialogTurn {
  switch (input.is) {
    case 'silence':
      return silent(dialog, read);
    case 'key':
      return pressed(dialog, input.key, read);
    case 'checked':
      if (dialog.step !== 'checking') return stay(dialog);
      return input.allowed ? { next: 'agree', number: dialog.number } : faulty(dialog.faults);
    default:
      return unreachable(input);
  }
}

function pressed(dialog: CallbackDialog, key: string, read: ReadNumber): DialogTurn {
  switch (dialog.step) {
    case 'confirming': {
      const { number, faults } = dialog;
      if (key === '1') return { next: 'check', dialog: { step: 'checking', number, faults }, number };
      return key === '2' ? enter(faults, 'enter') : confirm(number, faults);
    }
    case 'entering':
      if (key === '#') return entered(dialog, read);
      if (key === '*') return enter(dialog.faults, 'enter');
      return stay({ ...dialog, digits: (dialog.digits + key).slice(0, mostDigits), silences: 0 });
    case 'checking':
      return stay(dialog);
    default:
      return unreachable(dialog);
  }
}

/** Who keyed digits and stops has finished; who says nothing is asked once more. */
function silent(dialog: CallbackDialog, read: ReadNumber): DialogTurn {
  if (dialog.step === 'checking') return stay(dialog);
  if (dialog.step === 'entering' && dialog.digits !== '') return entered(dialog, read);
  const silences = dialog.silences + 1;
  if (silences >= mostSilences) return { next: 'decline', why: 'silence' };
  const words: DialogWords =
    dialog.step === 'entering' ? { say: 'enter' } : { say: 'confirm', number: dialog.number };
  return { next: 'go on', dialog: { ...dialog, silences }, words };
}

function entered(
  { digits, faults }: Extract<CallbackDialog, { step: 'entering' }>,
  read: ReadNumber,
): DialogTurn {
  const number = read(digits);
  return number === null ? faulty(faults) : confirm(number, faults);
}

const faulty = (faults: number): DialogTurn =>
  faults + 1 >= mostFaults ? { next: 'decline', why: 'number' } : enter(faults + 1, 'notPossible');

const confirm = (number: PhoneNumber, faults: number): DialogTurn => ({
  next: 'go on',
  dialog: { step: 'confirming', number, silences: 0, faults },
  words: { say: 'confirm', number },
});

const enter = (faults: number, say: 'enter' | 'notPossible'): DialogTurn => ({
  next: 'go on',
  dialog: { step: 'entering', digits: '', silences: 0, faults },
  words: { say },
});

const stay = (dialog: CallbackDialog): DialogTurn => ({ next: 'go on', dialog, words: null });
