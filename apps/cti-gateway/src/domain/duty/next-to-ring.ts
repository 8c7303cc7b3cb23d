import type { AgentId } from '@ringside/shared/model/ids';
import type { DutyReach } from '@ringside/shared/model/rota';

/** Where somebody on duty is rung: where they are signed in, or on their own telephone. */
export type DutyPlace = 'desk' | 'phone';

/** Somebody on duty, as they can be rung at this moment. */
export interface DutyPerson {
  readonly agentId: AgentId;
  readonly reach: DutyReach;
  /** `soon`: Ready and out of reach for a moment, as while a page reloads; `notNow`: there, and chose to be Not ready */
  readonly desk: 'ready' | 'soon' | 'notNow' | 'away';
  /** there is a number that may be dialled */
  readonly phone: boolean;
  /** in a call, at whichever place, or closing one */
  readonly busy: boolean;
}

/** Where a waiting caller has rung in vain in this round. */
export interface RungAt {
  readonly agentId: AgentId;
  readonly place: DutyPlace;
  /** they said so: then they are rung nowhere else either */
  readonly declined: boolean;
}

export type Ringing =
  | { readonly ring: DutyPlace; readonly agentId: AgentId }
  /** nobody now, but somebody may be back in a moment */
  | { readonly ring: 'soon' }
  /** the round is over */
  | { readonly ring: 'nobody' };

/** In which order somebody is rung where (DUTY-3). */
const places: Readonly<Record<DutyReach, readonly DutyPlace[]>> = {
  deskThenPhone: ['desk', 'phone'],
  phoneThenDesk: ['phone', 'desk'],
  deskOnly: ['desk'],
  phoneOnly: ['phone'],
};

/** DUTY-2, DUTY-3: who is rung next, in the rota's order; each place of each person once. Pure. */
export function nextToRing(people: readonly DutyPerson[], rungAt: readonly RungAt[]): Ringing {
  let mayBeBack = false;
  for (const person of people) {
    const { agentId } = person;
    const own = rungAt.filter((rung) => rung.agentId === agentId);
    if (person.busy || person.desk === 'notNow' || own.some(({ declined }) => declined)) continue;
    for (const place of places[person.reach]) {
      if (own.some((rung) => rung.place === place)) continue;
      if (place === 'phone' ? person.phone : person.desk === 'ready') return { ring: place, agentId };
      mayBeBack ||= place === 'desk' && person.desk === 'soon';
    }
  }
  return { ring: mayBeBack ? 'soon' : 'nobody' };
}
