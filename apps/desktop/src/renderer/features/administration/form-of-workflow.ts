import { caseActs, stageConditions, stageOwners, stagePhases } from '@ringside/shared/model/case-stage';
import { defineMessages } from 'react-intl';
import { caseActWords, conditionWords, phaseWords, stageOwnerWords } from '../../wording/workflow-wording.ts';
import type { Field, SectionForm } from './field.ts';
import { blankText } from './forms-of-lists.ts';

const words = defineMessages({
  workflows: { id: 'admin.workflows' },
  addWorkflows: { id: 'admin.addWorkflows' },
  noWorkflows: { id: 'admin.noWorkflows' },
  name: { id: 'admin.name' },
  start: { id: 'admin.workflowStart' },
  satisfaction: { id: 'admin.workflowSatisfaction' },
  fromDay: { id: 'admin.workflowFromDay' },
  untilDay: { id: 'admin.workflowUntilDay' },
  attempts: { id: 'admin.workflowAttempts' },
  reopen: { id: 'admin.workflowReopen' },
  withinDays: { id: 'admin.workflowWithinDays' },
  reopenTo: { id: 'admin.workflowReopenTo' },
  stages: { id: 'admin.stages' },
  addStage: { id: 'admin.addStage' },
  stage: { id: 'admin.stageId' },
  phase: { id: 'admin.stagePhase' },
  owner: { id: 'admin.stageOwner' },
  entry: { id: 'admin.stageEntry' },
  exit: { id: 'admin.stageExit' },
  checklist: { id: 'admin.stageChecklist' },
  addItem: { id: 'admin.addItem' },
  item: { id: 'admin.id' },
  needed: { id: 'admin.itemNeeded' },
  allows: { id: 'admin.stageAllows' },
  to: { id: 'admin.stageTo' },
  toNote: { id: 'admin.stageToNote' },
  addFollower: { id: 'admin.addFollower' },
});

const conditions = stageConditions.map((value) => ({ value, word: conditionWords[value] }));
/** Another stage of the same workflow. */
const stageField = (name: string, label: Field['label']): Field => ({
  kind: 'sibling',
  name,
  label,
  list: 'stages',
  idKey: 'stage',
});

const stage: readonly Field[] = [
  { kind: 'text', name: 'stage', label: words.stage },
  {
    kind: 'choice',
    name: 'phase',
    label: words.phase,
    choices: stagePhases.map((value) => ({ value, word: phaseWords[value] })),
  },
  {
    kind: 'choice',
    name: 'owner',
    label: words.owner,
    choices: stageOwners.map((value) => ({ value, word: stageOwnerWords[value] })),
  },
  { kind: 'localText', name: 'name', label: words.name },
  {
    kind: 'list',
    name: 'to',
    label: words.to,
    note: words.toNote,
    add: words.addFollower,
    blank: '',
    fields: [stageField('', words.stage)],
  },
  { kind: 'checks', name: 'entry', label: words.entry, choices: conditions },
  { kind: 'checks', name: 'exit', label: words.exit, choices: conditions },
  {
    kind: 'list',
    name: 'checklist',
    label: words.checklist,
    add: words.addItem,
    blank: { item: '', name: blankText, needed: false },
    fields: [
      { kind: 'text', name: 'item', label: words.item },
      { kind: 'check', name: 'needed', label: words.needed },
      { kind: 'localText', name: 'name', label: words.name },
    ],
  },
  {
    kind: 'checks',
    name: 'allows',
    label: words.allows,
    choices: caseActs.map((value) => ({ value, word: caseActWords[value] })),
  },
];

const newStage = {
  stage: '',
  name: blankText,
  phase: 'work',
  owner: 'handler',
  entry: [],
  exit: [],
  checklist: [],
  allows: [...caseActs],
  to: [],
};

export const workflowForm: SectionForm = {
  section: 'workflows',
  idKey: 'type',
  title: words.workflows,
  add: words.addWorkflows,
  none: words.noWorkflows,
  fields: [
    { kind: 'localText', name: 'name', label: words.name },
    stageField('start', words.start),
    {
      kind: 'optional',
      name: 'satisfaction',
      label: words.satisfaction,
      blank: { fromDay: 2, untilDay: 7, attempts: 3 },
      fields: [
        { kind: 'number', name: 'fromDay', label: words.fromDay },
        { kind: 'number', name: 'untilDay', label: words.untilDay },
        { kind: 'number', name: 'attempts', label: words.attempts },
      ],
    },
    {
      kind: 'optional',
      name: 'reopen',
      label: words.reopen,
      blank: { withinDays: 30, to: '' },
      fields: [
        { kind: 'number', name: 'withinDays', label: words.withinDays },
        stageField('to', words.reopenTo),
      ],
    },
    {
      kind: 'list',
      name: 'stages',
      label: words.stages,
      add: words.addStage,
      blank: newStage,
      fields: stage,
    },
  ],
  blank: {
    name: blankText,
    start: 'received',
    satisfaction: null,
    reopen: null,
    stages: [
      { ...newStage, stage: 'received', phase: 'intake', to: ['closed'] },
      { ...newStage, stage: 'closed', phase: 'closed', allows: ['note', 'letter', 'attach', 'reopen'] },
    ],
  },
};
