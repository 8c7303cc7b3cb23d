import type { Chosen } from './choose-agent.ts';
import { pointsOf, waitPerPoint } from './caller-standing.ts';
import { needsIn, ringOpensAt } from './rings.ts';
import type { InLine, Line } from './routing-line.ts';
import { poolOf } from './routing-line.ts';
import type { NotEarlier, RoutingReason } from './routing-reason.ts';

/** ACD-18: what is recorded of one pair. */
export function reasonFor(line: Line, entry: InLine, { agent, how, preferred }: Chosen): RoutingReason {
  const { caller, queue, ring, queuedAt, points } = entry;
  const waited = line.now - queuedAt;
  return {
    points: pointsOf(queue.rules.priority, caller),
    waited,
    effectiveWait: waited + points * waitPerPoint,
    place: queue.placesGone,
    inLine: queue.inLine,
    guarantee: guaranteeOf(entry),
    ring,
    needed: needsIn(queue.rules, ring),
    ready: line.idle.inTurn.length,
    fitted: how === 'named' ? 1 : poolOf(line, queue, ring).inOrder.length,
    chosen: how,
    idleFor: line.now - agent.idleSince,
    preferred,
    notEarlier: how === 'named' ? freeSince(entry, agent.idleSince) : notEarlier(line, entry, preferred),
    servedMeanwhile: caller.servedMeanwhile ?? null,
  };
}

function guaranteeOf({ guaranteed, countsFrom, queue }: InLine): RoutingReason['guarantee'] {
  if (queue.rules.guaranteedWait === null) return 'none';
  if (!guaranteed) return 'notReached';
  return queue.firstWithoutGuarantee < countsFrom ? 'decided' : 'reached';
}

/** What came last of: the ring opened, somebody with the skills was free, the time for the preferred agent was over. */
function notEarlier(line: Line, entry: InLine, preferred: Chosen['preferred']): NotEarlier {
  const { caller, queue, ring, queuedAt } = entry;
  const opened = ringOpensAt(queue.rules, ring, queuedAt);
  const free = poolOf(line, queue, ring).firstIdleSince ?? queuedAt;
  const kept =
    queuedAt + (preferred?.outcome === 'notInTime' ? (queue.rules.preferredAgent?.waitFor ?? 0) : 0);
  const since = Math.max(opened, free, kept);
  if (since <= queuedAt) return caller.passedOver.length > 0 ? { why: 'offeredBefore' } : { why: 'atOnce' };
  if (since === kept) return { why: 'preferredAgent', until: kept };
  if (since === opened) return { why: 'ring', until: opened };
  return { why: 'nobodyFree', until: free };
}

const freeSince = ({ queuedAt }: InLine, idleSince: number): NotEarlier =>
  idleSince > queuedAt ? { why: 'nobodyFree', until: idleSince } : { why: 'atOnce' };
