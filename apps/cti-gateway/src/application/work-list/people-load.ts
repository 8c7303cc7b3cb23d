import type { PersonLoad } from '@ringside/shared/protocol/work-list';
import { localDay } from '../../domain/centre/local-day.ts';
import { weightOf } from '../../domain/case/suggest-owner.ts';
import type { FloorAgent } from '../floor.ts';
import type { Parts } from '../parts.ts';

/** Between so many people calls are heard: one with a thousand cases takes a millisecond. */
const peopleAtOnce = 10;

/** Who has cases at all. */
export const caseWorkers = ({ floor }: Parts): readonly FloorAgent[] =>
  [...floor.agents.values()].filter(
    ({ agent }) => agent.active && agent.roles.some((role) => role !== 'admin'),
  );

/** WORK-9: what lies on everybody's desk, the most loaded first. */
export async function peopleLoadOf(parts: Parts): Promise<PersonLoad[]> {
  const { store, clock, centre } = parts;
  const now = clock.now();
  const { until } = localDay(now, centre.timeZone);
  const loads: PersonLoad[] = [];
  for (const [nth, { agent, presence }] of caseWorkers(parts).entries()) {
    if (nth > 0 && nth % peopleAtOnce === 0) await new Promise(setImmediate);
    const { open, ...counts } = await store.workLoad(agent.agentId, now, until);
    loads.push({
      agentId: agent.agentId,
      name: agent.name,
      atWork: presence.state !== 'signedOut',
      open: { ...open },
      weight: weightOf(open),
      ...counts,
    });
  }
  return loads.sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name));
}
