import { languages } from '@ringside/shared/model/language';
import { defineMessages } from 'react-intl';
import { answerWords, languageWords } from './administration-words.ts';
import type { Field, SectionForm } from './field.ts';
import { blankText } from './forms-of-lists.ts';

const words = defineMessages({
  hotlines: { id: 'admin.hotlines' },
  addHotline: { id: 'admin.addHotline' },
  noHotlines: { id: 'admin.noHotlines' },
  name: { id: 'admin.name' },
  numbers: { id: 'admin.numbers' },
  numbersNote: { id: 'admin.numbersNote' },
  queue: { id: 'admin.queue' },
  answer: { id: 'admin.answer' },
  greeting: { id: 'admin.greeting' },
  music: { id: 'admin.music' },
  language: { id: 'admin.language' },
  hours: { id: 'admin.hours' },
  calendar: { id: 'admin.calendar' },
  closedPrompt: { id: 'admin.closedPrompt' },
  closedTo: { id: 'admin.closedTo' },
  menu: { id: 'admin.menu' },
  menuPrompt: { id: 'admin.menuPrompt' },
  waitFor: { id: 'admin.menuWait' },
  seconds: { id: 'admin.seconds' },
  repeats: { id: 'admin.menuRepeats' },
  otherwise: { id: 'admin.menuOtherwise' },
  choices: { id: 'admin.menuChoices' },
  addChoice: { id: 'admin.addChoice' },
  key: { id: 'admin.menuKey' },
  to: { id: 'admin.menuTo' },
  script: { id: 'admin.script' },
  popKeys: { id: 'admin.popKeys' },
  popKeysNote: { id: 'admin.popKeysNote' },
});

const menu: Field = {
  kind: 'optional',
  name: 'menu',
  label: words.menu,
  blank: {
    prompt: '',
    waitForSeconds: 5,
    repeats: 1,
    choices: [{ key: '1', name: blankText, to: { to: 'voicemail' } }],
    otherwise: '',
  },
  fields: [
    { kind: 'sound', name: 'prompt', label: words.menuPrompt },
    { kind: 'number', name: 'waitForSeconds', label: words.waitFor, unit: words.seconds },
    { kind: 'number', name: 'repeats', label: words.repeats },
    { kind: 'item', name: 'otherwise', label: words.otherwise, of: 'queues' },
    {
      kind: 'list',
      name: 'choices',
      label: words.choices,
      add: words.addChoice,
      blank: { key: '', name: blankText, to: { to: 'voicemail' } },
      fields: [
        { kind: 'text', name: 'key', label: words.key },
        { kind: 'localText', name: 'name', label: words.name },
        {
          kind: 'destination',
          name: 'to',
          label: words.to,
          ends: ['queue', 'language', 'keyIn', 'voicemail', 'callback'],
        },
      ],
    },
  ],
};

export const hotlineForm: SectionForm = {
  section: 'hotlines',
  idKey: 'hotlineId',
  title: words.hotlines,
  add: words.addHotline,
  none: words.noHotlines,
  fields: [
    { kind: 'localText', name: 'name', label: words.name },
    { kind: 'lines', name: 'numbers', label: words.numbers, note: words.numbersNote },
    { kind: 'item', name: 'queueId', label: words.queue, of: 'queues' },
    {
      kind: 'choice',
      name: 'answer',
      label: words.answer,
      choices: (['atOnce', 'withAgent'] as const).map((value) => ({ value, word: answerWords[value] })),
    },
    {
      kind: 'choice',
      name: 'language',
      label: words.language,
      choices: languages.map((value) => ({ value, word: languageWords[value] })),
    },
    { kind: 'sound', name: 'greeting', label: words.greeting, optional: true },
    { kind: 'sound', name: 'music', label: words.music },
    {
      kind: 'group',
      name: '',
      label: words.hours,
      fields: [
        { kind: 'item', name: 'calendarId', label: words.calendar, of: 'calendars', optional: true },
        { kind: 'sound', name: 'whenClosed.prompt', label: words.closedPrompt, optional: true },
        {
          kind: 'destination',
          name: 'whenClosed.to',
          label: words.closedTo,
          ends: ['queue', 'voicemail', 'callback', 'goodbye'],
        },
      ],
    },
    menu,
    { kind: 'localProse', name: 'script', label: words.script, optional: true },
    { kind: 'lines', name: 'popKeys', label: words.popKeys, note: words.popKeysNote },
  ],
  blank: {
    name: blankText,
    numbers: [],
    queueId: '',
    answer: 'atOnce',
    language: 'en',
    greeting: null,
    music: 'hold-music',
    calendarId: null,
    whenClosed: { prompt: 'we-are-closed', to: { to: 'goodbye', prompt: null } },
    menu: null,
    script: null,
    popKeys: [],
  },
};
