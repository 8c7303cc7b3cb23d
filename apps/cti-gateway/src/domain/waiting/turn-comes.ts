import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';

/** A telephone is rung about this long before somebody answers. */
const ringsFor: Milliseconds = seconds(30);

/**
 * BACK-7: a customer who is called first is rung when nobody is before them any more, or when the wait that is left is
 * not longer than their telephone rings. Never while nobody is at work: they would be called to wait for nobody.
 */
export function turnComes(place: {
  readonly position: number;
  readonly agents: number;
  /** null: not known */
  readonly waitMs: Milliseconds | null;
}): boolean {
  if (place.agents === 0) return false;
  return place.position <= 1 || (place.waitMs !== null && place.waitMs <= ringsFor);
}
