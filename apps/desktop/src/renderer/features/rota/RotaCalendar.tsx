import type { DutyLine, PlannedShift, ShiftView } from '@ringside/shared/protocol/rota';
import { Button, IconButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '../../desk.ts';
import type { DrawnPlan, DrawnShift } from '../../rota-changes.ts';
import { placeOf } from '../../wording/duty-wording.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { wallDays } from '../../wording/rota-wording.ts';
import { useWords } from '../../wording/words.ts';
import { ChangeHistory } from './ChangeHistory.tsx';
import { DrawPlan } from './DrawPlan.tsx';
import { FaultList } from './FaultList.tsx';
import { laidOver } from './laid-over.ts';
import { Legend } from './Legend.tsx';
import type { Held } from './rearrange.ts';
import { rearranged, stillToCome } from './rearrange.ts';
import type { RotaPanel } from './rota-panel.ts';
import type { View } from './rota-words.ts';
import { RotaGrid } from './RotaGrid.tsx';
import type { Row } from './rows.ts';
import { layerRows, personRows } from './rows.ts';
import { ShiftDialog } from './ShiftDialog.tsx';
import { ShiftList } from './ShiftList.tsx';
import type { Length } from './span.ts';
import { daysOf, laterDate, localAt, nextSpan, spanAround } from './span.ts';
import { UnsavedChanges } from './UnsavedChanges.tsx';
import type { Place } from './use-grid-keys.ts';
import { useSchedule } from './use-schedule.ts';
import { useUnsaved } from './use-unsaved.ts';

interface RotaCalendarProps {
  readonly rota: DutyLine;
  readonly view: View;
  readonly length: Length;
  readonly panels: readonly RotaPanel[];
}

/** What the dialog asks about: the shift it began with, and whether it asks because a time was left to nobody. */
interface Asked {
  readonly shift: PlannedShift;
  readonly isLeft: boolean;
}

/** One rota: its days, what is wrong with them, what is not saved yet, and what was changed. */
export function RotaCalendar({ rota: { rotaId, timeZone }, view, length, panels }: RotaCalendarProps) {
  const words = useWords();
  const { t, language } = words;
  const mine = useDesk((s) => s.desk?.me.agentId) ?? null;
  const now = localAt(serverNow(), timeZone);
  const today = now.slice(0, 10);
  const [date, setDate] = useState(today);
  const [place, setPlace] = useState<Place>({ row: 0, day: 0 });
  const [held, setHeld] = useState<Held | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [plan, setPlan] = useState<DrawnPlan | null>(null);
  const unsaved = useUnsaved(rotaId, now);
  const span = spanAround(date, length);
  const { schedule, problem, added, refused, again } = useSchedule(rotaId, span, unsaved.shifts);

  if (schedule === null || mine === null)
    return problem === null ? (
      <Loading label={t({ id: 'common.loading' })} />
    ) : (
      <Notice
        tone="bad"
        role="alert"
        title={t(problemWords[problem])}
        action={
          <Button small onPress={again}>
            {t({ id: 'common.tryAgain' })}
          </Button>
        }
      />
    );

  const { mayChange, shifts } = schedule;
  const rows =
    view === 'people' ? personRows(schedule, t({ id: 'rota.nobody' })) : layerRows(schedule, language);
  const canChange = (shift: ShiftView): boolean => mayChange && shift.until > serverNow();

  function letGo(of: Held): void {
    setHeld(null);
    const { planned, open } = stillToCome(rearranged(shifts, of), localAt(serverNow(), timeZone));
    if (planned.length > 0) unsaved.add(planned);
    if (open !== null) setAsked({ shift: open, isLeft: true });
  }
  const ask = ({ layer, from, until, agentId }: PlannedShift) =>
    setAsked({ shift: { layer, from, until, agentId }, isLeft: false });
  function open(of: Held): void {
    setHeld(null);
    ask(of);
  }
  function openNew(row: Row | null, day: string): void {
    if (!mayChange) return;
    const layer = row?.of === 'layer' ? row.layer : (schedule?.layers[0]?.layer ?? '');
    const agentId = row?.of === 'person' ? row.agentId : null;
    ask({ layer, from: `${day}T09:00`, until: `${day}T18:00`, agentId });
  }
  function jump(local: string, layer: string, agentId: string | null): void {
    const day = local.slice(0, 10);
    setDate(day);
    const row = rows.findIndex((one) => (one.of === 'layer' ? one.layer === layer : one.agentId === agentId));
    setPlace({ row: Math.max(0, row), day: daysOf(spanAround(day, length)).indexOf(day), isJump: true });
  }
  function draw({ shifts: planned, reason }: DrawnPlan, beside: readonly DrawnShift[]): void {
    setPlan(null);
    const why = beside.length === 0 || unsaved.reason === '' ? reason : unsaved.reason;
    unsaved.put({ shifts: laidOver(planned, beside), reason: why });
    const first = planned.find(({ stays }) => !stays) ?? planned[0];
    if (first !== undefined) jump(first.from, first.layer, first.agentId);
  }

  return (
    <>
      <Card
        title={wallDays(span.from, laterDate(span.until, -1), words)}
        aside={
          <div className="rota-turn">
            {timeZone !== words.timeZone && (
              <span className="rs-muted">{t({ id: 'rota.zone' }, { zone: placeOf(timeZone) })}</span>
            )}
            <IconButton
              small
              label={t({ id: 'rota.earlier' })}
              icon={<ChevronLeft size={16} aria-hidden />}
              onPress={() => setDate(nextSpan(span, length, -1).from)}
            />
            <Button small onPress={() => setDate(today)}>
              {t({ id: 'rota.today' })}
            </Button>
            <IconButton
              small
              label={t({ id: 'rota.later' })}
              icon={<ChevronRight size={16} aria-hidden />}
              onPress={() => setDate(nextSpan(span, length, 1).from)}
            />
            {mayChange && (
              <Button
                small
                icon={<Plus size={14} aria-hidden />}
                onPress={() => openNew(null, today > span.from && today < span.until ? today : span.from)}
              >
                {t({ id: 'rota.put' })}
              </Button>
            )}
          </div>
        }
      >
        {view === 'list' ? (
          <ShiftList schedule={schedule} mine={mine} canChange={canChange} onChange={ask} />
        ) : (
          <>
            <RotaGrid
              {...{ schedule, rows, span, length, today, mine, place, held }}
              faults={schedule.faults}
              planned={unsaved.shifts.filter(({ stays }) => !stays)}
              onGo={setPlace}
              onHold={setHeld}
              onLetGo={letGo}
              onOpen={open}
              onOpenNew={openNew}
              mayChange={canChange}
            />
            <Legend mayChange={mayChange} />
          </>
        )}
      </Card>
      {unsaved.shifts.length > 0 && <UnsavedChanges {...{ rotaId, unsaved, schedule, added, refused }} />}
      <div className="rota-below">
        <FaultList schedule={schedule} onShow={view === 'list' ? null : jump} />
        {panels.map(({ id, title, component: Panel }) => (
          <Card key={id} title={t(title)}>
            <Panel
              rotaId={rotaId}
              onDraw={(drawn) => (unsaved.shifts.length === 0 ? draw(drawn, []) : setPlan(drawn))}
            />
          </Card>
        ))}
        <ChangeHistory rotaId={rotaId} span={span} schedule={schedule} />
      </div>
      {plan !== null && (
        <DrawPlan
          count={unsaved.shifts.filter(({ stays }) => !stays).length}
          onInstead={() => draw(plan, [])}
          onAround={() => draw(plan, unsaved.shifts)}
          onClose={() => setPlan(null)}
        />
      )}
      {asked !== null && (
        <ShiftDialog
          {...asked}
          schedule={schedule}
          reason={unsaved.reason}
          onClose={() => setAsked(null)}
          onPlan={(shift, reason) => {
            setAsked(null);
            unsaved.add([shift], reason);
          }}
        />
      )}
    </>
  );
}
