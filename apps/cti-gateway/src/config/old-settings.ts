/** A centre as an earlier release kept it, in the words of this one: `compensationBudget` was one sum a month for all causes. */
export function inPresentWords(centre: unknown): unknown {
  if (!isGroup(centre) || !('compensationBudget' in centre)) return centre;
  const { compensationBudget: old, ...rest } = centre;
  const amount = isGroup(old) ? old['perMonth'] : undefined;
  if ('budgets' in rest || amount === undefined || amount === null) return rest;
  return { ...rest, budgets: [{ budget: 'month', name: everything, every: 'month', amount }] };
}

const everything = { en: 'Everything', 'zh-Hant': '全部', 'zh-Hans': '全部' };

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
