import type { AgentId } from '@ringside/shared/model/ids';
import type { WorkFilterInput } from '@ringside/shared/protocol/work-list';
import type { WorkFilter, WorkPlace, WorkRow } from '../../ports/work-list.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';

/** Every open case. */
export const openFilter: WorkFilter = {
  owner: null,
  team: null,
  types: [],
  stages: [],
  severities: [],
  tiers: [],
  categories: [],
  due: null,
  reopenedOnly: false,
  text: null,
};

const customersOfText = 50;

/** What a person asked for, as the store is asked: with who they are, their team, and what the time is. */
export async function workFilterOf(
  parts: Parts,
  agentId: AgentId,
  asked: WorkFilterInput,
): Promise<WorkFilter> {
  const { types, severities, tiers, categories, dueWithin, reopened, text } = asked;
  return {
    ...openFilter,
    ...whoseOf(parts, agentId, asked),
    ...{ types, severities, tiers, categories },
    stages: stagesOf(parts, asked.phases),
    due: dueWithin === null ? null : { from: null, until: parts.clock.now() + dueWithin },
    reopenedOnly: reopened,
    text: text === '' ? null : await textOf(parts, text),
  };
}

function whoseOf(
  parts: Parts,
  agentId: AgentId,
  { whose, ownerId }: WorkFilterInput,
): Pick<WorkFilter, 'owner' | 'team'> {
  if (ownerId !== null && isInCharge(parts, agentId)) return { owner: ownerId, team: null };
  switch (whose) {
    case 'mine':
      return { owner: agentId, team: null };
    case 'nobody':
      return { owner: 'nobody', team: null };
    case 'team':
      return { owner: null, team: teamOf(parts, agentId) };
    case 'all':
      return { owner: null, team: null };
  }
}

/** Somebody of no job family is a team of one. */
function teamOf({ floor }: Parts, agentId: AgentId): WorkFilter['team'] {
  const familyId = floor.agents.get(agentId)?.agent.familyId ?? null;
  if (familyId === null) return { familyId, people: [agentId] };
  const people = [...floor.agents.values()].filter(({ agent }) => agent.familyId === familyId);
  return { familyId, people: people.map(({ agent }) => agent.agentId) };
}

function stagesOf({ centre }: Parts, phases: WorkFilterInput['phases']): WorkFilter['stages'] {
  if (phases.length === 0) return [];
  const stages = centre.workflows.flatMap(({ type, stages: all }) =>
    all.filter(({ phase }) => phases.includes(phase)).map(({ stage }) => ({ type, stage })),
  );
  // a phase that no workflow has is one that no case is in
  return stages.length > 0 ? stages : [{ type: 'complaint', stage: '' }];
}

async function textOf({ store }: Parts, part: string): Promise<WorkFilter['text']> {
  const found = await store.searchCustomers(part, customersOfText);
  return { part, customers: found.map(({ customerId }) => customerId) };
}

export const placeOf = ({ case: { caseId, openedAt, priority }, dueAt }: WorkRow): WorkPlace => ({
  caseId,
  score: priority.score,
  openedAt,
  dueAt,
});
