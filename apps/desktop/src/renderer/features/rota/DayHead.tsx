import type { RotaSchedule } from '@ringside/shared/protocol/rota';
import { localeOf } from '../../i18n/locale.ts';
import { wallDay } from '../../wording/rota-wording.ts';
import { useWords } from '../../wording/words.ts';
import { dayMarks } from './cell-wording.ts';

interface DayHeadProps {
  readonly days: readonly string[];
  readonly schedule: RotaSchedule;
  readonly today: string;
  readonly isWide: boolean;
}

/** The days, with holidays and with those on which clocks are changed. */
export function DayHead({ days, schedule, today, isWide }: DayHeadProps) {
  const words = useWords();
  const { t, language } = words;
  const part = (date: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' }).format(
      Date.parse(`${date}T00:00Z`),
    );
  return (
    <div role="row" aria-rowindex={1} className="rota-row rota-head">
      <span role="columnheader" className="rota-name">
        <span className="rs-hidden">{t({ id: 'rota.rows' })}</span>
      </span>
      <div role="none" className="rota-track">
        {days.map((date, nth) => {
          const marks = dayMarks(schedule, date, words);
          const change = schedule.clockChanges.find((one) => one.date === date);
          const isHoliday = schedule.holidays.some((one) => one.date === date);
          return (
            <span
              key={date}
              role="columnheader"
              aria-colindex={nth + 2}
              aria-current={date === today ? 'date' : undefined}
              aria-label={[wallDay(date, words), ...marks].join(', ')}
              title={marks.join(', ') || undefined}
              className={marks.length > 0 ? 'rota-day rota-marked' : 'rota-day'}
            >
              <small>{part(date, { weekday: isWide ? 'short' : 'narrow' })}</small>
              <b>{date.slice(8).replace(/^0/, '')}</b>
              <small className="rota-mark">
                {isHoliday && (isWide ? marks[0] : '◇')}
                {change !== undefined && t({ id: 'rota.hours' }, { hours: change.minutes / 60 })}
                {!isHoliday && change === undefined && (nth === 0 || date.endsWith('-01'))
                  ? part(date, { month: 'short' })
                  : ''}
              </small>
            </span>
          );
        })}
      </div>
    </div>
  );
}
