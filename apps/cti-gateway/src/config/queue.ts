import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { serviceLevelFormulas } from '@ringside/shared/model/service-level';
import { wrapUpModes } from '@ringside/shared/model/wrap-up-mode';
import { advise, count, localText, name, text } from './values.ts';

const level = count(1, 5, 'a proficiency');

/** A skill as "service", or { skill: service, level: 3 } where at least that proficiency is needed. */
export const skillNeed = z
  .union([name, z.strictObject({ skill: name, level: level.default(1) })])
  .transform((need) =>
    typeof need === 'string'
      ? { skillId: asId<'skill'>(need), level: 1 }
      : { skillId: asId<'skill'>(need.skill), level: need.level },
  );

const skills = z.array(skillNeed).max(20).default([]);
const queueId = name.transform((value) => asId<'queue'>(value));
const wait = count(0, 86_400, 'a wait');
const points = count(0, 240, 'the points');

/** Where a caller is sent who can't stay. */
export const destination = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('queue'), queueId }),
  z.strictObject({ to: z.literal('voicemail') }),
  z.strictObject({ to: z.literal('callback') }),
  z.strictObject({ to: z.literal('goodbye'), prompt: text(64).nullable().default(null) }),
]);

const overflowRule = z.union([
  z
    .strictObject({ when: z.enum(['waited', 'expectedWait']), overSeconds: wait, ...{ to: destination } })
    .transform(({ when, overSeconds, to }) => ({ when, over: seconds(overSeconds), to })),
  z.strictObject({
    when: z.literal('callersPerAgent'),
    over: z.number().positive().max(1_000),
    to: destination,
  }),
  z
    .strictObject({ when: z.enum(['full', 'closed', 'unstaffed']), to: destination })
    .transform(({ when, to }) => ({ when, over: 0, to })),
]);

const tierPoints = count(-10, 240, 'the points of a tier');

const priority = z
  .strictObject({
    tiers: z
      .strictObject({
        mvc: tierPoints.default(3),
        mgc: tierPoints.default(2),
        standard: tierPoints.default(0),
        bz: tierPoints.default(0),
      })
      .prefault({}),
    unknown: tierPoints.default(1),
    openComplaint: points.default(1),
    abandonedBefore: points.default(1),
    hotlines: z.record(name, points).default({}),
  })
  .prefault({});

const waiting = z
  .strictObject({
    announceEverySeconds: count(15, 3_600, 'the time between two announcements').nullable().default(60),
    comfort: text(64).nullable().default('please-hold'),
    position: z.boolean().default(true),
    expectedWait: z.boolean().default(true),
  })
  .transform(({ announceEverySeconds, ...w }) => ({
    ...w,
    announceEvery: announceEverySeconds === null ? null : seconds(announceEverySeconds),
  }))
  .prefault({});

const callback = z
  .strictObject({
    offerOverSeconds: wait.default(120),
    first: z.enum(['agentFirst', 'customerFirst']).default('agentFirst'),
    attempts: count(1, 10, 'the number of attempts').default(3),
    retryAfterMinutes: count(1, 1_440, 'the time between two attempts').default(10),
  })
  .transform(({ offerOverSeconds, retryAfterMinutes, ...c }) => ({
    ...c,
    offerOver: seconds(offerOverSeconds),
    retryAfter: minutes(retryAfterMinutes),
  }));

const voicemail = z
  .strictObject({
    longestSeconds: count(10, 600, 'the length of a message').default(120),
    dueWithinMinutes: count(5, 10_080, 'the time until somebody has listened').default(240),
  })
  .transform(({ longestSeconds, dueWithinMinutes }) => ({
    longest: seconds(longestSeconds),
    dueWithin: minutes(dueWithinMinutes),
  }));

const share = z.number().superRefine((value, ctx) => {
  if (!(value >= 0 && value <= 1))
    ctx.addIssue(advise('a share is a number from 0 to 1', 'Write e.g. 0.8 for 80 %.', 'share'));
});

const serviceLevel = z
  .strictObject({
    formula: z.enum(serviceLevelFormulas).default('SL-4'),
    withinSeconds: count(1, 3_600, 'the time to be answered within').default(20),
    shortAbandonSeconds: count(0, 120, 'a short abandon').default(5),
    target: share.default(0.8),
    red: share.default(0.6),
  })
  .transform(({ withinSeconds, shortAbandonSeconds, ...s }) => ({
    ...s,
    within: seconds(withinSeconds),
    shortAbandon: seconds(shortAbandonSeconds),
  }))
  .prefault({});

const ring = z
  .strictObject({ afterSeconds: wait, skills })
  .transform(({ afterSeconds, ...r }) => ({ ...r, after: seconds(afterSeconds) }));

const preferredAgent = z
  .strictObject({
    who: z.enum(['last', 'owner', 'ownerThenLast']).default('ownerThenLast'),
    waitForSeconds: count(0, 300, 'the wait for one agent').default(0),
  })
  .transform(({ waitForSeconds, who }) => ({ who, waitFor: seconds(waitForSeconds) }));

/** A queue as operators write it. */
export const queue = z
  .strictObject({
    queueId,
    name: localText,
    skills,
    preferredSkills: z
      .array(name.transform((skill) => asId<'skill'>(skill)))
      .max(20)
      .default([]),
    rings: z
      .array(ring)
      .max(10)
      .default([])
      // whoever writes them may think of the widest first
      .transform((rings) => rings.toSorted((a, b) => a.after - b.after)),
    priority,
    guaranteedWaitSeconds: count(10, 7_200, 'the longest wait').nullable().default(420),
    preferredAgent: preferredAgent.nullable().default(null),
    overflow: z.array(overflowRule).max(20).default([]),
    waiting,
    callback: callback.nullable().default(null),
    voicemail: voicemail.nullable().default(null),
    rotaId: name
      .transform((value) => asId<'rota'>(value))
      .nullable()
      .default(null),
    calendarId: name
      .transform((value) => asId<'calendar'>(value))
      .nullable()
      .default(null),
    offerForSeconds: count(5, 120, 'the time an agent is rung').default(20),
    wrapUpMode: z.enum(wrapUpModes).optional(),
    wrapUpForSeconds: count(0, 3_600, 'the time for wrap-up').default(30),
    capacity: count(1, 5_000, 'the number of callers who may wait').default(50),
    dispositionNeeded: z.boolean().default(true),
    serviceLevel,
  })
  .transform(({ offerForSeconds, wrapUpForSeconds, guaranteedWaitSeconds, wrapUpMode, ...q }) => ({
    ...q,
    guaranteedWait: guaranteedWaitSeconds === null ? null : seconds(guaranteedWaitSeconds),
    offerFor: seconds(offerForSeconds),
    wrapUpFor: seconds(wrapUpForSeconds),
    wrapUpMode: wrapUpMode ?? (wrapUpForSeconds === 0 ? ('none' as const) : ('timedOptional' as const)),
  }));
