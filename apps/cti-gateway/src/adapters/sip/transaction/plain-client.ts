import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import {
  earlier,
  firstResend,
  GIVE_UP,
  nextResend,
  stay,
  step,
  T2,
  T4,
  type Resend,
  type Step,
} from './step.ts';

/**
 * Client transaction for everything but INVITE and ACK (RFC 3261 section 17.1.2):
 *
 *   trying ─1xx─▶ proceeding ─200-699─▶ completed ─timer K─▶ terminated
 *      └────────────200-699────────────────▲      timer F, transport ─▶ terminated
 */
export type PlainClient =
  | { readonly state: 'trying' | 'proceeding'; readonly resend: Resend | null; readonly endsAt: Instant }
  | { readonly state: 'completed'; readonly endsAt: Instant }
  | { readonly state: 'terminated' };

export type PlainClientInput =
  | { readonly type: 'response'; readonly status: number }
  | { readonly type: 'transportFailed' }
  | { readonly type: 'time' };

export type PlainClientOutput =
  | { readonly do: 'resend' }
  | { readonly do: 'deliver' }
  | { readonly do: 'fail'; readonly why: 'timeout' | 'transport' };

type Next = Step<PlainClient, PlainClientOutput>;
type Open = PlainClient & { state: 'trying' | 'proceeding' };
const TERMINATED = { state: 'terminated' } as const;

/** The request was just sent. */
export const startPlainClient = (now: Instant, reliable: boolean): PlainClient => ({
  state: 'trying',
  resend: firstResend(now, reliable),
  endsAt: now + GIVE_UP,
});

export function plainClient(tx: PlainClient, input: PlainClientInput, now: Instant, reliable: boolean): Next {
  switch (tx.state) {
    case 'trying':
    case 'proceeding':
      return whileOpen(tx, input, now, reliable);
    case 'completed':
      return stay(input.type === 'time' && now >= tx.endsAt ? TERMINATED : tx);
    case 'terminated':
      return stay(tx);
    default:
      return unreachable(tx);
  }
}

function whileOpen(tx: Open, input: PlainClientInput, now: Instant, reliable: boolean): Next {
  switch (input.type) {
    case 'response':
      if (input.status < 200) return step({ ...tx, state: 'proceeding' }, { do: 'deliver' });
      return step(reliable ? TERMINATED : { state: 'completed', endsAt: now + T4 }, { do: 'deliver' });
    case 'transportFailed':
      return step(TERMINATED, { do: 'fail', why: 'transport' });
    case 'time':
      if (now >= tx.endsAt) return step(TERMINATED, { do: 'fail', why: 'timeout' });
      return tx.resend === null || now < tx.resend.at ? stay(tx) : repeated(tx, tx.resend, now);
    default:
      return unreachable(input);
  }
}

/** Timer E: doubles up to T2, and is T2 at once when the peer has said that it is at work. */
function repeated(tx: Open, resend: Resend, now: Instant): Next {
  const next = tx.state === 'proceeding' ? { at: now + T2, wait: T2 } : nextResend(resend, now, T2);
  return step({ ...tx, resend: next }, { do: 'resend' });
}

export function plainClientDue(tx: PlainClient): Instant | null {
  if (tx.state === 'terminated') return null;
  return tx.state === 'completed' ? tx.endsAt : earlier(tx.resend, tx.endsAt);
}
