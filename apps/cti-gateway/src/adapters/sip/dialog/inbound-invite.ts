import { minutes } from '@ringside/shared/model/instant';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import type { IncomingRequest } from '../stack.ts';
import { sdpOf, withSdp } from './body.ts';
import { allowHeader } from './capabilities.ts';
import { afterRequest, dialogAsServer } from './dialog.ts';
import type { Dialog } from './dialog.ts';
import type { DialogOwner, Dialogs } from './dialogs.ts';
import type { Ground } from './ground.ts';
import { newTag } from './ground.ts';
import { listOf, lists, timerWordsOf } from './option-tags.ts';
import { acknowledges } from './reliable-provisional.ts';
import { answerTo } from './answer-to.ts';
import { repeatUntilAcknowledged, waitBeforeProvisional } from './retransmission.ts';
import { Session } from './session.ts';
import type { SessionAudio, SessionEnd, SessionRoute } from './session-parts.ts';
import { agreeAsServer } from './session-timer.ts';
import type { TimerWish } from './session-timer.ts';

export interface InboundListener {
  /** CANCEL, BYE of the early dialog, or the transport failed: before it was answered */
  gaveUp(how: 'cancelled' | 'lost'): void;
  /** after it was answered */
  ended(how: SessionEnd): void;
  digit(digit: string): void;
  changed(): void;
}

interface Reliable {
  readonly rseq: number;
  /** it carried our offer: the PRACK carries the answer */
  readonly offered: boolean;
  stop(): void;
}

/**
 * An INVITE that came in, until it is answered or refused (RFC 3261 section 13.3, RFC 3262 section 3):
 *
 *   proceeding ─answer()─▶ [waits for PRACK] ─200─▶ answered ─BYE, end()─▶ over
 *       └──────refuse(), CANCEL, BYE, transport──────────────────────────────▲
 */
export class InboundInvite implements DialogOwner {
  readonly callId: string;
  /** the caller's offer; null when the INVITE asks us for one */
  readonly offer: string | null;
  readonly session: Session;
  readonly #ground: Ground;
  readonly #dialogs: Dialogs;
  readonly #incoming: IncomingRequest;
  readonly #listener: InboundListener;
  readonly #audio: SessionAudio;
  readonly #route: SessionRoute;
  readonly #timerWish: TimerWish | null;
  readonly #localTag: string;
  readonly #remoteTag: string;
  #state: 'proceeding' | 'answered' | 'over' = 'proceeding';
  #reliable: Reliable | null = null;
  #rseq = 0;
  #cancelRepeat: () => void = () => {};
  #answerOwed: { readonly sdp: string } | null = null;
  /** a reliable response took our offer and the PRACK our answer: the 200 has no more to say */
  #described = false;
  #early: Dialog;

