import type { CalendarFault } from '@ringside/shared/model/rota';
import type { AbsenceImport, AbsenceView } from '@ringside/shared/protocol/rota';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { clockTime, date, dayAndTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';

/** ABSENT-5: why a line of a calendar file was not understood. */
const faultWords: Readonly<Record<string, Message>> = defineMessages({
  notCalendar: { id: 'absence.icalNotCalendar' },
  notALine: { id: 'absence.icalNotALine' },
  notEnded: { id: 'absence.icalNotEnded' },
  noStart: { id: 'absence.icalNoStart' },
  noEnd: { id: 'absence.icalNoEnd' },
  badDate: { id: 'absence.icalBadDate' },
  badZone: { id: 'absence.icalBadZone' },
  badEnd: { id: 'absence.icalBadEnd' },
  badDuration: { id: 'absence.icalBadDuration' },
  badRule: { id: 'absence.icalBadRule' },
  ruleTooLong: { id: 'absence.icalRuleTooLong' },
  tooMany: { id: 'absence.icalTooMany' },
  moreFaults: { id: 'absence.icalMoreFaults' },
});

/** ABSENT-8, ABSENT-10: why a calendar could not be read at its address. */
export const calendarFaultWords: Record<CalendarFault, Message> = defineMessages({
  notAllowed: { id: 'calendarFault.notAllowed' },
  notReached: { id: 'calendarFault.notReached' },
  badCertificate: { id: 'calendarFault.badCertificate' },
  tooSlow: { id: 'calendarFault.tooSlow' },
  tooLarge: { id: 'calendarFault.tooLarge' },
  tooManyRedirects: { id: 'calendarFault.tooManyRedirects' },
  notValid: { id: 'calendarFault.notValid' },
  notNow: { id: 'calendarFault.notNow' },
  notCalendar: { id: 'calendarFault.notCalendar' },
});

export function whyText({ why }: AbsenceImport['faults'][number], { t }: Words): string {
  const words = faultWords[why];
  return words === undefined ? why : t(words);
}

/** Whole days by their dates, with the last one; otherwise with the times. */
export function absenceTime({ from, until }: AbsenceView, now: number, words: Words): string {
  const isWhole = clockTime(from, words) === '00:00' && clockTime(until, words) === '00:00';
  if (!isWhole)
    return words.t(
      { id: 'absence.fromUntil' },
      { from: dayAndTime(from, now, words), until: dayAndTime(until, now, words) },
    );
  const [first, last] = [date(from, words), date(until - 1, words)];
  return first === last ? first : words.t({ id: 'absence.fromUntil' }, { from: first, until: last });
}
