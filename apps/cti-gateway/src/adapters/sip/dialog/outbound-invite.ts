import type { Result } from '@ringside/shared/model/result';
import type { MediaRefusal } from '../../../ports/media-engine.ts';
import { parseCSeq } from '../message/c-seq.ts';
import { header } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import type { IncomingRequest } from '../stack.ts';
import { sdpOf, withSdp } from './body.ts';
import type { Credentials } from './credentials.ts';
import type { Dialog } from './dialog.ts';
import { confirmedBy, dialogAsClient, tagOf, withNextCSeq } from './dialog.ts';
import type { DialogOwner, Dialogs } from './dialogs.ts';
import type { Ground } from './ground.ts';
import { newCallIdentifier, newTag } from './ground.ts';
import { listOf, timerWordsOf } from './option-tags.ts';
import { isNextReliable, reliableNumberOf } from './reliable-provisional.ts';
import { requestWithin } from './request-within.ts';
import { credentialsIn, sendRequest } from './send-request.ts';
import { Session } from './session.ts';
import type { SessionAudio, SessionEnd, SessionRoute } from './session-parts.ts';
import type { TimerWish } from './session-timer.ts';
import { agreeAsClient, wishAfterTooSmall } from './session-timer.ts';

export interface OutboundListener {
  /** 180 or 183; early media when `described` */
  ringing(described: boolean): void;
  /** A 2xx was acknowledged and its answer taken. */
  answered(session: Session): void;
  /** A final refusal, or none: 408 when nobody answered, 503 when the transport failed, 488 when the answer was unusable. */
  refused(status: number): void;
  /** after it was answered */
  ended(how: SessionEnd): void;
  digit(digit: string): void;
  changed(): void;
}

export interface InviteParts {
  readonly uri: string;
  /** From without a tag, To */
  readonly from: string;
  readonly to: string;
  readonly headers: readonly SipHeader[];
  readonly offer: string;
  readonly route: SessionRoute & { first(): ReturnType<SessionRoute['target']> };
  readonly audio: SessionAudio;
  /** null: no session timers on this leg */
  readonly timerWish: TimerWish | null;
  readonly credentials: Credentials | null;
}

/** One branch of a forked INVITE: its dialog, its last reliable response and the answer it gave. */
interface Fork {
  session: Session;
  /** it answered when nobody wanted it any more, and got BYE */
  ended: boolean;
  dialog: Dialog;
  lastReliable: number | null;
  answer: string | null;
}

/** More branches than a call is ever forked to. */
const MOST_FORKS = 16;

/**
 * An INVITE of ours until it is answered or refused (RFC 3261 sections 13.2 and 9.1, RFC 3262, RFC 6026):
 *
 *   calling ─1xx─▶ calling ─first 2xx─▶ answered ─BYE, end()─▶ over
 *      └──────refusal, timeout, cancel()──────────────────────────▲
 *
 * A 2xx of another branch, or one that crossed our CANCEL, is acknowledged and ended by BYE at once.
 */
export class OutboundInvite implements DialogOwner {
  readonly callId: string;
  readonly #ground: Ground;
  readonly #dialogs: Dialogs;
  readonly #parts: InviteParts;
  readonly #listener: OutboundListener;
  readonly #localTag: string;
  readonly #forks = new Map<string, Fork>();
  #state: 'calling' | 'answered' | 'over' = 'calling';
  #cseq = 0;
  #wish: TimerWish | null;
  #winner: Fork | null = null;
  #sent: { cancel(headers?: readonly SipHeader[]): void } | null = null;

