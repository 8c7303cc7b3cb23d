import type { LegId } from '@ringside/shared/model/ids';
import type { Side } from '@ringside/shared/model/call-outcome';
import type { LegFailure } from '../../../ports/switch.ts';
import type { Session } from '../dialog/session.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import type { CallerEar, CallerEarListener } from './caller-ear.ts';
import type { LegAudio } from './leg-audio.ts';

/** A customer's leg, through a trunk: called in, called out, or taken up again after a restart. */
export interface CallerLeg {
  readonly legId: LegId;
  readonly trunk: TrunkSettings;
  readonly place: TrunkPlace;
  readonly audio: LegAudio;
  readonly ear: CallerEar;
  /** null until it is answered */
  readonly session: Session | null;
  /** an ended call that was never set up is `failed`, any other `connectionCleared` */
  readonly wasDelivered: boolean;
  /** Answers a call that rings; nothing where that has been done or is not ours to do. */
  answer(): void;
  /** Ends it by refusal, CANCEL or BYE. The listener hears nothing. */
  end(): void;
  /** The gateway stops: what has been answered goes on without us until the next start. */
  leave(): void;
}

export interface CallerLegListener extends CallerEarListener {
  alerting(): void;
  established(): void;
  failed(cause: LegFailure): void;
  cleared(by: Side, cause: 'normal' | 'lost'): void;
  digit(digit: string): void;
  /** what is kept for a restart has changed */
  changed(): void;
}
