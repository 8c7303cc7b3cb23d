import type { Instant, Milliseconds } from './instant.ts';
import { minutes } from './instant.ts';
import type { Tier } from './tier.ts';

/** One thing of a person's day: a task, a promise or a case, and what it weighs. */
export interface DayMatter {
  /** when it is due, or when it comes back where it was put off; null: no time was said */
  readonly dueAt: Instant | null;
  /** priority of the case that it is, or belongs to: 0 to 100 */
  readonly priority: number;
  readonly tier: Tier | null;
}

/** Each point of priority counts as so much earlier. 100 points are 200 minutes. */
const perPoint: Milliseconds = minutes(2);
const perTier: Readonly<Record<Tier, Milliseconds>> = {
  mvc: minutes(30),
  mgc: minutes(15),
  standard: 0,
  bz: 0,
};
/** What has no time said is as if it were due in the evening. */
const withoutTime: Milliseconds = minutes(8 * 60);

/** How much earlier it counts than it is due. */
export const headStart = ({ priority, tier }: DayMatter): Milliseconds =>
  Math.min(100, Math.max(0, priority)) * perPoint + (tier === null ? 0 : perTier[tier]);

/** TASK-20: overdue first; within both halves by due time, brought forward by what it weighs. */
export function dayPlace(matter: DayMatter, now: Instant): { readonly late: boolean; readonly at: Instant } {
  const dueAt = matter.dueAt ?? now + withoutTime;
  return { late: matter.dueAt !== null && dueAt <= now, at: dueAt - headStart(matter) };
}

export function inDayOrder<Matter extends DayMatter & { readonly id: string }>(
  matters: readonly Matter[],
  now: Instant,
): readonly Matter[] {
  return matters
    .map((matter) => ({ matter, ...dayPlace(matter, now) }))
    .sort((a, b) => Number(b.late) - Number(a.late) || a.at - b.at || (a.matter.id < b.matter.id ? -1 : 1))
    .map(({ matter }) => matter);
}
