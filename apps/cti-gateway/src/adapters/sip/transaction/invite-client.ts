import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import {
  earlier,
  firstResend,
  GIVE_UP,
  nextResend,
  stay,
  step,
  TIMER_D,
  type Resend,
  type Step,
} from './step.ts';

/**
 * INVITE client transaction (RFC 3261 section 17.1.1 with RFC 6026), and its cancellation (section 9.1):
 *
 *   calling ─1xx─▶ proceeding ─2xx─▶ accepted ─timer M─▶ terminated
 *      │               └──300-699──▶ completed ─timer D─▶ terminated
 *      └─timer B, transport─▶ terminated
 */
export type InviteClient =
  | {
      readonly state: 'calling';
      readonly resend: Resend | null;
      readonly endsAt: Instant;
      readonly cancelled: boolean;
    }
  /** `endsAt`: once cancelled, the peer has this long for its final response */
  | { readonly state: 'proceeding'; readonly endsAt: Instant | null }
  | { readonly state: 'completed'; readonly endsAt: Instant }
  | { readonly state: 'accepted'; readonly endsAt: Instant }
  | { readonly state: 'terminated' };

export type InviteClientInput =
  | { readonly type: 'response'; readonly status: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'transportFailed' }
  | { readonly type: 'time' };

export type InviteClientOutput =
  | { readonly do: 'resend' }
  /** to the transaction user */
  | { readonly do: 'deliver' }
  | { readonly do: 'sendAck' }
  | { readonly do: 'sendCancel' }
  | { readonly do: 'fail'; readonly why: 'timeout' | 'transport' };

type Next = Step<InviteClient, InviteClientOutput>;
const TERMINATED = { state: 'terminated' } as const;
const failed = (why: 'timeout' | 'transport'): Next => step(TERMINATED, { do: 'fail', why });

/** The INVITE was just sent. */
export const startInviteClient = (now: Instant, reliable: boolean): InviteClient => ({
  state: 'calling',
  resend: firstResend(now, reliable),
  endsAt: now + GIVE_UP,
  cancelled: false,
});

export function inviteClient(
  tx: InviteClient,
  input: InviteClientInput,
  now: Instant,
  reliable: boolean,
): Next {
  switch (tx.state) {
    case 'calling':
      return inCalling(tx, input, now, reliable);
    case 'proceeding':
      return inProceeding(tx, input, now, reliable);
    case 'completed':
      if (input.type === 'response' && input.status >= 300) return step(tx, { do: 'sendAck' });
      return ending(tx, input, now);
    case 'accepted':
      // several 2xx when the INVITE was forked, or one repeated until its ACK arrives
      if (input.type === 'response' && input.status >= 200 && input.status < 300)
        return step(tx, { do: 'deliver' });
      return ending(tx, input, now);
    case 'terminated':
      return stay(tx);
    default:
      return unreachable(tx);
  }
}

const ending = (tx: InviteClient & { endsAt: Instant }, input: InviteClientInput, now: Instant): Next =>
  stay(input.type === 'time' && now >= tx.endsAt ? TERMINATED : tx);

function inCalling(
  tx: InviteClient & { state: 'calling' },
  input: InviteClientInput,
  now: Instant,
  reliable: boolean,
): Next {
  switch (input.type) {
    case 'response':
      if (input.status >= 200) return finished(input.status, now, reliable);
      if (!tx.cancelled) return step({ state: 'proceeding', endsAt: null }, { do: 'deliver' });
      return step({ state: 'proceeding', endsAt: now + GIVE_UP }, { do: 'deliver' }, { do: 'sendCancel' });
    case 'cancel':
      return stay({ ...tx, cancelled: true });
    case 'transportFailed':
      return failed('transport');
    case 'time':
      if (now >= tx.endsAt) return failed('timeout');
      if (tx.resend === null || now < tx.resend.at) return stay(tx);
      return step({ ...tx, resend: nextResend(tx.resend, now, GIVE_UP) }, { do: 'resend' });
    default:
      return unreachable(input);
  }
}

function inProceeding(
  tx: InviteClient & { state: 'proceeding' },
  input: InviteClientInput,
  now: Instant,
  reliable: boolean,
): Next {
  switch (input.type) {
    case 'response':
      return input.status < 200 ? step(tx, { do: 'deliver' }) : finished(input.status, now, reliable);
    case 'cancel':
      return tx.endsAt === null ? step({ ...tx, endsAt: now + GIVE_UP }, { do: 'sendCancel' }) : stay(tx);
    case 'transportFailed':
      return failed('transport');
    case 'time':
      return tx.endsAt !== null && now >= tx.endsAt ? failed('timeout') : stay(tx);
    default:
      return unreachable(input);
  }
}

function finished(status: number, now: Instant, reliable: boolean): Next {
  if (status < 300) return step({ state: 'accepted', endsAt: now + GIVE_UP }, { do: 'deliver' });
  const next = reliable ? TERMINATED : ({ state: 'completed', endsAt: now + TIMER_D } as const);
  return step(next, { do: 'sendAck' }, { do: 'deliver' });
}

export function inviteClientDue(tx: InviteClient): Instant | null {
  if (tx.state === 'terminated') return null;
  return tx.state === 'calling' ? earlier(tx.resend, tx.endsAt) : tx.endsAt;
}
