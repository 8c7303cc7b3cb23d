import type { Centre } from '../domain/centre/centre.ts';
import { showMe, showReference } from './views/show-reference.ts';
import { lookAtRotasNow } from './rota/watch-notices.ts';
import type { Parts } from './parts.ts';

/**
 * ADMIN-3: the centre is another from now on. Desks are shown it, waiting calls are looked at anew, and calls in progress
 * go on: what they are doing stands in their own events.
 */
export function changeCentre(parts: Parts, centre: Centre): void {
  const before = parts.centre;
  parts.duty.around(() => parts.useCentre(centre), new Set(centre.rotas.map(({ rotaId }) => rotaId)));
  lookAtRotasNow(parts);
  if (clocksGoOtherwise(before, centre)) parts.clocks.reckon('always');
  showReference(parts);
  for (const agent of parts.floor.agents.values()) showMe(parts, agent);
  parts.desks.queuesChanged();
  parts.route();
}

/** CLOCK-12: whether what clocks of cases go by is another. */
const clocksGoOtherwise = (before: Centre, after: Centre): boolean =>
  JSON.stringify(gone(before)) !== JSON.stringify(gone(after));

const gone = ({ calendars, clocks, timeZone, workflows }: Centre) => [calendars, clocks, timeZone, workflows];
