import type { LegId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { MediaEngine, MediaEvent } from '../../../ports/media-engine.ts';
import type { LegFailure } from '../../../ports/switch.ts';
import { allowHeader, supportedByStations } from '../dialog/capabilities.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import { OutboundInvite } from '../dialog/outbound-invite.ts';
import type { SipHeader } from '../message/message.ts';
import type { Binding } from '../registrar/binding.ts';
import type { Flow } from '../stack.ts';
import { contactFor } from '../trunk/trunk-route.ts';
import type { AgentLeg, AgentLegListener } from './agent-leg.ts';
import { LegAudio } from './leg-audio.ts';
import { failureOfStation } from './leg-failure.ts';

export interface StationCall {
  readonly legId: LegId;
  readonly binding: Binding;
  readonly from: string;
  readonly headers: readonly SipHeader[];
  /** how long a page may take to answer, and then its ICE and DTLS; how long a desk phone rings */
  readonly within: Milliseconds;
}

/**
 * A leg to a station. A page (webrtc) answers by itself, and is established when ICE and DTLS are done as well:
 *
 *   calling ─200─▶ answered ─media connected─▶ established ─▶ over
 *      └──refused, too late, flow closed, ended──────────────▲
 */
export class StationLeg implements AgentLeg {
  readonly legId: LegId;
  readonly audio: LegAudio;
  /** its registration tells whether it is there */
  readonly probe = null;
  connectWanted = false;
  readonly #listener: AgentLegListener;
  readonly #ground: Ground;
  readonly #call: StationCall;
  #phase: 'calling' | 'answered' | 'established' | 'over' = 'calling';
  #mediaConnected: boolean;
  #rang = false;
  #invite: OutboundInvite | null = null;
  #cancelDeadline: () => void = () => {};

  constructor(
    parts: { ground: Ground; dialogs: Dialogs; media: MediaEngine },
    call: StationCall,
    listener: AgentLegListener,
  ) {
    this.legId = call.legId;
    this.audio = new LegAudio(parts.media, call.legId, parts.ground.log);
    this.#ground = parts.ground;
    this.#call = call;
    this.#listener = listener;
    this.#mediaConnected = call.binding.media === 'rtp';
    void this.#start(parts);
  }

  get isEstablished(): boolean {
    return this.#phase === 'established';
  }

  end(): void {
    this.#over(() => this.#invite?.end());
  }

  leave(): void {
    this.end();
  }

  flowClosed(flow: Flow): void {
    if (flow.id !== this.#call.binding.flow.id) return;
    const wasUp = this.isEstablished;
    this.#over(() => {
      this.#invite?.lose();
      if (wasUp) this.#listener.cleared('agent', 'lost');
      else this.#listener.failed('unreachable');
    });
  }

  media(event: MediaEvent): void {
    if (event.type === 'connected') this.#mediaIsConnected();
    if (event.type === 'failed') this.#fail('media');
    if (event.type === 'digit') this.#listener.digit(event.digit);
    if (event.type === 'health') this.#listener.health(event.state);
  }

  async #start({ ground, dialogs }: { ground: Ground; dialogs: Dialogs }): Promise<void> {
    const { binding, from } = this.#call;
    const offer = await this.audio.offer(binding.media);
    if (this.#phase !== 'calling') return;
    if (!offer.ok) return this.#over(() => this.#listener.failed('media'));
    this.#waitNoLonger(binding.media === 'webrtc' ? 'unreachable' : 'noAnswer');
    const target = { to: 'flow', flow: binding.flow } as const;
    const contact = contactFor(ground.stack, target);
    const route = { first: () => target, target: () => target, contact: () => contact };
    const invite = { uri: binding.contact, from, to: `<${binding.contact}>`, offer: offer.value, route };
    const headers = [allowHeader, supportedByStations, ...this.#call.headers];
    this.#invite = new OutboundInvite(
      ground,
      dialogs,
      { ...invite, headers, audio: this.audio, timerWish: null, credentials: null },
      {
        ringing: () => this.#ringing(),
        answered: () => this.#answered(),
        refused: (status) => this.#refused(status),
        ended: (how) => this.#ended(how),
        digit: (digit) => this.#listener.digit(digit),
        changed: () => {},
      },
    );
  }

  #ringing(): void {
    if (this.#phase !== 'calling' || this.#rang) return;
    this.#rang = true;
    this.#listener.alerting();
  }

  #answered(): void {
    if (this.#phase !== 'calling') return;
    this.#phase = 'answered';
    this.#waitNoLonger('media');
    this.#establish();
  }

  #mediaIsConnected(): void {
    this.#mediaConnected = true;
    this.#establish();
  }

  #establish(): void {
    if (this.#phase !== 'answered' || !this.#mediaConnected) return;
    this.#cancelDeadline();
    this.#phase = 'established';
    this.#listener.established();
  }

  #refused(status: number): void {
    this.#over(() => this.#listener.failed(failureOfStation(status)));
  }

  #ended(how: 'peer' | 'lost'): void {
    const wasUp = this.isEstablished;
    this.#over(() => {
      if (wasUp) this.#listener.cleared('agent', how === 'lost' ? 'lost' : 'normal');
      else this.#listener.failed(how === 'lost' ? 'unreachable' : 'declined');
    });
  }

  #fail(cause: LegFailure): void {
    const wasUp = this.isEstablished;
    this.#over(() => {
      this.#invite?.end();
      if (wasUp) this.#listener.cleared('agent', 'lost');
      else this.#listener.failed(cause);
    });
  }

  /** A page that is registered in name only does not answer; it must not keep the caller waiting. */
  #waitNoLonger(cause: LegFailure): void {
    this.#cancelDeadline();
    this.#cancelDeadline = this.#ground.clock.after(this.#call.within, () => this.#fail(cause));
  }

  #over(how: () => void): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#cancelDeadline();
    this.audio.close();
    how();
  }
}
