import type { FollowedCalendarView } from '@ringside/shared/protocol/rota';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { duration } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { calendarFaultWords } from './absence-words.ts';

interface CalendarStateProps {
  readonly calendar: FollowedCalendarView;
  /** whose it is, where that is not said beside it */
  readonly name?: string;
}

/** ABSENT-8: when and where a calendar was read, or since when and why it can't be. */
export function CalendarState({ calendar: { host, lastReadAt, failing }, name }: CalendarStateProps) {
  const words = useWords();
  const { t } = words;
  const where = name === undefined ? host : `${host} · ${name}`;
  const length = duration(serverNow() - lastReadAt, words);
  if (failing === null)
    return <Notice tone="info" title={t({ id: 'absence.calendarRead' }, { length, host: where })} />;
  const since = duration(serverNow() - failing.since, words);
  const why = t(calendarFaultWords[failing.fault]);
  return (
    <Notice tone="warn" title={t({ id: 'absence.calendarFails' }, { length: since, host: where })}>
      {t({ id: 'absence.calendarStays' }, { why, length })}
    </Notice>
  );
}
