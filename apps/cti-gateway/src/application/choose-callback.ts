import type { CallId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { isOffLine } from '../domain/call/call.ts';
import type { DialogInput, DialogTurn, DialogWords } from '../domain/waiting/callback-dialog.ts';
import { beginDialog, turnDialog } from '../domain/waiting/callback-dialog.ts';
import { nationalDigits } from '../domain/waiting/national-digits.ts';
import { digitSounds } from '../domain/waiting/number-sounds.ts';
import { agreeCallback, mayBeCalledBack } from './callback.ts';
import { rotaOfQueue } from './duty/duty-queue.ts';
import { promiseManager } from './duty/promise-manager.ts';
import { languageOf } from './consequences.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';

/** When a caller who was asked has said nothing. In mind only. */
export interface SilenceDeadline {
  readonly look: 'silence';
  readonly callId: CallId;
}

/** How long a key is waited for, after the last word or the last key. */
const keyWithin: Milliseconds = seconds(8);

/** BACK-2: asks for the number, unless that has begun. */
export function askForNumber(parts: Parts, live: LiveCall): void {
  const { call } = live;
  if (call.state === 'none' || parts.whileWaiting.dialogs.has(live.callId)) return;
  if (parts.settings.dialling.trunkId === null)
    return follow(parts, live, { do: 'declineCallback', why: 'noTrunk' });
  const { caller } = call;
  takeTurn(parts, live, beginDialog(caller.kind === 'number' ? caller.number : null));
}

/** Whether a key was for the callback: 1 after it was offered, or an answer to what was asked. */
export function heardKey(parts: Parts, live: LiveCall, key: string): boolean {
  const { call, callId } = live;
  const open = parts.whileWaiting.dialogs.get(callId);
  const waits = call.state === 'queued' && !isOffLine(call);
  if (call.state !== 'choosingCallback' && !waits) return false;
  if (open === undefined) {
    const offered = call.told?.callbackOffered === true && !call.told.callbackDeclined;
    if (!offered || key !== '1') return false;
    askForNumber(parts, live);
    return true;
  }
  answer(parts, live, { is: 'key', key });
  return true;
}

/** An offer came to nothing while they were asked: the question is put once more. */
export function askedAgain(parts: Parts, live: LiveCall): void {
  const open = parts.whileWaiting.dialogs.get(live.callId);
  if (open === undefined || open.dialog.step === 'checking' || !open.interrupted) return;
  const { dialog } = open;
  const words: DialogWords =
    dialog.step === 'entering' ? { say: 'enter' } : { say: 'confirm', number: dialog.number };
  takeTurn(parts, live, { next: 'go on', dialog, words });
}

/** The last word was said: now a key is waited for. */
export function wordsOver(parts: Parts, live: LiveCall, announcementId: string): void {
  if (parts.whileWaiting.dialogs.get(live.callId)?.announcementId === announcementId)
    waitForKey(parts, live.callId);
}

export function nothingPressed(parts: Parts, callId: CallId): void {
  const live = parts.floor.calls.get(callId);
  if (live) answer(parts, live, { is: 'silence' });
}

export function dropDialog(parts: Parts, callId: CallId): void {
  if (parts.whileWaiting.dialogs.delete(callId)) parts.deadlines.unwatch(`silence ${callId}`);
}

function answer(parts: Parts, live: LiveCall, input: DialogInput): void {
  const open = parts.whileWaiting.dialogs.get(live.callId);
  if (open === undefined) return;
  const { call } = live;
  if (call.state !== 'choosingCallback' && call.state !== 'queued') {
    // while an agent is being rung nothing more is asked (WAIT-2)
    open.interrupted = true;
    return;
  }
  takeTurn(parts, live, turnDialog(open.dialog, input, reader(parts)));
}

function takeTurn(parts: Parts, live: LiveCall, turn: DialogTurn): void {
  const { callId } = live;
  switch (turn.next) {
    case 'go on': {
      const announcementId = parts.whileWaiting.dialogs.get(callId)?.announcementId ?? '';
      parts.whileWaiting.dialogs.set(callId, { dialog: turn.dialog, announcementId, interrupted: false });
      if (turn.words === null) waitForKey(parts, callId);
      else speak(parts, live, turn.words);
      return;
    }
    case 'check':
      parts.whileWaiting.dialogs.set(callId, { dialog: turn.dialog, announcementId: '', interrupted: false });
      parts.deadlines.unwatch(`silence ${callId}`);
      void check(parts, live, turn.number);
      return;
    case 'agree':
      dropDialog(parts, callId);
      return agreed(parts, live, turn.number);
    case 'decline':
      dropDialog(parts, callId);
      return follow(parts, live, { do: 'declineCallback', why: turn.why });
  }
}

/** BACK-4, DUTY-10: agents call back in the caller's turn; of a queue with a rota whoever is on duty. */
function agreed(parts: Parts, live: LiveCall, number: PhoneNumber): void {
  const { call } = live;
  const rotaId = call.state === 'none' || call.queueId === null ? null : rotaOfQueue(parts, call.queueId);
  if (rotaId === null) agreeCallback(parts, live, number);
  else promiseManager(parts, live, rotaId, number);
}

/** BACK-8: the store is asked how often, which takes a moment; the caller may be gone by then. */
async function check(parts: Parts, live: LiveCall, number: PhoneNumber): Promise<void> {
  const allowed = await mayBeCalledBack(parts, live, number).catch((cause: unknown) => {
    parts.log.error('a callback could not be checked', { callId: live.callId, cause: String(cause) });
    return false;
  });
  answer(parts, live, { is: 'checked', allowed });
}

function speak(parts: Parts, live: LiveCall, words: DialogWords): void {
  const { callId, call } = live;
  const open = parts.whileWaiting.dialogs.get(callId);
  if (open === undefined || call.state === 'none') return;
  const announcementId = `callback-${parts.ids.next<'announcement'>()}`;
  open.announcementId = announcementId;
  // silence counts from the end of the words; were that end never reported, from here
  waitForKey(parts, callId, seconds(30));
  const sounds = soundsOf(parts, words, languageOf(call, parts.centre));
  parts
    .inTurn(`ask ${callId}`, () =>
      parts.telephony.announce(callId, { announcementId, sounds, stopAtKey: true }),
    )
    .catch((cause: unknown) =>
      parts.log.error('a caller could not be asked', { callId, cause: String(cause) }),
    );
}

function soundsOf(
  parts: Parts,
  words: DialogWords,
  language: Parameters<typeof digitSounds>[1],
): readonly string[] {
  switch (words.say) {
    case 'confirm': {
      const digits = digitSounds(nationalDigits(words.number, reader(parts)), language);
      return [`callback-your-number-${language}`, ...digits, `callback-confirm-${language}`];
    }
    case 'enter':
      return [`callback-enter-number-${language}`];
    case 'notPossible':
      return [`callback-number-not-possible-${language}`, `callback-enter-number-${language}`];
  }
}

const reader =
  ({ numbering, centre }: Parts) =>
  (text: string): PhoneNumber | null =>
    numbering.parse(text, centre.region);

function waitForKey({ deadlines, clock }: Parts, callId: CallId, within = keyWithin): void {
  const body: SilenceDeadline = { look: 'silence', callId };
  deadlines.watch({ key: `silence ${callId}`, at: clock.now() + within, body });
}
