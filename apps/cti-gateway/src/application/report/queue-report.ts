import type { QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok } from '@ringside/shared/model/result';
import type { QueueCounts } from '@ringside/shared/model/service-level';
import { addCounts } from '@ringside/shared/model/service-level';
import type { ServiceLevelRuleView } from '@ringside/shared/protocol/board';
import type { IntervalMinutes, QueueReport } from '@ringside/shared/protocol/report';
import type { LocalDay } from '../../domain/centre/local-day.ts';
import { countVisits, countsOfWaiting } from '../../domain/metrics/count-visits.ts';
import type { OpenVisit, QueueVisit } from '../../domain/metrics/queue-visit.ts';
import { ruleView } from '../board/rule-view.ts';
import type { Parts } from '../parts.ts';
import { dayOfDate, intervalsOf, isIn } from './period.ts';

/** REP-1: a day of every queue; counted from its waits by the rule as it stands now, for the past too. */
export async function queueReport(
  { store, floor, clock, centre, journal }: Parts,
  date: string,
  minutes: IntervalMinutes,
): Promise<Result<QueueReport, 'badMessage'>> {
  const day = dayOfDate(date, centre.timeZone);
  if (!day.ok) return day;
  await journal.written();
  const now = clock.now();
  const visits = await store.queueVisits(day.value.from, day.value.until);
  const waiting = [...floor.calls.values()].flatMap(({ visit }) =>
    visit !== null && isIn(day.value, visit.enteredAt) ? [visit] : [],
  );
  const rules = rulesOf(
    centre.queues.map((queue) => [queue.queueId, ruleView(queue)]),
    visits,
  );
  const intervals = intervalsOf(day.value, minutes, now);
  const finishedOf = Map.groupBy(visits, ({ queueId }) => queueId);
  return ok({
    ...day.value,
    timeZone: centre.timeZone,
    minutes,
    queues: [...rules].map(([queueId, rule]) => {
      const facts = {
        finished: finishedOf.get(queueId) ?? [],
        waiting: waiting.filter((visit) => visit.queueId === queueId),
      };
      return {
        queueId,
        rule,
        day: countsIn(facts, day.value, rule, now),
        intervals: intervals.map((part) => ({ ...part, counts: countsIn(facts, part, rule, now) })),
      };
    }),
  });
}

/** A queue that is no more keeps its past; it is counted by the usual rule. */
function rulesOf(
  known: readonly (readonly [QueueId, ServiceLevelRuleView])[],
  visits: readonly QueueVisit[],
): ReadonlyMap<QueueId, ServiceLevelRuleView> {
  const rules = new Map(known);
  for (const { queueId } of visits) if (!rules.has(queueId)) rules.set(queueId, usualRule);
  return rules;
}

const usualRule: ServiceLevelRuleView = {
  formula: 'SL-4',
  withinMs: 20_000,
  shortAbandonMs: 5_000,
  target: 0.8,
  red: 0.6,
  guaranteedWaitMs: null,
};

interface Waits {
  readonly finished: readonly QueueVisit[];
  readonly waiting: readonly OpenVisit[];
}

function countsIn(
  { finished, waiting }: Waits,
  part: LocalDay,
  { withinMs, shortAbandonMs }: ServiceLevelRuleView,
  now: Instant,
): QueueCounts {
  const inPart = ({ enteredAt }: OpenVisit): boolean => isIn(part, enteredAt);
  const limits = { within: withinMs, shortAbandon: shortAbandonMs };
  return waiting
    .filter(inPart)
    .reduce(
      (sum, { enteredAt }) => addCounts(sum, countsOfWaiting(enteredAt, now)),
      countVisits(finished.filter(inPart), limits),
    );
}
