import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { Told } from '../call/while-waiting.ts';
import type { CallbackRule, WaitingTreatment } from '../centre/queue.ts';
import type { ExpectedWait } from './expected-wait.ts';
import { lastSpokenPosition, positionSounds, waitSounds } from './number-sounds.ts';

/** What a caller is told of their wait, and by which rules. */
export interface Telling {
  readonly rules: WaitingTreatment;
  /** null: this queue, or this caller, has no callback to offer */
  readonly callback: CallbackRule | null;
  readonly told: Told | null;
  /** 1 is next */
  readonly position: number;
  /** null: too little is known */
  readonly wait: ExpectedWait | null;
  readonly language: Language;
  /** the sound of a stem in the caller's language; null: there is none */
  readonly soundOf: (stem: string) => string | null;
}

export interface Announcement {
  readonly sounds: readonly string[];
  /** the place that is said; null: none */
  readonly position: number | null;
  readonly callbackOffered: boolean;
}

/** The first word comes early: who hears nothing for a minute hangs up. */
const firstAfter: Milliseconds = seconds(15);
/** Between two looks at whether a callback is to be offered, where nothing else is announced. */
const offerEvery: Milliseconds = seconds(60);

/** WAIT-2: when this caller is told something next; null: never. */
export function tellAt(
  { rules, callback, told }: Pick<Telling, 'rules' | 'callback' | 'told'>,
  queuedAt: Instant,
): Instant | null {
  const offers = callback !== null && told?.callbackOffered !== true && told?.callbackDeclined !== true;
  const every = rules.announceEvery ?? (offers ? offerEvery : null);
  if (every === null) return null;
  return told === null ? queuedAt + Math.min(every, firstAfter) : told.at + every;
}

/** WAIT-2 to WAIT-5: what is said now; null: nothing. */
export function announcementFor(telling: Telling): Announcement | null {
  const { rules, language } = telling;
  const comfort = rules.comfort === null ? null : telling.soundOf(rules.comfort);
  const speaks = rules.announceEvery !== null;
  const position = speaks && rules.position ? betterPosition(telling) : null;
  const callbackOffered = offersCallback(telling);
  const sounds = [
    ...(speaks && comfort !== null ? [comfort] : []),
    ...(position === null ? [] : positionSounds(position, language)),
    ...(speaks && rules.expectedWait && telling.wait !== null
      ? waitSounds(telling.wait.range, language)
      : []),
    ...(callbackOffered ? [`callback-offer-${language}`] : []),
  ];
  return sounds.length === 0 ? null : { sounds, position, callbackOffered };
}

/** WAIT-3: a place is said only when it is better than the one that was said. */
function betterPosition({ told, position }: Telling): number | null {
  const best = told?.position ?? Number.POSITIVE_INFINITY;
  return position < best && position <= lastSpokenPosition ? position : null;
}

/** BACK-1: once, when the wait is longer than the rule's; with 0 to everybody, also where the wait is not known. */
function offersCallback({ callback, told, wait }: Telling): boolean {
  if (callback === null || told?.callbackOffered === true || told?.callbackDeclined === true) return false;
  return callback.offerOver === 0 || (wait !== null && wait.waitMs > callback.offerOver);
}
