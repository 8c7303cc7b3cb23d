import { parseCSeq } from '../message/c-seq.ts';
import { header } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import type { IncomingRequest } from '../stack.ts';
import { bodyType, digitOf, sdpOf, withSdp } from './body.ts';
import { acceptHeader, allowHeader, supportedByStations, supportedByTrunks } from './capabilities.ts';
import type { Dialog } from './dialog.ts';
import { afterRequest, withNextCSeq, withTargetOf } from './dialog.ts';
import type { Ground } from './ground.ts';
import { chance } from './ground.ts';
import { lists, timerWordsOf, unsupportedRequirements } from './option-tags.ts';
import type { Refreshable, RequestHandlers } from './refresh.ts';
import { Refresh } from './refresh.ts';
import { requestWithin } from './request-within.ts';
import { answerTo } from './answer-to.ts';
import { repeatUntilAcknowledged, waitBefore2xx } from './retransmission.ts';
import { credentialsIn, sendRequest } from './send-request.ts';
import type { SessionEnd, SessionListener, SessionParts } from './session-parts.ts';
import type { SessionTimer } from './session-timer.ts';
import { agreeAsServer, sessionExpiresAsServer } from './session-timer.ts';

/** A 2xx of ours that the peer has not acknowledged yet. */
interface Unacknowledged {
  readonly cseq: number;
  /** it carried our offer, so the ACK carries the answer */
  readonly offered: boolean;
  stop(): void;
}

/**
 * One dialog with a session in it, from the first response that made it to the BYE (RFC 3261 sections 12 to 15,
 * RFC 3311, RFC 4028), in both roles:
 *
 *   early ─2xx─▶ confirmed ─BYE, lost─▶ ended
 *     └────────────BYE, end────────────────▲
 *
 * Offers of the two sides never overlap: `#refresh.offering` is our open offer, `#theirs` the peer's INVITE that has no final
 * response, `#unacknowledged` a 2xx that has no ACK.
 */
export class Session {
  readonly #ground: Ground;
  readonly #parts: SessionParts;
  readonly #listener: SessionListener;
  #dialog: Dialog;
  readonly #refresh: Refresh;
  #peerUpdates: boolean;
  #state: 'early' | 'confirmed' | 'ended' = 'early';
  #theirs: IncomingRequest | null = null;
  #reanswering = false;
  #unacknowledged: Unacknowledged | null = null;
  #byeOwed = false;
  #forget: () => void = () => {};

  constructor(ground: Ground, parts: SessionParts, listener: SessionListener) {
    this.#ground = ground;
    this.#parts = parts;
    this.#listener = listener;
    this.#dialog = parts.dialog;
    this.#peerUpdates = parts.peerUpdates;
    this.#refresh = new Refresh(ground, parts.timerWish, parts.timer, this.#refreshable());
  }

  get dialog(): Dialog {
    return this.#dialog;
  }
  get timer(): SessionTimer | null {
    return this.#refresh.timer;
  }
  /** the peer's Allow lists UPDATE (RFC 3311) */
  get peerUpdates(): boolean {
    return this.#peerUpdates;
  }
  get ended(): boolean {
    return this.#state === 'ended';
  }

  /** What to do when no message of this dialog can come any more. */
  onForgotten(forget: () => void): void {
    this.#forget = forget;
  }

  /** The dialog is confirmed by a 2xx of the peer, or was so in an earlier run. */
  confirm(dialog: Dialog, timer: SessionTimer | null, peerUpdates: boolean): void {
    this.#dialog = dialog;
    this.#refresh.timer = timer;
    this.#peerUpdates = peerUpdates;
    this.#state = 'confirmed';
    this.#refresh.start();
  }

  /** Sends the 2xx to the INVITE that made this dialog and repeats it until the ACK (section 13.3.1.4). */
  confirmWith(
    incoming: IncomingRequest,
    sdp: string | null,
    timer: SessionTimer | null,
    offered: boolean,
  ): void {
    this.#refresh.timer = timer;
    this.#state = 'confirmed';
    this.#send2xx(incoming, sdp, offered, lists(incoming.request, 'Supported', 'timer'));
    this.#refresh.start();
  }

