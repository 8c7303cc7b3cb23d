import type { AgentCounts } from '@ringside/shared/model/agent-counts';
import { noAgentCounts } from '@ringside/shared/model/agent-counts';
import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { AgentReport, IntervalMinutes } from '@ringside/shared/protocol/report';
import type { Agent, PresenceStretch } from '../../domain/agent/agent.ts';
import type { CallRecord } from '../../domain/call/call-record.ts';
import type { LocalDay } from '../../domain/centre/local-day.ts';
import { countsOfCall, countsOfOffer, plus } from '../../domain/metrics/count-work.ts';
import { stateTimes } from '../../domain/metrics/state-times.ts';
import type { OfferMade } from '../../ports/store.ts';
import { countPromises } from '../board/day-book.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { dayOfDate, intervalsOf, isIn } from './period.ts';
import { seesOthers } from './sees-others.ts';

interface Asked {
  readonly date: string;
  readonly minutes: IntervalMinutes;
  readonly agentId: AgentId | null;
}

interface Facts {
  readonly calls: readonly CallRecord[];
  readonly offers: readonly OfferMade[];
  readonly stretches: readonly PresenceStretch[];
}

/** REP-2, REP-4: a day of every agent, or of one; an agent is told of nobody else. */
export async function agentReport(
  parts: Parts,
  asker: Agent,
  { date, minutes, agentId }: Asked,
): Promise<Result<AgentReport, 'badMessage' | 'notAllowed'>> {
  if (agentId !== asker.agentId && !seesOthers(asker)) return refuse('notAllowed');
  const { centre, clock, store, journal, floor } = parts;
  const day = dayOfDate(date, centre.timeZone);
  if (!day.ok) return day;
  await journal.written();
  const { from, until } = day.value;
  const facts: Facts = {
    calls: await store.callsAnswered(from, until),
    offers: await store.offersMade(from, until),
    stretches: await store.presenceLog(from, until, agentId),
  };
  const promises = countPromises(await store.promisesDue(from, until));
  const now = clock.now();
  const intervals = intervalsOf(day.value, minutes, now);
  const who = agentId === null ? [...floor.agents.keys()] : [agentId];
  return ok({
    ...day.value,
    timeZone: centre.timeZone,
    minutes,
    agents: who.map((one) => {
      const theirs = factsOf(facts, one);
      const { kept, due } = promises.get(one) ?? { kept: 0, due: 0 };
      return {
        agentId: one,
        name: agentName(floor, one),
        ...figuresIn(theirs, day.value, now, 'day'),
        promisesKept: kept,
        promisesDue: due,
        intervals: intervals.map((part) => ({ ...part, ...figuresIn(theirs, part, now, 'counts') })),
      };
    }),
  });
}

const factsOf = ({ calls, offers, stretches }: Facts, agentId: AgentId): Facts => ({
  calls: calls.filter((call) => call.agentId === agentId),
  offers: offers.filter((offer) => offer.agentId === agentId),
  stretches: stretches.filter((stretch) => stretch.agentId === agentId),
});

function figuresIn<Name extends 'day' | 'counts'>(facts: Facts, part: LocalDay, now: Instant, name: Name) {
  const times = stateTimes(facts.stretches, { ...part, now });
  return {
    [name]: countsIn(facts, part),
    times: { ...times, notReadyMs: { ...times.notReadyMs } },
  } as Record<Name, AgentCounts> & {
    times: { readyMs: number; handlingMs: number; notReadyMs: Record<string, number> };
  };
}

function countsIn({ calls, offers }: Facts, part: LocalDay): AgentCounts {
  const worked = calls
    .filter(({ answeredAt }) => isIn(part, answeredAt))
    .reduce((sum, call) => plus(sum, countsOfCall(call)), noAgentCounts);
  return offers
    .filter(({ at }) => isIn(part, at))
    .reduce((sum, offer) => plus(sum, countsOfOffer(offer, offer.direction)), worked);
}