  constructor(ground: Ground, dialogs: Dialogs, parts: InviteParts, listener: OutboundListener) {
    this.#ground = ground;
    this.#dialogs = dialogs;
    this.#parts = parts;
    this.#listener = listener;
    this.#wish = parts.timerWish;
    this.#localTag = newTag(ground.ids);
    this.callId = newCallIdentifier(ground.ids);
    dialogs.add(this.#localTag, this);
    this.#send();
  }

  /** Ends it in whatever state it is: CANCEL, or BYE. The listener hears nothing. */
  end(reason: readonly SipHeader[] = []): void {
    if (this.#state === 'calling') {
      this.#state = 'over';
      this.#sent?.cancel(reason);
      this.#endEarly();
    } else if (this.#state === 'answered') {
      this.#state = 'over';
      this.#winner?.session.end(reason);
    }
  }

  /** The way to the peer is gone: ends without a word. */
  lose(): void {
    if (this.#state === 'calling') this.#sent?.cancel();
    this.#state = 'over';
    for (const fork of this.#forks.values()) fork.session.lose();
    this.#dialogs.remove(this.#localTag);
  }

  receive(incoming: IncomingRequest, remoteTag: string): boolean {
    const fork = this.#forks.get(remoteTag);
    fork?.session.receive(incoming);
    return fork !== undefined;
  }

  #send(): void {
    this.#sent = sendRequest(
      this.#ground.stack,
      this.#parts.route.first(),
      this.#parts.credentials,
      (extra) => this.#invite(extra),
      {
        onProvisional: (response, request) => this.#provisional(response, request),
        onFinal: (response, request) => this.#final(response, request),
        onFailure: (why) => this.#refused(why === 'timeout' ? 408 : 503),
      },
    );
  }

  #invite(extra: readonly SipHeader[]): SipRequest {
    this.#cseq += 1;
    const { uri, from, to, headers, offer } = this.#parts;
    const described = withSdp(offer);
    const lines: SipHeader[] = [
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: `${from};tag=${this.#localTag}` },
      { name: 'To', value: to },
      { name: 'Call-ID', value: this.callId },
      { name: 'CSeq', value: `${this.#cseq} INVITE` },
      { name: 'Contact', value: this.#parts.route.contact() },
      ...headers,
      ...this.#timerHeaders(),
      ...extra,
      ...described.headers,
    ];
    return { kind: 'request', method: 'INVITE', uri, headers: lines, body: described.body };
  }

