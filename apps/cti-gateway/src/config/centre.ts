import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { languages } from '@ringside/shared/model/language';
import { roles } from '@ringside/shared/model/role';
import type { Centre } from '../domain/centre/centre.ts';
import { calendar } from './calendar.ts';
import { complaints } from './complaints.ts';
import { hotline } from './hotline.ts';
import { rota } from './rota.ts';
import { queue, skillNeed } from './queue.ts';
import { advise, count, isTimeZone, localText, name } from './values.ts';

const skill = z
  .strictObject({ skill: name, name: localText })
  .transform((s) => ({ skillId: asId<'skill'>(s.skill), name: s.name }));

const jobFamily = z
  .strictObject({
    family: name,
    name: localText,
    roles: z.array(z.enum(roles)).min(1),
    skills: z.array(skillNeed).max(50).default([]),
  })
  .transform(({ family, ...f }) => ({ familyId: asId<'jobFamily'>(family), ...f }));

const notReadyReason = z
  .strictObject({
    reason: name,
    name: localText,
    limitMinutes: count(1, 600, 'the limit of a reason').nullable().default(null),
  })
  .transform(({ limitMinutes, ...r }) => ({
    ...r,
    limit: limitMinutes === null ? null : minutes(limitMinutes),
  }));

const prompt = z
  .strictObject({
    promptId: name,
    name: localText,
    language: z.enum(languages),
    lengthSeconds: z.number().positive().max(600),
  })
  .transform(({ lengthSeconds, ...p }) => ({ ...p, length: Math.round(lengthSeconds * 1_000) }));

const region = z.string().superRefine((value, ctx) => {
  if (!/^[A-Z]{2}$/.test(value))
    ctx.addIssue(
      advise('a region is a country code of ISO 3166', 'Write two capital letters, e.g. TW.', 'region'),
    );
});
const timeZone = z.string().superRefine((value, ctx) => {
  if (!isTimeZone(value))
    ctx.addIssue(
      advise('the time-zone database has no such zone', 'Write an IANA name, e.g. Asia/Taipei.', 'zone'),
    );
});
const currency = z.string().superRefine((value, ctx) => {
  if (!Intl.supportedValuesOf('currency').includes(value))
    ctx.addIssue(
      advise('ISO 4217 has no such currency', 'Write three capital letters, e.g. TWD.', 'currency'),
    );
});

/** The contact centre as operators write it, read into the domain's own shape. */
export const centre = z.strictObject({
  name: localText,
  region,
  timeZone,
  currency,
  skills: z.array(skill).max(500).default([]),
  jobFamilies: z.array(jobFamily).max(50).default([]),
  calendars: z.array(calendar).max(100).default([]),
  hotlines: z.array(hotline).min(1).max(200),
  queues: z.array(queue).min(1).max(200),
  notReadyReasons: z.array(notReadyReason).max(50).default([]),
  dispositions: z
    .array(z.strictObject({ disposition: name, name: localText, resolves: z.boolean().default(false) }))
    .max(200)
    .default([]),
  categories: z
    .array(
      z.strictObject({
        category: name,
        parent: name.nullable().default(null),
        name: localText,
        sayFirst: localText.nullable().default(null),
        safety: z.boolean().default(false),
      }),
    )
    .max(500)
    .default([]),
  prompts: z.array(prompt).max(500).default([]),
  rotas: z.array(rota).max(50).default([]),
  presence: z
    .strictObject({
      missesAllowed: count(1, 10, 'the number of misses').default(1),
      warnBeforeSeconds: count(0, 600, 'the warning').default(60),
    })
    .transform(({ warnBeforeSeconds, ...p }) => ({ ...p, warnBefore: seconds(warnBeforeSeconds) }))
    .prefault({}),
  supervision: z.strictObject({ announced: z.boolean().default(true) }).prefault({}),
  ...complaints,
}) satisfies z.ZodType<Centre>;
