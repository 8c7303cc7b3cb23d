import type { CallId, LegId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { MediaEngine } from '../../../ports/media-engine.ts';
import type { RefusalCause } from '../../../ports/switch.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import { InboundInvite } from '../dialog/inbound-invite.ts';
import { lists } from '../dialog/option-tags.ts';
import type { Session } from '../dialog/session.ts';
import type { SessionRoute } from '../dialog/session-parts.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import type { SipHeader } from '../message/message.ts';
import type { IncomingRequest } from '../stack.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import { CallerEar } from './caller-ear.ts';
import type { CallerLeg, CallerLegListener } from './caller-leg.ts';
import { LegAudio } from './leg-audio.ts';

const statusOf: Readonly<Record<RefusalCause, number>> = {
  unknownNumber: 404,
  busy: 486,
  full: 503,
  closed: 480,
  notAllowed: 403,
};

export interface Arrival {
  readonly callId: CallId;
  readonly legId: LegId;
  readonly trunk: TrunkSettings;
  readonly place: TrunkPlace;
  readonly incoming: IncomingRequest;
  readonly dialog: Dialog;
  readonly route: SessionRoute;
  readonly timerWish: TimerWish;
  readonly retryAfter: SipHeader;
  readonly decidedWithin: Milliseconds;
}

/**
 * A customer who called in:
 *
 *   delivered ─admit─▶ admitted ─audio ready and answer() wanted─▶ up ─▶ over
 *       └────refuse, CANCEL, no common codec──────────────────────────────▲
 */
export class InboundLeg implements CallerLeg {
  readonly legId: LegId;
  readonly trunk: TrunkSettings;
  readonly place: TrunkPlace;
  readonly audio: LegAudio;
  readonly ear: CallerEar;
  readonly wasDelivered = true;
  readonly #invite: InboundInvite;
  readonly #listener: CallerLegListener;
  readonly #retryAfter: SipHeader;
  /** a reliable 180 to an INVITE without an offer must bring ours (RFC 3262 section 5) */
  readonly #ringsWithOffer: boolean;
  #phase: 'delivered' | 'admitted' | 'up' | 'over' = 'delivered';
  #answerWanted = false;
  #sdp: string | null = null;
  readonly #cancelDeadline: () => void;

  constructor(
    { ground, dialogs, media }: { ground: Ground; dialogs: Dialogs; media: MediaEngine },
    arrival: Arrival,
    listener: CallerLegListener,
  ) {
    const { incoming, dialog, route, timerWish } = arrival;
    this.legId = arrival.legId;
    this.trunk = arrival.trunk;
    this.place = arrival.place;
    this.audio = new LegAudio(media, arrival.legId, ground.log);
    this.ear = new CallerEar(arrival.callId, this.audio, ground.clock, listener);
    this.#listener = listener;
    this.#retryAfter = arrival.retryAfter;
    const start = { incoming, dialog, route, audio: this.audio, timerWish };
    this.#invite = new InboundInvite(ground, dialogs, start, {
      gaveUp: (how) => this.#over(() => listener.cleared('caller', how === 'lost' ? 'lost' : 'normal')),
      ended: (how) => this.#over(() => listener.cleared('caller', how === 'lost' ? 'lost' : 'normal')),
      digit: (digit) => listener.digit(digit),
      changed: () => listener.changed(),
    });
    this.#cancelDeadline = ground.clock.after(arrival.decidedWithin, () => this.#refuseLate(ground));
    this.#ringsWithOffer = this.#invite.offer === null && lists(incoming.request, 'Require', '100rel');
  }

  get session(): Session | null {
    return this.#phase === 'up' ? this.#invite.session : null;
  }
  get isDelivered(): boolean {
    return this.#phase === 'delivered';
  }

  admit(how: { answer: 'atOnce' | 'withAgent'; greeting: string | null; music: string }): void {
    // a caller who hears ringing is answered after all: there is something to tell them
    if (this.#phase === 'admitted' && how.answer === 'atOnce') return this.answer();
    if (this.#phase !== 'delivered') return;
    this.#phase = 'admitted';
    this.#cancelDeadline();
    this.#answerWanted ||= how.answer === 'atOnce';
    if (!this.#answerWanted && !this.#ringsWithOffer) this.#invite.ring(180);
    this.ear.wait(how.music, how.greeting);
    void this.#openAudio();
  }

  answer(): void {
    this.#answerWanted = true;
    this.#answerWhenReady();
  }

  refuse(why: RefusalCause): void {
    this.#over(() => this.#invite.refuse(statusOf[why], why === 'full' ? [this.#retryAfter] : []));
  }

  end(): void {
    this.#over(() => this.#invite.end());
  }

  leave(): void {
    if (this.#phase !== 'up') this.#invite.refuse(503, [this.#retryAfter]);
    else this.#invite.session.lose();
    this.#cancelDeadline();
    this.ear.stop();
  }

  async #openAudio(): Promise<void> {
    const { offer } = this.#invite;
    const sdp = await (offer === null ? this.audio.offer('rtp') : this.audio.answer('rtp', offer));
    if (this.#phase !== 'admitted') return;
    if (!sdp.ok) return this.#refuseWithoutAudio(sdp.refusal === 'noPorts');
    this.#sdp = sdp.value;
    if (this.#ringsWithOffer && !this.#answerWanted) this.#invite.ring(180, sdp.value);
    this.#answerWhenReady();
  }

  #refuseLate({ log }: Ground): void {
    log.error('A call was refused because nobody decided about it in time; the store may be slow or down.', {
      legId: this.legId,
    });
    this.#refuseWithoutAudio(true);
  }

  #refuseWithoutAudio(full: boolean): void {
    this.#over(() => {
      this.#invite.refuse(full ? 503 : 488, full ? [this.#retryAfter] : []);
      this.#listener.cleared('gateway', 'lost');
    });
  }

  #answerWhenReady(): void {
    if (this.#phase !== 'admitted' || !this.#answerWanted || this.#sdp === null) return;
    this.#phase = 'up';
    this.#invite.answer(this.#sdp);
    this.ear.open();
    this.#listener.established();
  }

  #over(how: () => void): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#cancelDeadline();
    this.ear.stop();
    this.audio.close();
    how();
  }
}
