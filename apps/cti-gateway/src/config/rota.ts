import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import { rotationKinds } from '@ringside/shared/model/rota';
import { weekdays } from '../domain/centre/calendar.ts';
import { advise, count, isTimeZone, localText, name } from './values.ts';

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** "09:00" in quotation marks: local wall time, as minutes since midnight. */
const clock = z.string().transform((value, ctx) => {
  const [, hour = '', minute = ''] = CLOCK.exec(value) ?? [];
  if (hour !== '') return Number(hour) * 60 + Number(minute);
  ctx.addIssue(advise('it is no time of day', 'Write "09:00" in quotation marks.', 'timeOfDay'));
  return z.NEVER;
});

const date = z.string().superRefine((value, ctx) => {
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (!real)
    ctx.addIssue(advise('the calendar has no such day', 'Write year-month-day, e.g. "2027-01-01".', 'date'));
});

const zone = z.string().superRefine((value, ctx) => {
  if (!isTimeZone(value))
    ctx.addIssue(
      advise('the time-zone database has no such zone', 'Write an IANA name, e.g. Asia/Taipei.', 'zone'),
    );
});

const userName = z.string().min(1).max(64);

const layer = z.strictObject({
  layer: name,
  name: localText,
  rotation: z.enum(rotationKinds),
  startsOn: date,
  turnLength: count(1, 26, 'the length of a turn').default(1),
  changesAt: z.array(clock).min(1).max(2).prefault(['00:00']),
  changesOn: z.enum(weekdays).default('mon'),
  people: z.array(userName).max(200).default([]),
});

const most = (to: number, of: string) => count(1, to, of).nullable().default(null);
const limit = z.strictObject({
  who: z
    .union([
      z.literal('everybody').transform(() => ({ of: 'everybody' }) as const),
      z
        .strictObject({ family: name })
        .transform(({ family }) => ({ of: 'family', familyId: asId<'jobFamily'>(family) }) as const),
      z
        .strictObject({ grade: z.enum(['agent', 'supervisor', 'manager']) })
        .transform(({ grade }) => ({ of: 'grade', grade }) as const),
      z
        .strictObject({ person: userName })
        .transform(({ person }) => ({ of: 'person', userName: person }) as const),
    ])
    .prefault('everybody'),
  hoursPerWeek: most(168, 'the hours a week'),
  shiftsPerWeek: most(100, 'the shifts a week'),
  weekendsPerMonth: most(5, 'the week-ends a month'),
});

/** A rota as operators write it: who takes turns, when somebody must be on, and what is asked of whom at most. */
export const rota = z
  .strictObject({
    rotaId: name.transform((value) => asId<'rota'>(value)),
    name: localText,
    timeZone: zone.nullable().default(null),
    calendarId: name
      .transform((value) => asId<'calendar'>(value))
      .nullable()
      .default(null),
    layers: z.array(layer).min(1).max(10),
    minimumRestHours: count(0, 48, 'the rest between two shifts').default(0),
    limits: z.array(limit).max(200).default([]),
    ringForSeconds: count(5, 120, 'the time one person is rung').default(25),
    promiseWithinMinutes: count(5, 10_080, 'the time until a call back').default(120),
    responsible: z.array(userName).max(50).default([]),
    remindAt: clock.nullable().prefault('18:00'),
  })
  .transform(({ minimumRestHours, ringForSeconds, promiseWithinMinutes, ...r }) => ({
    ...r,
    minimumRest: hours(minimumRestHours),
    ringFor: seconds(ringForSeconds),
    promiseWithin: minutes(promiseWithinMinutes),
  }));
