import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { CompensationState } from '@ringside/shared/model/compensation';
import type { CompensationId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { CompensationStep, StepRefusal } from '../../domain/compensation/decide-compensation.ts';
import { stepOf } from '../../domain/compensation/decide-compensation.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { compensationChanges } from './compensation-entry.ts';
import { endDecisionClock } from './decision-clock.ts';
import type { Scene } from './scene.ts';
import { inTurnFor, personOf, sceneOf } from './scene.ts';
import type { News } from './tell-compensation.ts';
import { approversFor, showCompensation } from './tell-compensation.ts';

export interface Step {
  readonly compensationId: CompensationId;
  readonly step: CompensationStep;
  /** what they say to it */
  readonly words: string;
}

type DecideRefusal =
  | StepRefusal
  | 'unknownCompensation'
  | 'changedMeanwhile'
  | { readonly problem: 'alreadyDecided'; readonly by: string };
type Stepped = Result<{ state: CompensationState }, DecideRefusal>;

/** COMP-5 to COMP-7: one step of a compensation, carried out once however often it is asked for. */
export async function stepCompensation(parts: Parts, asker: Asker, asked: Step): Promise<Stepped> {
  const before = await parts.store.compensation(asked.compensationId);
  const one = before === null ? null : await parts.store.case(before.caseId);
  if (one === null) return refuse('unknownCompensation');
  return inTurnFor(parts, one, async () => {
    const now = await parts.store.compensation(asked.compensationId);
    if (now === null) return refuse('unknownCompensation');
    if (wasDoneBy(asker, asked.step, now)) return ok({ state: now.state });
    const caseNow = (await parts.store.case(one.caseId)) ?? one;
    if (caseNow.customerId !== one.customerId) return refuse('changedMeanwhile');
    return take(parts, asker, asked, { now, scene: await sceneOf(parts, caseNow) });
  });
}

async function take(
  parts: Parts,
  asker: Asker,
  { step, words }: Step,
  { now, scene }: { readonly now: Compensation; readonly scene: Scene },
): Promise<Stepped> {
  const by = personOf(parts, asker.agentId, scene, now);
  const next = stepOf(now, step, by, { at: parts.clock.now(), words });
  if (!next.ok) return refuse(toldAs(parts, next.refusal, now));
  const changes = compensationChanges(parts, asker, scene, next.value, {
    what: happeningOf(step, next.value),
    text: words,
    before: now,
  });
  const clock = next.value.state === 'asked' ? [] : endDecisionClock(parts, now.compensationId);
  const written = await parts.journal.write({ changes: [...changes, ...clock] });
  if (!written.ok) return refuse('changedMeanwhile');
  await showCompensation(parts, scene, next.value, newsOf(parts, asker, scene, next.value));
  return ok({ state: next.value.state });
}

/** Who was first is said by name, so that two who decide at once can talk. */
function toldAs({ floor }: Parts, refusal: StepRefusal, { decidedBy }: Compensation): DecideRefusal {
  if (refusal !== 'notPossibleNow' || decidedBy === null) return refusal;
  return { problem: 'alreadyDecided', by: agentName(floor, decidedBy) };
}

/** The command was repeated after its answer got lost. */
function wasDoneBy({ agentId }: Asker, step: CompensationStep, now: Compensation): boolean {
  switch (step) {
    case 'approve':
      return now.state === 'asked'
        ? now.endorsedBy === agentId
        : now.state !== 'refused' && now.decidedBy === agentId;
    case 'refuse':
      return now.state === 'refused' && now.decidedBy === agentId;
    case 'withdraw':
      return now.state === 'cancelled' && now.decidedAt === null && now.askedBy === agentId;
    case 'carryOut':
      return now.state === 'done';
    case 'cancel':
      return now.state === 'cancelled' && now.decidedAt !== null;
  }
}

function happeningOf(
  step: CompensationStep,
  { state }: Compensation,
): Extract<CaseHappening, `compensation${string}`> {
  switch (step) {
    case 'approve':
      return state === 'asked' ? 'compensationEndorsed' : 'compensationGranted';
    case 'refuse':
      return 'compensationRefused';
    case 'withdraw':
      return 'compensationWithdrawn';
    case 'carryOut':
      return 'compensationDone';
    case 'cancel':
      return 'compensationCancelled';
  }
}

/** COMP-8: who asked hears the answer; a second manager hears that it takes them, too. */
function newsOf(parts: Parts, { agentId }: Asker, scene: Scene, of: Compensation): News | null {
  const byName = agentName(parts.floor, agentId);
  if (of.state === 'asked') return { news: 'endorsed', byName, to: approversFor(parts, scene, of) };
  if (of.decidedBy !== agentId || (of.state !== 'granted' && of.state !== 'refused')) return null;
  return { news: of.state, byName, to: [of.askedBy] };
}
