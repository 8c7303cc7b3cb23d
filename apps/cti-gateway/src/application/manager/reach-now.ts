import type { AgentId } from '@ringside/shared/model/ids';
import type { DutyReach } from '@ringside/shared/model/rota';
import { isDiallable } from '../diallable.ts';
import { reachOf } from '../floor.ts';
import type { Parts } from '../parts.ts';

type Place = 'desk' | 'phone';

const placesOf: Readonly<Record<DutyReach, readonly Place[]>> = {
  deskThenPhone: ['desk', 'phone'],
  phoneThenDesk: ['phone', 'desk'],
  deskOnly: ['desk'],
  phoneOnly: ['phone'],
};

/** Where a call would reach this person first if it came now. */
export function reachNow(parts: Parts, agentId: AgentId): Place | 'nowhere' {
  const contact = parts.rota.contact(agentId);
  const agent = parts.floor.agents.get(agentId);
  const can: Readonly<Record<Place, boolean>> = {
    desk: agent?.presence.state === 'ready' && reachOf(parts.floor, agent) !== null,
    phone: contact.phone !== null && isDiallable(parts, contact.phone),
  };
  return placesOf[contact.reach].find((place) => can[place]) ?? 'nowhere';
}
