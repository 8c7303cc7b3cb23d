import type { CentreSectionName } from '@ringside/shared/protocol/administration';
import { letterPurposes } from '@ringside/shared/model/letter';
import { defineMessages } from 'react-intl';
import { letterPurposeWords } from '../../wording/merge-field-words.ts';
import type { Field, SectionForm } from './field.ts';
import { clockForm, contractForm } from './form-of-clock.ts';
import { playbookForm } from './form-of-playbook.ts';
import { workflowForm } from './form-of-workflow.ts';
import { authorityForm } from './form-of-authority.ts';
import { budgetForm } from './form-of-budget.ts';

const words = defineMessages({
  name: { id: 'admin.name' },
  servicePoints: { id: 'admin.servicePoints' },
  addServicePoints: { id: 'admin.addServicePoints' },
  noServicePoints: { id: 'admin.noServicePoints' },
  causes: { id: 'admin.causes' },
  addCauses: { id: 'admin.addCauses' },
  noCauses: { id: 'admin.noCauses' },
  causeParent: { id: 'admin.causeParent' },
  causeParentNote: { id: 'admin.causeParentNote' },
  causeActive: { id: 'admin.causeActive' },
  causeActiveNote: { id: 'admin.causeActiveNote' },
  templates: { id: 'admin.templates' },
  addTemplates: { id: 'admin.addTemplates' },
  noTemplates: { id: 'admin.noTemplates' },
  purpose: { id: 'admin.letterPurpose' },
  purposeNote: { id: 'admin.letterPurposeNote' },
  subject: { id: 'letters.subject' },
  body: { id: 'letters.body' },
});

const named: Field = { kind: 'localText', name: 'name', label: words.name };
const blankName = { en: '', 'zh-Hant': '', 'zh-Hans': '' };

/** What complaints are handled by (Complaints). */
export const complaintForms = {
  workflows: workflowForm,
  clocks: clockForm,
  contracts: contractForm,
  servicePoints: {
    section: 'servicePoints',
    idKey: 'servicePoint',
    title: words.servicePoints,
    add: words.addServicePoints,
    none: words.noServicePoints,
    fields: [named],
    blank: { name: blankName },
  },
  playbooks: playbookForm,
  causes: {
    section: 'causes',
    idKey: 'cause',
    title: words.causes,
    add: words.addCauses,
    none: words.noCauses,
    fields: [
      named,
      {
        kind: 'item',
        name: 'parent',
        label: words.causeParent,
        note: words.causeParentNote,
        of: 'causes',
        optional: true,
      },
      { kind: 'check', name: 'active', label: words.causeActive, note: words.causeActiveNote },
    ],
    blank: { name: blankName, parent: null, active: true },
  },
  authority: authorityForm,
  budgets: budgetForm,
  templates: {
    section: 'templates',
    idKey: 'template',
    title: words.templates,
    add: words.addTemplates,
    none: words.noTemplates,
    fields: [
      named,
      {
        kind: 'choice',
        name: 'purpose',
        label: words.purpose,
        note: words.purposeNote,
        choices: letterPurposes.map((value) => ({ value, word: letterPurposeWords[value] })),
      },
      { kind: 'localText', name: 'subject', label: words.subject },
      { kind: 'localProse', name: 'body', label: words.body, rows: 9 },
    ],
    blank: { name: blankName, purpose: 'other', subject: blankName, body: blankName },
  },
} satisfies Partial<Record<CentreSectionName, SectionForm>>;
