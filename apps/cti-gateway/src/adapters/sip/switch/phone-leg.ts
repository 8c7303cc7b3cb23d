import type { LegId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { MediaEngine, MediaEvent } from '../../../ports/media-engine.ts';
import type { LegFailure, PhoneOffer } from '../../../ports/switch.ts';
import { acceptHeader, allowHeader, supportedByTrunks } from '../dialog/capabilities.ts';
import type { Credentials } from '../dialog/credentials.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import type { OutboundListener } from '../dialog/outbound-invite.ts';
import { OutboundInvite } from '../dialog/outbound-invite.ts';
import type { Session } from '../dialog/session.ts';
import type { SessionEnd, SessionRoute } from '../dialog/session-parts.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import type { SipHeader } from '../message/message.ts';
import type { Flow, Target } from '../stack.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import type { AgentLeg, AgentLegListener } from './agent-leg.ts';
import { LegAudio } from './leg-audio.ts';
import { failureOfTrunk } from './leg-failure.ts';
import { LegKeeping } from './leg-keeping.ts';
import { keptSession, writeLegRecord } from './leg-record.ts';
import { Whisper } from './whisper.ts';

type Question = Pick<PhoneOffer, 'whisper' | 'acceptKey' | 'declineKey' | 'confirmWithin'>;

interface PhoneCall extends Question {
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
  /** the leg is over, whoever ended it */
  readonly over: () => void;
}

/**
 * An agent on an ordinary telephone, who must say that they are there: what answers may be a voicemail (PHONE-3).
 *
 *   dialling ─2xx─▶ asked ─accept key─▶ established ─▶ over
 *      │              └──decline key, no key, hung up───▲
 *      └──refused, too late, ended──────────────────────┘
 */
export class PhoneLeg implements AgentLeg {
  readonly legId: LegId;
  readonly audio: LegAudio;
  readonly #call: PhoneCall;
  readonly #listener: AgentLegListener;
  readonly #ground: Ground;
  readonly #whisper: Whisper;
  readonly #keeping: LegKeeping;
  #phase: 'dialling' | 'asked' | 'established' | 'over' = 'dialling';
  #connectWanted = false;
  #rang = false;
  #invite: OutboundInvite | null = null;
  #session: Session | null = null;
  #cancelDeadline: () => void = () => {};

  constructor(
    parts: { ground: Ground; dialogs: Dialogs; media: MediaEngine },
    call: PhoneCall,
    listener: AgentLegListener,
  ) {
    this.legId = call.legId;
    this.audio = new LegAudio(parts.media, call.legId, parts.ground.log);
    this.#call = call;
    this.#listener = listener;
    this.#ground = parts.ground;
    this.#whisper = new Whisper(this.audio, parts.ground.clock, call.whisper);
    this.#keeping = new LegKeeping(
      () => this.#record(),
      (record) => listener.recorded(record),
    );
    void this.#dial(parts);
  }

  get isEstablished(): boolean {
    return this.#phase === 'established';
  }
  get connectWanted(): boolean {
    return this.#connectWanted;
  }
  set connectWanted(wanted: boolean) {
    this.#connectWanted = wanted;
    this.#keeping.changed();
  }

  readonly probe = (): void => this.#session?.probe();

  /** The trunk's connection may be opened anew (RFC 5923): the call does not depend on it. */
  flowClosed(_flow: Flow): void {}

  media(event: MediaEvent): void {
    if (event.type === 'failed') this.#fail('media');
    if (event.type === 'played') this.#whisper.played(event.sound);
    if (event.type === 'digit') this.#key(event.digit);
    if (event.type === 'health' && this.isEstablished) this.#listener.health(event.state);
  }

  end(): void {
    this.#over(() => this.#invite?.end());
  }

  leave(): void {
    if (!this.#talks) return this.end();
    this.#session?.lose();
  }

  get #talks(): boolean {
    return this.isEstablished && this.#connectWanted;
  }

  async #record(): Promise<string | null> {
    const { trunk, place } = this.#call;
    const session = await keptSession(
      { trunkId: trunk.trunkId, place, audio: this.audio },
      () => this.#session,
    );
    return session && writeLegRecord({ version: 2, ...session, talks: this.#talks });
  }

  async #dial({ ground, dialogs }: { ground: Ground; dialogs: Dialogs }): Promise<void> {
    const offer = await this.audio.offer('rtp');
    if (this.#phase !== 'dialling') return;
    if (!offer.ok) return this.#over(() => this.#listener.failed('full'));
    this.#failAfter(this.#call.ringsFor, 'noAnswer');
    const { uri, from, route, timerWish, credentials } = this.#call;
    const headers = [allowHeader, supportedByTrunks, acceptHeader, ...this.#call.headers];
    const invite = { uri, from, to: `<${uri}>`, headers, offer: offer.value, route, timerWish, credentials };
    this.#invite = new OutboundInvite(ground, dialogs, { ...invite, audio: this.audio }, this.#hear());
  }

  #hear(): OutboundListener {
    return {
      ringing: () => this.#ringing(),
      answered: (session) => this.#ask(session),
      refused: (status) => this.#over(() => this.#listener.failed(failureOfTrunk(status))),
      ended: (how) => this.#ended(how),
      digit: (digit) => this.#key(digit),
      changed: () => this.#keeping.changed(),
    };
  }

  #ringing(): void {
    if (this.#phase !== 'dialling' || this.#rang) return;
    this.#rang = true;
    this.#listener.alerting();
  }

  #ask(session: Session): void {
    if (this.#phase !== 'dialling') return;
    this.#phase = 'asked';
    this.#session = session;
    this.#failAfter(this.#call.confirmWithin, 'noAnswer');
    this.#whisper.begin();
    this.#keeping.changed();
  }

  #key(digit: string): void {
    if (this.isEstablished) return this.#listener.digit(digit);
    if (this.#phase !== 'asked') return;
    if (digit === this.#call.acceptKey) this.#take();
    if (digit === this.#call.declineKey) this.#fail('declined');
  }

  #take(): void {
    this.#cancelDeadline();
    this.#phase = 'established';
    this.#whisper.end();
    this.#listener.established();
    this.#keeping.changed();
  }

  /** Before the key a voicemail that has heard enough hangs up as a person does (PHONE-4). */
  #ended(how: SessionEnd): void {
    const wasUp = this.isEstablished;
    this.#over(() => {
      if (wasUp) this.#listener.cleared('agent', how === 'lost' ? 'lost' : 'normal');
      else this.#listener.failed(how === 'lost' ? 'unreachable' : 'noAnswer');
    });
  }

  #failAfter(time: Milliseconds, cause: LegFailure): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#ground.clock.after(time, () => this.#fail(cause));
  }

  #fail(cause: LegFailure): void {
    const wasUp = this.isEstablished;
    this.#over(() => {
      this.#invite?.end();
      if (wasUp) this.#listener.cleared('agent', 'lost');
      else this.#listener.failed(cause);
    });
  }

  #over(how: () => void): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#cancelDeadline();
    this.#whisper.end();
    this.#keeping.over();
    this.audio.close();
    this.#call.over();
    how();
  }
}
