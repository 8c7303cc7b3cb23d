import type { Reference } from '@ringside/shared/protocol/reference';
import { localeOf } from '../../i18n/locale.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';

/** Hours of work, however many: eight are not a third of a day. */
export function hoursText(milliseconds: number, { t }: Words): string {
  const whole = Math.round(milliseconds / 60_000);
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return t({ id: 'time.minutes' }, { minutes });
  return minutes === 0
    ? t({ id: 'time.hours' }, { hours })
    : t({ id: 'time.hoursAndMinutes' }, { hours, minutes });
}

/** "Mon 23 Nov" of a local date. */
export const weekdayAndDate = (date: string, { language }: Words): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T12:00:00Z`));

/** Why a clock stood still: what a person said, the stage that waited, or that the customer had the answer. */
export function whyStill(
  { why, stage }: { readonly why: string; readonly stage: string | null },
  { workflows }: Reference,
  { t, language }: Words,
): string {
  if (stage === null) return why;
  if (stage === 'answered') return t({ id: 'clock.withCustomer' });
  const stages = workflows.flatMap((flow) => flow.stages);
  return nameOf(stages, (one) => one.stage === stage, stage, language);
}
