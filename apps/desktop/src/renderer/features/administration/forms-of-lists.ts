import { languages } from '@ringside/shared/model/language';
import { roles } from '@ringside/shared/model/role';
import { defineMessages } from 'react-intl';
import type { Field, SectionForm } from './field.ts';
import { languageWords, roleWords } from './administration-words.ts';

export const blankText = { en: '', 'zh-Hant': '', 'zh-Hans': '' };

const words = defineMessages({
  name: { id: 'admin.name' },
  skills: { id: 'admin.skills' },
  addSkill: { id: 'admin.addSkill' },
  noSkills: { id: 'admin.noSkills' },
  families: { id: 'admin.families' },
  addFamily: { id: 'admin.addFamily' },
  noFamilies: { id: 'admin.noFamilies' },
  roles: { id: 'admin.roles' },
  reasons: { id: 'admin.reasons' },
  addReason: { id: 'admin.addReason' },
  noReasons: { id: 'admin.noReasons' },
  limit: { id: 'admin.reasonLimit' },
  minutes: { id: 'admin.minutes' },
  dispositions: { id: 'admin.dispositions' },
  addDisposition: { id: 'admin.addDisposition' },
  noDispositions: { id: 'admin.noDispositions' },
  resolves: { id: 'admin.resolves' },
  categories: { id: 'admin.categories' },
  addCategory: { id: 'admin.addCategory' },
  noCategories: { id: 'admin.noCategories' },
  parent: { id: 'admin.parentCategory' },
  safetyCategory: { id: 'admin.safetyCategory' },
  sayFirst: { id: 'admin.sayFirst' },
  calendars: { id: 'admin.calendars' },
  addCalendar: { id: 'admin.addCalendar' },
  noCalendars: { id: 'admin.noCalendars' },
  timeZone: { id: 'admin.timeZone' },
  timeZoneNote: { id: 'admin.timeZoneNote' },
  week: { id: 'admin.week' },
  weekNote: { id: 'admin.weekNote' },
  exceptions: { id: 'admin.exceptions' },
  addException: { id: 'admin.addException' },
  date: { id: 'admin.date' },
  dayName: { id: 'admin.dayName' },
  open: { id: 'admin.openTimes' },
  openNote: { id: 'admin.openTimesNote' },
  prompts: { id: 'admin.prompts' },
  addPrompt: { id: 'admin.addPrompt' },
  noPrompts: { id: 'admin.noPrompts' },
  language: { id: 'admin.language' },
});

const named: Field = { kind: 'localText', name: 'name', label: words.name };

export const skillForm: SectionForm = {
  section: 'skills',
  idKey: 'skill',
  title: words.skills,
  add: words.addSkill,
  none: words.noSkills,
  fields: [named],
  blank: { name: blankText },
};

export const familyForm: SectionForm = {
  section: 'jobFamilies',
  idKey: 'family',
  title: words.families,
  add: words.addFamily,
  none: words.noFamilies,
  fields: [
    named,
    {
      kind: 'checks',
      name: 'roles',
      label: words.roles,
      choices: roles.map((value) => ({ value, word: roleWords[value] })),
    },
    { kind: 'skills', name: 'skills', label: words.skills },
  ],
  blank: { name: blankText, roles: ['agent'], skills: [] },
};

export const reasonForm: SectionForm = {
  section: 'notReadyReasons',
  idKey: 'reason',
  title: words.reasons,
  add: words.addReason,
  none: words.noReasons,
  fields: [
    named,
    { kind: 'number', name: 'limitMinutes', label: words.limit, unit: words.minutes, optional: true },
  ],
  blank: { name: blankText, limitMinutes: null },
};

export const dispositionForm: SectionForm = {
  section: 'dispositions',
  idKey: 'disposition',
  title: words.dispositions,
  add: words.addDisposition,
  none: words.noDispositions,
  fields: [named, { kind: 'check', name: 'resolves', label: words.resolves }],
  blank: { name: blankText, resolves: false },
};

export const categoryForm: SectionForm = {
  section: 'categories',
  idKey: 'category',
  title: words.categories,
  add: words.addCategory,
  none: words.noCategories,
  fields: [
    named,
    { kind: 'item', name: 'parent', label: words.parent, of: 'categories', optional: true },
    { kind: 'localProse', name: 'sayFirst', label: words.sayFirst, optional: true },
    { kind: 'check', name: 'safety', label: words.safetyCategory },
  ],
  blank: { name: blankText, parent: null, sayFirst: null, safety: false },
};

export const calendarForm: SectionForm = {
  section: 'calendars',
  idKey: 'calendarId',
  title: words.calendars,
  add: words.addCalendar,
  none: words.noCalendars,
  fields: [
    named,
    { kind: 'text', name: 'timeZone', label: words.timeZone, note: words.timeZoneNote, optional: true },
    { kind: 'week', name: 'week', label: words.week, note: words.weekNote },
    {
      kind: 'list',
      name: 'exceptions',
      label: words.exceptions,
      add: words.addException,
      blank: { date: '', name: '', open: [] },
      fields: [
        { kind: 'date', name: 'date', label: words.date },
        { kind: 'text', name: 'name', label: words.dayName },
        { kind: 'times', name: 'open', label: words.open, note: words.openNote },
      ],
    },
  ],
  blank: {
    name: blankText,
    timeZone: null,
    week: {
      mon: ['09:00-18:00'],
      tue: ['09:00-18:00'],
      wed: ['09:00-18:00'],
      thu: ['09:00-18:00'],
      fri: ['09:00-18:00'],
      sat: [],
      sun: [],
    },
    exceptions: [],
  },
};

/** The recording itself is uploaded; this is what is known of it. */
export const promptForm: SectionForm = {
  section: 'prompts',
  idKey: 'promptId',
  title: words.prompts,
  add: words.addPrompt,
  none: words.noPrompts,
  fields: [
    named,
    {
      kind: 'choice',
      name: 'language',
      label: words.language,
      choices: languages.map((value) => ({ value, word: languageWords[value] })),
    },
  ],
  blank: { name: blankText, language: 'en' },
};
