import type { Instant } from '@ringside/shared/model/instant';
import type { AgentId } from '@ringside/shared/model/ids';
import type { Span } from './limits.ts';
import { instantOf, laterDate, localDateAt, localTime } from './local-time.ts';
import type { RotaLayer, Shift } from './rota.ts';
import type { RotaFacts } from './schedule.ts';
import { countedDays, neededIn } from './schedule.ts';
import { turnsOf } from './turns.ts';

/** What one person is to take whole: a turn of a layer as far as it is needed and free to plan. */
export interface OpenTurn {
  readonly spans: readonly Span[];
  /** who has all of it as the schedule stands; null: several, or nobody */
  readonly holder: AgentId | null;
}

/** What somebody put there stays; a turn, an earlier plan and what nobody has may be planned (SPEC PLAN-4). */
export const plannable: ReadonlySet<Shift['how']> = new Set<Shift['how']>(['turn', 'plan', 'gap']);

/** PLAN-4: the turns of a layer within the span, in order; by hand each day is one. */
export function openTurnsOf(
  facts: RotaFacts,
  layer: RotaLayer,
  schedule: readonly Shift[],
  span: Span,
): readonly OpenTurn[] {
  const pieces = schedule.filter((one) => one.layer === layer.layer && plannable.has(one.how));
  const needed = neededIn(facts, span.from, span.until);
  const free = pieces.flatMap((piece) => needed.flatMap((one) => shared(piece, one)));
  return cutAt(free, cutsOf(facts, layer, span)).map((held) => ({
    spans: joined(held),
    holder: soleHolder(held),
  }));
}

/** A turn of several days day by day, from one change of turns to the next, for when nobody can take it whole (SPEC PLAN-7). */
export function byDays(
  { spans, holder }: OpenTurn,
  { changesAt }: RotaLayer,
  timeZone: string,
): readonly OpenTurn[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const cuts = dailyCuts(timeZone, first.from, last.until, changesAt[0] ?? 0);
  return cutAt(spans, cuts).map((some) => ({ spans: some, holder }));
}

type Held = Span & { readonly agentId: AgentId | null };

const shared = (piece: Held, other: Span): readonly Held[] => {
  const [from, until] = [Math.max(piece.from, other.from), Math.min(piece.until, other.until)];
  return from < until ? [{ from, until, agentId: piece.agentId }] : [];
};

/** Groups of what lies between two cuts. */
function cutAt<One extends Span>(spans: readonly One[], cuts: readonly Instant[]): readonly One[][] {
  const groups = new Map<number, One[]>();
  for (const span of spans) {
    for (let { from } = span; from < span.until;) {
      const next = cuts.findIndex((cut) => cut > from);
      const until = Math.min(span.until, cuts[next] ?? span.until);
      const group = groups.get(next) ?? [];
      group.push({ ...span, from, until });
      groups.set(next, group);
      from = until;
    }
  }
  return [...groups.values()].toSorted((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0));
}

const soleHolder = (held: readonly Held[]): AgentId | null => {
  const people = new Set(held.map(({ agentId }) => agentId));
  return people.size === 1 ? (held[0]?.agentId ?? null) : null;
};

function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const { from, until } of spans) {
    const last = whole.at(-1);
    if (last?.until === from) whole[whole.length - 1] = { from: last.from, until };
    else whole.push({ from, until });
  }
  return whole;
}

/** When turns change. */
function cutsOf({ calendar, timeZone }: RotaFacts, layer: RotaLayer, span: Span): readonly Instant[] {
  if (layer.rotation === 'byHand') return dailyCuts(timeZone, span.from, span.until, layer.changesAt[0] ?? 0);
  // two people alone show where one turn ends, however many units it has
  const alternating = { ...layer, people: ['one', 'other'] };
  const early = laterDate(localDateAt(span.from, timeZone), -7 * layer.turnLength - 14);
  const late = laterDate(localDateAt(span.until, timeZone), 1);
  const turns = turnsOf(alternating, countedDays(calendar), early, late);
  return turns.flatMap(({ from, userName }, i) =>
    userName === turns[i - 1]?.userName ? [] : [instantOf(from, timeZone)],
  );
}

function dailyCuts(timeZone: string, from: Instant, until: Instant, minute: number): readonly Instant[] {
  const cuts: Instant[] = [];
  const last = localDateAt(until, timeZone);
  for (let date = localDateAt(from, timeZone); date <= last; date = laterDate(date, 1))
    cuts.push(instantOf(localTime(date, minute), timeZone));
  return cuts;
}
