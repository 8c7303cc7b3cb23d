import type { CallId, LegId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { MediaEngine } from '../../../ports/media-engine.ts';
import { supportedByTrunks, acceptHeader, allowHeader } from '../dialog/capabilities.ts';
import type { Credentials } from '../dialog/credentials.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import type { OutboundListener } from '../dialog/outbound-invite.ts';
import { OutboundInvite } from '../dialog/outbound-invite.ts';
import type { Session } from '../dialog/session.ts';
import type { SessionRoute } from '../dialog/session-parts.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import type { SipHeader } from '../message/message.ts';
import type { Target } from '../stack.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import { CallerEar } from './caller-ear.ts';
import type { CallerLeg, CallerLegListener } from './caller-leg.ts';
import { LegAudio } from './leg-audio.ts';
import { failureOfTrunk } from './leg-failure.ts';

export interface Departure {
  readonly callId: CallId;
  readonly legId: LegId;
  readonly trunk: TrunkSettings;
  readonly place: TrunkPlace;
  readonly uri: string;
  readonly from: string;
  readonly headers: readonly SipHeader[];
  readonly route: SessionRoute & { first(): Target };
  readonly timerWish: TimerWish;
  readonly credentials: Credentials | null;
  readonly ringsFor: Milliseconds;
}

/**
 * A customer whom we call:
 *
 *   dialling ─2xx─▶ up ─▶ over
 *      └──refused, ended──▲
 */
export class OutboundLeg implements CallerLeg {
  readonly legId: LegId;
  readonly trunk: TrunkSettings;
  readonly place: TrunkPlace;
  readonly audio: LegAudio;
  readonly ear: CallerEar;
  readonly #listener: CallerLegListener;
  #phase: 'dialling' | 'up' | 'over' = 'dialling';
  #invite: OutboundInvite | null = null;
  #session: Session | null = null;
  #rang = false;
  #cancelDeadline: () => void = () => {};

  constructor(
    parts: { ground: Ground; dialogs: Dialogs; media: MediaEngine },
    departure: Departure,
    listener: CallerLegListener,
  ) {
    this.legId = departure.legId;
    this.trunk = departure.trunk;
    this.place = departure.place;
    this.audio = new LegAudio(parts.media, departure.legId, parts.ground.log);
    this.ear = new CallerEar(departure.callId, this.audio, parts.ground.clock, listener);
    this.#listener = listener;
    void this.#call(parts, departure);
  }

  get session(): Session | null {
    return this.#session;
  }
  get wasDelivered(): boolean {
    return this.#session !== null;
  }

  answer(): void {}

  end(): void {
    this.#over(() => this.#invite?.end());
  }

  leave(): void {
    if (this.#phase === 'up') this.#session?.lose();
    else this.#invite?.end();
    this.#cancelDeadline();
    this.ear.stop();
  }

  async #call(
    { ground, dialogs }: { ground: Ground; dialogs: Dialogs },
    departure: Departure,
  ): Promise<void> {
    const offer = await this.audio.offer('rtp');
    if (this.#phase !== 'dialling') return;
    if (!offer.ok) return this.#over(() => this.#listener.failed('full'));
    this.ear.open();
    const { uri, from, route, timerWish, credentials } = departure;
    const headers = [allowHeader, supportedByTrunks, acceptHeader, ...departure.headers];
    const invite = { uri, from, to: `<${uri}>`, headers, offer: offer.value, route, timerWish, credentials };
    this.#cancelDeadline = ground.clock.after(departure.ringsFor, () => this.#noAnswer());
    this.#invite = new OutboundInvite(ground, dialogs, { ...invite, audio: this.audio }, this.#hear());
  }

  #hear(): OutboundListener {
    return {
      ringing: () => this.#ringing(),
      answered: (session) => this.#answered(session),
      refused: (status) => this.#over(() => this.#refused(status)),
      ended: (how) => this.#over(() => this.#listener.cleared('caller', how === 'lost' ? 'lost' : 'normal')),
      digit: (digit) => this.#listener.digit(digit),
      changed: () => this.#listener.changed(),
    };
  }

  #refused(status: number): void {
    if (this.#session === null) this.#listener.failed(failureOfTrunk(status));
    else this.#listener.cleared('gateway', 'lost');
  }

  #noAnswer(): void {
    this.#over(() => {
      this.#invite?.end();
      this.#listener.failed('noAnswer');
    });
  }

  #ringing(): void {
    if (this.#phase !== 'dialling' || this.#rang) return;
    this.#rang = true;
    this.#listener.alerting();
  }

  #answered(session: Session): void {
    if (this.#phase !== 'dialling') return;
    this.#cancelDeadline();
    this.#phase = 'up';
    this.#session = session;
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
