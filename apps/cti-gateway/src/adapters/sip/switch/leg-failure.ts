import type { LegFailure } from '../../../ports/switch.ts';

/** What a final response to an INVITE through a trunk means (RFC 3261 section 21, RFC 3398 section 8.2.6). */
export function failureOfTrunk(status: number): LegFailure {
  if (status === 486 || status === 600) return 'busy';
  if (status === 603 || status === 607) return 'declined';
  if (status === 404 || status === 410 || status === 484 || status === 604) return 'wrongNumber';
  if (status === 401 || status === 403 || status === 407 || status === 433) return 'notAllowed';
  if (status === 415 || status === 488 || status === 606) return 'media';
  if (status === 408 || status === 480 || status === 487) return 'noAnswer';
  return 'unreachable';
}

/** The same from a station: it has one place, so whatever says that nobody is there means that it can't be reached. */
export function failureOfStation(status: number): LegFailure {
  if (status === 486 || status === 600) return 'busy';
  if (status === 603) return 'declined';
  if (status === 415 || status === 488 || status === 606) return 'media';
  return status === 487 ? 'noAnswer' : 'unreachable';
}
