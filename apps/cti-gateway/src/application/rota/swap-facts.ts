import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, minutes } from '@ringside/shared/model/instant';
import type { DutyContact } from '../../domain/rota/duty-contact.ts';
import type { Limits } from '../../domain/rota/limits.ts';
import { limitsFor, weeksAround } from '../../domain/rota/limits.ts';
import { instantOf } from '../../domain/rota/local-time.ts';
import type { LocalTime, Rota, Shift, Swap } from '../../domain/rota/rota.ts';
import type { Piece, Surroundings, SwapHindrance } from '../../domain/rota/swap.ts';
import { hindrance, piecesOf } from '../../domain/rota/swap.ts';
import type { Parts } from '../parts.ts';

/** limits are for weeks, and for months by their week-ends */
const around = days(31);

export interface LocalSpan {
  readonly from: LocalTime;
  readonly until: LocalTime;
}

/** SWAP-1: what is left of a span from now on; null where it is over, or no span. */
function spanFromNow({ clock, rota: book }: Parts, rota: Rota, span: LocalSpan): Piece | null {
  const isTime = (local: string): boolean => new Date(`${local}Z`).toJSON()?.startsWith(local) ?? false;
  if (!isTime(span.from) || !isTime(span.until)) return null;
  const timeZone = book.zoneOf(rota);
  // a shift is given away from this minute on
  const now = Math.floor(clock.now() / minutes(1)) * minutes(1);
  const from = Math.max(instantOf(span.from, timeZone), now);
  const until = instantOf(span.until, timeZone);
  return from < until ? { from, until } : null;
}

/** The pieces of one person's shift in a span; null: not theirs, or over. */
export function ownPieces(
  parts: Parts,
  rota: Rota,
  { agentId, layer, ...span }: LocalSpan & { readonly agentId: AgentId; readonly layer: string },
): readonly Shift[] | null {
  const left = spanFromNow(parts, rota, span);
  if (left === null) return null;
  return piecesOf(parts.rota.shifts(rota.rotaId, left.from, left.until), { agentId, layer, span: left });
}

/** Everybody's shifts around these, on all rotas, and the limits of this one. */
export function surroundingsOf(parts: Parts, rota: Rota, pieces: readonly Shift[]): Surroundings {
  const { rota: book, centre, floor } = parts;
  const from = Math.min(...pieces.map((piece) => piece.from));
  const until = Math.max(...pieces.map((piece) => piece.until));
  return {
    shifts: centre.rotas.flatMap(({ rotaId }) => book.shifts(rotaId, from - around, until + around)),
    absences: book.facts(rota).absences,
    restOf: ({ rotaId }) => book.rota(rotaId)?.minimumRest ?? 0,
    limitsOf: (agentId) => {
      const agent = floor.agents.get(agentId)?.agent;
      return agent === undefined ? noLimits : limitsFor(rota.limits, agent);
    },
    weeks: weeksAround(book.zoneOf(rota), from, until),
  };
}
const noLimits: Limits = { hoursPerWeek: null, shiftsPerWeek: null, weekendsPerMonth: null };

const canBeRung = ({ reach, phone }: DutyContact): boolean => reach !== 'phoneOnly' || phone !== null;

/** What is exchanged: who asks gives `gives` and gets `gets`, which is nothing for cover. */
export interface Offered {
  readonly askedBy: AgentId;
  readonly gives: readonly Shift[];
  readonly gets: readonly Shift[];
}

/** SWAP-2: why this person can't take it; null: they can. */
export function whyNot(
  parts: Parts,
  agentId: AgentId,
  { gives, gets }: Offered,
  surroundings: Surroundings,
): SwapHindrance | null {
  if (!canBeRung(parts.rota.contact(agentId))) return 'notReachable';
  return hindrance({ agentId, takes: gives, gives: gets }, surroundings);
}

/** SWAP-1, SWAP-3: what a swap is about as things stand; null: it is no longer theirs to give. */
export function offeredIn(
  parts: Parts,
  rota: Rota,
  { askedBy, layer, from, until, wants }: Pick<Swap, 'askedBy' | 'layer' | 'from' | 'until' | 'wants'>,
): Offered | null {
  const gives = ownPieces(parts, rota, { agentId: askedBy, layer, from, until });
  const gets = wants === null ? [] : ownPieces(parts, rota, wants);
  return gives === null || gets === null ? null : { askedBy, gives, gets };
}

export interface Candidate {
  readonly agentId: AgentId;
  readonly not: SwapHindrance | null;
  /** of those who take turns on this rota */
  readonly isOnRota: boolean;
}

/** SWAP-2: everybody else who may be on a rota. */
export function candidatesFor(parts: Parts, rota: Rota, offered: Offered): readonly Candidate[] {
  const surroundings = surroundingsOf(parts, rota, [...offered.gives, ...offered.gets]);
  const members = membersOf(rota, surroundings.shifts);
  return [...parts.rota.facts(rota).people]
    .filter(([, agentId]) => agentId !== offered.askedBy)
    .map(([userName, agentId]) => ({
      agentId,
      not: whyNot(parts, agentId, offered, surroundings),
      isOnRota: members.has(userName) || members.has(agentId),
    }));
}

/** User names of its layers, and the ids of those who were put on it by hand. */
const membersOf = (rota: Rota, shifts: readonly Shift[]): ReadonlySet<string> =>
  new Set([
    ...rota.layers.flatMap(({ people }) => people),
    ...shifts.flatMap(({ rotaId, agentId }) =>
      rotaId === rota.rotaId && agentId !== null ? [agentId as string] : [],
    ),
  ]);

export const startOf = (pieces: readonly Shift[]): Instant => Math.min(...pieces.map(({ from }) => from));
export const endOfAll = (pieces: readonly Shift[]): Instant => Math.max(...pieces.map(({ until }) => until));
