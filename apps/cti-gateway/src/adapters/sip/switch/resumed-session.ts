import type { Credentials } from '../dialog/credentials.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import { Session } from '../dialog/session.ts';
import type { SessionListener, SessionRoute } from '../dialog/session-parts.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import type { KeptSession } from './leg-record.ts';
import type { LegAudio } from './leg-audio.ts';

interface SessionReturn {
  readonly kept: KeptSession;
  readonly audio: LegAudio;
  readonly route: SessionRoute;
  readonly timerWish: TimerWish;
  readonly credentials: Credentials | null;
}

/** A dialog of an earlier run: requests of the far end find it, and ours go on counting. */
export function resumedSession(
  { ground, dialogs }: { ground: Ground; dialogs: Dialogs },
  { kept, audio, route, timerWish, credentials }: SessionReturn,
  listener: SessionListener,
): Session {
  const { dialog, timer, peerUpdates } = kept;
  const parts = { dialog, route, audio, timerWish, timer, peerUpdates, credentials };
  const session = new Session(ground, parts, listener);
  session.onForgotten(() => dialogs.remove(dialog.localTag));
  dialogs.add(dialog.localTag, {
    callId: dialog.callId,
    receive: (incoming, remoteTag) => {
      if (remoteTag !== dialog.remoteTag) return false;
      session.receive(incoming);
      return true;
    },
  });
  session.confirm(dialog, timer, peerUpdates);
  return session;
}
