import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours, minutes } from '@ringside/shared/model/instant';
import type { PopLink } from './manager-request.ts';

/** LINK-4: however long the call. */
export const popLinkLasts: Milliseconds = hours(4);
/** what is left for the note once the caller is gone */
export const popLinkAfterCall: Milliseconds = minutes(30);

/** `over`: its time has passed; `notTheirs`: somebody else has the caller now, or nobody */
export type PopLinkStanding = 'good' | 'over' | 'notTheirs';

export interface PopLinkFacts {
  /** who took the request, or is being rung for it */
  readonly holder: AgentId | null;
  /** null: it goes on, or there was none */
  readonly callEndedAt: Instant | null;
}

export function standingOfLink(
  link: PopLink,
  { holder, callEndedAt }: PopLinkFacts,
  now: Instant,
): PopLinkStanding {
  const afterCall =
    callEndedAt === null ? link.expiresAt : Math.max(callEndedAt, link.madeAt) + popLinkAfterCall;
  if (now >= Math.min(link.expiresAt, afterCall)) return 'over';
  return holder === link.agentId ? 'good' : 'notTheirs';
}
