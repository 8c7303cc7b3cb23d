import { minutes, seconds } from '@ringside/shared/model/instant';
import { serviceLevel } from '@ringside/shared/model/service-level';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countVisits, countsOfWaiting } from './count-visits.ts';
import { countsOfCall, countsOfOffer } from './count-work.ts';
import type { QueueVisit } from './queue-visit.ts';
import { visitEnds } from './queue-visit.ts';

const limits = { within: seconds(20), shortAbandon: seconds(5) };

const visits = (count: number, end: QueueVisit['end'], waitMs: number) =>
  Array.from({ length: count }, () => ({ enteredAt: 1_000, leftAt: 1_000 + waitMs, end }));

/** metrics.md, the worked example, as the waits it came from. */
const example = [
  ...visits(70, 'answered', seconds(12)),
  ...visits(15, 'answered', seconds(45)),
  ...visits(5, 'abandoned', seconds(3)),
  ...visits(4, 'abandoned', seconds(15)),
  ...visits(6, 'abandoned', seconds(60)),
];

test('METRIC-2 the waits of the worked example give its service levels', () => {
  const counts = countVisits(example, limits);
  const percent = (formula: Parameters<typeof serviceLevel>[0]) => {
    const { part, whole } = serviceLevel(formula, counts);
    return ((100 * part) / whole).toFixed(1);
  };
  expect((['SL-1', 'SL-2', 'SL-3', 'SL-4', 'SL-5'] as const).map(percent)).toEqual([
    '82.4',
    '79.0',
    '70.0',
    '73.7',
    '76.9',
  ]);
});

test('METRIC-2 a caller answered on the last millisecond of the limit was answered in time', () => {
  expect(countVisits(visits(1, 'answered', seconds(20)), limits).answeredWithin).toBe(1);
  expect(countVisits(visits(1, 'answered', seconds(20) + 1), limits).answeredWithin).toBe(0);
});

test('METRIC-3 Mr Okafor, who took a callback, has not abandoned', () => {
  expect(countVisits(visits(1, 'calledBack', minutes(2)), limits)).toMatchObject({
    offered: 1,
    calledBack: 1,
    abandoned: 0,
  });
});

test('METRIC-1 a caller who still waits is offered, and their wait is the longest so far', () => {
  expect(countsOfWaiting(1_000, 61_000)).toMatchObject({ offered: 1, answered: 0, longestWaitMs: 60_000 });
});

test('METRIC-1 every call that entered is counted once: the ends add up to the offered', () => {
  const visit = fc.record({
    enteredAt: fc.nat(86_400_000),
    leftAt: fc.nat(86_400_000),
    end: fc.constantFrom(...visitEnds),
  });
  fc.assert(
    fc.property(fc.array(visit), (all) => {
      const { offered, answered, abandoned, flowedOut, calledBack, lost, ...rest } = countVisits(all, limits);
      expect(answered + abandoned + flowedOut + calledBack + lost).toBe(offered);
      expect(offered).toBe(all.length);
      expect(rest.answeredWithin).toBeLessThanOrEqual(answered);
      expect(rest.shortAbandons).toBeLessThanOrEqual(rest.abandonedWithin);
    }),
  );
});

test('METRIC-5 a contact whose mood and outcome Maya did not note is handled, and asked for nothing', () => {
  const call = { talkMs: 60_000, holdMs: 0, wrapUpMs: 9_000, resolved: null, feeling: null };
  expect(countsOfCall({ ...call, answeredAt: 5 })).toMatchObject({ handled: 1, resolvedAsked: 0, felt: 0 });
  expect(countsOfCall({ ...call, answeredAt: null }).handled).toBe(0);
  expect(countsOfCall({ ...call, answeredAt: 5, resolved: false, feeling: 'angry' })).toMatchObject({
    resolved: 0,
    resolvedAsked: 1,
    pleased: 0,
    felt: 1,
  });
});

test('METRIC-6 what Li dials was not offered, and what the gateway took back is not hers to answer', () => {
  expect(countsOfOffer({ outcome: 'accepted' }, 'outbound').offered).toBe(0);
  expect(countsOfOffer({ outcome: 'withdrawn' }, 'inbound').offered).toBe(0);
  expect(countsOfOffer({ outcome: 'notAnswered' }, 'inbound')).toMatchObject({ offered: 1, notAnswered: 1 });
});
