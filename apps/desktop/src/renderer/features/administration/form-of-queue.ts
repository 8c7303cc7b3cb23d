import { serviceLevelFormulas } from '@ringside/shared/model/service-level';
import { wrapUpModes } from '@ringside/shared/model/wrap-up-mode';
import { defineMessages } from 'react-intl';
import {
  overflowWords,
  preferredWords,
  callbackFirstWords,
  wrapUpModeNames,
} from './administration-words.ts';
import type { Field, SectionForm } from './field.ts';
import { blankText } from './forms-of-lists.ts';

const words = defineMessages({
  queues: { id: 'admin.queues' },
  addQueue: { id: 'admin.addQueue' },
  noQueues: { id: 'admin.noQueues' },
  name: { id: 'admin.name' },
  skills: { id: 'admin.queueSkills' },
  skillsNote: { id: 'admin.queueSkillsNote' },
  preferredSkills: { id: 'admin.preferredSkills' },
  rings: { id: 'admin.rings' },
  addRing: { id: 'admin.addRing' },
  after: { id: 'admin.after' },
  seconds: { id: 'admin.seconds' },
  minutes: { id: 'admin.minutes' },
  offering: { id: 'admin.offering' },
  offerFor: { id: 'admin.offerFor' },
  capacity: { id: 'admin.capacity' },
  guaranteed: { id: 'admin.guaranteedWait' },
  guaranteedNote: { id: 'admin.guaranteedWaitNote' },
  calendar: { id: 'admin.calendar' },
  rota: { id: 'admin.queueRota' },
  rotaNote: { id: 'admin.queueRotaNote' },
  wrapUp: { id: 'admin.wrapUp' },
  wrapUpMode: { id: 'admin.wrapUpMode' },
  wrapUpFor: { id: 'admin.wrapUpFor' },
  dispositionNeeded: { id: 'admin.dispositionNeeded' },
  priority: { id: 'admin.priority' },
  priorityNote: { id: 'admin.priorityNote' },
  mvc: { id: 'admin.pointsMvc' },
  mgc: { id: 'admin.pointsMgc' },
  standard: { id: 'admin.pointsStandard' },
  bz: { id: 'admin.pointsBz' },
  notKnown: { id: 'admin.pointsUnknown' },
  complaint: { id: 'admin.pointsComplaint' },
  abandoned: { id: 'admin.pointsAbandoned' },
  preferredAgent: { id: 'admin.preferredAgent' },
  preferredWho: { id: 'admin.preferredWho' },
  preferredWait: { id: 'admin.preferredWait' },
  overflow: { id: 'admin.overflow' },
  addOverflow: { id: 'admin.addOverflow' },
  overflowWhen: { id: 'admin.overflowWhen' },
  overflowSeconds: { id: 'admin.overflowSeconds' },
  overflowCallers: { id: 'admin.overflowCallers' },
  overflowTo: { id: 'admin.overflowTo' },
  waiting: { id: 'admin.waiting' },
  announceEvery: { id: 'admin.announceEvery' },
  comfort: { id: 'admin.comfort' },
  position: { id: 'admin.position' },
  expectedWait: { id: 'admin.expectedWait' },
  callback: { id: 'admin.callback' },
  offerOver: { id: 'admin.callbackOver' },
  first: { id: 'admin.callbackFirst' },
  attempts: { id: 'admin.callbackAttempts' },
  retryAfter: { id: 'admin.callbackRetry' },
  voicemail: { id: 'admin.voicemail' },
  longest: { id: 'admin.voicemailLongest' },
  dueWithin: { id: 'admin.voicemailDue' },
  serviceLevel: { id: 'admin.serviceLevel' },
  formula: { id: 'admin.formula' },
  formulaName: { id: 'admin.formulaName' },
  within: { id: 'admin.slWithin' },
  shortAbandon: { id: 'admin.slShortAbandon' },
  target: { id: 'admin.slTarget' },
  red: { id: 'admin.slRed' },
  shareNote: { id: 'admin.shareNote' },
});

const seconds = (name: string, label: Field['label']): Field => ({
  kind: 'number',
  name,
  label,
  unit: words.seconds,
});
const points = (name: string, label: Field['label']): Field => ({ kind: 'number', name, label });

const offering: Field = {
  kind: 'group',
  name: '',
  label: words.offering,
  fields: [
    seconds('offerForSeconds', words.offerFor),
    { kind: 'number', name: 'capacity', label: words.capacity },
    {
      kind: 'number',
      name: 'guaranteedWaitSeconds',
      label: words.guaranteed,
      note: words.guaranteedNote,
      unit: words.seconds,
      optional: true,
    },
    { kind: 'item', name: 'calendarId', label: words.calendar, of: 'calendars', optional: true },
  ],
};

const wrapUp: Field = {
  kind: 'group',
  name: '',
  label: words.wrapUp,
  fields: [
    {
      kind: 'choice',
      name: 'wrapUpMode',
      label: words.wrapUpMode,
      choices: wrapUpModes.map((value) => ({ value, word: wrapUpModeNames[value] })),
    },
    seconds('wrapUpForSeconds', words.wrapUpFor),
    { kind: 'check', name: 'dispositionNeeded', label: words.dispositionNeeded },
  ],
};

