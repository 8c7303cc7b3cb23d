import type { LegId } from '@ringside/shared/model/ids';
import type { MediaEvent } from '../../../ports/media-engine.ts';
import type { LegFailure } from '../../../ports/switch.ts';
import type { Flow } from '../stack.ts';
import type { LegAudio } from './leg-audio.ts';

/** An agent's or a supervisor's leg: to a station, to a telephone behind a trunk, or taken up again after a restart. */
export interface AgentLeg {
  readonly legId: LegId;
  readonly audio: LegAudio;
  /** the gateway wants it in the bridge as soon as it is established */
  connectWanted: boolean;
  readonly isEstablished: boolean;
  /** What the media engine says about it. */
  media(event: MediaEvent): void;
  /** A flow was closed; the leg may have gone over it. */
  flowClosed(flow: Flow): void;
  /** Asks the far end whether it is still there; null where something else tells. */
  readonly probe: (() => void) | null;
  /** Ends it by CANCEL or BYE. The listener hears nothing. */
  end(): void;
  /** The gateway stops: what the next start can't take up is ended. */
  leave(): void;
}

export interface AgentLegListener {
  alerting(): void;
  established(): void;
  failed(cause: LegFailure): void;
  cleared(by: 'agent' | 'gateway', cause: 'normal' | 'lost'): void;
  digit(digit: string): void;
  health(state: 'ok' | 'silent' | 'lossy'): void;
  /** what resume() needs for it after a restart; null: nothing any more */
  recorded(record: string | null): void;
}