  /** Ends the session from our side. The listener hears nothing: who calls this knows. */
  end(reason: readonly SipHeader[] = []): void {
    if (this.#state === 'ended') return;
    const wasConfirmed = this.#state === 'confirmed';
    this.#close();
    if (!wasConfirmed) return this.#forget();
    // section 15: no BYE before the ACK to our 2xx has come or can't come any more
    if (this.#unacknowledged !== null) this.#byeOwed = true;
    else this.#bye(reason);
  }

  /** Ends the session without a word: the way to the peer is gone. */
  lose(): void {
    if (this.#state === 'ended') return;
    this.#close();
    this.#unacknowledged?.stop();
    this.#unacknowledged = null;
    this.#forget();
  }

  /** Asks whether the peer still knows the dialog (RFC 5057 section 5.1: 481 and 408 end it, nothing else does). */
  probe(): void {
    if (this.#state !== 'confirmed') return;
    this.#request('OPTIONS', [acceptHeader], {
      onFinal: (response) => this.#judge(response),
      onFailure: () => this.#lost('bye'),
    });
  }

  receive(incoming: IncomingRequest): void {
    const { request } = incoming;
    if (request.method === 'ACK') return this.#acknowledged(request);
    if (this.#state === 'ended') return this.#reply(incoming, request.method === 'BYE' ? 200 : 481);
    const next = afterRequest(this.#dialog, request);
    if (!next.ok) return this.#reply(incoming, 500);
    this.#dialog = next.value;
    const unsupported = unsupportedRequirements(request);
    if (unsupported.length > 0)
      return this.#reply(incoming, 420, [{ name: 'Unsupported', value: unsupported.join(', ') }]);
    this.#carryOut(incoming);
  }

  #carryOut(incoming: IncomingRequest): void {
    switch (incoming.request.method) {
      case 'BYE':
        return this.#byeReceived(incoming);
      case 'INVITE':
        return this.#inviteReceived(incoming);
      case 'UPDATE':
        return this.#updateReceived(incoming);
      case 'INFO':
        return this.#infoReceived(incoming);
      case 'OPTIONS':
        return this.#reply(incoming, 200, [allowHeader, acceptHeader, this.#supported]);
      case 'REFER':
        // transfers are the gateway's to make: agents ask for them at their desk, callers not at all
        return this.#reply(incoming, 403);
      case 'PRACK':
      case 'NOTIFY':
        return this.#reply(incoming, 481);
      default:
        return this.#reply(incoming, 405, [allowHeader]);
    }
  }

  #byeReceived(incoming: IncomingRequest): void {
    this.#reply(incoming, 200);
    this.#close();
    this.#unacknowledged?.stop();
    this.#unacknowledged = null;
    this.#forget();
    this.#listener.ended('peer');
  }

  // Offers of the peer (sections 14.2 and RFC 3311 section 5.2)

  #inviteReceived(incoming: IncomingRequest): void {
    if (this.#refresh.offering) return this.#reply(incoming, 491);
    if (
      this.#state === 'early' ||
      this.#theirs !== null ||
      this.#reanswering ||
      this.#unacknowledged?.offered
    )
      return this.#reply(incoming, 500, [{ name: 'Retry-After', value: this.#retryAfter() }]);
    const timer = this.#agreeTimer(incoming);
    if (timer === 'refused') return;
    // the ACK to the first 2xx was lost, but a new INVITE shows that the peer has it
    this.#settleUnacknowledged();
    this.#theirs = incoming;
    incoming.onCancel(() => (this.#theirs = null));
    incoming.onFailure(() => (this.#theirs = null));
    void this.#answerInvite(incoming, timer);
  }

  async #answerInvite(incoming: IncomingRequest, timer: SessionTimer | null): Promise<void> {
    const offer = sdpOf(incoming.request);
    if (offer === null && incoming.request.body.length > 0) return this.#refuseInvite(incoming, 415);
    const answer =
      offer === null ? await this.#parts.audio.reoffer() : await this.#parts.audio.reanswer(offer);
    if (this.#theirs !== incoming) return;
    if (!answer.ok) return this.#refuseInvite(incoming, 488);
    this.#theirs = null;
    this.#dialog = withTargetOf(this.#dialog, incoming.request);
    this.#refresh.timer = timer;
    this.#send2xx(incoming, answer.value, offer === null, lists(incoming.request, 'Supported', 'timer'));
    this.#refresh.start();
    this.#listener.changed();
  }

  #refuseInvite(incoming: IncomingRequest, status: number): void {
    this.#theirs = null;
    this.#reply(incoming, status, [acceptHeader]);
  }

  #updateReceived(incoming: IncomingRequest): void {
    const offer = sdpOf(incoming.request);
    if (offer !== null && (this.#refresh.offering || this.#unacknowledged?.offered))
      return this.#reply(incoming, 491);
    if (offer !== null && (this.#theirs !== null || this.#reanswering || this.#state === 'early'))
      return this.#reply(incoming, 500, [{ name: 'Retry-After', value: this.#retryAfter() }]);
    const timer = this.#agreeTimer(incoming);
    if (timer === 'refused') return;
    if (offer === null) return this.#acceptUpdate(incoming, null, timer);
    this.#reanswering = true;
    void this.#answerUpdate(incoming, offer, timer);
  }

  async #answerUpdate(incoming: IncomingRequest, offer: string, timer: SessionTimer | null): Promise<void> {
    const answer = await this.#parts.audio.reanswer(offer);
    this.#reanswering = false;
    if (this.#state === 'ended') return this.#reply(incoming, 481);
    if (!answer.ok) return this.#reply(incoming, 488);
    this.#acceptUpdate(incoming, answer.value, timer);
  }

  #acceptUpdate(incoming: IncomingRequest, sdp: string | null, timer: SessionTimer | null): void {
    this.#dialog = withTargetOf(this.#dialog, incoming.request);
    this.#refresh.timer = timer;
    const { headers, body } = withSdp(sdp);
    const peerKnowsTimers = lists(incoming.request, 'Supported', 'timer');
    const lines = [this.#contact(), allowHeader, ...this.#timerHeaders(peerKnowsTimers), ...headers];
    incoming.respond(answerTo(incoming.request, 200, { headers: lines, body }));
    if (this.#state === 'confirmed') this.#refresh.start();
    this.#listener.changed();
  }

  #infoReceived(incoming: IncomingRequest): void {
    const digit = digitOf(incoming.request);
    if (digit === null && bodyType(incoming.request) !== '')
      return this.#reply(incoming, 415, [acceptHeader]);
    this.#reply(incoming, 200);
    if (digit !== null) this.#listener.digit(digit);
  }

  // 2xx and its ACK

  #send2xx(incoming: IncomingRequest, sdp: string | null, offered: boolean, peerKnowsTimers: boolean): void {
    const { headers, body } = withSdp(sdp);
    const lines = [
      this.#contact(),
      allowHeader,
      this.#supported,
      ...this.#timerHeaders(peerKnowsTimers),
      ...headers,
    ];
    const { localTag } = this.#dialog;
    const response = answerTo(incoming.request, 200, { tag: localTag, headers: lines, body });
    const cseq = parseCSeq(header(incoming.request, 'CSeq') ?? '')?.number ?? 0;
    const stop = repeatUntilAcknowledged(this.#ground, waitBefore2xx, {
      send: () => incoming.respond(response),
      giveUp: () => this.#neverAcknowledged(),
    });
    this.#unacknowledged = { cseq, offered, stop };
  }

  #acknowledged(request: SipRequest): void {
    const waiting = this.#unacknowledged;
    const cseq = parseCSeq(header(request, 'CSeq') ?? '');
    if (waiting === null || cseq?.number !== waiting.cseq) return;
    this.#settleUnacknowledged();
    if (this.#byeOwed) return this.#bye([]);
    const answer = sdpOf(request);
    if (waiting.offered) void this.#takeAnswer(answer);
  }

  #settleUnacknowledged(): void {
    this.#unacknowledged?.stop();
    this.#unacknowledged = null;
  }

  #neverAcknowledged(): void {
    this.#unacknowledged = null;
    if (this.#byeOwed) return this.#bye([]);
    this.#lost('bye');
  }

  /** The answer to our offer; a session without one, or with one that can't be used, is no session. */
  async #takeAnswer(answer: string | null): Promise<void> {
    const taken = answer === null ? null : await this.#parts.audio.accept(answer);
    if (this.#state === 'confirmed' && !taken?.ok) this.#lost('bye');
  }

  // Session timers (RFC 4028)

  #agreeTimer(incoming: IncomingRequest): SessionTimer | null | 'refused' {
    const { timerWish } = this.#parts;
    if (timerWish === null) return null;
    const agreed = agreeAsServer(timerWordsOf(incoming.request), timerWish);
    if (agreed.ok) return agreed.timer;
    this.#reply(incoming, 422, [{ name: 'Min-SE', value: String(agreed.minimum) }]);
    return 'refused';
  }

  #timerHeaders(peerKnowsTimers: boolean): readonly SipHeader[] {
    const { timer } = this.#refresh;
    if (timer === null || !peerKnowsTimers) return [];
    const expires = { name: 'Session-Expires', value: sessionExpiresAsServer(timer) };
    return timer.refresher === 'them' ? [{ name: 'Require', value: 'timer' }, expires] : [expires];
  }

  #refreshable(): Refreshable {
    return {
      isConfirmed: () => this.#state === 'confirmed',
      mayOffer: () => this.#theirs === null && this.#unacknowledged === null && !this.#reanswering,
      peerUpdates: () => this.#peerUpdates,
      choseCallId: () => this.#dialog.choseCallId,
      audio: this.#parts.audio,
      contact: () => this.#contact(),
      request: (method, headers, hear, body) => this.#request(method, headers, hear, body),
      acknowledge: (invite, response) => this.#acknowledge(invite, response),
      takeAnswer: (sdp) => void this.#takeAnswer(sdp),
      refreshed: (response) => this.#refreshed(response),
      judge: (response) => this.#judge(response),
      probe: () => this.probe(),
      lost: () => this.#lost('bye'),
    };
  }

  #acknowledge(invite: SipRequest, response: SipResponse): void {
    this.#dialog = withTargetOf(this.#dialog, response);
    const cseq = parseCSeq(header(invite, 'CSeq') ?? '')?.number ?? this.#dialog.localCSeq;
    const ack = requestWithin(this.#dialog, 'ACK', { cseq, headers: credentialsIn(invite) });
    this.#ground.stack.sendAck(ack, this.#parts.route.target(this.#dialog));
  }

  #refreshed(response: SipResponse): void {
    this.#dialog = withTargetOf(this.#dialog, response);
    this.#listener.changed();
  }

  // Ends

  #judge(response: SipResponse): void {
    if (response.status === 481) this.#lost('silently');
    else if (response.status === 408) this.#lost('bye');
  }

