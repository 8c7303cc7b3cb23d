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
  TRYING_AFTER,
  type Resend,
  type Step,
} from './step.ts';

/**
 * INVITE server transaction (RFC 3261 section 17.2.1 with RFC 6026):
 *
 *   proceeding ─2xx─▶ accepted ─timer L─▶ terminated
 *       └──300-699──▶ completed ─ACK─▶ confirmed ─timer I─▶ terminated
 *                         └─────timer H─────────────────────────▲
 */
export type InviteServer =
  | { readonly state: 'proceeding'; readonly last: Uint8Array | null; readonly tryingAt: Instant | null }
  | {
      readonly state: 'completed';
      readonly last: Uint8Array;
      readonly resend: Resend | null;
      readonly endsAt: Instant;
    }
  | { readonly state: 'confirmed'; readonly endsAt: Instant }
  | { readonly state: 'accepted'; readonly endsAt: Instant }
  | { readonly state: 'terminated' };

export type InviteServerInput =
  /** the INVITE again */
  | { readonly type: 'request' }
  | { readonly type: 'ack' }
  /** from the transaction user, or the 100 that was due */
  | { readonly type: 'response'; readonly status: number; readonly bytes: Uint8Array }
  | { readonly type: 'transportFailed' }
  | { readonly type: 'time' };

export type InviteServerOutput =
  | { readonly do: 'send'; readonly bytes: Uint8Array; readonly again: boolean }
  | { readonly do: 'sayTrying' }
  /** an ACK that belongs to a 2xx */
  | { readonly do: 'passAck' }
  | { readonly do: 'fail'; readonly why: 'timeout' | 'transport' };

type Next = Step<InviteServer, InviteServerOutput>;
const TERMINATED = { state: 'terminated' } as const;

export const startInviteServer = (now: Instant): InviteServer => ({
  state: 'proceeding',
  last: null,
  tryingAt: now + TRYING_AFTER,
});

export function inviteServer(
  tx: InviteServer,
  input: InviteServerInput,
  now: Instant,
  reliable: boolean,
): Next {
  switch (tx.state) {
    case 'proceeding':
      return inProceeding(tx, input, now, reliable);
    case 'completed':
      return inCompleted(tx, input, now, reliable);
    case 'confirmed':
      return input.type === 'time' && now >= tx.endsAt ? stay(TERMINATED) : stay(tx);
    case 'accepted':
      return inAccepted(tx, input, now);
    case 'terminated':
      return stay(tx);
    default:
      return unreachable(tx);
  }
}

function inProceeding(
  tx: InviteServer & { state: 'proceeding' },
  input: InviteServerInput,
  now: Instant,
  reliable: boolean,
): Next {
  switch (input.type) {
    case 'request':
      return tx.last === null ? stay(tx) : step(tx, { do: 'send', bytes: tx.last, again: true });
    case 'response':
      return answered(input, now, reliable);
    case 'time':
      if (tx.tryingAt === null || now < tx.tryingAt) return stay(tx);
      return step({ ...tx, tryingAt: null }, { do: 'sayTrying' });
    case 'transportFailed':
      return step(TERMINATED, { do: 'fail', why: 'transport' });
    case 'ack':
      return stay(tx);
    default:
      return unreachable(input);
  }
}

function answered(
  { status, bytes }: InviteServerInput & { type: 'response' },
  now: Instant,
  reliable: boolean,
): Next {
  const send = { do: 'send', bytes, again: false } as const;
  if (status < 200) return step({ state: 'proceeding', last: bytes, tryingAt: null }, send);
  if (status < 300) return step({ state: 'accepted', endsAt: now + GIVE_UP }, send);
  return step(
    { state: 'completed', last: bytes, resend: firstResend(now, reliable), endsAt: now + GIVE_UP },
    send,
  );
}

function inCompleted(
  tx: InviteServer & { state: 'completed' },
  input: InviteServerInput,
  now: Instant,
  reliable: boolean,
): Next {
  switch (input.type) {
    case 'request':
      return step(tx, { do: 'send', bytes: tx.last, again: true });
    case 'ack':
      return stay(reliable ? TERMINATED : { state: 'confirmed', endsAt: now + T4 });
    case 'time':
      if (now >= tx.endsAt) return step(TERMINATED, { do: 'fail', why: 'timeout' });
      if (tx.resend === null || now < tx.resend.at) return stay(tx);
      return step(
        { ...tx, resend: nextResend(tx.resend, now, T2) },
        { do: 'send', bytes: tx.last, again: true },
      );
    case 'transportFailed':
      return step(TERMINATED, { do: 'fail', why: 'transport' });
    case 'response':
      return stay(tx);
    default:
      return unreachable(input);
  }
}

/** The transaction user repeats its 2xx until the ACK comes (RFC 6026 section 8.7); INVITEs that are repeated are absorbed. */
function inAccepted(tx: InviteServer & { state: 'accepted' }, input: InviteServerInput, now: Instant): Next {
  switch (input.type) {
    case 'ack':
      return step(tx, { do: 'passAck' });
    case 'response':
      if (input.status < 200 || input.status > 299) return stay(tx);
      return step(tx, { do: 'send', bytes: input.bytes, again: true });
    case 'time':
      return now >= tx.endsAt ? stay(TERMINATED) : stay(tx);
    case 'transportFailed':
      return step(tx, { do: 'fail', why: 'transport' });
    case 'request':
      return stay(tx);
    default:
      return unreachable(input);
  }
}

export function inviteServerDue(tx: InviteServer): Instant | null {
  switch (tx.state) {
    case 'proceeding':
      return tx.tryingAt;
    case 'completed':
      return earlier(tx.resend, tx.endsAt);
    case 'confirmed':
    case 'accepted':
      return tx.endsAt;
    case 'terminated':
      return null;
    default:
      return unreachable(tx);
  }
}
