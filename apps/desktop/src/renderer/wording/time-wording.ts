import { localeOf } from '../i18n/locale.ts';
import type { Words } from './words.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

/** The calendar day in the centre's zone, as 2026-11-21. */
export const dayOf = (at: number, timeZone: string): string =>
  format('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

export const clockTime = (at: number, { language, timeZone }: Words): string =>
  format(localeOf(language), timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** With its seconds: for what is asked about to the second. */
export const exactTime = (at: number, { language, timeZone }: Words): string =>
  format(localeOf(language), timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** A day with words for the near ones: today, tomorrow, 18 Nov, 18 Nov 2025. */
export function dayText(at: number, now: number, words: Words): string {
  const { t, language, timeZone } = words;
  const day = dayOf(at, timeZone);
  if (day === dayOf(now, timeZone)) return t({ id: 'time.today' });
  if (day === dayOf(now + 86_400_000, timeZone)) return t({ id: 'time.tomorrow' });
  if (day === dayOf(now - 86_400_000, timeZone)) return t({ id: 'time.yesterday' });
  const sameYear = day.slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  return format(localeOf(language), timeZone, {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** A moment as people say it: "today 17:00", "18 Nov 09:14". */
export const dayAndTime = (at: number, now: number, words: Words): string =>
  words.t({ id: 'time.dayAndTime' }, { day: dayText(at, now, words), time: clockTime(at, words) });

/** The date alone, with its year. */
export const date = (at: number, { language, timeZone }: Words): string =>
  format(localeOf(language), timeZone, { year: 'numeric', month: 'short', day: 'numeric' }).format(at);

/** A length of time in its two biggest units: "45 s", "6 min", "2 h 24 min", "3 days". */
export function duration(milliseconds: number, { t }: Words): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1_000));
  if (seconds < 60) return t({ id: 'time.seconds' }, { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t({ id: 'time.minutes' }, { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t({ id: 'time.days' }, { days: Math.floor(hours / 24) });
  return minutes % 60 === 0
    ? t({ id: 'time.hours' }, { hours })
    : t({ id: 'time.hoursAndMinutes' }, { hours, minutes: minutes % 60 });
}

/** A length of time to the second up to an hour: for what is asked about exactly. */
export function exactDuration(milliseconds: number, words: Words): string {
  const whole = Math.max(0, Math.round(milliseconds / 1_000));
  const [minutes, seconds] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0 || minutes >= 60 || seconds === 0) return duration(milliseconds, words);
  return words.t({ id: 'time.minutesAndSeconds' }, { minutes, seconds });
}

/** What is left until a due time, or how late it is. */
export function timeLeft(dueAt: number, now: number, words: Words): string {
  const length = duration(Math.abs(dueAt - now), words);
  return dueAt >= now ? words.t({ id: 'time.left' }, { length }) : words.t({ id: 'time.late' }, { length });
}

/** The instant of an hour of the clock on the centre's day that lies `daysAhead` days after `now`. */
export function atHour(hour: number, daysAhead: number, now: number, timeZone: string): number {
  const [year = 1970, month = 1, day = 1] = dayOf(now, timeZone).split('-').map(Number);
  const guess = Date.UTC(year, month - 1, day + daysAhead, hour);
  const shown = new Date(guess - zoneOffset(guess, timeZone)).getTime();
  return guess - zoneOffset(shown, timeZone);
}

/** Milliseconds that the zone is ahead of UTC at an instant. */
function zoneOffset(at: number, timeZone: string): number {
  const parts = format('en-US', timeZone, {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / 1_000) * 1_000;
}
