import { holidaysImported, openingView } from '@ringside/shared/protocol/administration';
import type { HolidaysImportedView, OpeningView } from '@ringside/shared/protocol/administration';
import { Button } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { CalendarPlus, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { defineMessages } from 'react-intl';
import type { Message, Text } from '../../i18n/text.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import type { NamedItem } from './centre-context.ts';
import type { Editing } from './editing.ts';
import { calendarForm } from './forms-of-lists.ts';
import type { JsonGroup } from './json.ts';
import { textOf } from './json.ts';
import { FileButton } from './FileButton.tsx';
import { SectionPart } from './SectionPart.tsx';
import { useAdminister } from './use-administer.ts';

/** Opening hours and holidays. */
export function HoursPart({ onChanged }: { readonly onChanged: () => void }) {
  return <SectionPart form={calendarForm} onChanged={onChanged} below={belowHours} />;
}

const belowHours = (editing: Editing, item: NamedItem | null): ReactNode => (
  <>
    <Preview editing={editing} item={item} />
    {item && <HolidayImport calendarId={item.id} editing={editing} />}
  </>
);

/** Whether the doors are open now by what stands in the form. */
function Preview({ editing, item }: { readonly editing: Editing; readonly item: NamedItem | null }) {
  const words = useWords();
  const { t } = words;
  const ask = useAdminister();
  const [opening, setOpening] = useState<OpeningView | null>(null);
  async function look() {
    const calendar = { ...(editing.value as JsonGroup), calendarId: item?.id ?? 'preview' };
    const reply = await ask({ method: 'POST', path: '/opening', body: { calendar } });
    setOpening(reply.ok ? openingView.parse(reply.value) : null);
  }
  return (
    <div className="admin-line">
      <Button small icon={<Clock size={14} aria-hidden />} onPress={() => void look()}>
        {t({ id: 'admin.preview' })}
      </Button>
      <output>{opening && openingText(opening, words)}</output>
    </div>
  );
}

function openingText(opening: OpeningView, words: Words): string {
  const { t } = words;
  const now = serverNow();
  if (opening.open)
    return opening.until === null
      ? t({ id: 'admin.openAlways' })
      : t({ id: 'admin.openUntil' }, { at: dayAndTime(opening.until, now, words) });
  const next =
    opening.nextOpening === null
      ? t({ id: 'admin.opensNever' })
      : t({ id: 'admin.opensNext' }, { at: dayAndTime(opening.nextOpening, now, words) });
  const why =
    opening.holiday === null
      ? t({ id: 'admin.closedNow' })
      : t({ id: 'admin.closedFor' }, { holiday: opening.holiday });
  return `${why} ${next}`;
}

/** Days of a file are put into the form; nothing is changed before it is saved. */
function HolidayImport({ calendarId, editing }: { readonly calendarId: string; readonly editing: Editing }) {
  const { t } = useWords();
  const ask = useAdminister();
  const [taken, setTaken] = useState<HolidaysImportedView | null>(null);
  async function take(file: File) {
    const reply = await ask({
      method: 'POST',
      path: `/calendars/${encodeURIComponent(calendarId)}/holidays?dryRun=true`,
      file: { medium: 'text/calendar', content: await file.text() },
    });
    if (!reply.ok) return setTaken(null);
    const read = holidaysImported.parse(reply.value);
    const known = new Map(exceptionsOf(editing).map((day) => [textOf(day['date']), day]));
    for (const { date, name } of read.holidays) known.set(date, { date, name, open: [] });
    editing.set(
      ['exceptions'],
      [...known.values()].toSorted((a, b) => textOf(a['date']).localeCompare(textOf(b['date']))),
    );
    return setTaken(read);
  }
  return (
    <>
      <div className="admin-line">
        <FileButton
          label={t({ id: 'admin.importHolidays' })}
          accept=".ics,text/calendar"
          icon={<CalendarPlus size={14} aria-hidden />}
          onFile={(file) => void take(file)}
        />
        <output>{taken && t({ id: 'admin.holidaysTaken' }, { count: taken.holidays.length })}</output>
      </div>
      {taken && taken.faults.length > 0 && (
        <Notice tone="warn" title={t({ id: 'admin.holidayFaults' }, { count: taken.faults.length })}>
          {taken.faults
            .slice(0, 20)
            .map((fault) => faultLine(fault, t))
            .join(' ')}
        </Notice>
      )}
    </>
  );
}

const exceptionsOf = ({ value }: Editing): readonly JsonGroup[] => {
  const exceptions = (value as JsonGroup)['exceptions'];
  return Array.isArray(exceptions) ? (exceptions as readonly JsonGroup[]) : [];
};

const reasons: Readonly<Record<string, Message>> = defineMessages({
  notCalendar: { id: 'admin.icalNotCalendar' },
  notALine: { id: 'admin.icalNotALine' },
  noStart: { id: 'admin.icalNoStart' },
  notADay: { id: 'admin.icalNotADay' },
  badDate: { id: 'admin.icalBadDate' },
  badDuration: { id: 'admin.icalBadDuration' },
  badRule: { id: 'admin.icalBadRule' },
  noName: { id: 'admin.icalNoName' },
  notEnded: { id: 'admin.icalNotEnded' },
  tooMany: { id: 'admin.icalTooMany' },
});

function faultLine({ line, text, why }: HolidaysImportedView['faults'][number], t: Text): string {
  const reason = reasons[why];
  return t({ id: 'admin.lineFault' }, { line, text, why: reason ? t(reason) : why });
}
