import type { Milliseconds } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';

/**
 * Our registration at a carrier (RFC 3261 section 10.2):
 *
 *   trying ─200─▶ registered ─refresh is due─▶ registered (asking)
 *      └──refused, no answer──▶ failed ─after a wait that doubles─▶ trying
 */
export type Registration =
  | { readonly state: 'trying'; readonly expires: number; readonly failures: number }
  | { readonly state: 'registered'; readonly expires: number; readonly failures: 0 }
  | { readonly state: 'failed'; readonly expires: number; readonly failures: number };

export type RegistrationInput =
  /** a refresh or the next attempt is due */
  | { readonly type: 'due' }
  /** 2xx; `granted` is what the carrier gave, in seconds */
  | { readonly type: 'accepted'; readonly granted: number }
  /** 423 with Min-Expires */
  | { readonly type: 'tooBrief'; readonly minimum: number }
  /** any other final response, or none; `retryAfter` in seconds where the carrier said so */
  | { readonly type: 'refused'; readonly retryAfter: number | null };

export interface RegistrationStep {
  readonly state: Registration;
  readonly send: boolean;
  /** when `due` is to come */
  readonly wait: Milliseconds | null;
}

export const notRegistered = (expires: number): Registration => ({ state: 'trying', expires, failures: 0 });

const FIRST_WAIT = seconds(5);
const LONGEST_WAIT = minutes(10);
const LONGEST_EXPIRES = 86_400;

/** `chance` in [0, 1) spreads the attempts of many gateways after a carrier's restart. */
export function stepRegistration(
  now: Registration,
  input: RegistrationInput,
  chance: number,
): RegistrationStep {
  switch (input.type) {
    case 'due':
      return { state: now.state === 'failed' ? { ...now, state: 'trying' } : now, send: true, wait: null };
    case 'accepted':
      return {
        state: { state: 'registered', expires: now.expires, failures: 0 },
        send: false,
        wait: refreshAfter(input.granted, chance),
      };
    case 'tooBrief':
      if (input.minimum <= now.expires || input.minimum > LONGEST_EXPIRES) return failed(now, null, chance);
      return { state: { ...now, expires: input.minimum }, send: true, wait: null };
    case 'refused':
      return failed(now, input.retryAfter, chance);
    default:
      return unreachable(input);
  }
}

function failed(now: Registration, retryAfter: number | null, chance: number): RegistrationStep {
  const failures = now.failures + 1;
  const doubled = Math.min(FIRST_WAIT * 2 ** Math.min(failures - 1, 16), LONGEST_WAIT);
  const asked = Math.min(seconds(retryAfter ?? 0), minutes(60));
  const wait = Math.max(asked, Math.round(doubled * (0.75 + chance / 2)));
  return { state: { state: 'failed', expires: now.expires, failures }, send: false, wait };
}

/** Between 80 and 90 % of what was granted, so that a lost request can be repeated in time. */
function refreshAfter(granted: number, chance: number): Milliseconds {
  return Math.max(seconds(1), Math.round(seconds(Math.min(granted, LONGEST_EXPIRES)) * (0.8 + chance / 10)));
}
