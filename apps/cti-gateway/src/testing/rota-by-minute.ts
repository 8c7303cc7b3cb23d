import type { AgentId } from '@ringside/shared/model/ids';
import { weekdays } from '../domain/centre/calendar.ts';
import type { RotaLayer, Shift } from '../domain/rota/rota.ts';
import type { RotaFacts } from '../domain/rota/schedule.ts';
import type { WallTable } from './minute-by-minute.ts';
import { openBy } from './minute-by-minute.ts';

const day = 1_440;
const wallOf = (local: string): number => Date.parse(`${local}Z`) / 60_000;

/** Who is on in a layer, by minute of the table, found by looking at the clock on the wall each minute; "" where nobody need be. */
export function whoByMinute(facts: RotaFacts, layer: RotaLayer, table: WallTable): readonly string[] {
  const isOpen = facts.calendar === null ? () => true : openBy(facts.calendar);
  const turns = turnsByWall(facts, layer, table);
  const changes = facts.changes
    .filter((change) => change.layer === layer.layer && change.undoneAt === null)
    .map(({ agentId, from, until }) => ({ agentId, from: wallOf(from), until: wallOf(until) }));
  const people = new Set(facts.people.values());
  const words = blank(table);
  let shown = 0;
  let begun = -1;
  for (let minute = 0; minute < table.walls.length; minute += 1) {
    const wall = table.walls[minute] ?? 0;
    // hands that go back an hour make nobody's shift begin again: what counts is the latest time they have shown
    if (wall > shown) shown = wall;
    while ((turns[begun + 1]?.from ?? Number.POSITIVE_INFINITY) <= shown) begun += 1;
    const put = latestOf(changes, shown);
    const needed = isOpen(wall);
    if (put === undefined ? !needed : put.agentId === null && !needed) continue;
    words[minute] =
      put?.agentId === null
        ? 'declared'
        : seen(facts, people, put?.agentId, turns[begun]?.who, (table.from + minute) * 60_000);
  }
  return words;
}

/** The change made last of those that hold at a time on the wall. */
function latestOf<Made extends { readonly from: number; readonly until: number }>(
  changes: readonly Made[],
  wall: number,
): Made | undefined {
  for (let i = changes.length - 1; i >= 0; i -= 1) {
    const change = changes[i];
    if (change !== undefined && change.from <= wall && wall < change.until) return change;
  }
  return undefined;
}

/** Copied, since making an array of thousands anew for each of ten thousand rotas takes longer than filling it. */
const blanks = new Map<number, readonly string[]>();
function blank({ walls }: WallTable): string[] {
  const known = blanks.get(walls.length) ?? Array.from(walls, () => '');
  blanks.set(walls.length, known);
  return [...known];
}

function seen(
  facts: RotaFacts,
  people: ReadonlySet<AgentId>,
  put: AgentId | undefined,
  turn: string | null | undefined,
  at: number,
): string {
  if (put === undefined && (turn === undefined || turn === null)) return 'nobody';
  const agentId = put ?? facts.people.get(turn ?? '');
  if (agentId === undefined || !people.has(agentId)) return 'notActive';
  const away = facts.absences.some((one) => one.agentId === agentId && one.from <= at && at < one.until);
  return away ? 'absent' : agentId;
}

/** Deals turns out like cards, from the first day on, one day after another. */
function turnsByWall({ calendar }: RotaFacts, layer: RotaLayer, table: WallTable) {
  const { rotation, startsOn, changesAt, changesOn, people, turnLength } = layer;
  const turns: { from: number; who: string | null }[] = [];
  const last = (table.walls.at(-1) ?? 0) + day;
  let dealt = 0;
  const deal = (from: number): void => {
    const who = people.length === 0 ? null : (people[Math.floor(dealt / turnLength) % people.length] ?? null);
    turns.push({ from, who });
    dealt += 1;
  };
  const first = wallOf(`${startsOn}T00:00`);
  for (let midnight = first; midnight < last; midnight += day) {
    const weekday = weekdays[(midnight / day + 3) % 7] ?? 'mon';
    const counts = calendar === null || calendar.week[weekday].length > 0;
    const [one = 0, two = 720] = changesAt;
    if (rotation === 'weekly' && (weekday === changesOn || midnight === first)) deal(midnight + one);
    if (rotation === 'daily' && counts) deal(midnight + one);
    if (rotation === 'halfDaily' && counts) for (const minute of [one, two]) deal(midnight + minute);
  }
  return turns;
}

/** A schedule said by minute in the same words; fails where two pieces hold at one minute. */
export function scheduleByMinute(
  shifts: readonly Shift[],
  layer: string,
  table: WallTable,
): readonly string[] {
  const words = blank(table);
  for (const shift of shifts.filter((one) => one.layer === layer)) {
    const [from, until] = [shift.from / 60_000 - table.from, shift.until / 60_000 - table.from];
    for (let minute = from; minute < until; minute += 1) {
      if (words[minute] !== '') throw new Error(`Two are on ${minute} minutes after the table begins`);
      words[minute] = shift.gap ?? shift.agentId ?? 'declared';
    }
  }
  return words;
}
