import { caseTypes } from '@ringside/shared/model/case-stage';
import type { Centre } from '../../domain/centre/centre.ts';
import type { FaultWord, WorkflowFault } from '../../domain/case/workflow-faults.ts';
import { faultsIn } from '../../domain/case/workflow-faults.ts';
import type { Workflow } from '../../domain/case/workflow.ts';
import type { FaultWord as ShownFault } from '../../ports/centre-reader.ts';
import type { Finding } from './finding.ts';
import { finding, twice } from './finding.ts';

/** STAGE-1: workflows in which cases would stay where they are, or that could not be meant. */
export function checkWorkflows({ workflows }: Pick<Centre, 'workflows'>): Finding[] {
  return [
    ...twice(['centre', 'workflows'], workflows, 'type'),
    ...missingTypes(workflows),
    ...workflows.flatMap((workflow, i) =>
      faultsIn(workflow).map((fault) => told(fault, ['centre', 'workflows', i])),
    ),
  ];
}

const missingTypes = (workflows: readonly Workflow[]): Finding[] =>
  caseTypes
    .filter((type) => workflows.every((one) => one.type !== type))
    .map((type) =>
      finding(
        ['centre', 'workflows'],
        type,
        'cases of this type would have no stage to stand in',
        `Add a workflow for ${type}, or leave out workflows altogether for those that come with Ringside.`,
        'typeMissing',
      ),
    );

const told = ({ fault, at, value }: WorkflowFault, root: readonly (string | number)[]): Finding => {
  const { why, remedy, word } = wordings[fault];
  return finding([...root, ...at], value, why, remedy, word);
};

interface Wording {
  readonly why: string;
  readonly remedy: string;
  /** a screen has a sentence of its own for it */
  readonly word: ShownFault;
}

const wordings: Readonly<Record<FaultWord, Wording>> = {
  stageTwice: { why: 'another stage has the same id', remedy: 'Choose another id.', word: 'twice' },
  itemTwice: {
    why: 'another item of this stage has the same id',
    remedy: 'Choose another id.',
    word: 'twice',
  },
  followerTwice: { why: 'this stage is listed already', remedy: 'Leave it once.', word: 'twice' },
  unknownStage: {
    why: 'the workflow has no such stage, so cases would stand nowhere',
    remedy: 'Write the id of one of its stages.',
    word: 'unknownName',
  },
  noClosedStage: {
    word: 'noClosedStage',
    why: 'none of its stages is of phase closed, so no case would ever come to its end',
    remedy: 'Give the last stage `phase: closed`.',
  },
  beginsClosed: {
    word: 'beginsClosed',
    why: 'it is closed, so nobody would ever see a new case',
    remedy: 'Begin in a stage of phase intake or work.',
  },
  beginsWithConditions: {
    word: 'beginsWithConditions',
    why: 'it asks for something before a case may come in, and a new case has nothing yet',
    remedy: 'Ask for it when the case leaves this stage: write it under `exit`.',
  },
  leadsToItself: {
    word: 'leadsToItself',
    why: 'it leads to itself, which changes nothing',
    remedy: 'Leave it out.',
  },
  leadsOutOfClosed: {
    word: 'leadsOutOfClosed',
    why: 'it leads from a closed stage back to an open one, past the rule for reopening',
    remedy: 'Leave it out and write `reopen` at the workflow.',
  },
  neverTogether: {
    word: 'neverTogether',
    why: 'a customer can’t have accepted and disputed an answer at once, so this never holds',
    remedy: 'Leave one of the two.',
  },
  neverFollows: {
    word: 'neverFollows',
    why: 'leaving asks that the customer said one thing, coming in that they said the other, so no case ever goes this way',
    remedy: 'Change one of the two conditions, or leave the arrow out.',
  },
  unreachable: {
    word: 'unreachable',
    why: 'no way leads here from the start, so no case would ever stand in it',
    remedy: 'Name it under `to` of a stage before it, or leave it out.',
  },
  deadEnd: {
    word: 'deadEnd',
    why: 'no way leads from here to a closed stage, so cases would stay here for ever',
    remedy: 'Name a stage under `to` that leads on to a closed one.',
  },
  reopensClosed: {
    word: 'reopensClosed',
    why: 'it is closed, so a reopened case would be closed again at once',
    remedy: 'Name a stage in which somebody works on it.',
  },
  reopensUndone: {
    word: 'reopensUndone',
    why: 'it asks for something that reopening takes back, so no case could be reopened',
    remedy: 'Name a stage that does not ask for it.',
  },
  reopenedNowhere: {
    word: 'reopenedNowhere',
    why: 'no closed stage allows reopening, so the period would never be used',
    remedy: 'Add `reopen` under `allows` of a closed stage, or leave this out.',
  },
  neverAsked: {
    word: 'neverAsked',
    why: 'it waits until the customer was asked whether they are satisfied, and this type asks nobody',
    remedy: 'Write `satisfaction: {}` at the workflow, or leave the condition out.',
  },
  windowBackwards: {
    word: 'windowBackwards',
    why: 'the last day on which customers are asked lies before the first',
    remedy: 'Write a day that is not before `fromDay`.',
  },
};
