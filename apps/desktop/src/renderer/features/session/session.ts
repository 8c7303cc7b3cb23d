import type { Goodbye, Snapshot } from '@ringside/shared/protocol/down';
import { stationCredentials } from '@ringside/shared/protocol/down';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { setClockOffset } from '@ringside/ui/ticker';
import { create } from 'zustand';
import { isLive } from '../../contacts.ts';
import { leaveDesk, takeEvent, takeLink, takeSnapshot } from '../../desk.ts';
import { forgetAllDrafts, takeDrafts } from '../../drafts/drafts.ts';
import { say } from '../../notices/notices.ts';
import type { LinkListener, LinkState } from '../../gateway/gateway-link.ts';
import { mayOf } from '../../may.ts';
import { usePreferences } from '../../preferences.ts';
import type { Services } from '../../services.tsx';
import { systemTimers } from '../../waiting/timers.ts';
import { voiceFirst } from './voice-first.ts';

/**
 *   signedOut ─signIn─▶ opening ─snapshot─▶ open ─goodbye─▶ signedOut
 *                          └─refused(takenOver)─▶ elsewhere ─takeOver─▶ opening
 */
export type Session =
  | { readonly at: 'opening'; readonly link: LinkState }
  | { readonly at: 'elsewhere' }
  | { readonly at: 'open' }
  | { readonly at: 'signedOut'; readonly why: Goodbye['why'] | ProblemWord | null };

export const useSession = create<{ readonly session: Session }>(() => ({
  session: { at: 'opening', link: 'connecting' },
}));

const become = (session: Session) => useSession.setState({ session });

/** Opens the desk with the kept token, or shows the sign-in page where there is none. */
export function openDesk(services: Services, takeOver: boolean): void {
  become({ at: 'opening', link: 'connecting' });
  const hasToken = services.link.open(takeOver, listenerFor(services));
  if (!hasToken) become({ at: 'signedOut', why: null });
}

export async function signIn(
  services: Services,
  userName: string,
  password: string,
): Promise<ProblemWord | null> {
  const reply = await services.link.signIn(userName, password);
  if (!reply.ok) return reply.problem.problem;
  openDesk(services, false);
  return null;
}

/** Signs out, unless the gateway says that it can't be now: nobody leaves a caller behind by a menu. */
export async function signOut(services: Services): Promise<void> {
  const reply = await services.link.command({ do: 'presence.signOut' });
  if (!reply.ok && reply.problem.problem === 'notPossibleNow') return say('bad', { id: 'signOut.inContact' });
  await services.link.signOut();
  await end(services, null);
  forgetAllDrafts();
}

function listenerFor(services: Services): LinkListener {
  return {
    state: (link) => {
      takeLink(link);
      const { session } = useSession.getState();
      if (session.at === 'opening') become({ at: 'opening', link });
    },
    snapshot: (snapshot) => {
      const receivedAt = Date.now();
      setClockOffset(snapshot.serverTime - receivedAt);
      const isOpening = useSession.getState().session.at === 'opening';
      // Before anything is drawn: after a reload a caller waits for this station.
      if (isOpening && mayOf(snapshot.me.roles, snapshot.duty.length > 0).takeCalls) startPhone(services);
      takeDrafts(snapshot.me.agentId, snapshot.drafts);
      takeSnapshot(snapshot, receivedAt);
      if (isOpening) void show(services, snapshot);
    },
    event: takeEvent,
    goodbye: ({ why }) => void end(services, why),
    refused: ({ problem }) => {
      if (problem === 'takenOver') become({ at: 'elsewhere' });
      else void end(services, problem);
    },
  };
}

async function show({ phone }: Services, { contacts }: Snapshot): Promise<void> {
  if (contacts.some(isLive)) await voiceFirst(phone, systemTimers);
  if (useSession.getState().session.at === 'opening') become({ at: 'open' });
}

function startPhone({ link, phone }: Services): void {
  if (usePreferences.getState().devicesSeen) void phone.openMicrophone();
  phone.start(async () => {
    const reply = await link.query({ ask: 'station.credentials' }, stationCredentials);
    return reply.ok ? reply.value : null;
  });
}

async function end({ phone }: Services, why: Goodbye['why'] | ProblemWord | null): Promise<void> {
  leaveDesk();
  become({ at: 'signedOut', why });
  await phone.stop();
}
