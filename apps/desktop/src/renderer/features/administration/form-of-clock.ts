import { clockKinds, clockTimes, escalationSteps } from '@ringside/shared/model/case-clock';
import { caseTypes, severities } from '@ringside/shared/model/case-stage';
import { tiers } from '@ringside/shared/model/tier';
import { defineMessages } from 'react-intl';
import { clockKindWords, escalationStepWords } from '../../wording/clock-wording.ts';
import { caseTypeWords, severityWords, tierWords } from '../../wording/words-of-the-model.ts';
import type { SectionForm } from './field.ts';
import { blankText } from './forms-of-lists.ts';

const words = defineMessages({
  clocks: { id: 'admin.clocks' },
  addClocks: { id: 'admin.addClocks' },
  noClocks: { id: 'admin.noClocks' },
  contracts: { id: 'admin.contracts' },
  addContracts: { id: 'admin.addContracts' },
  noContracts: { id: 'admin.noContracts' },
  name: { id: 'admin.name' },
  kind: { id: 'admin.clockKind' },
  kindNote: { id: 'admin.clockKindNote' },
  types: { id: 'admin.clockTypes' },
  severities: { id: 'admin.clockSeverities' },
  tiers: { id: 'admin.clockTiers' },
  forContracts: { id: 'admin.clockContracts' },
  time: { id: 'admin.clockTime' },
  calendar: { id: 'admin.clockCalendar' },
  calendarNote: { id: 'admin.clockCalendarNote' },
  target: { id: 'admin.clockTarget' },
  warnings: { id: 'admin.clockWarnings' },
  addWarning: { id: 'admin.clockAddWarning' },
  before: { id: 'admin.clockBefore' },
  every: { id: 'admin.clockEvery' },
  everyNote: { id: 'admin.clockEveryNote' },
  steps: { id: 'admin.clockSteps' },
  addStep: { id: 'admin.clockAddStep' },
  step: { id: 'admin.clockStep' },
  minutes: { id: 'admin.minutes' },
});

const timeWords = defineMessages({
  business: { id: 'admin.clockBusiness' },
  calendar: { id: 'admin.clockRoundTheClock' },
});

/** CLOCK-1: which cases have which deadline, how it counts, and who hears of it. */
export const clockForm: SectionForm = {
  section: 'clocks',
  idKey: 'rule',
  title: words.clocks,
  add: words.addClocks,
  none: words.noClocks,
  fields: [
    { kind: 'localText', name: 'name', label: words.name },
    {
      kind: 'choice',
      name: 'clock',
      label: words.kind,
      note: words.kindNote,
      choices: clockKinds.map((value) => ({ value, word: clockKindWords[value] })),
    },
    {
      kind: 'checks',
      name: 'types',
      label: words.types,
      choices: caseTypes.map((value) => ({ value, word: caseTypeWords[value] })),
    },
    {
      kind: 'checks',
      name: 'severities',
      label: words.severities,
      choices: severities.map((value) => ({ value, word: severityWords[value] })),
    },
    {
      kind: 'checks',
      name: 'tiers',
      label: words.tiers,
      choices: tiers.map((value) => ({ value, word: tierWords[value] })),
    },
    { kind: 'items', name: 'contracts', label: words.forContracts, of: 'contracts' },
    {
      kind: 'choice',
      name: 'time',
      label: words.time,
      choices: clockTimes.map((value) => ({ value, word: timeWords[value] })),
    },
    {
      kind: 'item',
      name: 'calendarId',
      label: words.calendar,
      note: words.calendarNote,
      of: 'calendars',
      optional: true,
    },
    { kind: 'number', name: 'targetMinutes', label: words.target, unit: words.minutes },
    {
      kind: 'list',
      name: 'warnBeforeMinutes',
      label: words.warnings,
      add: words.addWarning,
      blank: 60,
      fields: [{ kind: 'number', name: '', label: words.before, unit: words.minutes }],
    },
    {
      kind: 'number',
      name: 'escalateEveryMinutes',
      label: words.every,
      note: words.everyNote,
      unit: words.minutes,
    },
    {
      kind: 'list',
      name: 'escalation',
      label: words.steps,
      add: words.addStep,
      blank: 'dutyManager',
      fields: [
        {
          kind: 'choice',
          name: '',
          label: words.step,
          choices: escalationSteps.map((value) => ({ value, word: escalationStepWords[value] })),
        },
      ],
    },
  ],
  blank: {
    name: blankText,
    clock: 'resolve',
    types: [],
    severities: [],
    tiers: [],
    contracts: [],
    time: 'business',
    calendarId: null,
    targetMinutes: 480,
    warnBeforeMinutes: [60],
    escalateEveryMinutes: 30,
    escalation: [...escalationSteps],
  },
};

/** What was agreed with customers: a name that rules and cases refer to. */
export const contractForm: SectionForm = {
  section: 'contracts',
  idKey: 'contract',
  title: words.contracts,
  add: words.addContracts,
  none: words.noContracts,
  fields: [{ kind: 'localText', name: 'name', label: words.name }],
  blank: { name: blankText },
};
