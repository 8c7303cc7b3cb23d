import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { First } from '../domain/supervision/supervision.ts';
import { agentName } from './floor.ts';
import type { Parts } from './parts.ts';

/** Somebody in charge did something to a call or to an agent. */
export interface Acted {
  readonly by: AgentId;
  readonly at: Instant;
}

/** A board shows what another did within a second; nobody needs longer to see it. */
const firstFor = seconds(5);

/**
 * SUP-20: what one of those in charge has just done is not undone by another who could not yet see it: the second is told
 * who was first. `what`: "call <id>" or "agent <id>".
 */
export function mayActOn(
  { floor, clock }: Parts,
  what: string,
  actor: AgentId,
): Result<void, First<'someoneWasFirst'>> {
  const acted = floor.acted.get(what);
  if (acted === undefined || acted.by === actor || clock.now() - acted.at >= firstFor) return ok(undefined);
  return refuse({ problem: 'someoneWasFirst', by: agentName(floor, acted.by) });
}

export function actedOn({ floor, clock }: Parts, what: string, by: AgentId): void {
  const now = clock.now();
  for (const [other, { at }] of floor.acted) {
    // in order of time: the first that is fresh ends it
    if (now - at < firstFor) break;
    floor.acted.delete(other);
  }
  floor.acted.delete(what);
  floor.acted.set(what, { by, at: now });
}
