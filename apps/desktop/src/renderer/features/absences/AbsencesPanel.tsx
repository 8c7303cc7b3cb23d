import type { RotaId } from '@ringside/shared/model/ids';
import type { AbsenceView, FollowedCalendarView } from '@ringside/shared/protocol/rota';
import { absenceView, followedCalendarView, rotaSchedule } from '@ringside/shared/protocol/rota';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { CalendarOff, FileUp, Link2, Plus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../asking.ts';
import { anyRota, useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { absenceKindWords } from '../../wording/rota-wording.ts';
import { dayOf } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { absenceTime } from './absence-words.ts';
import { CalendarAddress } from './CalendarAddress.tsx';
import { CalendarState } from './CalendarState.tsx';
import { laterDate } from './days.ts';
import { EnterAbsence } from './EnterAbsence.tsx';
import { ImportAbsences } from './ImportAbsences.tsx';
import type { Person } from './PersonSelect.tsx';
import './absences.css';

const absenceViews = z.array(absenceView);
const calendarViews = z.array(followedCalendarView);

/** ABSENT-1: one's own absences, and everybody's for those who plan the rota. */
export function AbsencesPanel({ rotaId }: { readonly rotaId: RotaId }) {
  const { t, timeZone } = useWords();
  const me = useDesk(({ desk }) => desk?.me.agentId);
  const today = dayOf(serverNow(), timeZone);
  const span = { from: today, until: laterDate(today, 1) };
  const { value: rota } = useAnswer({ ask: 'rota.schedule', rotaId, ...span }, rotaSchedule, anyRota);
  const mayPlan = rota?.mayChange ?? false;
  const isOnRotas = rota?.people.some(({ agentId }) => agentId === me) ?? false;
  const canAsk = rota !== null && me !== undefined && (mayPlan || isOnRotas);
  const { value, problem, again } = useAnswer(
    canAsk ? { ask: 'absence.list', agentId: mayPlan ? null : me } : null,
    absenceViews,
    anyRota,
  );
  const calendars = useAnswer(
    canAsk ? { ask: 'absence.calendars', agentId: mayPlan ? null : me } : null,
    calendarViews,
    anyRota,
  );
  const [open, setOpen] = useState<'enter' | 'import' | 'address' | null>(null);
  if (problem !== null) return <Notice tone="bad" role="alert" title={t(problemWords[problem])} />;
  if (rota === null || (canAsk && value === null))
    return <Loading label={t({ id: 'common.loading' })} lines={3} />;
  if (!canAsk || value === null) return <p className="rs-muted">{t({ id: 'absence.notOnRotas' })}</p>;
  const people = mayPlan ? rota.people : rota.people.filter(({ agentId }) => agentId === me);
  const done = () => {
    setOpen(null);
    again();
    calendars.again();
  };
  return (
    <div className="absences">
      <div className="absence-acts">
        <Button small icon={<Plus size={14} aria-hidden />} onPress={() => setOpen('enter')}>
          {t({ id: 'absence.enter' })}
        </Button>
        <Button small icon={<FileUp size={14} aria-hidden />} onPress={() => setOpen('import')}>
          {t({ id: 'absence.import' })}
        </Button>
        <Button small icon={<Link2 size={14} aria-hidden />} onPress={() => setOpen('address')}>
          {t({ id: 'absence.calendar' })}
        </Button>
      </div>
      {unreadOf(calendars.value ?? [], people).map(({ calendar, name }) => (
        <div key={calendar.agentId} className="absence-acts">
          <CalendarState calendar={calendar} name={name} />
        </div>
      ))}
      <AbsenceTable
        absences={value}
        calendars={calendars.value ?? []}
        showsNames={mayPlan}
        onRemoved={again}
      />
      {open === 'enter' && (
        <EnterAbsence people={people} me={me} onClose={() => setOpen(null)} onDone={done} />
      )}
      {open === 'import' && <ImportAbsences people={people} me={me} onClose={done} />}
      {open === 'address' && (
        <CalendarAddress
          people={people}
          me={me}
          calendars={calendars.value ?? []}
          onChanged={calendars.again}
          onClose={done}
        />
      )}
    </div>
  );
}

/** ABSENT-8: those that can't be read, with whose they are. */
const unreadOf = (calendars: readonly FollowedCalendarView[], people: readonly Person[]) =>
  calendars
    .filter(({ failing }) => failing !== null)
    .map((calendar) => ({
      calendar,
      name: people.find(({ agentId }) => agentId === calendar.agentId)?.name ?? '',
    }))
    .filter(({ name }) => name !== '');

interface AbsenceTableProps {
  readonly absences: readonly AbsenceView[];
  readonly calendars: readonly FollowedCalendarView[];
  readonly showsNames: boolean;
  readonly onRemoved: () => void;
}

function AbsenceTable({ absences, calendars, showsNames, onRemoved }: AbsenceTableProps) {
  const words = useWords();
  /** changed in the calendar alone (ABSENT-12) */
  const isFollowed = ({ fromFeed, agentId }: AbsenceView): boolean =>
    fromFeed && calendars.some((calendar) => calendar.agentId === agentId);
  const { t } = words;
  const command = useCommand();
  async function remove({ absenceId, version, agentName }: AbsenceView): Promise<void> {
    const reply = await command({ do: 'absence.remove', absenceId, version });
    if (reply.ok) say('good', { id: 'absence.removed' }, { name: agentName });
    onRemoved();
  }
  if (absences.length === 0)
    return (
      <EmptyState icon={<CalendarOff size={24} aria-hidden />} title={t({ id: 'absence.none' })}>
        {t({ id: 'absence.noneWhy' })}
      </EmptyState>
    );
  return (
    <Table
      label={t({ id: 'absence.title' })}
      rows={absences}
      rowId={({ absenceId }) => absenceId}
      columns={columnsOf(words, { showsNames, isFollowed, onRemove: (absence) => void remove(absence) })}
    />
  );
}

interface RowsAs {
  readonly showsNames: boolean;
  readonly isFollowed: (absence: AbsenceView) => boolean;
  readonly onRemove: (absence: AbsenceView) => void;
}

function columnsOf(
  words: Words,
  { showsNames, isFollowed, onRemove }: RowsAs,
): readonly Column<AbsenceView>[] {
  const { t } = words;
  const who: Column<AbsenceView> = {
    id: 'who',
    title: t({ id: 'absence.who' }),
    cell: ({ agentName }) => agentName,
  };
  return [
    ...(showsNames ? [who] : []),
    { id: 'when', title: t({ id: 'absence.when' }), cell: (one) => absenceTime(one, serverNow(), words) },
    {
      id: 'kind',
      title: t({ id: 'absence.kind' }),
      cell: (one) => <Kind absence={one} isFollowed={isFollowed(one)} />,
    },
    {
      id: 'remove',
      title: <span className="rs-hidden">{t({ id: 'absence.remove' })}</span>,
      cell: (one) => !isFollowed(one) && <Remove absence={one} onPress={() => onRemove(one)} />,
    },
  ];
}

interface KindProps {
  readonly absence: AbsenceView;
  readonly isFollowed: boolean;
}

function Kind({ absence: { kind, note, fromFeed }, isFollowed }: KindProps) {
  const { t } = useWords();
  const source = isFollowed ? t({ id: 'absence.fromCalendar' }) : t({ id: 'absence.fromFile' });
  return (
    <>
      {t(absenceKindWords[kind])}
      {note !== '' && <span className="rs-muted"> · {note}</span>}
      {fromFeed && <span className="rs-muted"> · {source}</span>}
    </>
  );
}

interface RemoveProps {
  readonly absence: AbsenceView;
  readonly onPress: () => void;
}

function Remove({ absence, onPress }: RemoveProps) {
  const words = useWords();
  const { t } = words;
  const when = absenceTime(absence, serverNow(), words);
  return (
    <Button
      small
      aria-label={t({ id: 'absence.removeOne' }, { name: absence.agentName, when })}
      onPress={onPress}
    >
      {t({ id: 'absence.remove' })}
    </Button>
  );
}
