import { z } from 'zod';
import { clockKinds, clockTimes, escalationSteps } from '@ringside/shared/model/case-clock';
import { caseTypes, severities } from '@ringside/shared/model/case-stage';
import { asId } from '@ringside/shared/model/ids';
import { minutes } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import { builtInClocks } from './built-in/clocks.ts';
import { count, localText, name } from './values.ts';

const time = count(1, 525_600, 'a time');

const item = z
  .strictObject({
    rule: name,
    name: localText,
    clock: z.enum(clockKinds),
    types: z.array(z.enum(caseTypes)).default([]),
    severities: z.array(z.enum(severities)).default([]),
    tiers: z.array(z.enum(tiers)).default([]),
    contracts: z.array(name.transform((value) => asId<'contract'>(value))).default([]),
    time: z.enum(clockTimes),
    calendarId: name
      .transform((value) => asId<'calendar'>(value))
      .nullable()
      .default(null),
    targetMinutes: time,
    warnBeforeMinutes: z.array(time).max(10).default([]),
    escalateEveryMinutes: time.default(30),
    escalation: z
      .array(z.enum(escalationSteps))
      .max(10)
      .default([...escalationSteps]),
  })
  .transform(({ targetMinutes, warnBeforeMinutes, escalateEveryMinutes, ...rule }) => ({
    ...rule,
    target: minutes(targetMinutes),
    warnBefore: warnBeforeMinutes.map((before) => minutes(before)),
    escalateEvery: minutes(escalateEveryMinutes),
  }));
export type ClockInput = z.input<typeof item>;

/** Service guarantees: a target in minutes of business or calendar time. */
export const clocks = z.array(item).max(200).prefault(builtInClocks);
