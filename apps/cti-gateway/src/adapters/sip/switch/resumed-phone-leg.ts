import type { LegId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { MediaEngine, MediaEvent } from '../../../ports/media-engine.ts';
import type { Credentials } from '../dialog/credentials.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import type { Session } from '../dialog/session.ts';
import type { SessionRoute } from '../dialog/session-parts.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import type { Flow } from '../stack.ts';
import type { AgentLeg, AgentLegListener } from './agent-leg.ts';
import { LegAudio } from './leg-audio.ts';
import { LegKeeping } from './leg-keeping.ts';
import type { KeptPhone } from './leg-record.ts';
import { keptSession, writeLegRecord } from './leg-record.ts';
import { resumedSession } from './resumed-session.ts';

interface PhoneReturn {
  readonly legId: LegId;
  readonly kept: KeptPhone;
  readonly record: string;
  readonly route: SessionRoute;
  readonly timerWish: TimerWish;
  readonly credentials: Credentials | null;
  /** nobody shall sit in silence because nobody knows that they are there */
  readonly connectedWithin: Milliseconds;
  readonly over: () => void;
}

/** An agent's telephone of an earlier run (PHONE-11): silent until it is connected. */
export class ResumedPhoneLeg implements AgentLeg {
  readonly legId: LegId;
  readonly audio: LegAudio;
  readonly #back: PhoneReturn;
  readonly #listener: AgentLegListener;
  readonly #ground: Ground;
  readonly #session: Session;
  readonly #keeping: LegKeeping;
  #connectWanted = false;
  #state: 'returning' | 'established' | 'over' = 'returning';
  #cancelDeadline: () => void = () => {};

  constructor(
    parts: { ground: Ground; dialogs: Dialogs; media: MediaEngine },
    back: PhoneReturn,
    listener: AgentLegListener,
  ) {
    const { legId, kept } = back;
    this.legId = legId;
    this.audio = new LegAudio(parts.media, legId, parts.ground.log);
    this.#back = back;
    this.#listener = listener;
    this.#ground = parts.ground;
    this.#keeping = new LegKeeping(
      () => this.#record(kept),
      (record) => listener.recorded(record),
    );
    this.#keeping.was(back.record);
    this.#session = resumedSession(
      parts,
      { ...back, audio: this.audio },
      {
        ended: (how) => this.#over(() => listener.cleared('agent', how === 'lost' ? 'lost' : 'normal')),
        digit: (digit) => listener.digit(digit),
        changed: () => this.#keeping.changed(),
      },
    );
  }

  get isEstablished(): boolean {
    return this.#state === 'established';
  }
  get connectWanted(): boolean {
    return this.#connectWanted;
  }
  set connectWanted(wanted: boolean) {
    this.#connectWanted = wanted;
    if (wanted) this.#cancelDeadline();
    this.#keeping.changed();
  }

  readonly probe = (): void => this.#session.probe();

  /** Opens the port again. False: it is taken, so the leg can't go on. */
  async takeUp(): Promise<boolean> {
    const resumed = await this.audio.resume(this.#back.kept.media);
    if (!resumed.ok || this.#state !== 'returning') return false;
    this.#state = 'established';
    this.#cancelDeadline = this.#ground.clock.after(this.#back.connectedWithin, () => this.#lost());
    return true;
  }

  flowClosed(_flow: Flow): void {}

  media(event: MediaEvent): void {
    if (event.type === 'failed') this.#lost();
    if (event.type === 'digit') this.#listener.digit(event.digit);
    if (event.type === 'health') this.#listener.health(event.state);
  }

  end(): void {
    this.#over(() => this.#session.end());
  }

  leave(): void {
    if (!this.#connectWanted) return this.end();
    this.#session.lose();
  }

  async #record({ trunkId, place }: KeptPhone): Promise<string | null> {
    const session = await keptSession({ trunkId, place, audio: this.audio }, () => this.#session);
    return session && writeLegRecord({ version: 2, ...session, talks: this.#connectWanted });
  }

  #lost(): void {
    this.#over(() => {
      this.#session.end();
      this.#listener.cleared('gateway', 'lost');
    });
  }

  #over(how: () => void): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#cancelDeadline();
    this.#keeping.over();
    this.audio.close();
    this.#back.over();
    how();
  }
}
