import type { CallId, QueueId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { chanceOf, oneOf } from './chance.ts';
import type { LoggedCall, Priority } from './call-log.ts';
import type { Survival } from './kaplan-meier.ts';
import { drawPatience, kaplanMeier } from './kaplan-meier.ts';
import { pausesIn } from './staffing.ts';

/** A caller of the log as one drawing lets them be. */
export interface Caller {
  readonly callId: CallId;
  readonly customerId: string | null;
  readonly priority: Priority;
  readonly queueId: QueueId;
  readonly at: Instant;
  /** how long they wait before they give up */
  readonly patience: Milliseconds;
  readonly service: Milliseconds;
  /** how long the agent needs after them */
  readonly pause: Milliseconds;
}

/** What is drawn from: the waits, services and pauses that really were. */
export interface Urn {
  readonly log: readonly LoggedCall[];
  readonly patience: ReadonlyMap<Priority, Survival>;
  readonly services: ReadonlyMap<string, readonly Milliseconds[]>;
  readonly allServices: readonly Milliseconds[];
  readonly pauses: readonly Milliseconds[];
}

/** With fewer callers who gave up, a priority's own curve says less than everybody's. */
const enoughToEstimate = 30;

export function urnOf(log: readonly LoggedCall[]): Urn {
  const services = new Map<string, Milliseconds[]>();
  const allServices: Milliseconds[] = [];
  for (const call of log) {
    if (call.service === null) continue;
    const length = call.service.until - call.service.from;
    allServices.push(length);
    const key = kindOf(call);
    const known = services.get(key);
    if (known) known.push(length);
    else services.set(key, [length]);
  }
  return { log, patience: patienceIn(log), services, allServices, pauses: pausesIn(log) };
}

function patienceIn(log: readonly LoggedCall[]): ReadonlyMap<Priority, Survival> {
  const waits = log
    .filter(({ waited }) => waited > 0)
    .map(({ waited, end, priority }) => ({ for: waited, gaveUp: end === 'gaveUp', priority }));
  const everybody = kaplanMeier(waits);
  const curves = ([0, 1, 2] as const).map((priority): [Priority, Survival] => {
    const theirs = waits.filter((one) => one.priority === priority);
    const enough = theirs.filter(({ gaveUp }) => gaveUp).length >= enoughToEstimate;
    return [priority, enough ? kaplanMeier(theirs) : everybody];
  });
  return new Map(curves);
}

const kindOf = ({ type, priority }: Pick<LoggedCall, 'type' | 'priority'>): string => `${type} ${priority}`;

/**
 * The callers of one seed. They come when they came. Who gave up has the patience they showed; of who was answered it is
 * known that they were more patient than that, and the rest is drawn from the estimate on that condition. How long they
 * are served, and the pause after it, are drawn from calls of their kind.
 */
export function drawCallers(
  { log, patience, services, allServices, pauses }: Urn,
  seed: number,
): readonly Caller[] {
  const chance = chanceOf(seed);
  return log.map((call, i) => {
    const survival = patience.get(call.priority);
    const drawn = chance();
    const known = call.end === 'gaveUp' ? call.waited : null;
    return {
      callId: asId<'call'>(String(i).padStart(8, '0')),
      customerId: call.customerId,
      priority: call.priority,
      queueId: asId<'queue'>(call.type),
      at: call.queuedAt,
      patience: known ?? (survival ? drawPatience(survival, call.waited, drawn) : Number.POSITIVE_INFINITY),
      service: oneOf(services.get(kindOf(call)) ?? allServices, chance()) ?? 0,
      pause: oneOf(pauses, chance()) ?? 0,
    };
  });
}
