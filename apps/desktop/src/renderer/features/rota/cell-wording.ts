import type { RotaFaultView, RotaSchedule, ShiftView } from '@ringside/shared/protocol/rota';
import { absenceKindWords, shiftHowWords, wallDay } from '../../wording/rota-wording.ts';
import type { Words } from '../../wording/words.ts';
import type { Row } from './rows.ts';
import { onDay, shiftsOnDay } from './rows.ts';

export const layerName = ({ layers }: RotaSchedule, layer: string, { language }: Words): string =>
  layers.find((one) => one.layer === layer)?.name[language] ?? layer;

/** Whoever is on, or that nobody is and why. */
export function whoText({ agentName, how, missingName }: ShiftView, { t }: Words): string {
  if (how === 'declared') return t({ id: 'rotaHow.declared' });
  if (how !== 'gap') return agentName;
  return missingName === '' ? t({ id: 'rota.nobody' }) : t({ id: 'rota.nobodyFor' }, { name: missingName });
}

/** A shift in one line: who or where, when on that day, and how it came. */
export function shiftText(shift: ShiftView, schedule: RotaSchedule, row: Row, words: Words): string {
  const { t } = words;
  const name =
    row.of === 'layer' || shift.agentId === null
      ? whoText(shift, words)
      : layerName(schedule, shift.layer, words);
  const how = shift.how === 'gap' || shift.how === 'declared' ? '' : t(shiftHowWords[shift.how]);
  return [name, `${shift.fromLocal.slice(11)}–${shift.untilLocal.slice(11)}`, how]
    .filter((part) => part !== '')
    .join(' ');
}

interface CellFacts {
  readonly schedule: RotaSchedule;
  readonly row: Row;
  readonly date: string;
  readonly faulty: (shift: ShiftView) => boolean;
  readonly isMine: (shift: ShiftView) => boolean;
}

/** RVIEW-5: what a screen reader says of a cell: the day, what is on it, and what is wrong or unusual. */
export function cellText({ schedule, row, date, faulty, isMine }: CellFacts, words: Words): string {
  const { t } = words;
  const shifts = shiftsOnDay(row.shifts, date).map((shift) =>
    [
      shiftText(shift, schedule, row, words),
      isMine(shift) ? t({ id: 'rota.yours' }) : '',
      faulty(shift) && shift.how !== 'gap' ? t({ id: 'rota.clash' }) : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
  const away = onDay(row.away, date).map(({ kind }) => t(absenceKindWords[kind]));
  const content = [...shifts, ...away, ...dayMarks(schedule, date, words)];
  return `${wallDay(date, words)}: ${content.length === 0 ? t({ id: 'rota.free' }) : content.join('; ')}`;
}

/** A holiday, or a day that is longer or shorter than others. */
export function dayMarks({ holidays, clockChanges }: RotaSchedule, date: string, { t }: Words): string[] {
  const holiday = holidays.find((one) => one.date === date);
  const change = clockChanges.find((one) => one.date === date);
  return [
    ...(holiday === undefined ? [] : [t({ id: 'rota.holiday' }, { name: holiday.name })]),
    ...(change === undefined ? [] : [t({ id: 'rota.dayLength' }, { hours: change.minutes / 60 })]),
  ];
}

/** Whether something is wrong with a shift. */
export const isFaulty = (shift: ShiftView, faults: readonly RotaFaultView[]): boolean =>
  faults.some(
    (fault) =>
      fault.from < shift.until &&
      fault.until > shift.from &&
      (fault.agentId === null
        ? fault.layer === shift.layer && shift.agentId === null
        : fault.agentId === shift.agentId),
  );
