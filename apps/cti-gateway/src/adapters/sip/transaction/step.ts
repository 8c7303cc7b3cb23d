import type { Instant, Milliseconds } from '@ringside/shared/model/instant';

/** What a transaction machine gives back: its new state and what is to be done now. */
export interface Step<State, Output> {
  readonly state: State;
  readonly outputs: readonly Output[];
}

const NOTHING: readonly never[] = [];
export const stay = <State>(state: State): Step<State, never> => ({ state, outputs: NOTHING });
export const step = <State, Output>(state: State, ...outputs: readonly Output[]): Step<State, Output> => ({
  state,
  outputs,
});

/** RFC 3261 section 17.1.1.1 and table 4. */
export const T1: Milliseconds = 500;
export const T2: Milliseconds = 4_000;
export const T4: Milliseconds = 5_000;
/** Timers B, F, H, J, L, M: after this the peer has given up. */
export const GIVE_UP: Milliseconds = 64 * T1;
/** Timer D on unreliable transports: "greater than 32 s". */
export const TIMER_D: Milliseconds = GIVE_UP + T1;
/**
 * When the transaction user is slower, the stack says 100 Trying. Section 17.2.1 asks for it after 200 ms at the latest; a
 * caller hears of us at once, but not before their call has found its agent.
 */
export const TRYING_AFTER: Milliseconds = 2;

/** When something is next sent again, and how long the pause before it was; null on reliable transports. */
export interface Resend {
  readonly at: Instant;
  readonly wait: Milliseconds;
}

export const firstResend = (now: Instant, reliable: boolean): Resend | null =>
  reliable ? null : { at: now + T1, wait: T1 };

/** Doubles the pause up to `most`. */
export function nextResend({ wait }: Resend, now: Instant, most: Milliseconds): Resend {
  const longer = Math.min(wait * 2, most);
  return { at: now + longer, wait: longer };
}

export const earlier = (resend: Resend | null, endsAt: Instant): Instant =>
  resend === null ? endsAt : Math.min(resend.at, endsAt);
