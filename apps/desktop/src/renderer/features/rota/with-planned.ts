import type { PlannedShift, RotaSchedule, ShiftView } from '@ringside/shared/protocol/rota';
import type { DrawnShift } from '../../rota-changes.ts';
import { minutesBetween } from './span.ts';

/** The schedule as it is drawn at once, until the gateway has said what it would be and what would be wrong. */
export function withPlanned(schedule: RotaSchedule, planned: readonly DrawnShift[]): RotaSchedule {
  const shifts = planned.reduce<readonly ShiftView[]>(
    (all, one) => [...all.flatMap((shift) => around(shift, one)), shiftOf(schedule, one)],
    schedule.shifts,
  );
  return { ...schedule, shifts: [...shifts] };
}

const minuteMs = 60_000;
type Cut = Pick<PlannedShift, 'layer' | 'from' | 'until'>;

/** What stays of a shift beside a time that is another's. */
function around(shift: ShiftView, { layer, from, until }: Cut): readonly ShiftView[] {
  if (shift.layer !== layer || shift.fromLocal >= until || shift.untilLocal <= from) return [shift];
  const before = ending(shift, from);
  const after = beginning(shift, until);
  return [...(shift.fromLocal < from ? [before] : []), ...(shift.untilLocal > until ? [after] : [])];
}

const ending = (shift: ShiftView, untilLocal: string): ShiftView => ({
  ...shift,
  untilLocal,
  until: shift.from + minutesBetween(shift.fromLocal, untilLocal) * minuteMs,
});

const beginning = (shift: ShiftView, fromLocal: string): ShiftView => ({
  ...shift,
  fromLocal,
  from: shift.until - minutesBetween(fromLocal, shift.untilLocal) * minuteMs,
});

function shiftOf({ rotaId, people, shifts }: RotaSchedule, planned: DrawnShift): ShiftView {
  const { layer, from, until, agentId, origin } = planned;
  const near = shifts.find((shift) => shift.fromLocal <= from && from < shift.untilLocal);
  const begins = near ? near.from + minutesBetween(near.fromLocal, from) * minuteMs : Date.parse(`${from}Z`);
  return {
    rotaId,
    layer,
    from: begins,
    until: begins + minutesBetween(from, until) * minuteMs,
    fromLocal: from,
    untilLocal: until,
    agentId,
    agentName: people.find((one) => one.agentId === agentId)?.name ?? '',
    how: agentId === null ? 'declared' : origin,
    gap: null,
    missingName: '',
    changeId: null,
  };
}

/** Whether a shift is as somebody here planned it and has not saved. */
export const isUnsaved = (shift: ShiftView, planned: readonly PlannedShift[]): boolean =>
  planned.some(
    ({ layer, from, until, agentId }) =>
      layer === shift.layer &&
      agentId === shift.agentId &&
      from < shift.untilLocal &&
      until > shift.fromLocal,
  );
