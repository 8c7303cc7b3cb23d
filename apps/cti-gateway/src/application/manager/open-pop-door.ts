import type { Language } from '@ringside/shared/model/language';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { ManagerRequest, PopLink } from '../../domain/manager/manager-request.ts';
import { standingOfLink } from '../../domain/manager/pop-link.ts';
import { instantOf } from '../../domain/rota/local-time.ts';
import type { NoteFault, PopDoor, PopNote, PopRefusal } from '../../ports/pop-door.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { noteRequest } from './note-request.ts';
import { holderOf } from './pop-link.ts';
import { popOf } from './pop-view.ts';
import { requestPerson } from './request-view.ts';

const cookieBytes = 32;

interface GoodLink {
  readonly link: PopLink;
  readonly request: ManagerRequest;
  readonly language: Language;
}

/** The driving port behind one-time links (SPEC LINK). */
export function openPopDoor(parts: Parts): PopDoor {
  const { secrets, store } = parts;
  const isOpenedBy = (link: PopLink, cookie: string | null): boolean =>
    cookie !== null && link.openedBySha256 === secrets.sha256Hex(cookie);
  return {
    look: async (token, cookie) => {
      const found = await goodLink(parts, token);
      if (!found.ok) return found.refusal;
      const { link, request, language } = found.value;
      if (!isOpenedBy(link, cookie)) return { is: 'toOpen', language };
      return { is: 'open', language, pop: await popOf(parts, request, language) };
    },
    open: (token, cookie) =>
      parts.inTurn(`pop ${secrets.sha256Hex(token)}`, async () => {
        const found = await goodLink(parts, token);
        if (!found.ok) return found;
        const { link, language } = found.value;
        if (link.openedBySha256 === null) return ok(await openFirst(parts, link));
        if (cookie !== null && isOpenedBy(link, cookie)) return ok(cookie);
        audit(parts, link.agentId, 'popLink.refused', link.requestId, {});
        return refuse({ is: 'used', language });
      }),
    note: async (token, cookie, note) => {
      const found = await goodLink(parts, token);
      if (!found.ok) return found;
      const { link, language } = found.value;
      if (!isOpenedBy(link, cookie)) return refuse({ is: 'used', language });
      if ((await store.managerRequest(link.requestId)) === null) return refuse({ is: 'over', language });
      return noteBy(parts, link, note);
    },
  };
}

/** LINK-4: a link that may be used now, with the request it is for. */
async function goodLink(parts: Parts, token: string): Promise<Result<GoodLink, PopRefusal>> {
  const link = await parts.store.popLink(parts.secrets.sha256Hex(token));
  const person = link === null ? undefined : parts.floor.agents.get(link.agentId)?.agent;
  // whoever is off the rotas sees no customers by an old link
  if (link === null || person?.active !== true || !requestPerson(parts, link.agentId).onRotas)
    return refuse({ is: 'unknown', language: null });
  const { language } = person;
  const request = await parts.store.managerRequest(link.requestId);
  if (request === null) return refuse({ is: 'over', language });
  const facts = { holder: holderOf(parts, request), callEndedAt: await endOf(parts, request) };
  const standing = standingOfLink(link, facts, parts.clock.now());
  return standing === 'good' ? ok({ link, request, language }) : refuse({ is: standing, language });
}

async function endOf({ store }: Parts, { callId }: ManagerRequest): Promise<number | null> {
  return callId === null ? null : ((await store.call(callId))?.endedAt ?? null);
}

/** LINK-3: of two that come at once one is the first. */
async function openFirst(parts: Parts, link: PopLink): Promise<string> {
  const cookie = parts.ids.secret(cookieBytes);
  const opened: PopLink = {
    ...link,
    openedBySha256: parts.secrets.sha256Hex(cookie),
    openedAt: parts.clock.now(),
  };
  await parts.journal.write({ changes: [{ put: 'popLink', link: opened }] });
  audit(parts, link.agentId, 'popLink.opened', link.requestId, {});
  return cookie;
}

async function noteBy(
  parts: Parts,
  link: PopLink,
  { promise, ...rest }: PopNote,
): Promise<Result<null, NoteFault>> {
  const asker = { agentId: link.agentId, commandId: `pop ${link.tokenSha256}` };
  const { timeZone } = parts.centre;
  const dueAt = (at: number | string): number => (typeof at === 'number' ? at : instantOf(at, timeZone));
  const promised = promise === null ? null : { what: promise.what, dueAt: dueAt(promise.dueAt) };
  const entry = { ...rest, promise: promised, requestId: link.requestId };
  const done = await noteRequest(parts, asker, entry, 'phone');
  return done.ok ? done : refuse(faultOf(done.refusal));
}

function faultOf({ problem, field }: Problem): NoteFault {
  if (field === 'promise.dueAt') return { is: 'promiseInThePast' };
  return { is: problem === 'changedMeanwhile' ? 'changedMeanwhile' : 'notNow' };
}
