import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { OfferRecord } from '../call/call-record.ts';
import type { DutyPlace } from '../rota/burden.ts';
import { jainsIndex, loadsOf, weights } from '../rota/burden.ts';
import type { DutyStretch } from '../rota/rota.ts';
import type { ManagerRequest } from './manager-request.ts';

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** Spans in order, those that overlap or adjoin as one. */
export function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (span.until <= span.from) continue;
    if (last === undefined || span.from > last.until) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return joined;
}

/** What two lists of spans, each in order without overlaps, have in common. */
export function common(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let next = 0;
  for (const { from, until } of some) {
    while ((others[next]?.until ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    for (let at = next; (others[at]?.from ?? Number.POSITIVE_INFINITY) < until; at += 1) {
      const other = others[at];
      if (other !== undefined)
        found.push({ from: Math.max(from, other.from), until: Math.min(until, other.until) });
    }
  }
  return found;
}

export const lengthOf = (spans: readonly Span[]): Milliseconds =>
  spans.reduce((sum, { from, until }) => sum + until - from, 0);

export const clip = (spans: readonly Span[], { from, until }: Span): readonly Span[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), until: Math.min(span.until, until) }))
    .filter((span) => span.from < span.until);

/** MREP-1: of the time that somebody had to be on, how long somebody was; whoever and in whichever layer. */
export function coverageOf(
  needed: readonly Span[],
  stretches: readonly DutyStretch[],
): { readonly neededMs: Milliseconds; readonly coveredMs: Milliseconds } {
  const on = union(stretches.filter(({ agentId }) => agentId !== null));
  const must = union(needed);
  return { neededMs: lengthOf(must), coveredMs: lengthOf(common(must, on)) };
}

export interface PersonFigures {
  readonly agentId: AgentId;
  readonly dutyMs: Milliseconds;
  readonly weekends: number;
  readonly calls: number;
  readonly letPass: number;
  readonly medianToAnswer: Milliseconds | null;
  readonly burden: number;
}

export interface PeopleFacts {
  readonly people: readonly AgentId[];
  readonly stretches: readonly DutyStretch[];
  readonly requests: readonly ManagerRequest[];
  /** of the calls of these requests, to anybody */
  readonly offers: readonly OfferRecord[];
  readonly place: DutyPlace;
}

/** MREP-5: how much of it fell to whom. An hour on two layers at once is one hour. */
export function peopleFigures({
  people,
  stretches,
  requests,
  offers,
  place,
}: PeopleFacts): readonly PersonFigures[] {
  return people.map((agentId) => {
    const offered = offers.filter((one) => one.agentId === agentId);
    const calls = requests.filter(({ takenBy }) => takenBy === agentId).length;
    const load = loadsOf(onceEach(stretches, agentId), place).get(agentId);
    return {
      agentId,
      dutyMs: load?.time ?? 0,
      weekends: load?.weekends.size ?? 0,
      calls,
      letPass: offered.filter(({ outcome }) => outcome === 'declined' || outcome === 'notAnswered').length,
      medianToAnswer: median(offered.filter(({ outcome }) => outcome === 'accepted').flatMap(timeToAnswer)),
      burden: (load?.weight ?? 0) + weights.call * calls,
    };
  });
}

/** MREP-6 */
export const fairnessOf = (people: readonly PersonFigures[]): number | null =>
  jainsIndex(people.map(({ burden }) => burden));

/** Somebody's duty as that of one layer. */
const onceEach = (stretches: readonly DutyStretch[], agentId: AgentId) =>
  union(stretches.filter((one) => one.agentId === agentId)).map(
    (span) => ({ ...span, ...asOneLayer, agentId }) as const,
  );

const asOneLayer = {
  rotaId: asId<'rota'>('any'),
  layer: 'any',
  how: 'turn',
  gap: null,
  missing: null,
  changeId: null,
} as const;

const timeToAnswer = ({ at, endedAt }: OfferRecord): readonly Milliseconds[] =>
  endedAt === null ? [] : [endedAt - at];

/** The middle one, or halfway between the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
