import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { advise, isTimeZone, localText, name, text } from './values.ts';

const INTERVAL = /^([01]\d|2[0-3]):([0-5]\d)-(([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** "09:00-12:30": local wall time, the end not included. */
const interval = z.string().transform((value, ctx) => {
  const [from, until] = INTERVAL.test(value) ? value.split('-').map(minuteOfDay) : [];
  if (from !== undefined && until !== undefined && from < until) return { from, until };
  ctx.addIssue(
    advise(
      'it is no time from one wall-clock time to a later one',
      'Write "09:00-12:30" in quotation marks; a night has two, until "24:00" and from "00:00".',
      'interval',
    ),
  );
  return z.NEVER;
});

const minuteOfDay = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

const day = z
  .array(interval)
  .max(12)
  .transform((intervals) => [...intervals].sort((a, b) => a.from - b.from))
  .superRefine((intervals, ctx) => {
    if (intervals.some(({ from }, i) => i > 0 && from < (intervals[i - 1]?.until ?? 0)))
      ctx.addIssue(
        advise('two times of one day overlap', 'Make one of them, or let the second begin later.', 'overlap'),
      );
  });

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const date = z.string().superRefine((value, ctx) => {
  const real = DATE.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (!real)
    ctx.addIssue(advise('the calendar has no such day', 'Write year-month-day, e.g. "2027-01-01".', 'date'));
});

/** Opening hours as operators write them. */
export const calendar = z
  .strictObject({
    calendarId: name,
    name: localText,
    timeZone: z
      .string()
      .superRefine((zone, ctx) => {
        if (!isTimeZone(zone))
          ctx.addIssue(
            advise(
              'the time-zone database has no such zone',
              'Write an IANA name, e.g. Asia/Taipei.',
              'zone',
            ),
          );
      })
      .nullable()
      .default(null),
    week: z.strictObject({
      mon: day.default([]),
      tue: day.default([]),
      wed: day.default([]),
      thu: day.default([]),
      fri: day.default([]),
      sat: day.default([]),
      sun: day.default([]),
    }),
    exceptions: z
      .array(z.strictObject({ date, name: text(200), open: day.default([]) }))
      .max(2_000)
      .default([]),
  })
  .transform((c) => ({ ...c, calendarId: asId<'calendar'>(c.calendarId) }));
