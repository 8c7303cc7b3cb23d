import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { CalendarFollowed, FollowedCalendarView } from '@ringside/shared/protocol/rota';

/** Noor's calendar is read, Grace's is no longer found. */
export function calendarsFollowed(agentId: AgentId | null, now: number): readonly FollowedCalendarView[] {
  const hour = 3_600_000;
  const calendars: readonly FollowedCalendarView[] = [
    {
      agentId: asId('noor'),
      host: 'calendar.google.com',
      lastReadAt: now - 10.5 * 60_000,
      failing: null,
    },
    {
      agentId: asId('agent-grace'),
      host: 'outlook.office365.com',
      lastReadAt: now - 74 * hour,
      failing: { since: now - 73 * hour, fault: 'notValid' },
    },
  ];
  return calendars.filter((one) => agentId === null || one.agentId === agentId);
}

/** What became of an address: one that says "gone" is no longer valid. */
export function followingOf(address: string | null): CalendarFollowed | null {
  if (address === null) return null;
  const fault = address.includes('gone') ? 'notValid' : null;
  return { taken: fault === null ? 4 : 0, removed: 0, faults: [], fault };
}