  #timerHeaders(): readonly SipHeader[] {
    if (this.#wish === null) return [];
    return [
      { name: 'Session-Expires', value: String(this.#wish.interval) },
      { name: 'Min-SE', value: String(this.#wish.minimum) },
    ];
  }

  #provisional(response: SipResponse, invite: SipRequest): void {
    if (this.#state !== 'calling' || response.status === 100) return;
    const fork = this.#forkOf(response, invite);
    const described = fork !== null && this.#takeProvisional(fork, response, invite);
    if (response.status === 180 || response.status === 183) this.#listener.ringing(described);
  }

  /** Whether it brought a new session description. */
  #takeProvisional(fork: Fork, response: SipResponse, invite: SipRequest): boolean {
    const rseq = reliableNumberOf(response);
    if (rseq !== null) {
      if (!isNextReliable(fork.lastReliable, rseq)) return false;
      fork.lastReliable = rseq;
      this.#prack(fork, rseq, invite);
    }
    const sdp = sdpOf(response);
    if (sdp === null || sdp === fork.answer) return false;
    fork.answer = sdp;
    void this.#parts.audio.accept(sdp);
    return true;
  }

  #prack(fork: Fork, rseq: number, invite: SipRequest): void {
    const rack = { name: 'RAck', value: `${rseq} ${header(invite, 'CSeq')}` };
    const build = (extra: readonly SipHeader[]) => {
      fork.dialog = withNextCSeq(fork.dialog);
      return requestWithin(fork.dialog, 'PRACK', { headers: [rack, ...extra] });
    };
    const target = this.#parts.route.target(fork.dialog);
    const ignore = () => {};
    sendRequest(this.#ground.stack, target, this.#parts.credentials, build, {
      onFinal: ignore,
      onFailure: ignore,
    });
  }

  #final(response: SipResponse, invite: SipRequest): void {
    if (response.status < 300) return this.#accepted(response, invite);
    if (response.status === 422 && this.#state === 'calling' && this.#wish !== null) {
      const wish = wishAfterTooSmall(this.#wish, timerWordsOf(response).minimum);
      if (wish !== null && this.#cseq < 4) {
        this.#wish = wish;
        return this.#send();
      }
    }
    this.#refused(response.status);
  }

  #refused(status: number): void {
    const told = this.#state === 'calling';
    // a 2xx has already made the session: RFC 6026 lets nothing after it undo that
    if (this.#state === 'answered') return;
    this.#state = 'over';
    this.#endEarly();
    if (this.#winner === null) this.#dialogs.remove(this.#localTag);
    if (told) this.#listener.refused(status);
  }

  #accepted(response: SipResponse, invite: SipRequest): void {
    const fork = this.#forkOf(response, invite);
    if (fork === null) return this.#refused(500);
    fork.dialog = confirmedBy(fork.dialog, invite, response);
    this.#acknowledge(fork, invite);
    if (fork === this.#winner) return;
    if (this.#state !== 'calling') return this.#endFork(fork);
    this.#winner = fork;
    this.#state = 'answered';
    for (const other of this.#forks.values()) if (other !== fork) other.session.lose();
    void this.#takeAnswer(fork, response);
  }

  async #takeAnswer(fork: Fork, response: SipResponse): Promise<void> {
    const timer = this.#wish && agreeAsClient(timerWordsOf(response), this.#wish);
    fork.session.confirm(fork.dialog, timer, updates(response));
    const sdp = sdpOf(response) ?? fork.answer;
    const taken: Result<void, MediaRefusal | 'gone'> | null =
      sdp === null || sdp === fork.answer ? null : await this.#parts.audio.accept(sdp);
    if (this.#state !== 'answered' || fork.session.ended) return;
    if (sdp !== null && (taken === null || taken.ok)) return this.#listener.answered(fork.session);
    this.end();
    this.#listener.refused(488);
  }

  #acknowledge(fork: Fork, invite: SipRequest): void {
    const cseq = parseCSeq(header(invite, 'CSeq') ?? '')?.number ?? this.#cseq;
    const ack = requestWithin(fork.dialog, 'ACK', { cseq, headers: credentialsIn(invite) });
    this.#ground.stack.sendAck(ack, this.#parts.route.target(fork.dialog));
  }

  /** A second branch that answered, or an answer after our CANCEL (section 13.2.2.4): BYE, once. */
  #endFork(fork: Fork): void {
    if (fork.ended) return;
    fork.ended = true;
    // its early session was given up; only a living one can say BYE
    if (fork.session.ended) fork.session = this.#newSession(fork.dialog);
    this.#dialogs.add(this.#localTag, this);
    fork.session.confirm(fork.dialog, null, false);
    fork.session.end();
  }

  #endEarly(): void {
    for (const fork of this.#forks.values()) fork.session.lose();
  }

  #forkOf(response: SipResponse, invite: SipRequest): Fork | null {
    const tag = tagOf(header(response, 'To'));
    if (tag === null) return null;
    const known = this.#forks.get(tag);
    if (known !== undefined) return known;
    const dialog = this.#forks.size < MOST_FORKS ? dialogAsClient(invite, response) : null;
    if (dialog === null) return null;
    const session = this.#newSession(dialog);
    const fork = { session, ended: false, dialog, lastReliable: null, answer: null };
    this.#forks.set(tag, fork);
    return fork;
  }

  #newSession(dialog: Dialog): Session {
    const { route, audio, timerWish, credentials } = this.#parts;
    const parts = { dialog, route, audio, timerWish, timer: null, peerUpdates: false, credentials };
    const session: Session = new Session(this.#ground, parts, {
      ended: (how) => {
        if (this.#winner?.session !== session || this.#state !== 'answered') return;
        this.#state = 'over';
        this.#listener.ended(how);
      },
      digit: (digit) => this.#listener.digit(digit),
      changed: () => this.#listener.changed(),
    });
    session.onForgotten(() => this.#forgotten());
    return session;
  }

  /** The tag is ours until no branch can send us anything that matters. */
  #forgotten(): void {
    // while it rings, another branch may still answer
    if (this.#state === 'calling') return;
    for (const { session } of this.#forks.values()) if (!session.ended) return;
    this.#dialogs.remove(this.#localTag);
  }
}

const updates = (response: SipResponse): boolean => listOf(response, 'Allow').includes('UPDATE');
