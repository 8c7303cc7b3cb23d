import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { First, Supervision } from '../domain/supervision/supervision.ts';
import { maySpeak, maySupervise } from '../domain/supervision/supervision.ts';
import { actedOn, mayActOn } from './acted-first.ts';
import type { FloorAgent, LiveCall } from './floor.ts';
import { reachOf } from './floor.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';
import { audit } from './sign-in.ts';
import { showSupervisors } from './show-supervision.ts';

export type SuperviseRefusal =
  | 'callIsGone'
  | 'notPossibleNow'
  | 'notReadyFirst'
  | 'noStation'
  | First<'someoneSpeaks' | 'someoneWasFirst'>;

type Done = Promise<Result<void, SuperviseRefusal>>;

export interface Supervising {
  readonly supervisorId: AgentId;
  readonly callId: CallId;
}

/** SUP-1 to SUP-6: the supervisor's telephone is reached, and joins the call in this way. */
export async function startSupervision(
  parts: Parts,
  { supervisorId, callId }: Supervising,
  mode: SupervisionMode,
): Done {
  const live = parts.floor.calls.get(callId);
  if (live === undefined) return refuse('callIsGone');
  return supervisionIn(live, supervisorId) === null
    ? join(parts, live, supervisorId, { mode, takingOver: false })
    : changeMode(parts, live, supervisorId, mode);
}

/** SUP-5: from one way to another without leaving the call. */
export async function setSupervisionMode(
  parts: Parts,
  { supervisorId, callId }: Supervising,
  mode: SupervisionMode,
): Done {
  const live = parts.floor.calls.get(callId);
  return live === undefined ? refuse('callIsGone') : changeMode(parts, live, supervisorId, mode);
}

async function changeMode(parts: Parts, live: LiveCall, supervisorId: AgentId, mode: SupervisionMode): Done {
  const own = supervisionIn(live, supervisorId);
  if (own === null) return refuse('notPossibleNow');
  if (own.mode === mode) return ok(undefined);
  const allowed = maySpeak(othersIn(live, supervisorId), mode);
  if (!allowed.ok) return allowed;
  keep(parts, live, { ...own, mode });
  audit(parts, supervisorId, 'supervisionMode', live.callId, { from: own.mode, to: mode });
  const asked = await parts.telephony.setSupervision(live.callId, own.legId, mode);
  if (asked.ok) return ok(undefined);
  forgetSupervision(parts, live, own.legId, 'gone');
  return refuse('callIsGone');
}

async function join(
  parts: Parts,
  live: LiveCall,
  supervisorId: AgentId,
  { mode, takingOver }: Pick<Supervision, 'mode' | 'takingOver'>,
): Done {
  const { floor, ids, clock, centre, telephony, counters } = parts;
  const supervisor = floor.agents.get(supervisorId);
  if (supervisor === undefined) return refuse('notPossibleNow');
  const allowed = mayJoin(live, supervisor, mode);
  if (!allowed.ok) return allowed;
  const reach = reachOf(floor, supervisor);
  if (reach === null) return refuse('noStation');
  leaveSupervision(parts, supervisorId);
  const { stationId } = reach;
  const legId = ids.next<'leg'>();
  const isSilent = !centre.supervision.announced;
  const since = clock.now();
  const { name } = supervisor.agent;
  keep(parts, live, {
    ...{ supervisorId, name, legId, stationId, mode, since, takingOver, isSilent },
    state: 'ringing',
  });
  counters.count(`supervisions.${mode}`);
  audit(parts, supervisorId, 'supervisionStarted', live.callId, { mode, takingOver, announced: !isSilent });
  const asked = await telephony.supervise({
    callId: live.callId,
    legId,
    stationId,
    mode,
    caller: callerOf(live),
  });
  if (asked.ok) return ok(undefined);
  forgetSupervision(parts, live, legId, asked.refusal);
  return refuse(asked.refusal === 'gone' ? 'callIsGone' : 'noStation');
}

function mayJoin(
  live: LiveCall,
  { agent: { agentId: supervisorId }, presence }: FloorAgent,
  mode: SupervisionMode,
): Result<void, SuperviseRefusal> {
  const allowed = maySupervise(live.call, { supervisorId, presence });
  return allowed.ok ? maySpeak(othersIn(live, supervisorId), mode) : allowed;
}

/** What a telephone with a display shows. */
function callerOf({ call }: LiveCall): { readonly number: string | null; readonly display: string } {
  if (call.state === 'none' || call.caller.kind === 'withheld') return { number: null, display: '' };
  const { caller } = call;
  return { number: caller.kind === 'number' ? caller.number : caller.text, display: caller.display };
}

