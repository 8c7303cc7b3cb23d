import type { AgentId } from '@ringside/shared/model/ids';
import type { FollowedCalendar } from '../../domain/calendar/followed-calendar.ts';
import { nextReading } from '../../domain/calendar/followed-calendar.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

/** Somebody's calendar is to be read again (ABSENT-7). */
export interface CalendarDeadline {
  readonly look: 'calendar';
  readonly agentId: AgentId;
}

const keyOf = (agentId: AgentId): string => `calendar ${agentId}`;

export function readAgain(parts: Parts, { agentId, failing }: FollowedCalendar): readonly Change[] {
  const at = nextReading(parts.clock.now(), failing?.times ?? 0, minuteOf(parts, agentId));
  return parts.deadlines.moved({ ...readingOf(agentId), at });
}

export const readNoMore = ({ deadlines }: Parts, agentId: AgentId): readonly Change[] =>
  deadlines.moved({ ...readingOf(agentId), at: null });

const readingOf = (agentId: AgentId) => ({
  key: keyOf(agentId),
  body: { look: 'calendar', agentId } satisfies CalendarDeadline,
});

/** Whose calendar is read when within an hour: anybody's the same at every gateway, and spread evenly. */
const minuteOf = ({ secrets }: Parts, agentId: AgentId): number =>
  Number.parseInt(secrets.sha256Hex(keyOf(agentId)).slice(0, 8), 16) / 2 ** 32;
