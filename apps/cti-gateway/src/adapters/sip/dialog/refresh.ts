import type { Milliseconds } from '@ringside/shared/model/instant';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { sdpOf, withSdp } from './body.ts';
import { allowHeader, supportedByTrunks } from './capabilities.ts';
import { waitAfterGlare } from './glare.ts';
import type { Ground } from './ground.ts';
import { chance } from './ground.ts';
import { timerWordsOf } from './option-tags.ts';
import type { SessionAudio } from './session-parts.ts';
import type { SessionTimer, TimerWish } from './session-timer.ts';
import {
  agreeAsClient,
  expiresAfter,
  nextStep,
  sessionExpiresAsClient,
  wishAfterTooSmall,
} from './session-timer.ts';

export interface RequestHandlers {
  onFinal(response: SipResponse, request: SipRequest): void;
  onFailure(why: 'timeout' | 'transport'): void;
}

/** The session that is kept alive. */
export interface Refreshable {
  isConfirmed(): boolean;
  /** no offer of the peer and no answer of ours is under way */
  mayOffer(): boolean;
  peerUpdates(): boolean;
  choseCallId(): boolean;
  readonly audio: SessionAudio;
  contact(): SipHeader;
  request(method: string, headers: readonly SipHeader[], hear: RequestHandlers, body?: Uint8Array): void;
  /** ACK to the peer's Contact in this 2xx */
  acknowledge(invite: SipRequest, response: SipResponse): void;
  takeAnswer(sdp: string | null): void;
  /** a 2xx refreshed the session: the peer's Contact may be new */
  refreshed(response: SipResponse): void;
  /** whether a refusal means that the peer has forgotten the call */
  judge(response: SipResponse): void;
  probe(): void;
  lost(): void;
}

/**
 * The session timer of one call (RFC 4028): refreshes by UPDATE, or by re-INVITE where the peer knows no UPDATE, or sees
 * to it that the peer does. With no timer nothing happens.
 */
export class Refresh {
  timer: SessionTimer | null;
  /** an offer of ours has no answer yet */
  offering = false;
  readonly #ground: Ground;
  readonly #wish: TimerWish | null;
  readonly #session: Refreshable;
  #cancelNext: () => void = () => {};
  #cancelRetry: () => void = () => {};

  constructor(ground: Ground, wish: TimerWish | null, timer: SessionTimer | null, session: Refreshable) {
    this.#ground = ground;
    this.#wish = wish;
    this.timer = timer;
    this.#session = session;
  }

  /** Counts from now. */
  start(): void {
    this.#cancelNext();
    if (this.timer === null || !this.#session.isConfirmed()) return;
    const { what, after } = nextStep(this.timer);
    const then = what === 'refresh' ? () => this.#refresh() : () => this.#session.lost();
    this.#cancelNext = this.#ground.clock.after(after, then);
  }

  stop(): void {
    this.#cancelNext();
    this.#cancelRetry();
  }

  #refresh(): void {
    if (this.timer === null || !this.#session.isConfirmed()) return;
    this.stop();
    const rest = expiresAfter(this.timer) - nextStep(this.timer).after;
    this.#cancelNext = this.#ground.clock.after(Math.max(rest, 1_000), () => this.#missed());
    if (this.#session.peerUpdates()) this.#update(this.timer);
    else void this.#invite(this.timer);
  }

  /** A peer without session timers may well refuse to be refreshed; only silence or 481 ends such a call. */
  #missed(): void {
    this.#session.probe();
    this.start();
  }

  #update(timer: SessionTimer): void {
    this.#session.request('UPDATE', this.#headers(timer), {
      onFinal: (response) => this.#answered(response),
      onFailure: () => this.#session.lost(),
    });
  }

  async #invite(timer: SessionTimer): Promise<void> {
    if (this.offering || !this.#session.mayOffer()) return this.#later(2_000);
    this.offering = true;
    const offer = await this.#session.audio.reoffer();
    if (!this.#session.isConfirmed() || !offer.ok) {
      this.offering = false;
      return;
    }
    const { headers, body } = withSdp(offer.value);
    const hear = {
      onFinal: (response: SipResponse, request: SipRequest) => this.#inviteAnswered(response, request),
      onFailure: () => this.#session.lost(),
    };
    this.#session.request('INVITE', [...this.#headers(timer), ...headers], hear, body);
  }

  #inviteAnswered(response: SipResponse, request: SipRequest): void {
    const isFirst = this.offering;
    this.offering = false;
    if (response.status >= 300) return this.#answered(response);
    this.#session.acknowledge(request, response);
    if (!isFirst || !this.#session.isConfirmed()) return;
    this.#session.takeAnswer(sdpOf(response));
    this.#answered(response);
  }

  #answered(response: SipResponse): void {
    if (!this.#session.isConfirmed() || this.timer === null || this.#wish === null) return;
    if (response.status < 300) {
      this.timer = agreeAsClient(timerWordsOf(response), { ...this.#wish, interval: this.timer.interval });
      this.start();
      return this.#session.refreshed(response);
    }
    if (response.status === 491)
      return this.#later(waitAfterGlare(this.#session.choseCallId(), chance(this.#ground.ids)));
    if (response.status === 422) return this.#ask(this.timer, this.#wish, timerWordsOf(response).minimum);
    this.#session.judge(response);
  }

  /** Again with what the peer finds long enough. */
  #ask(timer: SessionTimer, wish: TimerWish, minimum: number | null): void {
    const longer = wishAfterTooSmall({ ...wish, interval: timer.interval }, minimum);
    if (longer === null || longer.interval === timer.interval) return;
    this.timer = { ...timer, interval: longer.interval };
    this.#refresh();
  }

  #later(wait: Milliseconds): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#ground.clock.after(wait, () => this.#refresh());
  }

  #headers(timer: SessionTimer): readonly SipHeader[] {
    return [
      this.#session.contact(),
      allowHeader,
      supportedByTrunks,
      { name: 'Session-Expires', value: sessionExpiresAsClient({ ...timer, refresher: 'us' }) },
      { name: 'Min-SE', value: String(this.#wish?.minimum ?? timer.interval) },
    ];
  }
}
