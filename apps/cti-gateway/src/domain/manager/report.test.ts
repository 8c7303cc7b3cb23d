import { asId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutyPlace } from '../rota/burden.ts';
import type { DutyStretch } from '../rota/rota.ts';
import { clip, common, coverageOf, fairnessOf, lengthOf, median, peopleFigures, union } from './report.ts';

const max = asId<'agent'>('max');
const grace = asId<'agent'>('grace');
const stretch = (
  from: number,
  until: number,
  agentId: DutyStretch['agentId'],
  layer = 'duty',
): DutyStretch => ({
  rotaId: asId('duty'),
  layer,
  from,
  until,
  agentId,
  how: agentId === null ? 'gap' : 'turn',
  gap: agentId === null ? 'nobody' : null,
  missing: null,
  changeId: null,
});
const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => ({ from, until: from + length }));
const spans = fc.array(span, { maxLength: 12 });
const covers = (list: readonly { from: number; until: number }[], at: number) =>
  list.some(({ from, until }) => from <= at && at < until);
const count = (isIn: (at: number) => boolean) =>
  Array.from({ length: 100 }, (_, at) => at).filter(isIn).length;

describe('how long somebody was on', () => {
  test('MREP-1 Max is late by an hour: the backup covers it, and nobody covers the last one', () => {
    const needed = [{ from: hours(9), until: hours(17) }];
    const stretches = [
      stretch(hours(9), hours(10), null),
      stretch(hours(10), hours(16), max),
      stretch(hours(16), hours(17), null),
      stretch(hours(8), hours(11), grace, 'backup'),
    ];
    expect(coverageOf(needed, stretches)).toEqual({ neededMs: hours(8), coveredMs: hours(7) });
  });

  test('MREP-1 no minute is counted twice, and none that nobody needed: as if counted minute by minute', () => {
    fc.assert(
      fc.property(spans, spans, (needed, on) => {
        const { neededMs, coveredMs } = coverageOf(
          needed,
          on.map(({ from, until }) => stretch(from, until, max)),
        );
        expect(neededMs).toBe(count((at) => covers(needed, at)));
        expect(coveredMs).toBe(count((at) => covers(needed, at) && covers(on, at)));
      }),
    );
  });

  test('MREP-1 what spans have in common is the same whichever comes first', () => {
    fc.assert(
      fc.property(spans, spans, span, (some, others, within) => {
        expect(common(union(some), union(others))).toEqual(common(union(others), union(some)));
        expect(lengthOf(clip(union(some), within))).toBe(
          count((at) => covers(some, at) && covers([within], at)),
        );
      }),
    );
  });
});

describe('how much falls to whom', () => {
  const taipei = dutyPlace('Asia/Taipei', null);
  /** Saturday 2027-03-06, 09:00 in Taipei */
  const saturday = Date.UTC(2027, 2, 6, 1);
  const offer = (agentId: typeof max, at: number, took: number, outcome: 'accepted' | 'notAnswered') => ({
    ...{ offerId: asId<'offer'>(`offer-${at}`), callId: asId<'call'>('call-1'), agentId, at },
    endedAt: at + took,
    outcome,
  });
  const facts = { people: [max, grace], requests: [], place: taipei };

  test('MREP-5 Max has Saturday and Sunday, on both layers at noon: one weekend, and the hour once', () => {
    const [ofMax, ofGrace] = peopleFigures({
      ...facts,
      stretches: [
        stretch(saturday, saturday + hours(4), max),
        stretch(saturday + hours(3), saturday + hours(5), max, 'backup'),
        stretch(saturday + hours(24), saturday + hours(26), max),
      ],
      offers: [
        offer(max, 1_000, seconds(4), 'accepted'),
        offer(max, 2_000, seconds(8), 'accepted'),
        offer(max, 3_000, seconds(25), 'notAnswered'),
      ],
    });
    expect(ofMax).toEqual({
      ...{ agentId: max, dutyMs: hours(7), weekends: 1, calls: 0, letPass: 1, medianToAnswer: seconds(6) },
      burden: 14,
    });
    expect(ofGrace).toMatchObject({ dutyMs: 0, weekends: 0, letPass: 0, medianToAnswer: null, burden: 0 });
  });

  test('MREP-6 shared evenly is 1, all on one of two is a half, and nothing at all is no figure', () => {
    const fairness = (...ofEach: readonly (readonly DutyStretch[])[]) =>
      fairnessOf(peopleFigures({ ...facts, stretches: ofEach.flat(), offers: [] }));
    const shift = (agentId: typeof max, at: number) => stretch(at, at + minutes(90), agentId);
    expect(fairness([shift(max, saturday)], [shift(grace, saturday + hours(2))])).toBe(1);
    expect(fairness([shift(max, saturday), shift(max, saturday + hours(2))])).toBe(0.5);
    expect(fairness()).toBeNull();
  });

  test('MREP-5 the median has as many answers below it as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 15 }), (values) => {
        const middle = median(values) ?? -1;
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
    expect(median([])).toBeNull();
  });
});
