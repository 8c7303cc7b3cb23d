import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { Presence, SystemReason } from '@ringside/shared/model/presence';
import { systemReasons } from '@ringside/shared/model/presence';
import type { DutyPerson } from '../../domain/duty/next-to-ring.ts';
import { agentOf, isOnPhone } from '../../domain/call/call.ts';
import type { PhoneLine } from '../consequences.ts';
import { isDiallable } from '../diallable.ts';
import type { Floor, FloorAgent } from '../floor.ts';
import { reachOf } from '../floor.ts';
import type { Parts } from '../parts.ts';

/** DUTY-2: who is on duty now, in the order in which they are asked, and how each can be rung. */
export function peopleOnDuty(parts: Parts, rotaId: RotaId): readonly DutyPerson[] {
  const { floor, rota, clock } = parts;
  const onPhone = peopleOnPhone(floor);
  return rota.onDuty(rotaId, clock.now()).flatMap(({ agentId }) => {
    const agent = floor.agents.get(agentId);
    return agent === undefined ? [] : [dutyPerson(parts, agent, onPhone)];
  });
}

/** How somebody can be rung now, on duty or not. */
export function dutyPerson(
  parts: Parts,
  agent: FloorAgent,
  onPhone: ReadonlySet<AgentId> = peopleOnPhone(parts.floor),
): DutyPerson {
  const { agentId } = agent.agent;
  const { reach } = parts.rota.contact(agentId);
  const phone = reach !== 'deskOnly' && phoneOf(parts, agentId) !== null;
  const busy = 'callId' in agent.presence || onPhone.has(agentId);
  return { agentId, reach, desk: deskOf(parts.floor, agent), phone, busy };
}

/** Those whose own telephone a call has or rings: they get no other, here or at a desk (DUTY-5). */
export function peopleOnPhone({ calls }: Floor): ReadonlySet<AgentId> {
  const people = new Set<AgentId>();
  for (const { call } of calls.values()) {
    const agentId = isOnPhone(call) ? agentOf(call) : null;
    if (agentId !== null) people.add(agentId);
  }
  return people;
}

/** DUTY-4: somebody's own telephone, where it is a number that the operator allows calls to. */
export function phoneOf(parts: Parts, agentId: AgentId): PhoneLine | null {
  const { settings, rota, floor, log } = parts;
  const { phone } = rota.contact(agentId);
  const { trunkId } = settings.dialling;
  if (phone === null || trunkId === null) return null;
  if (!isDiallable(parts, phone)) {
    log.warn('a telephone of somebody on duty may not be dialled', { agentId });
    return null;
  }
  const language = floor.agents.get(agentId)?.agent.language ?? 'en';
  return { trunkId, number: phone, language };
}

function deskOf(floor: Floor, agent: FloorAgent): DutyPerson['desk'] {
  const { presence } = agent;
  const isThere = reachOf(floor, agent) !== null;
  if (presence.state === 'ready') return isThere ? 'ready' : 'soon';
  return isThere && saidSo(presence) ? 'notNow' : 'away';
}

/** Not ready by their own word, or a supervisor's; not because they signed in just now, or did not hear a call (DUTY-2). */
function saidSo(presence: Presence): boolean {
  if (presence.state !== 'notReady') return false;
  const { reason } = presence;
  return (
    !systemReasons.includes(reason as SystemReason) ||
    reason === 'declined' ||
    reason === 'forcedBySupervisor'
  );
}
