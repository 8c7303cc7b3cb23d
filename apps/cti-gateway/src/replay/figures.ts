import type { Milliseconds } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';
import type { Priority } from './call-log.ts';
import type { Served } from './simulate.ts';

/** What callers of one priority met in one run. Waits are those of everybody who came into the queue. */
export interface Figures {
  readonly callers: number;
  readonly medianWait: Milliseconds;
  readonly meanWait: Milliseconds;
  readonly p90Wait: Milliseconds;
  readonly longestWait: Milliseconds;
  /** who waited longer than ten minutes, of all: nobody's service promise */
  readonly overTenMinutes: number;
  /** answered within 20 s, of all but who gave up within 5 s (SL-4 of METRIC-2) */
  readonly serviceLevel: number;
  /** of all */
  readonly abandoned: number;
}

export const figureNames = [
  'callers',
  'medianWait',
  'meanWait',
  'p90Wait',
  'longestWait',
  'overTenMinutes',
  'serviceLevel',
  'abandoned',
] as const satisfies readonly (keyof Figures)[];

export const answerWithin: Milliseconds = seconds(20);
const shortAbandon: Milliseconds = seconds(5);
const tooLong: Milliseconds = minutes(10);

/** Everybody, or the callers of one priority. */
export type Group = 'all' | Priority;
export const groups: readonly Group[] = [2, 1, 0, 'all'];

export function figuresOf(served: readonly Served[], group: Group): Figures {
  const theirs = group === 'all' ? served : served.filter(({ priority }) => priority === group);
  const waits = Float64Array.from(theirs, ({ waited }) => waited).sort();
  const rank = (share: number): number => waits[Math.max(0, Math.ceil(share * waits.length) - 1)] ?? 0;
  const count = (holds: (one: Served) => boolean): number => theirs.filter(holds).length;
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const stayed = count(({ answered, waited }) => answered || waited > shortAbandon);
  return {
    callers: theirs.length,
    medianWait: rank(0.5),
    meanWait: share(
      waits.reduce((sum, one) => sum + one, 0),
      waits.length,
    ),
    p90Wait: rank(0.9),
    longestWait: rank(1),
    overTenMinutes: share(
      count(({ waited }) => waited > tooLong),
      theirs.length,
    ),
    serviceLevel: share(
      count(({ answered, waited }) => answered && waited <= answerWithin),
      stayed,
    ),
    abandoned: share(
      count(({ answered }) => !answered),
      theirs.length,
    ),
  };
}
