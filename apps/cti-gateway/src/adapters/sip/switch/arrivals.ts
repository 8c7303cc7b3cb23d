import type { Milliseconds } from '@ringside/shared/model/instant';
import type { DigestServer } from '../authentication/digest-server.ts';
import { createDigestServer } from '../authentication/digest-server.ts';
import { hashHex, ha1Of } from '../authentication/digest.ts';
import { answerTo } from '../dialog/answer-to.ts';
import { acceptHeader, allowHeader, supportedByTrunks } from '../dialog/capabilities.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import { localTagOf } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import { newTag } from '../dialog/ground.ts';
import { dialogOfInvite } from '../dialog/inbound-invite.ts';
import type { SipHeader } from '../message/message.ts';
import type { Registrar } from '../registrar/registrar.ts';
import type { IncomingRequest } from '../stack.ts';
import type { Admission } from '../trunk/admission.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import { faultOfInvite } from './arrival-check.ts';
import { onceAMinute } from './once-a-minute.ts';
import type { SwitchSettings } from './switch-settings.ts';

export interface ArrivalParts {
  readonly ground: Ground;
  readonly dialogs: Dialogs;
  readonly registrar: Registrar;
  readonly admission: Admission;
  readonly settings: SwitchSettings;
}

/** What happens with an INVITE that may come in; `false`: there is no room for it now. */
export interface ArrivalListener {
  hasRoom(): boolean;
  arrived(trunk: TrunkSettings, incoming: IncomingRequest, dialog: Dialog): void;
}

export interface ArrivalCounters {
  requests: number;
  refusedSources: number;
  refusedFull: number;
  wrongCredentials: number;
  unknownDialogs: number;
}

/**
 * The door: every request from the stack comes in here (RFC 3261 section 8.2). Requests of a dialog go to it, REGISTER to
 * the registrar; a call is taken from a trunk that may call, and from nobody else. Agents never dial by SIP: they ask
 * the gateway, so an INVITE from a station is refused.
 */
export function createArrivals(
  { ground, dialogs, registrar, admission, settings }: ArrivalParts,
  listener: ArrivalListener,
): { receive(incoming: IncomingRequest): void; readonly counters: ArrivalCounters } {
  const counters = { requests: 0, refusedSources: 0, refusedFull: 0, wrongCredentials: 0, unknownDialogs: 0 };
  const digests = digestServers(ground, settings);
  const isNews = onceAMinute();
  const response = ({ request }: IncomingRequest, status: number, headers: readonly SipHeader[] = []) =>
    answerTo(request, status, { tag: newTag(ground.ids), headers });
  const reply = (incoming: IncomingRequest, status: number, headers: readonly SipHeader[] = []) =>
    incoming.respond(response(incoming, status, headers));
  /** for whom nobody knows: the sender of a datagram may be forged */
  const dismiss = (incoming: IncomingRequest, status: number, headers: readonly SipHeader[] = []) =>
    incoming.dismiss(response(incoming, status, headers));

  function receive(incoming: IncomingRequest): void {
    counters.requests += 1;
    if (dialogs.receive(incoming)) return;
    const { request } = incoming;
    if (request.method === 'ACK') return;
    if (localTagOf(request) !== null && request.method !== 'REGISTER') {
      counters.unknownDialogs += 1;
      return dismiss(incoming, 481);
    }
    switch (request.method) {
      case 'REGISTER':
        return registrar.receive(incoming);
      case 'INVITE':
        return invite(incoming);
      case 'OPTIONS':
        return options(incoming);
      case 'REFER':
        return dismiss(incoming, 403);
      case 'BYE':
      case 'UPDATE':
      case 'PRACK':
      case 'INFO':
      case 'NOTIFY':
        return dismiss(incoming, 481);
      default:
        return dismiss(incoming, 405, [allowHeader]);
    }
  }

  function invite(incoming: IncomingRequest): void {
    const trunk = registrar.knows(incoming.flow) ? null : admission.trunkOf(incoming.flow);
    if (trunk === null) return refuseSource(incoming);
    if (!proves(incoming, trunk)) return;
    const fault = faultOfInvite(incoming.request, settings.instanceId, settings.timings.session);
    if (fault !== null) return reply(incoming, fault.status, fault.headers);
    const dialog = dialogOfInvite(ground, incoming.request);
    if (dialog === null) return reply(incoming, 400);
    if (!listener.hasRoom()) {
      counters.refusedFull += 1;
      return reply(incoming, 503, [retryAfterHeader(settings.timings.retryAfter)]);
    }
    listener.arrived(trunk, incoming, dialog);
  }

  function options(incoming: IncomingRequest): void {
    const known = registrar.knows(incoming.flow) || admission.trunkOf(incoming.flow) !== null;
    if (!known) return refuseSource(incoming);
    reply(incoming, 200, [allowHeader, acceptHeader, supportedByTrunks]);
  }

  function refuseSource(incoming: IncomingRequest): void {
    const { remoteAddress, transport } = incoming.flow;
    counters.refusedSources += 1;
    if (!isNews(remoteAddress, ground.clock.now())) return dismiss(incoming, 403);
    ground.log.warn('A request was refused: its sender is no trunk that may call.', {
      method: incoming.request.method,
      from: remoteAddress,
      transport,
    });
    dismiss(incoming, 403);
  }

  /** RFC 3261 section 22.2, for trunks that must prove who they are. */
  function proves(incoming: IncomingRequest, trunk: TrunkSettings): boolean {
    const digest = digests.get(trunk.trunkId);
    const account = trunk.digestIn;
    if (digest === undefined || account === null) return true;
    const now = ground.clock.now();
    const credentials = digest.server.credentialsIn(incoming.request, 'Authorization');
    const known = credentials?.userName === account.userName ? digest.secrets : null;
    const verdict = credentials && digest.server.judge(credentials, known, incoming.request, now);
    if (verdict === 'good') return true;
    if (verdict === 'wrong') counters.wrongCredentials += 1;
    const challenges = digest.server.challenges(now, verdict === 'stale');
    dismiss(
      incoming,
      401,
      challenges.map((value) => ({ name: 'WWW-Authenticate', value })),
    );
    return false;
  }

  return { receive, counters };
}

export const retryAfterHeader = (wait: Milliseconds): SipHeader => ({
  name: 'Retry-After',
  value: String(Math.ceil(wait / 1_000)),
});

interface TrunkDigest {
  readonly server: DigestServer;
  readonly secrets: { readonly ha1Sha256: string; readonly ha1Md5: string };
}

function digestServers(ground: Ground, settings: SwitchSettings): ReadonlyMap<string, TrunkDigest> {
  const servers = new Map<string, TrunkDigest>();
  for (const { trunkId, digestIn } of settings.trunks) {
    if (digestIn === null) continue;
    const realm = digestIn.realm ?? settings.realm;
    const { userName, password } = digestIn;
    servers.set(trunkId, {
      server: createDigestServer({ realm, key: newKey(ground), chance: () => ground.ids.secret(12) }),
      secrets: {
        ha1Sha256: ha1Of('SHA-256', userName, realm, password),
        ha1Md5: ha1Of('MD5', userName, realm, password),
      },
    });
  }
  return servers;
}

/** 32 octets that nobody can guess. */
export const newKey = ({ ids }: Ground): Uint8Array => Buffer.from(hashHex('SHA-256', ids.secret(32)), 'hex');
