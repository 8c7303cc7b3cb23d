import type { PlannedShift } from '@ringside/shared/protocol/rota';
import { plannedShift } from '@ringside/shared/protocol/rota';
import { z } from 'zod';
import type { DrawnPlan, DrawnShift } from '../../rota-changes.ts';

/** The gateway keeps drafts of 20,000 characters, so the plan of a quarter is written closely: names once, a shift as "2027-03-01T09:00/18:00/0/2/p". */
const draft = z.object({
  layers: z.array(z.string()),
  people: z.array(z.string()),
  shifts: z.array(z.string().catch('')),
  reason: z.string(),
});

const none: DrawnPlan = { shifts: [], reason: '' };

export function draftOf({ shifts, reason }: DrawnPlan): string {
  const layers = [...new Set(shifts.map(({ layer }) => layer))];
  const people = [...new Set(shifts.flatMap(({ agentId }) => (agentId === null ? [] : [agentId])))];
  const lines = shifts.map((shift) =>
    [
      shift.from,
      isOneDay(shift) ? shift.until.slice(11) : shift.until,
      layers.indexOf(shift.layer),
      shift.agentId === null ? '' : people.indexOf(shift.agentId),
      markOf(shift),
    ].join('/'),
  );
  return JSON.stringify({ layers, people, shifts: lines, reason });
}

/** One that can't be read takes none of the others with it. */
export function drawnFrom(text: string): DrawnPlan {
  const read = draft.safeParse(JSON.parse(text));
  if (!read.success) return none;
  const { layers, people, shifts, reason } = read.data;
  return { shifts: shifts.flatMap((line) => shiftFrom(line, layers, people)), reason };
}

const isOneDay = ({ from, until }: Pick<PlannedShift, 'from' | 'until'>): boolean =>
  from.slice(0, 10) === until.slice(0, 10);

/** by hand, of a plan, and of a plan where it changes nothing */
const marks = { h: ['byHand', false], p: ['plan', false], s: ['plan', true] } as const;
const markOf = ({ origin, stays }: DrawnShift): string => (origin === 'byHand' ? 'h' : stays ? 's' : 'p');
const isMark = (text: string): text is keyof typeof marks => Object.hasOwn(marks, text);

function shiftFrom(line: string, layers: readonly string[], people: readonly string[]): DrawnShift[] {
  const [from = '', end = '', layer = '', person = '', mark = ''] = line.split('/');
  const read = plannedShift.safeParse({
    from,
    until: end.length === 5 ? `${from.slice(0, 11)}${end}` : end,
    layer: layers[Number(layer)],
    agentId: person === '' ? null : people[Number(person)],
  });
  if (!read.success || !isMark(mark)) return [];
  const [origin, stays] = marks[mark];
  return [{ ...read.data, origin, stays }];
}
