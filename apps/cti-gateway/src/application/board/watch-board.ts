import type { Visit } from '../desk-connection.ts';
import { mayDo } from '../desk-rights.ts';
import type { Parts } from '../parts.ts';

/** BOARD-1, BOARD-2: shows the floor for as long as the session lasts and its owner may see it. */
export function watchBoard({ controlRoom }: Parts, visit: Visit): void {
  const { screen, agent, stationId } = visit;
  controlRoom.watch({
    screen,
    seesCustomers: agent.agent.roles.some((role) => role !== 'admin'),
    mayWatch: (now) =>
      visit.expiresAt > now &&
      agent.station === stationId &&
      agent.agent.active &&
      mayDo(agent.agent.roles, 'board.watch'),
  });
}
