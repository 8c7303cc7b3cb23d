import type { StationId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { About, SignInReply } from '@ringside/shared/protocol/sign-in';
import type { Hello } from '@ringside/shared/protocol/up';
import type { Desk, DeskConnection, Screen } from '../ports/desk.ts';
import { openConnection } from './desk-connection.ts';
import { showSnapshot } from './desk-snapshot.ts';
import type { FloorAgent } from './floor.ts';
import { pageOpened } from './page-alive.ts';
import type { Parts } from './parts.ts';
import { problem } from './desk-problem.ts';
import type { OpenSession } from './sessions.ts';
import { sessionOf } from './sessions.ts';
import { endSession } from './sign-out.ts';
import { attachFile, openFile } from './letters/attach-file.ts';
import { openSound } from './recordings.ts';
import { move } from './set-presence.ts';
import { audit, openSignIn } from './sign-in.ts';
import { calendarFor } from './tasks/calendar-feed.ts';
import { takeStation } from './stations.ts';
import { me } from './views/reference.ts';

/** The driving port that the http and socket adapters speak to. */
export function openDesk(parts: Parts): Desk {
  const signIn = openSignIn(parts);
  return {
    about: () => Promise.resolve(about(parts)),
    signIn: async (request) => {
      const signedIn = await signIn(request);
      if (!signedIn.ok) return refuse(problem(signedIn.refusal));
      const { token, expiresAt, agent } = signedIn.value;
      const reply: SignInReply = { token, expiresAt, me: me(parts.centre, agent) };
      return ok(reply);
    },
    signOut: (token) => endSession(parts, token),
    sound: async (token, recordingId) => {
      const sound = await openSound(parts, token, recordingId);
      return sound.ok ? sound : refuse(problem(sound.refusal));
    },
    attach: async (token, upload) => {
      const attached = await attachFile(parts, token, upload);
      return attached.ok ? attached : refuse(problem(attached.refusal));
    },
    file: async (token, asked) => {
      const file = await openFile(parts, token, asked);
      return file.ok ? file : refuse(problem(file.refusal));
    },
    calendar: (token) => calendarFor(parts, token),
    open: (hello, screen) => open(parts, hello, screen),
  };
}

function about({ settings, centre, demo }: Parts): About {
  const { version, protocol } = settings;
  return {
    product: 'Ringside',
    version,
    protocol,
    centreName: { ...centre.name },
    demo: demo === null ? null : { people: demo.people },
  };
}

async function open(parts: Parts, hello: Hello, screen: Screen): Promise<Result<DeskConnection, Problem>> {
  if (hello.protocol !== parts.settings.protocol) return refuse(problem('protocolMismatch'));
  if (!isStationName(hello.stationId)) return refuse(problem('badMessage', 'stationId'));
  const session = await sessionOf(parts, hello.token);
  if (!session.ok) return refuse(problem(session.refusal));
  if (await isDeskPhone(parts, hello.stationId)) return refuse(problem('notAllowed', 'stationId'));
  const { agentId } = session.value.agent.agent;
  // one page of an agent after the other: two that come at once must find each other (STATION-3)
  return parts.inTurn(`desk ${agentId}`, () => seat(parts, session.value, hello, screen));
}

/** STATION-4: a page that could take a desk phone's name would silence it. */
async function isDeskPhone({ store }: Parts, stationId: StationId): Promise<boolean> {
  return (await store.stationGrant(stationId))?.media === 'rtp';
}

async function seat(
  parts: Parts,
  session: OpenSession,
  hello: Hello,
  screen: Screen,
): Promise<Result<DeskConnection, Problem>> {
  const { agent } = session;
  const taken = takeDesk(parts, agent, hello);
  if (!taken.ok) return taken;
  agent.seatedWith = session.tokenSha256;
  await present(parts, session, hello, screen);
  return ok(openConnection(parts, { ...session, stationId: hello.stationId, screen }));
}

/** STATION-3: one station per agent, one agent per station; taking over is asked for, and the older desk says so. */
function takeDesk(parts: Parts, agent: FloorAgent, { stationId, takeOver }: Hello): Result<void, Problem> {
  const { desks, floor } = parts;
  const { agentId } = agent.agent;
  const owner = floor.stationOwners.get(stationId);
  if (owner !== undefined && owner !== agentId && desks.isAttached(owner))
    return refuse(problem('notAllowed', 'stationId'));
  const elsewhere = agent.station !== null && agent.station !== stationId && desks.isAttached(agentId);
  if (elsewhere && !takeOver) return refuse(problem('takenOver'));
  if (elsewhere) audit(parts, agentId, 'stationTakenOver', stationId, { from: agent.station });
  desks.goodbye(agentId, 'takenOver');
  takeStation(parts, agent, stationId);
  return ok(undefined);
}

/** WIRE-2: what the desk missed where that is known, otherwise all of it. */
async function present(
  parts: Parts,
  { agent }: OpenSession,
  { after }: Hello,
  screen: Screen,
): Promise<void> {
  const { desks } = parts;
  const { agentId } = agent.agent;
  if (agent.presence.state === 'signedOut') await move(parts, agentId, { move: 'signIn' });
  const missed = after?.epoch === desks.epoch ? desks.missedSince(agentId, after.seq) : null;
  if (missed === null) await showSnapshot(parts, agent, screen);
  else {
    for (const frame of missed) screen.event(frame);
    desks.attach(agentId, screen);
  }
  pageOpened(parts, agentId);
}

/** A station's id is also its SIP user name, so it must need no escaping in a URI (RFC 3261 section 25.1, unreserved). */
function isStationName(stationId: StationId): boolean {
  return [...stationId].every((letter) => stationLetters.includes(letter));
}
const stationLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.';
