import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { parseCSeq } from '../message/c-seq.ts';
import { header, headers, withTag } from '../message/header.ts';
import type { SipMessage, SipRequest, SipResponse } from '../message/message.ts';
import { parseNameAddress } from '../message/name-address.ts';
import { parameter } from '../message/parameter.ts';

/** A dialog's state (RFC 3261 section 12). Plain values, so that it can be written down and taken up after a restart. */
export interface Dialog {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  /** our From or To, tag included */
  readonly local: string;
  readonly remote: string;
  /** URI of the peer's Contact */
  readonly remoteTarget: string;
  /** Route values in the order they are written */
  readonly routeSet: readonly string[];
  readonly localCSeq: number;
  /** null until the peer sent a request in it */
  readonly remoteCSeq: number | null;
  /** who sends again sooner after a 491 (section 14.1) */
  readonly choseCallId: boolean;
}

/** At most so many proxies on the way; more is an attack. */
const MOST_ROUTES = 16;

/** The tag of a From or To value; null when it has none or is malformed. */
export function tagOf(value: string | undefined): string | null {
  const address = value === undefined ? null : parseNameAddress(value);
  return (address && parameter(address, 'tag')) || null;
}

/** The URI of the one Contact; null when there is none or it is malformed. */
export function contactOf(message: SipMessage): string | null {
  const value = header(message, 'Contact');
  return value === undefined ? null : (parseNameAddress(value)?.uri ?? null);
}

/** Section 12.1.1. Null when Contact, From, Call-ID or CSeq can't be used. */
export function dialogAsServer(request: SipRequest, localTag: string): Dialog | null {
  const remoteTarget = contactOf(request);
  const callId = header(request, 'Call-ID');
  const from = header(request, 'From');
  const to = header(request, 'To');
  const cseq = parseCSeq(header(request, 'CSeq') ?? '');
  const routeSet = headers(request, 'Record-Route');
  if (remoteTarget === null || !callId || !from || !to || cseq === null || routeSet.length > MOST_ROUTES)
    return null;
  return {
    callId,
    localTag,
    remoteTag: tagOf(from) ?? '',
    local: withTag(to, localTag),
    remote: from,
    remoteTarget,
    routeSet,
    localCSeq: 0,
    remoteCSeq: cseq.number,
    choseCallId: false,
  };
}

/** Section 12.1.2: from the INVITE that we sent and a response with a To tag. */
export function dialogAsClient(request: SipRequest, response: SipResponse): Dialog | null {
  const remoteTarget = contactOf(response);
  const callId = header(request, 'Call-ID');
  const from = header(request, 'From');
  const to = header(response, 'To');
  const cseq = parseCSeq(header(request, 'CSeq') ?? '');
  const routeSet = headers(response, 'Record-Route');
  const remoteTag = tagOf(to);
  if (remoteTarget === null || !callId || !from || !to || cseq === null || remoteTag === null) return null;
  if (routeSet.length > MOST_ROUTES) return null;
  return {
    callId,
    localTag: tagOf(from) ?? '',
    remoteTag,
    local: from,
    remote: to,
    remoteTarget,
    routeSet: routeSet.toReversed(),
    localCSeq: cseq.number,
    remoteCSeq: null,
    choseCallId: true,
  };
}

/** Section 12.2.2: the dialog after a request of the peer; refused when its number is not above the last one (500). */
export function afterRequest(dialog: Dialog, request: SipRequest): Result<Dialog, 'outOfOrder'> {
  const cseq = parseCSeq(header(request, 'CSeq') ?? '');
  if (cseq === null) return refuse('outOfOrder');
  if (dialog.remoteCSeq !== null && cseq.number <= dialog.remoteCSeq) return refuse('outOfOrder');
  return ok({ ...dialog, remoteCSeq: cseq.number });
}

/** Target refresh (INVITE, UPDATE and their 2xx): the peer is now reached at its new Contact. */
export function withTargetOf(dialog: Dialog, message: SipMessage): Dialog {
  const remoteTarget = contactOf(message);
  return remoteTarget === null || remoteTarget === dialog.remoteTarget ? dialog : { ...dialog, remoteTarget };
}

export const withNextCSeq = (dialog: Dialog): Dialog => ({ ...dialog, localCSeq: dialog.localCSeq + 1 });

/** Section 13.2.2.4: the route set is computed anew from the 2xx, the early dialog's numbers stay. */
export function confirmedBy(early: Dialog, invite: SipRequest, response: SipResponse): Dialog {
  const fresh = dialogAsClient(invite, response);
  if (fresh === null) return early;
  return { ...early, remoteTarget: fresh.remoteTarget, routeSet: fresh.routeSet, remote: fresh.remote };
}