  constructor(
    ground: Ground,
    dialogs: Dialogs,
    start: {
      readonly incoming: IncomingRequest;
      readonly dialog: Dialog;
      readonly route: SessionRoute;
      readonly audio: SessionAudio;
      readonly timerWish: TimerWish | null;
    },
    listener: InboundListener,
  ) {
    const { incoming, dialog, route, audio, timerWish } = start;
    this.#ground = ground;
    this.#dialogs = dialogs;
    this.#incoming = incoming;
    this.#listener = listener;
    this.#audio = audio;
    this.#route = route;
    this.#timerWish = timerWish;
    this.#localTag = dialog.localTag;
    this.#remoteTag = dialog.remoteTag;
    this.#early = dialog;
    this.callId = dialog.callId;
    this.offer = sdpOf(incoming.request);
    this.session = this.#newSession(dialog);
    dialogs.add(this.#localTag, this);
    incoming.onCancel(() => this.#gaveUp('cancelled'));
    incoming.onFailure((why) => this.#failed(why));
  }

  get route(): SessionRoute {
    return this.#route;
  }

  /** 180, or 183 with early media. Sent reliably when the caller requires it (RFC 3262 section 3). */
  ring(status: 180 | 183, sdp: string | null = null): void {
    if (this.#state !== 'proceeding' || this.#reliable !== null || this.#answerOwed !== null) return;
    this.#cancelRepeat();
    const { headers, body } = withSdp(sdp);
    const lines = [this.#contact(), allowHeader, ...headers];
    if (!lists(this.#incoming.request, 'Require', '100rel')) {
      const response = answerTo(this.#incoming.request, status, {
        tag: this.#localTag,
        headers: lines,
        body,
      });
      return this.#sayAgain(response);
    }
    this.#ringReliably(status, lines, body, sdp !== null);
  }

  /** 200. `sdp` answers the offer, or is our offer where the INVITE had none. Waits for an outstanding PRACK. */
  answer(sdp: string): void {
    if (this.#state !== 'proceeding') return;
    this.#answerOwed = { sdp };
    if (this.#reliable === null) this.#answerNow(sdp);
  }

  refuse(status: number, headers: readonly SipHeader[] = []): void {
    if (this.#state !== 'proceeding') return;
    this.#finish();
    this.#incoming.respond(answerTo(this.#incoming.request, status, { tag: this.#localTag, headers }));
  }

  /** Ends it in whatever state it is. */
  end(reason: readonly SipHeader[] = []): void {
    if (this.#state === 'proceeding') return this.refuse(480, reason);
    this.#state = 'over';
    this.session.end(reason);
  }

  receive(incoming: IncomingRequest, remoteTag: string): boolean {
    if (remoteTag !== this.#remoteTag) return false;
    const { method } = incoming.request;
    if (method === 'PRACK' && this.#state === 'proceeding') this.#prack(incoming);
    else if (method === 'BYE' && this.#state === 'proceeding') this.#byeWhileEarly(incoming);
    else this.session.receive(incoming);
    return true;
  }

  /** Every minute, or proxies on the way take the call for dead (RFC 3261 section 13.3.1.1). */
  #sayAgain(response: SipResponse): void {
    this.#cancelRepeat = this.#ground.clock.after(minutes(1), () => this.#sayAgain(response));
    this.#incoming.respond(response);
  }

  #ringReliably(status: number, lines: readonly SipHeader[], body: Uint8Array, described: boolean): void {
    this.#rseq += 1;
    const rseq = this.#rseq;
    const headers = [{ name: 'Require', value: '100rel' }, { name: 'RSeq', value: String(rseq) }, ...lines];
    const response = answerTo(this.#incoming.request, status, { tag: this.#localTag, headers, body });
    const stop = repeatUntilAcknowledged(this.#ground, waitBeforeProvisional, {
      send: () => this.#incoming.respond(response),
      giveUp: () => this.#neverAcknowledged(),
    });
    this.#reliable = { rseq, offered: described && this.offer === null, stop };
    if (described) this.#described = true;
  }

  #prack(incoming: IncomingRequest): void {
    const reply = (status: number) =>
      incoming.respond(answerTo(incoming.request, status, { tag: this.#localTag }));
    const waiting = this.#reliable;
    const next = afterRequest(this.#early, incoming.request);
    if (!next.ok) return reply(500);
    this.#early = next.value;
    if (waiting === null || !acknowledges(incoming.request, waiting.rseq, this.#incoming.request))
      return reply(481);
    waiting.stop();
    this.#reliable = null;
    reply(200);
    const answer = sdpOf(incoming.request);
    if (waiting.offered && answer !== null) void this.#audio.accept(answer);
    if (this.#answerOwed !== null) this.#answerNow(this.#answerOwed.sdp);
  }

  #answerNow(sdp: string): void {
    const agreed = this.#timerWish && agreeAsServer(timerWordsOf(this.#incoming.request), this.#timerWish);
    this.#state = 'answered';
    this.#cancelRepeat();
    this.#answerOwed = null;
    const description = this.#described ? null : sdp;
    const offered = this.offer === null && !this.#described;
    this.session.confirmWith(this.#incoming, description, agreed?.ok ? agreed.timer : null, offered);
  }

  #byeWhileEarly(incoming: IncomingRequest): void {
    incoming.respond(answerTo(incoming.request, 200, { tag: this.#localTag }));
    this.refuse(487);
    this.#listener.gaveUp('cancelled');
  }

  #neverAcknowledged(): void {
    this.#reliable = null;
    this.refuse(504);
    this.#listener.gaveUp('lost');
  }

  #gaveUp(how: 'cancelled' | 'lost'): void {
    if (this.#state !== 'proceeding') return;
    this.#finish();
    this.#listener.gaveUp(how);
  }

  /** No ACK for a refusal means nothing any more; a transport that failed under a call that still rings ends it. */
  #failed(why: 'timeout' | 'transport'): void {
    if (why === 'transport') this.#gaveUp('lost');
  }

  #finish(): void {
    this.#state = 'over';
    this.#cancelRepeat();
    this.#reliable?.stop();
    this.#reliable = null;
    this.session.lose();
    this.#dialogs.remove(this.#localTag);
  }

  #newSession(dialog: Dialog): Session {
    const { request } = this.#incoming;
    const parts = {
      dialog,
      route: this.#route,
      audio: this.#audio,
      timerWish: this.#timerWish,
      timer: null,
      peerUpdates: listOf(request, 'Allow').includes('UPDATE'),
      credentials: null,
    };
    const session = new Session(this.#ground, parts, {
      ended: (how) => {
        this.#state = 'over';
        this.#listener.ended(how);
      },
      digit: (digit) => this.#listener.digit(digit),
      changed: () => this.#listener.changed(),
    });
    session.onForgotten(() => this.#dialogs.remove(this.#localTag));
    return session;
  }

  #contact(): SipHeader {
    return { name: 'Contact', value: this.#route.contact() };
  }
}

/** The dialog that an INVITE would make, or null when it lacks what a dialog needs (400). */
export const dialogOfInvite = (ground: Ground, request: SipRequest): Dialog | null =>
  dialogAsServer(request, newTag(ground.ids));
