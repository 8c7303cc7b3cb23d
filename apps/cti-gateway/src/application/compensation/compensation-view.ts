import type { AgentId } from '@ringside/shared/model/ids';
import type {
  CaseCompensation,
  CompensationView,
  WaitingCompensation,
} from '@ringside/shared/protocol/compensation';
import type { Case } from '../../domain/case/case.ts';
import { mayDo } from '../../domain/case/case-rights.ts';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import { decisionTimes } from '../../domain/compensation/decide-by.ts';
import type { CompensationStep, Person } from '../../domain/compensation/decide-compensation.ts';
import { wayToApprove, whyNot } from '../../domain/compensation/decide-compensation.ts';
import { atHand } from '../case/case-at-hand.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { personOf, sceneOf } from './scene.ts';

/** COMP-5: what was given and asked for in a case, and what whoever looks may do about it. */
export async function compensationOfCase(
  parts: Parts,
  agentId: AgentId,
  one: Case,
): Promise<CaseCompensation> {
  const scene = await sceneOf(parts, one);
  const { person, stage } = atHand(parts, agentId, one);
  return {
    compensations: scene.inCase.map((of) => viewOf(parts, of, personOf(parts, agentId, scene, of))),
    mayGive: mayDo(person, one, stage, 'compensate'),
    offers: [...offersFor(parts, one.category)],
  };
}

/** The narrower category's playbook counts. */
function offersFor({ centre }: Parts, category: string) {
  const parent = centre.categories.find((one) => one.category === category)?.parent ?? null;
  const playbook = [category, parent]
    .map((name) => centre.playbooks.find((one) => one.category === name))
    .find((one) => one !== undefined);
  return playbook?.offers ?? [];
}

/** COMP-8: all that wait, with what an approver needs to decide; what is due soonest first. */
export async function waitingCompensations(parts: Parts, agentId: AgentId): Promise<WaitingCompensation[]> {
  const asked = await parts.store.compensationsAsked();
  const waiting = await Promise.all(asked.map((of) => waitingOne(parts, agentId, of)));
  return waiting.filter((one) => one !== null);
}

async function waitingOne(
  parts: Parts,
  agentId: AgentId,
  of: Compensation,
): Promise<WaitingCompensation | null> {
  const one = await parts.store.case(of.caseId);
  if (one === null || of.decideBy === null) return null;
  const scene = await sceneOf(parts, one);
  const person = personOf(parts, agentId, scene, of);
  const { centre } = parts;
  return {
    ...viewOf(parts, of, person),
    decideBy: of.decideBy,
    remindAt: decisionTimes(of.askedAt, centre.calendars[0] ?? null, centre.timeZone).remindAt,
    caseReference: one.reference,
    caseTitle: one.title,
    category: one.category,
    customerName: scene.customer?.name.written ?? '',
    tier: of.tier,
    room: person.reach.room,
    given: person.reach.given,
  };
}

function viewOf({ floor }: Parts, of: Compensation, person: Person): CompensationView {
  const { compensationId, caseId, kind, amount, state, reason, evidence, askedAt, decideBy } = of;
  const nameOf = (agentId: AgentId | null) => (agentId === null ? null : agentName(floor, agentId));
  return {
    compensationId,
    caseId,
    kind,
    amount,
    state,
    reason,
    evidence,
    askedByName: agentName(floor, of.askedBy),
    askedAt,
    decideBy,
    endorsedByName: nameOf(of.endorsedBy),
    decidedByName: nameOf(of.decidedBy),
    decidedAt: of.decidedAt,
    decision: of.decision,
    doneAt: of.doneAt,
    may: mayOf(of, person),
  };
}

function mayOf(of: Compensation, person: Person): CompensationView['may'] {
  const may = (step: CompensationStep): boolean => whyNot(of, step, person) === null;
  const notApprove = whyNot(of, 'approve', person);
  return {
    approve: may('approve'),
    endorse: may('approve') && wayToApprove(of, person) === 'endorse',
    refuse: may('refuse'),
    withdraw: may('withdraw'),
    carryOut: may('carryOut'),
    cancel: may('cancel'),
    notApprove: notApprove === 'notPossibleNow' ? null : notApprove,
  };
}
