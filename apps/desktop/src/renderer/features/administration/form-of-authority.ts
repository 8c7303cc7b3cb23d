import { compensationKinds, grades } from '@ringside/shared/model/compensation';
import { tiers } from '@ringside/shared/model/tier';
import { defineMessages } from 'react-intl';
import { compensationKindWords, tierWords } from '../../wording/words-of-the-model.ts';
import type { SectionForm } from './field.ts';

const words = defineMessages({
  authority: { id: 'admin.authority' },
  addAuthority: { id: 'admin.addAuthority' },
  noAuthority: { id: 'admin.noAuthority' },
  name: { id: 'admin.name' },
  grades: { id: 'admin.authorityGrades' },
  tiers: { id: 'admin.authorityTiers' },
  causes: { id: 'admin.authorityCauses' },
  kinds: { id: 'admin.authorityKinds' },
  upTo: { id: 'admin.authorityUpTo' },
  perCustomer: { id: 'admin.authorityPerCustomer' },
  replacements: { id: 'admin.authorityReplacements' },
  pointsUpTo: { id: 'admin.authorityPointsUpTo' },
  pointsPerCustomer: { id: 'admin.authorityPointsPerCustomer' },
  points: { id: 'admin.points' },
  within: { id: 'admin.authorityWithin' },
  days: { id: 'admin.days' },
});

const gradeWords = defineMessages({
  agent: { id: 'admin.gradeAgent' },
  supervisor: { id: 'admin.gradeSupervisor' },
  manager: { id: 'admin.gradeManager' },
});

/** COMP-1: who may give what without asking. */
export const authorityForm: SectionForm = {
  section: 'authority',
  idKey: 'rule',
  title: words.authority,
  add: words.addAuthority,
  none: words.noAuthority,
  fields: [
    { kind: 'localText', name: 'name', label: words.name },
    {
      kind: 'checks',
      name: 'grades',
      label: words.grades,
      choices: grades.map((value) => ({ value, word: gradeWords[value] })),
    },
    {
      kind: 'checks',
      name: 'kinds',
      label: words.kinds,
      choices: compensationKinds.map((value) => ({ value, word: compensationKindWords[value] })),
    },
    {
      kind: 'checks',
      name: 'tiers',
      label: words.tiers,
      choices: tiers.map((value) => ({ value, word: tierWords[value] })),
    },
    { kind: 'items', name: 'causes', label: words.causes, of: 'causes' },
    { kind: 'money', name: 'upTo', label: words.upTo, note: words.replacements },
    { kind: 'money', name: 'upToPerCustomer', label: words.perCustomer },
    { kind: 'number', name: 'pointsUpTo', label: words.pointsUpTo, unit: words.points },
    { kind: 'number', name: 'pointsPerCustomer', label: words.pointsPerCustomer, unit: words.points },
    { kind: 'number', name: 'withinDays', label: words.within, unit: words.days },
  ],
  blank: {
    name: { en: '', 'zh-Hant': '', 'zh-Hans': '' },
    grades: ['agent'],
    tiers: [],
    causes: [],
    kinds: ['credit'],
    upTo: 0,
    upToPerCustomer: 0,
    pointsUpTo: 0,
    pointsPerCustomer: 0,
    withinDays: 365,
  },
};
