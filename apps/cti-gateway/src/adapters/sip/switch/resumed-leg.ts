import type { CallId, LegId } from '@ringside/shared/model/ids';
import type { MediaEngine } from '../../../ports/media-engine.ts';
import type { Credentials } from '../dialog/credentials.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import type { Session } from '../dialog/session.ts';
import type { SessionRoute } from '../dialog/session-parts.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import { CallerEar } from './caller-ear.ts';
import type { CallerLeg, CallerLegListener } from './caller-leg.ts';
import { LegAudio } from './leg-audio.ts';
import type { KeptCaller } from './leg-record.ts';
import { resumedSession } from './resumed-session.ts';

export interface Return {
  readonly callId: CallId;
  readonly legId: LegId;
  readonly trunk: TrunkSettings;
  readonly kept: KeptCaller;
  readonly route: SessionRoute;
  readonly timerWish: TimerWish;
  readonly credentials: Credentials | null;
}

/** A customer's leg of an earlier run: the dialog and the RTP port as they were, music again. */
export class ResumedLeg implements CallerLeg {
  readonly legId: LegId;
  readonly trunk: TrunkSettings;
  readonly place: TrunkPlace;
  readonly audio: LegAudio;
  readonly ear: CallerEar;
  readonly session: Session;
  readonly wasDelivered = true;
  #isOver = false;

  constructor(
    { ground, dialogs, media }: { ground: Ground; dialogs: Dialogs; media: MediaEngine },
    { callId, legId, trunk, kept, route, timerWish, credentials }: Return,
    listener: CallerLegListener,
  ) {
    this.legId = legId;
    this.trunk = trunk;
    this.place = kept.place;
    this.audio = new LegAudio(media, legId, ground.log);
    this.ear = new CallerEar(callId, this.audio, ground.clock, listener);
    const back = { kept, audio: this.audio, route, timerWish, credentials };
    this.session = resumedSession({ ground, dialogs }, back, {
      ended: (how) => this.#over(() => listener.cleared('caller', how === 'lost' ? 'lost' : 'normal')),
      digit: (digit) => listener.digit(digit),
      changed: () => listener.changed(),
    });
  }

  /** Opens the port again. False: it is taken, so the call can't go on. */
  async takeUp(kept: KeptCaller): Promise<boolean> {
    const resumed = await this.audio.resume(kept.media);
    if (!resumed.ok || this.#isOver) return false;
    this.ear.wait(kept.music, null);
    this.ear.open();
    return true;
  }

  answer(): void {}

  end(): void {
    this.#over(() => this.session.end());
  }

  leave(): void {
    this.session.lose();
    this.ear.stop();
  }

  #over(how: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.ear.stop();
    this.audio.close();
    how();
  }
}
