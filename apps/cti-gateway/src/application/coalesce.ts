import type { Change } from '../ports/store.ts';

/**
 * One transaction's changes with what is overwritten in it left out: events of one stream become one append, and of
 * rows that are put again only the last value stays. Under load this halves what the database is asked to do.
 */
export function coalesce(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = [];
  const places = new Map<string, number>();
  for (const change of changes) {
    const row = rowOf(change);
    const place = row === null ? undefined : places.get(row);
    const earlier = place === undefined ? undefined : kept[place];
    if (place !== undefined && earlier !== undefined) {
      kept[place] = merged(earlier, change);
    } else {
      if (row !== null) places.set(row, kept.length);
      kept.push(change);
    }
  }
  return kept;
}

/** The row a change writes, where a later change to it may take its place. */
function rowOf(change: Change): string | null {
  switch (change.put) {
    case 'events':
      return `events ${change.stream}`;
    case 'call':
      return `call ${change.call.callId}`;
    case 'offer':
      return `offer ${change.offer.offerId}`;
    case 'presence':
      return `presence ${change.presence.agentId}`;
    case 'deadline':
      return `deadline ${change.deadline.key}`;
    case 'deadlineGone':
      return `deadline ${change.key}`;
    case 'leg':
      return `leg ${change.leg.callId} ${change.leg.legId}`;
    case 'legGone':
      return `leg ${change.callId} ${change.legId}`;
    case 'draft':
      return `draft ${change.agentId} ${change.draft.about}`;
    default:
      return null;
  }
}

const merged = (earlier: Change, later: Change): Change =>
  earlier.put === 'events' && later.put === 'events'
    ? { ...earlier, events: [...earlier.events, ...later.events] }
    : later;
