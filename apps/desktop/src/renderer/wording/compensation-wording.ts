import type { BudgetPeriod, CompensationKind, CompensationState } from '@ringside/shared/model/compensation';
import { compensationKinds, compensationStates, unitOfKind } from '@ringside/shared/model/compensation';
import { defineMessages } from 'react-intl';
import { z } from 'zod';
import type { Message } from '../i18n/text.ts';
import { amount } from './money-wording.ts';
import type { Words } from './words.ts';
import { compensationKindWords } from './words-of-the-model.ts';

export const compensationStateWords: Record<CompensationState, Message> = defineMessages({
  asked: { id: 'compensationState.asked' },
  granted: { id: 'compensationState.granted' },
  done: { id: 'compensationState.done' },
  refused: { id: 'compensationState.refused' },
  cancelled: { id: 'compensationState.cancelled' },
});

export const budgetPeriodWords: Record<BudgetPeriod, Message> = defineMessages({
  month: { id: 'budget.month' },
  quarter: { id: 'budget.quarter' },
  year: { id: 'budget.year' },
});

/** "NT$500", "300 points", and nothing for a letter. */
export function amountText(
  kind: CompensationKind,
  minor: number,
  currency: string,
  { t, language }: Words,
): string {
  switch (unitOfKind[kind]) {
    case 'money':
      return amount({ minor, currency }, language);
    case 'points':
      return t({ id: 'compensation.points' }, { points: minor });
    case 'none':
      return '';
  }
}

const written = z.object({
  kind: z.enum(compensationKinds),
  amount: z.number(),
  state: z.enum(compensationStates),
});

/** As a case's history holds it: "Refund NT$1,200 · Granted". */
export function compensationText(value: unknown, currency: string, words: Words): string {
  const read = written.safeParse(value);
  if (!read.success) return '';
  const { kind, amount: minor, state } = read.data;
  const what = [words.t(compensationKindWords[kind]), amountText(kind, minor, currency, words)];
  return `${what.filter(Boolean).join(' ')} · ${words.t(compensationStateWords[state])}`;
}
