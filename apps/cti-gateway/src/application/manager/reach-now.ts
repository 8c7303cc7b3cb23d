import type { AgentId } from '@ringside/shared/model/ids';
import { nextToRing } from '../../domain/duty/next-to-ring.ts';
import { dutyPerson } from '../duty/people-on-duty.ts';
import { reachOf } from '../floor.ts';
import type { Parts } from '../parts.ts';

/** Where a call would reach this person first if it came now, or as soon as they have closed the one they are in. */
export function reachNow(parts: Parts, agentId: AgentId): 'desk' | 'phone' | 'nowhere' {
  const agent = parts.floor.agents.get(agentId);
  if (agent === undefined) return 'nowhere';
  const person = dutyPerson(parts, agent);
  const { presence } = agent;
  const isReadyAfter = 'callId' in presence && (presence.next ?? null) === null;
  const desk = isReadyAfter && reachOf(parts.floor, agent) !== null ? 'ready' : person.desk;
  const { ring } = nextToRing([{ ...person, desk, busy: false }], []);
  // a page that is being loaded again is back in a moment
  if (ring === 'soon') return 'desk';
  return ring === 'nobody' ? 'nowhere' : ring;
}
