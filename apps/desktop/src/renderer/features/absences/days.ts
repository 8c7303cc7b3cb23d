/** Local days as 2027-03-28, without a zone. */
const dayMs = 86_400_000;
const atMidnight = (date: string): number => Date.parse(`${date}T00:00Z`);

export const laterDate = (date: string, days: number): string =>
  new Date(atMidnight(date) + days * dayMs).toISOString().slice(0, 10);

/** 0 is Monday. */
const weekdayOf = (date: string): number => (new Date(atMidnight(date)).getUTCDay() + 6) % 7;

/** Thirteen whole weeks from the next Monday on; the last day is one of them. */
export function quarterAfter(today: string): { readonly from: string; readonly last: string } {
  const from = laterDate(today, 7 - weekdayOf(today));
  return { from, last: laterDate(from, 13 * 7 - 1) };
}

export const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(atMidnight(date));