/** SUP-11: the call is theirs: at once where they are in it, otherwise as soon as their telephone is reached. */
export async function takeOverCall(parts: Parts, { supervisorId, callId }: Supervising): Done {
  const live = parts.floor.calls.get(callId);
  if (live === undefined) return refuse('callIsGone');
  if ('agentId' in live.call && live.call.agentId === supervisorId) return ok(undefined);
  const free = mayActOn(parts, `call ${callId}`, supervisorId);
  if (!free.ok) return free;
  const own = supervisionIn(live, supervisorId);
  if (own === null) {
    const joined = await join(parts, live, supervisorId, { mode: 'listen', takingOver: true });
    // from now on it is promised to them
    if (joined.ok) actedOn(parts, `call ${callId}`, supervisorId);
    return joined;
  }
  if (own.state === 'in') return becomeAgent(parts, live, own);
  keep(parts, live, { ...own, takingOver: true });
  return ok(undefined);
}

/** SUP-12: the leg they are in the call with becomes the agent's, so that the caller is at no moment alone. */
export async function becomeAgent(parts: Parts, live: LiveCall, own: Supervision): Done {
  const { supervisorId, stationId, legId } = own;
  const what = `call ${live.callId}`;
  const free = mayActOn(parts, what, supervisorId);
  if (!free.ok) return free;
  const supervisor = parts.floor.agents.get(supervisorId);
  if (
    supervisor === undefined ||
    !maySupervise(live.call, { supervisorId, presence: supervisor.presence }).ok
  )
    return refuse('notPossibleNow');
  const from = 'agentId' in live.call ? live.call.agentId : null;
  live.supervisions = othersIn(live, supervisorId);
  actedOn(parts, what, supervisorId);
  audit(parts, supervisorId, 'callTakenOver', live.callId, { from });
  const taken = await want(parts, live, { do: 'takeOver', by: supervisorId, stationId, legId });
  showSupervisors(parts, live, [supervisorId]);
  return taken.ok ? taken : refuse('notPossibleNow');
}

/** SUP-8: whoever goes, is called, or goes Ready leaves the call they were in. */
export function leaveSupervision(parts: Parts, supervisorId: AgentId): void {
  for (const live of parts.floor.calls.values()) {
    const own = supervisionIn(live, supervisorId);
    if (own !== null) dropSupervision(parts, live, own);
  }
}

/** The leg goes too. What the switch says of it afterwards is about nobody. */
export function dropSupervision(parts: Parts, live: LiveCall, { legId }: Supervision): void {
  forgetSupervision(parts, live, legId, 'left');
  parts.telephony.drop(live.callId, legId).catch((cause: unknown) => {
    parts.log.error('a supervisor could not leave a call', { callId: live.callId, cause: String(cause) });
  });
}

/** Their leg is gone, or was never there. */
export function forgetSupervision(
  parts: Parts,
  live: LiveCall,
  legId: Supervision['legId'],
  why: string,
): void {
  const own = live.supervisions.find((one) => one.legId === legId);
  if (own === undefined) return;
  const { supervisorId, since } = own;
  live.supervisions = othersIn(live, supervisorId);
  const seconds = Math.round((parts.clock.now() - since) / 1_000);
  audit(parts, supervisorId, 'supervisionEnded', live.callId, { why, seconds });
  parts.log.info('a supervisor left a call', { callId: live.callId, supervisorId, why });
  showSupervisors(parts, live, [supervisorId]);
}

/** The supervisor's leg is up. */
export function supervisionUp(parts: Parts, live: LiveCall, legId: Supervision['legId']): void {
  const own = live.supervisions.find((one) => one.legId === legId);
  if (own === undefined || own.state === 'in') return;
  const inCall: Supervision = { ...own, state: 'in', since: parts.clock.now(), takingOver: false };
  keep(parts, live, inCall);
  parts.log.info('a supervisor is in a call', {
    callId: live.callId,
    supervisorId: own.supervisorId,
    mode: own.mode,
  });
  if (!own.takingOver) return;
  becomeAgent(parts, live, inCall).catch((cause: unknown) => {
    parts.log.error('a call could not be taken over', { callId: live.callId, cause: String(cause) });
  });
}

function keep(parts: Parts, live: LiveCall, one: Supervision): void {
  live.supervisions = [...othersIn(live, one.supervisorId), one];
  showSupervisors(parts, live);
}

const supervisionIn = ({ supervisions }: LiveCall, supervisorId: AgentId): Supervision | null =>
  supervisions.find((one) => one.supervisorId === supervisorId) ?? null;

const othersIn = ({ supervisions }: LiveCall, supervisorId: AgentId): readonly Supervision[] =>
  supervisions.filter((one) => one.supervisorId !== supervisorId);
