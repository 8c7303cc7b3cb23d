import type { Problem } from '@ringside/shared/protocol/problem';
import type { UseFormReturn } from 'react-hook-form';
import type { Text } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import type { CustomerValues } from './customer-values.ts';

/** The wire knows a name as one thing; the form shows its parts. */
export const nameIsFlat = (form: UseFormReturn<CustomerValues>): UseFormReturn<CustomerValues> => ({
  ...form,
  setError: (field, error, options) =>
    form.setError(field.replace(/^name[.]/, '') as typeof field, error, options),
});

/** A refusal about a number is said at the number; true where it was. */
export function saidAtNumber(problem: Problem, form: UseFormReturn<CustomerValues>, t: Text): boolean {
  if (problem.problem !== 'wrongNumber' && problem.problem !== 'numberTaken') return false;
  const nth = Number(/\d+/.exec(problem.field ?? '')?.[0] ?? 0);
  form.setError(
    `numbers.${nth}.number`,
    { message: t(problemWords[problem.problem]) },
    { shouldFocus: true },
  );
  return true;
}
