import { rotationKinds } from '@ringside/shared/model/rota';
import { defineMessages } from 'react-intl';
import { weekdayWords } from './administration-words.ts';
import type { Field, SectionForm } from './field.ts';
import { blankText } from './forms-of-lists.ts';

const words = defineMessages({
  rotas: { id: 'admin.rotas' },
  addRota: { id: 'admin.addRota' },
  noRotas: { id: 'admin.noRotas' },
  name: { id: 'admin.name' },
  timeZone: { id: 'admin.timeZone' },
  timeZoneNote: { id: 'admin.timeZoneNote' },
  calendar: { id: 'admin.rotaCalendar' },
  calendarNote: { id: 'admin.rotaCalendarNote' },
  layers: { id: 'admin.rotaLayers' },
  addLayer: { id: 'admin.rotaAddLayer' },
  layer: { id: 'admin.rotaLayer' },
  layerNote: { id: 'admin.rotaLayerNote' },
  rotation: { id: 'admin.rotation' },
  startsOn: { id: 'admin.rotaStartsOn' },
  turnLength: { id: 'admin.rotaTurnLength' },
  turnLengthNote: { id: 'admin.rotaTurnLengthNote' },
  changesAt: { id: 'admin.rotaChangesAt' },
  changesAtNote: { id: 'admin.rotaChangesAtNote' },
  changesOn: { id: 'admin.rotaChangesOn' },
  people: { id: 'admin.rotaPeople' },
  peopleNote: { id: 'admin.rotaPeopleNote' },
  addPerson: { id: 'admin.rotaAddPerson' },
  person: { id: 'admin.rotaPerson' },
  rest: { id: 'admin.rotaRest' },
  hours: { id: 'admin.hours' },
  limits: { id: 'admin.rotaLimits' },
  addLimit: { id: 'admin.rotaAddLimit' },
  limitOf: { id: 'admin.rotaLimitOf' },
  hoursPerWeek: { id: 'admin.rotaHoursPerWeek' },
  shiftsPerWeek: { id: 'admin.rotaShiftsPerWeek' },
  weekendsPerMonth: { id: 'admin.rotaWeekendsPerMonth' },
  ringFor: { id: 'admin.rotaRingFor' },
  seconds: { id: 'admin.seconds' },
  promise: { id: 'admin.rotaPromise' },
  promiseNote: { id: 'admin.rotaPromiseNote' },
  minutes: { id: 'admin.minutes' },
  responsible: { id: 'admin.rotaResponsible' },
  responsibleNote: { id: 'admin.rotaResponsibleNote' },
  addResponsible: { id: 'admin.rotaAddResponsible' },
  remindAt: { id: 'admin.rotaRemindAt' },
  remindAtNote: { id: 'admin.rotaRemindAtNote' },
});

const rotationWords = defineMessages({
  byHand: { id: 'admin.rotationByHand' },
  halfDaily: { id: 'admin.rotationHalfDaily' },
  daily: { id: 'admin.rotationDaily' },
  weekly: { id: 'admin.rotationWeekly' },
});

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const somebody: Field = { kind: 'user', name: '', label: words.person };

const layers: Field = {
  kind: 'list',
  name: 'layers',
  label: words.layers,
  add: words.addLayer,
  blank: {
    layer: '',
    name: blankText,
    rotation: 'weekly',
    startsOn: '',
    turnLength: 1,
    changesAt: ['09:00'],
    changesOn: 'mon',
    people: [],
  },
  fields: [
    { kind: 'text', name: 'layer', label: words.layer, note: words.layerNote },
    { kind: 'localText', name: 'name', label: words.name },
    {
      kind: 'choice',
      name: 'rotation',
      label: words.rotation,
      choices: rotationKinds.map((value) => ({ value, word: rotationWords[value] })),
    },
    { kind: 'date', name: 'startsOn', label: words.startsOn },
    { kind: 'number', name: 'turnLength', label: words.turnLength, note: words.turnLengthNote },
    { kind: 'times', name: 'changesAt', label: words.changesAt, note: words.changesAtNote },
    {
      kind: 'choice',
      name: 'changesOn',
      label: words.changesOn,
      choices: weekdays.map((value) => ({ value, word: weekdayWords[value] })),
    },
    {
      kind: 'list',
      name: 'people',
      label: words.people,
      note: words.peopleNote,
      add: words.addPerson,
      blank: '',
      fields: [somebody],
    },
  ],
};

const limits: Field = {
  kind: 'list',
  name: 'limits',
  label: words.limits,
  add: words.addLimit,
  blank: { who: 'everybody', hoursPerWeek: null, shiftsPerWeek: null, weekendsPerMonth: null },
  fields: [
    { kind: 'limitOf', name: 'who', label: words.limitOf },
    { kind: 'number', name: 'hoursPerWeek', label: words.hoursPerWeek, optional: true },
    { kind: 'number', name: 'shiftsPerWeek', label: words.shiftsPerWeek, optional: true },
    { kind: 'number', name: 'weekendsPerMonth', label: words.weekendsPerMonth, optional: true },
  ],
};

/** ROTA-1: who takes turns to answer customers, when somebody must be on, and what is asked of whom at most. */
export const rotaForm: SectionForm = {
  section: 'rotas',
  idKey: 'rotaId',
  title: words.rotas,
  add: words.addRota,
  none: words.noRotas,
  fields: [
    { kind: 'localText', name: 'name', label: words.name },
    { kind: 'text', name: 'timeZone', label: words.timeZone, note: words.timeZoneNote, optional: true },
    {
      kind: 'item',
      name: 'calendarId',
      label: words.calendar,
      note: words.calendarNote,
      of: 'calendars',
      optional: true,
    },
    layers,
    { kind: 'number', name: 'minimumRestHours', label: words.rest, unit: words.hours },
    limits,
    { kind: 'number', name: 'ringForSeconds', label: words.ringFor, unit: words.seconds },
    {
      kind: 'number',
      name: 'promiseWithinMinutes',
      label: words.promise,
      note: words.promiseNote,
      unit: words.minutes,
    },
    {
      kind: 'list',
      name: 'responsible',
      label: words.responsible,
      note: words.responsibleNote,
      add: words.addResponsible,
      blank: '',
      fields: [somebody],
    },
    { kind: 'text', name: 'remindAt', label: words.remindAt, note: words.remindAtNote, optional: true },
  ],
  blank: {
    name: blankText,
    timeZone: null,
    calendarId: null,
    layers: [
      {
        layer: 'duty',
        name: blankText,
        rotation: 'weekly',
        startsOn: '',
        turnLength: 1,
        changesAt: ['09:00'],
        changesOn: 'mon',
        people: [],
      },
    ],
    minimumRestHours: 11,
    limits: [],
    ringForSeconds: 25,
    promiseWithinMinutes: 120,
    responsible: [],
    remindAt: '18:00',
  },
};
