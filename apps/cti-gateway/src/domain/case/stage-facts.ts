import type { StageCondition } from '@ringside/shared/model/case-stage';
import type { Compensation } from '../compensation/compensation.ts';
import type { Attachment } from '../letter/letter.ts';
import type { Task } from '../task/task.ts';
import type { Case, CustomerPromise } from './case.ts';
import type { Stage, Workflow } from './workflow.ts';
import { stageOf } from './workflow.ts';

/** Every condition of the workflow engine, looked up (STAGE-3). */
export type StageFacts = Readonly<Record<StageCondition, boolean>>;

/** The rows that belong to a case and that conditions are looked up in. */
export interface CaseBelongings {
  readonly tasks: readonly Pick<Task, 'state'>[];
  readonly promises: readonly Pick<CustomerPromise, 'keptAt'>[];
  readonly compensations: readonly Pick<Compensation, 'state'>[];
  readonly attachments: readonly Pick<Attachment, 'removedAt'>[];
}

export function stageFacts(
  workflow: Workflow | null,
  one: Case,
  { tasks, promises, compensations, attachments }: CaseBelongings,
): StageFacts {
  const compensationIs = (state: Compensation['state']): boolean =>
    compensations.some((each) => each.state === state);
  return {
    ownerSet: one.ownerId !== null,
    acknowledged: one.acknowledgedAt !== null,
    assessed: one.assessedAt !== null,
    evidenceAttached: attachments.some(({ removedAt }) => removedAt === null),
    causeNamed: one.cause !== null,
    answerWritten: one.answer.proposal.trim() !== '',
    answerTold: one.answer.toldAt !== null,
    customerAccepted: one.answer.customer === 'accepted',
    customerDisputed: one.answer.customer === 'disputed',
    checklistDone: isTickedOff(workflow === null ? null : stageOf(workflow, one.stage), one),
    tasksFinished: tasks.every(({ state }) => state !== 'open'),
    promisesKept: promises.every(({ keptAt }) => keptAt !== null),
    compensationDecided: !compensationIs('asked'),
    compensationSettled: !compensationIs('asked') && !compensationIs('granted'),
    satisfactionAsked: one.satisfaction !== null,
    preventionDecided: one.preventionNeeded !== null,
  };
}

/** As it stands in `checked`: items of different stages may have one name. */
export const tickOf = (stage: string, item: string): string => `${stage}/${item}`;

const isTickedOff = (stage: Stage | null, { checked }: Case): boolean =>
  (stage?.checklist ?? []).every(
    ({ item, needed }) => !needed || checked.includes(tickOf(stage?.stage ?? '', item)),
  );
