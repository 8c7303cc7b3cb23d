import type { AgentId, ManagerRequestId } from '@ringside/shared/model/ids';
import { minutes } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import { agentOf } from '../../domain/call/call.ts';
import type { ManagerRequest, PopLink } from '../../domain/manager/manager-request.ts';
import { popLinkLasts } from '../../domain/manager/pop-link.ts';
import type { Change } from '../../ports/store.ts';
import { problem } from '../desk-problem.ts';
import { noticeTo } from '../notices/notice-to.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { popMail } from './pop-mail.ts';

const secretBytes = 32;
/** a mail that comes later than this is about somebody who has gone */
const mailIsUsefulFor = minutes(30);

interface Made {
  /** on this gateway, with the secret: told once, kept nowhere */
  readonly path: string;
  readonly change: Change;
}

/** LINK-1 */
function makeLink({ ids, secrets, clock }: Parts, request: ManagerRequest, agentId: AgentId): Made {
  const token = ids.secret(secretBytes);
  const madeAt = clock.now();
  const link: PopLink = {
    tokenSha256: secrets.sha256Hex(token),
    requestId: request.requestId,
    agentId,
    madeAt,
    expiresAt: madeAt + popLinkLasts,
    openedBySha256: null,
    openedAt: null,
  };
  return { path: `/pop/${token}`, change: { put: 'popLink', link } };
}

/**
 * LINK-2: mails whoever is rung at their own telephone the page with the caller. Call it when that telephone is rung or
 * has taken the call; once for a request and a person is enough, and more often does no harm. Never rejects: no caller
 * waits for a mail.
 */
export async function popLinkFor(parts: Parts, request: ManagerRequest, agentId: AgentId): Promise<void> {
  try {
    await parts.inTurn(`pop link ${request.requestId}`, () => mailLink(parts, request, agentId));
  } catch (cause) {
    parts.log.error('a link to a caller could not be sent', { agentId, cause: String(cause) });
  }
}

async function mailLink(parts: Parts, request: ManagerRequest, agentId: AgentId): Promise<void> {
  const { publicUrl } = parts.settings;
  const address = parts.rota.contact(agentId).email;
  const person = parts.floor.agents.get(agentId)?.agent;
  if (publicUrl === null || address === null || person === undefined || parts.mail === null) return;
  const now = parts.clock.now();
  const made = await parts.store.popLinksOf(request.requestId);
  if (made.some((link) => link.agentId === agentId && link.expiresAt > now)) return;
  const { path, change } = makeLink(parts, request, agentId);
  const mail = await noticeTo(parts, {
    key: `pop ${path}`,
    to: agentId,
    address,
    language: person.language,
    ...popMail(person.language, `${publicUrl}${path}`),
    calendar: null,
    usefulUntil: now + mailIsUsefulFor,
  });
  await parts.journal.write({ changes: [change, ...mail, { put: 'popLinksGone', before: now }] });
  audit(parts, agentId, 'popLink.mailed', request.requestId, {});
}

/** LINK-2: the same page for the telephone of somebody who sits at their desk: shown once, on their own request. */
export async function linkToShow(
  parts: Parts,
  agentId: AgentId,
  requestId: ManagerRequestId,
): Promise<Result<{ readonly path: string }, Problem>> {
  const request = await parts.store.managerRequest(requestId);
  if (request === null) return refuse(problem('unknownRequest'));
  if (holderOf(parts, request) !== agentId) return refuse(problem('notAllowed'));
  const { path, change } = makeLink(parts, request, agentId);
  await parts.journal.write({ changes: [change] });
  audit(parts, agentId, 'popLink.shown', requestId, {});
  return ok({ path });
}

/** Who took it, or is rung for it right now. */
export function holderOf({ floor }: Parts, { takenBy, callId }: ManagerRequest): AgentId | null {
  const live = callId === null ? undefined : floor.calls.get(callId);
  return takenBy ?? (live === undefined ? null : agentOf(live.call));
}
