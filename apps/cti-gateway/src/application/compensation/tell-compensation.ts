import type { CompensationNews } from '@ringside/shared/model/compensation';
import type { AgentId } from '@ringside/shared/model/ids';
import { gradeOf } from '../../domain/compensation/authority.ts';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import { approversOf } from '../../domain/compensation/decide-compensation.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { touchCase } from '../case/touch-case.ts';
import type { Scene } from './scene.ts';
import { approverOf } from './scene.ts';

export interface News {
  readonly news: CompensationNews;
  readonly byName: string;
  readonly to: readonly AgentId[];
}

/** COMP-8: those concerned are told in words; the lists of all in charge and the case's page follow silently. */
export async function showCompensation(
  parts: Parts,
  { one }: Scene,
  { compensationId, kind, amount, askedBy }: Compensation,
  told: News | null,
): Promise<void> {
  const { desks, floor } = parts;
  for (const agentId of new Set([...peopleInCharge(parts), ...(told?.to ?? [])])) {
    desks.show(agentId, {
      what: 'compensation',
      compensationId,
      caseId: one.caseId,
      caseReference: one.reference,
      kind,
      amount,
      byName: told?.byName ?? agentName(floor, askedBy),
      news: told !== null && told.to.includes(agentId) ? told.news : null,
    });
  }
  await touchCase(parts, one);
}

/** COMP-8: who is asked to decide. */
export function approversFor(parts: Parts, scene: Scene, of: Compensation): readonly AgentId[] {
  const people = peopleInCharge(parts).map((agentId) => approverOf(parts, agentId, scene, of));
  return approversOf(of, people);
}

/** COMP-9: managers, when nobody has decided in time. */
export const managersFor = (parts: Parts, { askedBy }: Compensation): readonly AgentId[] =>
  peopleInCharge(parts).filter((agentId) => agentId !== askedBy && gradeNow(parts, agentId) === 'manager');

const peopleInCharge = (parts: Parts): readonly AgentId[] =>
  [...parts.floor.agents.values()]
    .filter(({ agent }) => agent.active && ['supervisor', 'manager'].includes(gradeOf(agent.roles) ?? ''))
    .map(({ agent }) => agent.agentId);

const gradeNow = ({ floor }: Parts, agentId: AgentId) =>
  gradeOf(floor.agents.get(agentId)?.agent.roles ?? []);
