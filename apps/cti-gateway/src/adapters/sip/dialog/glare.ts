import type { Milliseconds } from '@ringside/shared/model/instant';

/**
 * How long to wait after a 491 (RFC 3261 section 14.1): who chose the Call-ID 2.1 to 4 s, the other up to 2 s, in
 * steps of 10 ms, so that the second attempts do not meet again. `chance` is in [0, 1).
 */
export function waitAfterGlare(choseCallId: boolean, chance: number): Milliseconds {
  return choseCallId ? 2_100 + Math.floor(chance * 191) * 10 : Math.floor(chance * 201) * 10;
}
