import { budgetPeriods } from '@ringside/shared/model/compensation';
import { defineMessages } from 'react-intl';
import { budgetPeriodWords } from '../../wording/compensation-wording.ts';
import type { SectionForm } from './field.ts';

const words = defineMessages({
  budgets: { id: 'admin.budgets' },
  addBudget: { id: 'admin.addBudget' },
  noBudgets: { id: 'admin.noBudgets' },
  name: { id: 'admin.name' },
  cause: { id: 'admin.budgetCause' },
  causeNote: { id: 'admin.budgetCauseNote' },
  every: { id: 'admin.budgetEvery' },
  amount: { id: 'admin.budgetAmount' },
});

/** COMP-14: what making good may cost. */
export const budgetForm: SectionForm = {
  section: 'budgets',
  idKey: 'budget',
  title: words.budgets,
  add: words.addBudget,
  none: words.noBudgets,
  fields: [
    { kind: 'localText', name: 'name', label: words.name },
    {
      kind: 'item',
      name: 'cause',
      label: words.cause,
      note: words.causeNote,
      of: 'causes',
      optional: true,
    },
    {
      kind: 'choice',
      name: 'every',
      label: words.every,
      choices: budgetPeriods.map((value) => ({ value, word: budgetPeriodWords[value] })),
    },
    { kind: 'money', name: 'amount', label: words.amount },
  ],
  blank: { name: { en: '', 'zh-Hant': '', 'zh-Hans': '' }, cause: null, every: 'month', amount: 0 },
};
