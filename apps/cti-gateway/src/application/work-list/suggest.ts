import type { AgentId, CustomerId } from '@ringside/shared/model/ids';
import type { Suggestion } from '@ringside/shared/protocol/work-list';
import type { Case } from '../../domain/case/case.ts';
import type { SuggestedOwner } from '../../domain/case/suggest-owner.ts';
import { suggestOwners, weightOf } from '../../domain/case/suggest-owner.ts';
import { fits } from '../../domain/case/who-fits.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { caseWorkers } from './people-load.ts';
import { wantedOf } from './wanted-of.ts';

/** Weight of the open cases by person: kept through one round of assigning, in which it grows with each case given. */
export type Loads = Map<AgentId, number>;

/** WORK-6: whom this case suits, best first. */
export async function suggested(parts: Parts, one: Case, loads: Loads): Promise<readonly SuggestedOwner[]> {
  const wanted = await wantedOf(parts, one);
  const known = await ownersBefore(parts, one.customerId);
  const candidates = [];
  for (const { agent, presence } of caseWorkers(parts)) {
    // those in charge get what is theirs by hand or by its stage
    if (!agent.roles.includes('agent') && (wanted.stage?.owner ?? 'handler') === 'handler') continue;
    if (!fits(agent, wanted)) continue;
    candidates.push({
      agentId: agent.agentId,
      load: await loadOf(parts, agent.agentId, loads),
      knowsCustomer: known.has(agent.agentId),
      atWork: presence.state !== 'signedOut',
    });
  }
  return suggestOwners(candidates);
}

async function loadOf({ store, clock }: Parts, agentId: AgentId, loads: Loads): Promise<number> {
  const known = loads.get(agentId);
  if (known !== undefined) return known;
  const now = clock.now();
  const load = weightOf((await store.workLoad(agentId, now, now)).open);
  loads.set(agentId, load);
  return load;
}

async function ownersBefore(
  { store }: Parts,
  customerId: CustomerId | null,
): Promise<ReadonlySet<AgentId | null>> {
  if (customerId === null) return new Set();
  const cases = await store.casesOfCustomer(customerId, 'all');
  return new Set(cases.map(({ ownerId }) => ownerId));
}

export const suggestionViews = ({ floor }: Parts, owners: readonly SuggestedOwner[]): Suggestion[] =>
  owners.map(({ agentId, points, terms }) => ({
    agentId,
    name: agentName(floor, agentId),
    points,
    terms: terms.map((term) => ({ ...term })),
  }));
