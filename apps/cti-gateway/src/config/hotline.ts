import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { languages } from '@ringside/shared/model/language';
import { destination } from './queue.ts';
import { advise, count, localText, localProse, name, text } from './values.ts';

const queueId = name.transform((value) => asId<'queue'>(value));
const language = z.enum(languages);

const key = z.string().superRefine((value, ctx) => {
  if (!/^[0-9*#]$/.test(value))
    ctx.addIssue(
      advise('it is no key of a telephone', 'Write one of 0 to 9, "*" or "#" in quotation marks.', 'key'),
    );
});

const menuTarget = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('queue'), queueId }),
  z.strictObject({ to: z.literal('language'), language }),
  z.strictObject({
    to: z.literal('keyIn'),
    what: z.enum(['customerNumber', 'caseReference']),
    prompt: text(64),
    queueId,
  }),
  z.strictObject({ to: z.literal('voicemail') }),
  z.strictObject({ to: z.literal('callback') }),
]);

const menu = z
  .strictObject({
    prompt: text(64),
    waitForSeconds: count(1, 30, 'the time a key is waited for').default(5),
    repeats: count(0, 5, 'the number of repeats').default(1),
    choices: z
      .array(z.strictObject({ key, name: localText, to: menuTarget }))
      .min(1)
      .max(12),
    otherwise: queueId,
  })
  .transform(({ waitForSeconds, ...m }) => ({ ...m, waitFor: seconds(waitForSeconds) }));

const HEADER = /^(x-[a-z0-9-]{1,60}|user-to-user)$/;
const popKey = z.string().superRefine((value, ctx) => {
  if (!HEADER.test(value))
    ctx.addIssue(
      advise(
        'it is no header that reaches the pop',
        'Write its name in small letters, x-… or user-to-user.',
        'header',
      ),
    );
});

/** A line as operators write it. */
export const hotline = z
  .strictObject({
    hotlineId: name,
    name: localText,
    numbers: z.array(text(64)).min(1).max(100),
    queueId,
    answer: z.enum(['atOnce', 'withAgent']).default('atOnce'),
    greeting: text(64).nullable().default(null),
    music: text(64).default('hold-music'),
    language: language.default('en'),
    calendarId: name
      .transform((value) => asId<'calendar'>(value))
      .nullable()
      .default(null),
    whenClosed: z
      .strictObject({ prompt: text(64).nullable().default('we-are-closed'), to: destination })
      .default({ prompt: 'we-are-closed', to: { to: 'goodbye', prompt: null } }),
    emergency: z
      .strictObject({ reason: text(500), prompt: text(64).nullable().default(null) })
      .nullable()
      .default(null),
    menu: menu.nullable().default(null),
    script: localProse.nullable().default(null),
    popKeys: z.array(popKey).max(8).default([]),
  })
  .transform((h) => ({ ...h, hotlineId: asId<'hotline'>(h.hotlineId) }));
