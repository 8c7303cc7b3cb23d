import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { openings } from '../calendar/openings.ts';
import type { Opening } from '../calendar/openings.ts';
import type { Calendar, Weekday } from '../centre/calendar.ts';
import { weekdays } from '../centre/calendar.ts';
import { instantOf, laterDate, localDateAt } from './local-time.ts';
import type { Absence, Rota, RotaChange, RotaLayer, Shift } from './rota.ts';
import { turnsOf } from './turns.ts';

/** Everything that says who is on. */
export interface RotaFacts {
  readonly rota: Rota;
  /** the rota's, or the centre's */
  readonly timeZone: string;
  /** null: somebody must be on day and night */
  readonly calendar: Calendar | null;
  /** of this rota, in the order they were made; later ones count */
  readonly changes: readonly RotaChange[];
  readonly absences: readonly Absence[];
  /** who may be on, by user name; who is not here is not active, or no manager */
  readonly people: ReadonlyMap<string, AgentId>;
}

/** The final schedule of [from, until), layer by layer, each by time (SPEC ROTA-3 to ROTA-6). Pure. */
export function scheduleOf(facts: RotaFacts, from: Instant, until: Instant): readonly Shift[] {
  if (until <= from) return [];
  const span = { from, until };
  const needed = neededIn(facts, from, until);
  const mayBeOn = new Set(facts.people.values());
  const absences = facts.absences.filter((absence) => touches(absence, span));
  const changes = changesWithin(facts, span);
  return facts.rota.layers.flatMap((layer) =>
    layerSchedule({ ...facts, changes, absences, mayBeOn, needed }, layer, span),
  );
}

/** What of the facts concerns a span. */
interface Concerned extends RotaFacts {
  readonly mayBeOn: ReadonlySet<AgentId>;
  readonly needed: readonly Opening[];
}

/** When somebody must be on. */
export function neededIn(
  { calendar, timeZone }: RotaFacts,
  from: Instant,
  until: Instant,
): readonly Opening[] {
  if (calendar === null) return [{ from, until }];
  return [...openings(calendar, calendar.timeZone ?? timeZone, from, until)]
    .map((one) => ({ from: Math.max(one.from, from), until: Math.min(one.until, until) }))
    .filter((one) => one.from < one.until);
}

/** The days of the week on which somebody must be on, whatever their holidays. */
export const countedDays = (calendar: Calendar | null): ReadonlySet<Weekday> =>
  new Set(weekdays.filter((day) => calendar === null || calendar.week[day].length > 0));

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}
type Stretch<What> = Span & { readonly what: What };

function layerSchedule(facts: Concerned, layer: RotaLayer, span: Span): readonly Shift[] {
  const { needed, absences } = facts;
  const turns = turnStretches(facts, layer, span);
  const changes = changeStretches(facts, layer);
  const cuts = cutsOf(span, [needed, turns, changes, absences]);
  const inNeeded = follower(needed);
  const inTurn = follower(turns);
  const shifts: Shift[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [from = 0, until = 0] = [cuts[i], cuts[i + 1]];
    const isNeeded = inNeeded(from) !== undefined;
    const turn = inTurn(from)?.what ?? null;
    const change = changes.findLast((one) => one.from <= from && from < one.until)?.what ?? null;
    const piece = pieceOf(facts, { isNeeded, turn, change, from });
    if (piece !== null)
      append(shifts, { rotaId: facts.rota.rotaId, layer: layer.layer, from, until, ...piece });
  }
  return shifts;
}

/** Their local times say it before a zone is asked: no zone is further than a day from UTC. */
function changesWithin({ changes }: RotaFacts, { from, until }: Span): readonly RotaChange[] {
  const [early, late] = [from - days(1), until + days(1)].map((at) =>
    new Date(at).toISOString().slice(0, 16),
  );
  if (early === undefined || late === undefined) return [];
  return changes.filter((one) => one.undoneAt === null && one.until >= early && one.from <= late);
}

const touches = (one: Span, other: Span): boolean => one.from < other.until && one.until > other.from;

function turnStretches(facts: RotaFacts, layer: RotaLayer, span: Span): readonly Stretch<string | null>[] {
  const { timeZone, calendar } = facts;
  const last = laterDate(localDateAt(span.until, timeZone), 1);
  const turns = turnsOf(layer, countedDays(calendar), localDateAt(span.from, timeZone), last);
  return turns.map(({ from, userName }, i) => {
    const next = turns[i + 1];
    return {
      from: instantOf(from, timeZone),
      until: next === undefined ? Number.POSITIVE_INFINITY : instantOf(next.from, timeZone),
      what: userName,
    };
  });
}

