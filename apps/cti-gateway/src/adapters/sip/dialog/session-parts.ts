import type { Result } from '@ringside/shared/model/result';
import type { MediaRefusal } from '../../../ports/media-engine.ts';
import type { Target } from '../stack.ts';
import type { Credentials } from './credentials.ts';
import type { Dialog } from './dialog.ts';
import type { SessionTimer, TimerWish } from './session-timer.ts';

/** The audio of one leg, as offer/answer needs it (RFC 3264). After the leg's end everything is refused with 'gone'. */
export interface SessionAudio {
  reanswer(offer: string): Promise<Result<string, MediaRefusal | 'gone'>>;
  reoffer(): Promise<Result<string, 'gone'>>;
  accept(answer: string): Promise<Result<void, MediaRefusal | 'gone'>>;
}

/** The way to the peer of a dialog. */
export interface SessionRoute {
  target(dialog: Dialog): Target;
  /** our Contact value for it */
  contact(): string;
}

/** `peer`: BYE. `lost`: no answer within the session timer, a dialog that the peer forgot, no ACK. */
export type SessionEnd = 'peer' | 'lost';

export interface SessionListener {
  ended(how: SessionEnd): void;
  digit(digit: string): void;
  /** the dialog's values changed: what is kept for a restart is to be written again */
  changed(): void;
}

export interface SessionParts {
  readonly dialog: Dialog;
  readonly route: SessionRoute;
  readonly audio: SessionAudio;
  /** null: no session timers on this leg */
  readonly timerWish: TimerWish | null;
  readonly timer: SessionTimer | null;
  /** the peer's Allow lists UPDATE (RFC 3311) */
  readonly peerUpdates: boolean;
  readonly credentials: Credentials | null;
}
