import type { Milliseconds } from '@ringside/shared/model/instant';
import { parseCSeq } from '../message/c-seq.ts';
import { header } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import type { IncomingRequest } from '../stack.ts';
import { bodyType, digitOf, sdpOf, withSdp } from './body.ts';
import { acceptHeader, allowHeader, supportedByTrunks } from './capabilities.ts';
import type { Dialog } from './dialog.ts';
import { afterRequest, withNextCSeq, withTargetOf } from './dialog.ts';
import { waitAfterGlare } from './glare.ts';
import type { Ground } from './ground.ts';
import { chance } from './ground.ts';
import { lists, timerWordsOf, unsupportedRequirements } from './option-tags.ts';
import { requestWithin } from './request-within.ts';
import { answerTo } from './answer-to.ts';
import { repeatUntilAcknowledged, waitBefore2xx } from './retransmission.ts';
import { credentialsIn, sendRequest } from './send-request.ts';
import type { SessionEnd, SessionListener, SessionParts } from './session-parts.ts';
import type { SessionTimer } from './session-timer.ts';
import {
  agreeAsClient,
  agreeAsServer,
  expiresAfter,
  nextStep,
  sessionExpiresAsClient,
  sessionExpiresAsServer,
  wishAfterTooSmall,
} from './session-timer.ts';

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
 * Offers of the two sides never overlap: `#ours` is our open offer, `#theirs` the peer's INVITE that has no final
 * response, `#unacknowledged` a 2xx that has no ACK.
 */
export class Session {
  readonly #ground: Ground;
  readonly #parts: SessionParts;
  readonly #listener: SessionListener;
  #dialog: Dialog;
  #timer: SessionTimer | null;
  #peerUpdates: boolean;
  #state: 'early' | 'confirmed' | 'ended' = 'early';
  #ours = false;
  #theirs: IncomingRequest | null = null;
  #reanswering = false;
  #unacknowledged: Unacknowledged | null = null;
  #byeOwed = false;
  #forget: () => void = () => {};
  readonly #stops = { timer: () => {}, retry: () => {} };

  constructor(ground: Ground, parts: SessionParts, listener: SessionListener) {
    this.#ground = ground;
    this.#parts = parts;
    this.#listener = listener;
    this.#dialog = parts.dialog;
    this.#timer = parts.timer;
    this.#peerUpdates = parts.peerUpdates;
  }

  get dialog(): Dialog {
    return this.#dialog;
  }
  get timer(): SessionTimer | null {
    return this.#timer;
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
    this.#timer = timer;
    this.#peerUpdates = peerUpdates;
    this.#state = 'confirmed';
    this.#startTimer();
  }

  /** Sends the 2xx to the INVITE that made this dialog and repeats it until the ACK (section 13.3.1.4). */
  confirmWith(
    incoming: IncomingRequest,
    sdp: string | null,
    timer: SessionTimer | null,
    offered: boolean,
  ): void {
    this.#timer = timer;
    this.#state = 'confirmed';
    this.#send2xx(incoming, sdp, offered, lists(incoming.request, 'Supported', 'timer'));
    this.#startTimer();
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
        return this.#reply(incoming, 200, [allowHeader, acceptHeader, supportedByTrunks]);
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
    if (this.#ours) return this.#reply(incoming, 491);
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
    this.#timer = timer;
    this.#send2xx(incoming, answer.value, offer === null, lists(incoming.request, 'Supported', 'timer'));
    this.#startTimer();
    this.#listener.changed();
  }

  #refuseInvite(incoming: IncomingRequest, status: number): void {
    this.#theirs = null;
    this.#reply(incoming, status, [acceptHeader]);
  }