/** Whose turn it is in a layer at a time, whether or not they may be on. */
export const turnAt = (facts: RotaFacts, layer: RotaLayer, at: Instant): string | null =>
  turnStretches(facts, layer, { from: at, until: at + 1 }).findLast(({ from }) => from <= at)?.what ?? null;

const changeStretches = (
  { changes, timeZone }: RotaFacts,
  { layer }: RotaLayer,
): readonly Stretch<RotaChange>[] =>
  changes
    .filter((change) => change.layer === layer)
    .map((change) => ({
      from: instantOf(change.from, timeZone),
      until: instantOf(change.until, timeZone),
      what: change,
    }));

/** All times within the span at which something begins or ends. */
function cutsOf({ from, until }: Span, lists: readonly (readonly Span[])[]): readonly Instant[] {
  const cuts = new Set([from, until]);
  for (const list of lists)
    for (const one of list) for (const at of [one.from, one.until]) if (at > from && at < until) cuts.add(at);
  return [...cuts].sort((a, b) => a - b);
}

/** What of an ordered list without overlaps holds at a time, asked at rising times. */
function follower<One extends Span>(list: readonly One[]): (at: Instant) => One | undefined {
  let i = 0;
  return (at) => {
    while ((list[i]?.until ?? Number.POSITIVE_INFINITY) <= at) i += 1;
    const one = list[i];
    return one !== undefined && one.from <= at ? one : undefined;
  };
}

interface Moment {
  readonly isNeeded: boolean;
  readonly turn: string | null;
  readonly change: RotaChange | null;
  readonly from: Instant;
}
type Piece = Pick<Shift, 'agentId' | 'how' | 'gap' | 'missing' | 'changeId'>;

/** ROTA-4: a change before the turn; ROTA-5: nobody who is away or gone; ROTA-6: outside of the needed hours only who was put there. */
function pieceOf(facts: Concerned, { isNeeded, turn, change, from }: Moment): Piece | null {
  const changeId = change?.changeId ?? null;
  if (change !== null && change.agentId === null)
    return isNeeded ? { agentId: null, how: 'declared', gap: null, missing: null, changeId } : null;
  if (change === null && !isNeeded) return null;
  const agentId = change === null ? agentOf(facts, turn) : change.agentId;
  const gap = gapOf(facts, agentId, change !== null || turn !== null, from);
  if (gap !== null) return { agentId: null, how: 'gap', gap, missing: agentId, changeId };
  return { agentId, how: change?.origin ?? 'turn', gap: null, missing: null, changeId };
}

const agentOf = ({ people }: RotaFacts, userName: string | null): AgentId | null =>
  userName === null ? null : (people.get(userName) ?? null);

function gapOf(
  { mayBeOn, absences }: Concerned,
  agentId: AgentId | null,
  isNamed: boolean,
  at: Instant,
): Shift['gap'] {
  if (agentId === null) return isNamed ? 'notActive' : 'nobody';
  if (!mayBeOn.has(agentId)) return 'notActive';
  const away = absences.some((one) => one.agentId === agentId && one.from <= at && at < one.until);
  return away ? 'absent' : null;
}

/** What of a schedule lies in [from, until). */
export function within(shifts: readonly Shift[], from: Instant, until: Instant): readonly Shift[] {
  if (until <= from) return [];
  return shifts
    .filter((shift) => touches(shift, { from, until }))
    .map((shift) => ({ ...shift, from: Math.max(shift.from, from), until: Math.min(shift.until, until) }));
}

/** A schedule in pieces, layer by layer and each by time, as one. */
export function joined(pieces: readonly Shift[]): readonly Shift[] {
  const shifts: Shift[] = [];
  for (const piece of pieces) append(shifts, piece);
  return shifts;
}

/** Joins what is the same and adjoins. */
function append(shifts: Shift[], shift: Shift): void {
  const last = shifts.at(-1);
  const same =
    last !== undefined &&
    last.until === shift.from &&
    last.layer === shift.layer &&
    last.agentId === shift.agentId &&
    last.how === shift.how &&
    last.gap === shift.gap &&
    last.missing === shift.missing &&
    last.changeId === shift.changeId;
  if (same) shifts[shifts.length - 1] = { ...last, until: shift.until };
  else shifts.push(shift);
}