  #lost(how: 'bye' | 'silently'): void {
    if (this.#state === 'ended') return;
    if (how === 'bye') this.end();
    else this.lose();
    this.#listener.ended('lost' satisfies SessionEnd);
  }

  #close(): void {
    this.#state = 'ended';
    this.#refresh.stop();
    const pending = this.#theirs;
    this.#theirs = null;
    if (pending !== null) this.#reply(pending, 487);
  }

  #bye(reason: readonly SipHeader[]): void {
    this.#byeOwed = false;
    this.#request('BYE', reason, { onFinal: () => this.#forget(), onFailure: () => this.#forget() });
  }

  // Words

  #request(method: string, headers: readonly SipHeader[], hear: RequestHandlers, body?: Uint8Array): void {
    const build = (extra: readonly SipHeader[]) => {
      this.#dialog = withNextCSeq(this.#dialog);
      const lines = [...headers, ...extra];
      return requestWithin(
        this.#dialog,
        method,
        body === undefined ? { headers: lines } : { headers: lines, body },
      );
    };
    const target = this.#parts.route.target(this.#dialog);
    sendRequest(this.#ground.stack, target, this.#parts.credentials, build, hear);
    if (this.#state === 'confirmed') this.#listener.changed();
  }

  #reply(incoming: IncomingRequest, status: number, headers: readonly SipHeader[] = []): void {
    incoming.respond(answerTo(incoming.request, status, { tag: this.#dialog.localTag, headers }));
  }

  get #supported(): SipHeader {
    return this.#parts.timerWish === null ? supportedByStations : supportedByTrunks;
  }

  #contact(): SipHeader {
    return { name: 'Contact', value: this.#parts.route.contact() };
  }

  #retryAfter(): string {
    return String(Math.floor(chance(this.#ground.ids) * 10) + 1);
  }
}
