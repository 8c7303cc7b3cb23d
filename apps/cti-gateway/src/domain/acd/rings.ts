import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Queue, SkillNeed } from '../centre/queue.ts';

type RingRules = Pick<Queue, 'skills' | 'rings'>;

/** ACD-13: how many rings have opened for who has waited this long; 0: the queue's own skills hold. */
export function ringAfter(waited: Milliseconds, { rings }: RingRules): number {
  let opened = 0;
  while (opened < rings.length && (rings[opened]?.after ?? 0) <= waited) opened += 1;
  return opened;
}

/** The skills needed in a ring. */
export const needsIn = ({ skills, rings }: RingRules, ring: number): readonly SkillNeed[] =>
  ring === 0 ? skills : (rings[ring - 1]?.skills ?? skills);

/** When a ring opens for who came at `queuedAt`. */
export const ringOpensAt = ({ rings }: RingRules, ring: number, queuedAt: Instant): Instant =>
  queuedAt + (ring === 0 ? 0 : (rings[ring - 1]?.after ?? 0));