const priority: Field = {
  kind: 'group',
  name: 'priority',
  label: words.priority,
  note: words.priorityNote,
  fields: [
    points('tiers.mvc', words.mvc),
    points('tiers.mgc', words.mgc),
    points('tiers.standard', words.standard),
    points('tiers.bz', words.bz),
    points('unknown', words.notKnown),
    points('openComplaint', words.complaint),
    points('abandonedBefore', words.abandoned),
  ],
};

const overflow: Field = {
  kind: 'list',
  name: 'overflow',
  label: words.overflow,
  add: words.addOverflow,
  blank: { when: 'waited', overSeconds: 600, to: { to: 'voicemail' } },
  fields: [
    {
      kind: 'choice',
      name: 'when',
      label: words.overflowWhen,
      choices: (['waited', 'expectedWait', 'callersPerAgent', 'full', 'closed', 'unstaffed'] as const).map(
        (value) => ({ value, word: overflowWords[value] }),
      ),
    },
    { kind: 'number', name: 'overSeconds', label: words.overflowSeconds, optional: true },
    { kind: 'number', name: 'over', label: words.overflowCallers, optional: true },
    {
      kind: 'destination',
      name: 'to',
      label: words.overflowTo,
      ends: ['queue', 'voicemail', 'callback', 'goodbye'],
    },
  ],
};

export const queueForm: SectionForm = {
  section: 'queues',
  idKey: 'queueId',
  title: words.queues,
  add: words.addQueue,
  none: words.noQueues,
  fields: [
    { kind: 'localText', name: 'name', label: words.name },
    { kind: 'skills', name: 'skills', label: words.skills, note: words.skillsNote },
    { kind: 'skillNames', name: 'preferredSkills', label: words.preferredSkills },
    {
      kind: 'list',
      name: 'rings',
      label: words.rings,
      add: words.addRing,
      blank: { afterSeconds: 60, skills: [] },
      fields: [seconds('afterSeconds', words.after), { kind: 'skills', name: 'skills', label: words.skills }],
    },
    offering,
    wrapUp,
    priority,
    {
      kind: 'optional',
      name: 'preferredAgent',
      label: words.preferredAgent,
      blank: { who: 'ownerThenLast', waitForSeconds: 0 },
      fields: [
        {
          kind: 'choice',
          name: 'who',
          label: words.preferredWho,
          choices: (['last', 'owner', 'ownerThenLast'] as const).map((value) => ({
            value,
            word: preferredWords[value],
          })),
        },
        seconds('waitForSeconds', words.preferredWait),
      ],
    },
    overflow,
    {
      kind: 'group',
      name: 'waiting',
      label: words.waiting,
      fields: [
        {
          kind: 'number',
          name: 'announceEverySeconds',
          label: words.announceEvery,
          unit: words.seconds,
          optional: true,
        },
        { kind: 'sound', name: 'comfort', label: words.comfort, optional: true },
        { kind: 'check', name: 'position', label: words.position },
        { kind: 'check', name: 'expectedWait', label: words.expectedWait },
      ],
    },
    {
      kind: 'optional',
      name: 'callback',
      label: words.callback,
      blank: { offerOverSeconds: 120, first: 'agentFirst', attempts: 3, retryAfterMinutes: 10 },
      fields: [
        seconds('offerOverSeconds', words.offerOver),
        {
          kind: 'choice',
          name: 'first',
          label: words.first,
          choices: (['agentFirst', 'customerFirst'] as const).map((value) => ({
            value,
            word: callbackFirstWords[value],
          })),
        },
        { kind: 'number', name: 'attempts', label: words.attempts },
        { kind: 'number', name: 'retryAfterMinutes', label: words.retryAfter, unit: words.minutes },
      ],
    },
    {
      kind: 'item',
      name: 'rotaId',
      label: words.rota,
      note: words.rotaNote,
      of: 'rotas',
      optional: true,
    },
    {
      kind: 'optional',
      name: 'voicemail',
      label: words.voicemail,
      blank: { longestSeconds: 120, dueWithinMinutes: 240 },
      fields: [
        seconds('longestSeconds', words.longest),
        { kind: 'number', name: 'dueWithinMinutes', label: words.dueWithin, unit: words.minutes },
      ],
    },
    {
      kind: 'group',
      name: 'serviceLevel',
      label: words.serviceLevel,
      fields: [
        {
          kind: 'choice',
          name: 'formula',
          label: words.formula,
          choices: serviceLevelFormulas.map((value) => ({ value, word: words.formulaName })),
        },
        seconds('withinSeconds', words.within),
        seconds('shortAbandonSeconds', words.shortAbandon),
        { kind: 'number', name: 'target', label: words.target, note: words.shareNote },
        { kind: 'number', name: 'red', label: words.red, note: words.shareNote },
      ],
    },
  ],
  blank: {
    name: blankText,
    skills: [],
    offerForSeconds: 20,
    capacity: 50,
    guaranteedWaitSeconds: 420,
    wrapUpMode: 'timedOptional',
    wrapUpForSeconds: 30,
    dispositionNeeded: true,
    priority: {
      tiers: { mvc: 3, mgc: 2, standard: 0, bz: 0 },
      unknown: 1,
      openComplaint: 1,
      abandonedBefore: 1,
      hotlines: {},
    },
    waiting: { announceEverySeconds: 60, comfort: 'please-hold', position: true, expectedWait: true },
    serviceLevel: { formula: 'SL-4', withinSeconds: 20, shortAbandonSeconds: 5, target: 0.8, red: 0.6 },
  },
};
