import type { HotlineId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { Parts } from './parts.ts';

/** DEMO-1: the demo caller dials a hotline, as anybody or with the number withheld. */
export async function placeDemoCall(
  { demo, centre, floor }: Parts,
  from: string | null,
  hotlineId: HotlineId,
): Promise<Result<void, 'demoOnly' | 'wrongNumber' | 'draining' | 'notPossibleNow'>> {
  if (demo === null) return refuse('demoOnly');
  if (floor.draining) return refuse('draining');
  const number = centre.hotlines.find((hotline) => hotline.hotlineId === hotlineId)?.numbers[0];
  if (number === undefined) return refuse('wrongNumber');
  const placed = await demo.caller.call(from, number);
  return placed.ok ? placed : refuse('notPossibleNow');
}