  #updateReceived(incoming: IncomingRequest): void {
    const offer = sdpOf(incoming.request);
    if (offer !== null && (this.#ours || this.#unacknowledged?.offered)) return this.#reply(incoming, 491);
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
    this.#timer = timer;
    const { headers, body } = withSdp(sdp);
    const peerKnowsTimers = lists(incoming.request, 'Supported', 'timer');
    const lines = [this.#contact(), allowHeader, ...this.#timerHeaders(peerKnowsTimers), ...headers];
    incoming.respond(answerTo(incoming.request, 200, { headers: lines, body }));
    if (this.#state === 'confirmed') this.#startTimer();
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
      supportedByTrunks,
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

  // Session timers (RFC 4028) and our own refreshes

  #agreeTimer(incoming: IncomingRequest): SessionTimer | null | 'refused' {
    const { timerWish } = this.#parts;
    if (timerWish === null) return null;
    const agreed = agreeAsServer(timerWordsOf(incoming.request), timerWish);
    if (agreed.ok) return agreed.timer;
    this.#reply(incoming, 422, [{ name: 'Min-SE', value: String(agreed.minimum) }]);
    return 'refused';
  }

  #timerHeaders(peerKnowsTimers: boolean): readonly SipHeader[] {
    if (this.#timer === null || !peerKnowsTimers) return [];
    const expires = { name: 'Session-Expires', value: sessionExpiresAsServer(this.#timer) };
    return this.#timer.refresher === 'them' ? [{ name: 'Require', value: 'timer' }, expires] : [expires];
  }

  #startTimer(): void {
    this.#stops.timer();
    if (this.#timer === null || this.#state !== 'confirmed') return;
    const { what, after } = nextStep(this.#timer);
    this.#stops.timer = this.#ground.clock.after(after, () =>
      what === 'refresh' ? this.#refresh() : this.#lost('bye'),
    );
  }

  #refresh(): void {
    if (this.#timer === null || this.#state !== 'confirmed') return;
    const rest = expiresAfter(this.#timer) - nextStep(this.#timer).after;
    this.#stops.timer = this.#ground.clock.after(Math.max(rest, 1_000), () => this.#refreshFailed());
    if (this.#peerUpdates) this.#sendUpdate();
    else void this.#sendInvite();
  }

  /** A peer without session timers may well refuse to be refreshed; only silence or 481 ends such a call. */
  #refreshFailed(): void {
    this.probe();
    this.#startTimer();
  }

  #sendUpdate(): void {
    if (this.#timer === null) return;
    this.#request('UPDATE', this.#refreshHeaders(this.#timer), {
      onFinal: (response) => this.#refreshed(response),
      onFailure: () => this.#lost('bye'),
    });
  }

  async #sendInvite(): Promise<void> {
    if (this.#ours || this.#theirs !== null || this.#unacknowledged !== null || this.#timer === null)
      return this.#refreshLater(2_000);
    this.#ours = true;
    const offer = await this.#parts.audio.reoffer();
    if (this.#state !== 'confirmed' || !offer.ok) {
      this.#ours = false;
      return;
    }
    const { headers, body } = withSdp(offer.value);
    const lines = [...this.#refreshHeaders(this.#timer), ...headers];
    this.#request(
      'INVITE',
      lines,
      {
        onFinal: (response, request) => this.#inviteAnswered(response, request),
        onFailure: () => this.#lost('bye'),
      },
      body,
    );
  }

  #inviteAnswered(response: SipResponse, request: SipRequest): void {
    if (response.status >= 300) {
      this.#ours = false;
      return this.#refreshed(response);
    }
    const again = !this.#ours;
    this.#ours = false;
    if (!again) this.#dialog = withTargetOf(this.#dialog, response);
    const cseq = parseCSeq(header(request, 'CSeq') ?? '')?.number ?? this.#dialog.localCSeq;
    const ack = requestWithin(this.#dialog, 'ACK', { cseq, headers: credentialsIn(request) });
    this.#ground.stack.sendAck(ack, this.#parts.route.target(this.#dialog));
    if (again || this.#state !== 'confirmed') return;
    void this.#takeAnswer(sdpOf(response));
    this.#refreshed(response);
  }

  #refreshed(response: SipResponse): void {
    if (this.#state !== 'confirmed' || this.#timer === null || this.#parts.timerWish === null) return;
    if (response.status < 300) {
      this.#dialog = withTargetOf(this.#dialog, response);
      this.#timer = agreeAsClient(timerWordsOf(response), {
        ...this.#parts.timerWish,
        interval: this.#timer.interval,
      });
      this.#startTimer();
      return this.#listener.changed();
    }
    if (response.status === 491)
      return this.#refreshLater(waitAfterGlare(this.#dialog.choseCallId, chance(this.#ground.ids)));
    if (response.status === 422) return this.#refreshWithMore(timerWordsOf(response).minimum);
    this.#judge(response);
  }

  #refreshWithMore(minimum: number | null): void {
    if (this.#timer === null || this.#parts.timerWish === null) return;
    const wish = wishAfterTooSmall({ ...this.#parts.timerWish, interval: this.#timer.interval }, minimum);
    if (wish === null) return;
    this.#timer = { ...this.#timer, interval: wish.interval };
    this.#refresh();
  }

  #refreshLater(wait: Milliseconds): void {
    this.#stops.retry();
    this.#stops.retry = this.#ground.clock.after(wait, () => this.#refresh());
  }

  #refreshHeaders(timer: SessionTimer): readonly SipHeader[] {
    return [
      this.#contact(),
      allowHeader,
      supportedByTrunks,
      { name: 'Session-Expires', value: sessionExpiresAsClient({ ...timer, refresher: 'us' }) },
      { name: 'Min-SE', value: String(this.#parts.timerWish?.minimum ?? 90) },
    ];
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
    this.#stops.timer();
    this.#stops.retry();
    const pending = this.#theirs;
    this.#theirs = null;
    if (pending !== null) this.#reply(pending, 487);
  }

  #bye(reason: readonly SipHeader[]): void {
    this.#byeOwed = false;
    this.#request('BYE', reason, { onFinal: () => this.#forget(), onFailure: () => this.#forget() });
  }

  // Words

  #request(
    method: string,
    headers: readonly SipHeader[],
    hear: {
      onFinal(response: SipResponse, request: SipRequest): void;
      onFailure(why: 'timeout' | 'transport'): void;
    },
    body?: Uint8Array,
  ): void {
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

  #contact(): SipHeader {
    return { name: 'Contact', value: this.#parts.route.contact() };
  }

  #retryAfter(): string {
    return String(Math.floor(chance(this.#ground.ids) * 10) + 1);
  }
}
