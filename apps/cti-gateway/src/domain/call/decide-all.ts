import type { Instant } from '@ringside/shared/model/instant';
import { ok } from '@ringside/shared/model/result';
import type { Call } from './call.ts';
import type { CallCommand } from './call-command.ts';
import type { CallEvent } from './call-event.ts';
import type { CallDecision } from './decide-call.ts';
import { decideCall } from './decide-call.ts';
import { evolveCall } from './evolve-call.ts';

/** What happens when all of this is wanted of a call, one after the other, at one time; one refusal refuses it all. */
export function decideAll(call: Call, commands: readonly CallCommand[], at: Instant): CallDecision {
  const events: CallEvent[] = [];
  let now = call;
  for (const command of commands) {
    const decision = decideCall(now, command, at);
    if (!decision.ok) return decision;
    events.push(...decision.value);
    now = decision.value.reduce(evolveCall, now);
  }
  return ok(events);
}
