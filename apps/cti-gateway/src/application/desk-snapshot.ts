import type { Snapshot } from '@ringside/shared/protocol/down';
import { localDay } from '../domain/centre/local-day.ts';
import type { Screen } from '../ports/desk.ts';
import type { FloorAgent } from './floor.ts';
import { alertsOf } from './clocks/alerts-of.ts';
import { callOfAgent, reachOf } from './floor.ts';
import type { Parts } from './parts.ts';
import { promiseView } from './views/case-view.ts';
import { contactView } from './views/contact-view.ts';
import { myDay } from './views/my-day.ts';
import { queueViews } from './views/queue-view.ts';
import { me, reference } from './views/reference.ts';
import { messagesOf } from './views/message-view.ts';
import { handViews, supervisionView } from './views/supervision-view.ts';
import { seesHands } from './show-supervision.ts';
import { taskViews } from './views/task-view.ts';

const mostTasks = 500;

type Stored = Pick<Snapshot, 'alerts' | 'tasks' | 'promises' | 'drafts' | 'myDay'>;

/** The whole of what a desk shows, then at once everything that happened while it was being read. */
export async function showSnapshot(parts: Parts, agent: FloorAgent, screen: Screen): Promise<void> {
  const { desks, journal } = parts;
  const { agentId } = agent.agent;
  const seq = desks.seqOf(agentId);
  await journal.written();
  const stored = await readStored(parts, agent);
  screen.snapshot(snapshotOf(parts, agent, seq, stored));
  for (const frame of desks.missedSince(agentId, seq) ?? []) screen.event(frame);
  desks.attach(agentId, screen);
}

async function readStored(parts: Parts, { agent }: FloorAgent): Promise<Stored> {
  const { agentId } = agent;
  const { store, floor } = parts;
  const [alerts, tasks, promises, drafts, day] = await Promise.all([
    alertsOf(parts, agent),
    store.tasksOfAgent(agentId, 'open', mostTasks),
    store.openPromisesOfAgent(agentId),
    store.drafts(agentId),
    myDay(parts, agentId),
  ]);
  return {
    alerts,
    tasks: await taskViews(parts, tasks),
    promises: promises.map((promise) => promiseView(floor, promise)),
    drafts: drafts.map((draft) => ({ ...draft })),
    myDay: day,
  };
}

function snapshotOf(parts: Parts, agent: FloorAgent, seq: number, stored: Stored): Snapshot {
  const { desks, clock, centre, floor, demo } = parts;
  const live = callOfAgent(floor, agent.agent.agentId);
  const registered =
    reachOf(floor, agent) !== null || (agent.station !== null && floor.registered.has(agent.station));
  return {
    ...stored,
    epoch: desks.epoch,
    seq,
    serverTime: clock.now(),
    me: me(centre, agent.agent),
    reference: reference(centre),
    presence: agent.presence,
    contacts: live === null ? [] : [contactView(live)],
    queues: queueViews(floor, centre),
    supervision: supervisionView(floor, agent.agent.agentId),
    hands: seesHands(agent.agent.roles) ? handViews(floor) : [],
    messages: messagesOf(floor, agent.agent.agentId, localDay(clock.now(), centre.timeZone).from),
    duty: [...parts.rota.lines(clock.now())],
    station: registered ? 'registered' : 'unregistered',
    demo: demo === null ? null : { callers: demo.callers },
  };
}
