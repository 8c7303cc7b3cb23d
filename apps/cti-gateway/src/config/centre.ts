import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import type { Centre } from '../domain/centre/centre.ts';
import { count, localText, name, text } from './values.ts';

const hotline = z
  .strictObject({
    hotlineId: name,
    name: localText,
    numbers: z.array(text(64)).min(1).max(100),
    queueId: name,
    answer: z.enum(['atOnce', 'withAgent']).default('atOnce'),
    greeting: text(64).nullable().default(null),
    music: text(64).default('hold-music'),
  })
  .transform((h) => ({ ...h, hotlineId: asId<'hotline'>(h.hotlineId), queueId: asId<'queue'>(h.queueId) }));

const queue = z
  .strictObject({
    queueId: name,
    name: localText,
    skills: z.array(name).max(20).default([]),
    offerForSeconds: count(5, 120, 'the time an agent is rung').default(20),
    wrapUpForSeconds: count(0, 3_600, 'the time for wrap-up').default(30),
    capacity: count(1, 5_000, 'the number of callers who may wait').default(50),
    dispositionNeeded: z.boolean().default(true),
  })
  .transform(({ offerForSeconds, wrapUpForSeconds, ...q }) => ({
    ...q,
    queueId: asId<'queue'>(q.queueId),
    skills: q.skills.map((skill) => asId<'skill'>(skill)),
    offerFor: seconds(offerForSeconds),
    wrapUpFor: seconds(wrapUpForSeconds),
  }));

const advise = (why: string, remedy: string) => ({
  code: 'custom' as const,
  params: { why, remedy },
  message: why,
});

const region = z.string().superRefine((value, ctx) => {
  if (!/^[A-Z]{2}$/.test(value))
    ctx.addIssue(advise('a region is a country code of ISO 3166', 'Write two capital letters, e.g. TW.'));
});
const timeZone = z.string().superRefine((value, ctx) => {
  if (!isTimeZone(value))
    ctx.addIssue(advise('the time-zone database has no such zone', 'Write an IANA name, e.g. Asia/Taipei.'));
});
const currency = z.string().superRefine((value, ctx) => {
  if (!Intl.supportedValuesOf('currency').includes(value))
    ctx.addIssue(advise('ISO 4217 has no such currency', 'Write three capital letters, e.g. TWD.'));
});

/** The contact centre as operators write it, read into the domain's own shape. */
export const centre = z.strictObject({
  name: localText,
  region,
  timeZone,
  currency,
  hotlines: z.array(hotline).min(1).max(200),
  queues: z.array(queue).min(1).max(200),
  notReadyReasons: z
    .array(z.strictObject({ reason: name, name: localText }))
    .max(50)
    .default([]),
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
      }),
    )
    .max(500)
    .default([]),
}) satisfies z.ZodType<Centre>;

function isTimeZone(zone: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    return known !== '' && (zone.includes('/') || zone === 'UTC');
  } catch {
    return false;
  }
}
