import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { CaseId } from '@ringside/shared/model/ids';
import type { ClockExplanation } from '@ringside/shared/protocol/case-clocks';
import { clockExplanation } from '@ringside/shared/protocol/case-clocks';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { FileWarning } from 'lucide-react';
import { useAnswer } from '../../asking.ts';
import { useReference } from '../../reference.ts';
import { clockKindWords } from '../../wording/clock-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { clockTime, dayAndTime, duration } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { hoursText, weekdayAndDate, whyStill } from './explain-wording.ts';

interface ExplainDeadlineProps {
  readonly caseId: CaseId;
  readonly clock: ClockKind;
  readonly onClose: () => void;
}

/** CLOCK-14: the arithmetic behind a deadline, so that nobody has to believe it. */
export function ExplainDeadline({ caseId, clock, onClose }: ExplainDeadlineProps) {
  const { t } = useWords();
  const answer = useAnswer({ ask: 'clock.explain', caseId, clock }, clockExplanation, caseId);
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'clock.explainTitle' }, { clock: t(clockKindWords[clock]) })}
    >
      {answer.value && <Arithmetic of={answer.value} />}
      {answer.isAsking && <Loading label={t({ id: 'common.loading' })} lines={4} />}
      {answer.problem !== null && answer.value === null && (
        <EmptyState
          icon={<FileWarning size={28} aria-hidden />}
          title={t(problemWords[answer.problem])}
          action={<Button onPress={answer.again}>{t({ id: 'common.tryAgain' })}</Button>}
        />
      )}
    </Dialog>
  );
}

function Arithmetic({ of }: { readonly of: ClockExplanation }) {
  const own = useWords();
  const { t, language } = own;
  const reference = useReference();
  // days and hours are told as the calendar counts them
  const words = { ...own, timeZone: of.timeZone };
  const when = (at: number) => dayAndTime(at, serverNow(), words);
  const inBusiness = of.time === 'business' && of.calendar !== null;
  const length = (time: number) => (inBusiness ? hoursText(time, own) : duration(time, own));
  return (
    <div className="explained">
      <dl className="explained-facts">
        <dt>{t({ id: 'clock.start' })}</dt>
        <dd>{when(of.startedAt)}</dd>
        <dt>{t({ id: 'clock.target' })}</dt>
        <dd>
          {inBusiness
            ? t(
                { id: 'clock.targetBusiness' },
                { length: length(of.target), calendar: of.calendar?.[language] ?? '' },
              )
            : t({ id: 'clock.targetCalendar' }, { length: length(of.target) })}
        </dd>
        <dt>{t({ id: 'clock.zone' })}</dt>
        <dd>{of.timeZone}</dd>
      </dl>
      {of.days.length > 0 && <Days of={of} words={words} />}
      {of.daysLeftOut > 0 && <p>{t({ id: 'clock.moreDays' }, { count: of.daysLeftOut })}</p>}
      {of.pauses.length > 0 && (
        <>
          <h3>{t({ id: 'clock.pauses' })}</h3>
          <ul className="explained-pauses">
            {of.pauses.map((pause) => (
              <li key={pause.from}>
                <span>
                  {when(pause.from)} – {pause.until === null ? t({ id: 'clock.goesOn' }) : when(pause.until)}
                </span>
                <span>{whyStill(pause, reference, own)}</span>
                <span>{t({ id: 'clock.leftOut' }, { length: length(pause.leftOut) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="explained-due">
        {of.dueAt === null
          ? t({ id: of.missing === 'neverOpen' ? 'clock.never' : 'clock.standsStill' })
          : t({ id: 'clock.dueAt' }, { time: when(of.dueAt) })}
      </p>
    </div>
  );
}

type Day = ClockExplanation['days'][number];

function Days({ of, words }: { readonly of: ClockExplanation; readonly words: Words }) {
  const { t } = words;
  const columns: readonly Column<Day>[] = [
    { id: 'day', title: t({ id: 'clock.day' }), cell: ({ date }) => weekdayAndDate(date, words) },
    {
      id: 'counted',
      title: t({ id: 'clock.counted' }),
      cell: ({ counted, holiday }) =>
        counted.length === 0
          ? (holiday ?? t({ id: 'clock.closed' }))
          : [
              counted
                .map(({ from, until }) => `${clockTime(from, words)}–${clockTime(until, words)}`)
                .join(', '),
              ...(holiday === null ? [] : [`(${holiday})`]),
            ].join(' '),
    },
    {
      id: 'length',
      title: t({ id: 'clock.thatDay' }),
      isNumber: true,
      cell: (day) => (day.length === 0 ? '–' : hoursText(day.length, words)),
    },
    { id: 'sum', title: t({ id: 'clock.sum' }), isNumber: true, cell: ({ sum }) => hoursText(sum, words) },
  ];
  return (
    <Table label={t({ id: 'clock.days' })} columns={columns} rows={of.days} rowId={({ date }) => date} />
  );
}
