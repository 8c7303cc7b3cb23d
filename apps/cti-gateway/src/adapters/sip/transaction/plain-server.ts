import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import { GIVE_UP, stay, step, type Step } from './step.ts';

/**
 * Server transaction for everything but INVITE and ACK (RFC 3261 section 17.2.2):
 *
 *   trying ─1xx─▶ proceeding ─200-699─▶ completed ─timer J─▶ terminated
 *      └──────────200-699──────────────────▲
 *
 * `trying` and `proceeding` end when the client has given up (its timer F): an answer after that reaches nobody.
 */
export type PlainServer =
  | { readonly state: 'trying'; readonly endsAt: Instant }
  | { readonly state: 'proceeding'; readonly last: Uint8Array; readonly endsAt: Instant }
  | { readonly state: 'completed'; readonly last: Uint8Array; readonly endsAt: Instant }
  | { readonly state: 'terminated' };

export type PlainServerInput =
  | { readonly type: 'request' }
  | { readonly type: 'response'; readonly status: number; readonly bytes: Uint8Array }
  | { readonly type: 'transportFailed' }
  | { readonly type: 'time' };

export type PlainServerOutput =
  | { readonly do: 'send'; readonly bytes: Uint8Array; readonly again: boolean }
  | { readonly do: 'fail'; readonly why: 'transport' };

type Next = Step<PlainServer, PlainServerOutput>;
const TERMINATED = { state: 'terminated' } as const;

export const startPlainServer = (now: Instant): PlainServer => ({ state: 'trying', endsAt: now + GIVE_UP });

export function plainServer(tx: PlainServer, input: PlainServerInput, now: Instant, reliable: boolean): Next {
  if (tx.state === 'terminated') return stay(tx);
  switch (input.type) {
    case 'request':
      return tx.state === 'trying' ? stay(tx) : step(tx, { do: 'send', bytes: tx.last, again: true });
    case 'response':
      return tx.state === 'completed' ? stay(tx) : answered(tx, input, now, reliable);
    case 'transportFailed':
      return step(TERMINATED, { do: 'fail', why: 'transport' });
    case 'time':
      return now >= tx.endsAt ? stay(TERMINATED) : stay(tx);
    default:
      return unreachable(input);
  }
}

function answered(
  tx: PlainServer & { state: 'trying' | 'proceeding' },
  { status, bytes }: PlainServerInput & { type: 'response' },
  now: Instant,
  reliable: boolean,
): Next {
  const send = { do: 'send', bytes, again: false } as const;
  if (status < 200) return step({ state: 'proceeding', last: bytes, endsAt: tx.endsAt }, send);
  return step(reliable ? TERMINATED : { state: 'completed', last: bytes, endsAt: now + GIVE_UP }, send);
}

export const plainServerDue = (tx: PlainServer): Instant | null =>
  tx.state === 'terminated' ? null : tx.endsAt;
