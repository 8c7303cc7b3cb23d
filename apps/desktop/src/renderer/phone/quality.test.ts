import { expect, test } from 'vitest';
import { qualityBetween, readTotals } from './call-statistics.ts';
import { meanOpinionScore } from './quality.ts';

const perfect = { lossPercent: 0, jitterMs: 0, roundTripMs: 0 };

test('a call without loss or delay scores what G.711 can reach', () => {
  expect(meanOpinionScore(perfect)).toBeCloseTo(4.43, 2);
});

test('five percent of loss is heard, twenty make talking hard', () => {
  expect(meanOpinionScore({ ...perfect, lossPercent: 5 })).toBeCloseTo(4.1, 2);
  expect(meanOpinionScore({ ...perfect, lossPercent: 20 })).toBeLessThan(2.6);
});

test('delay costs little at first and much once people talk into each other', () => {
  const at = (roundTripMs: number) => meanOpinionScore({ ...perfect, roundTripMs });
  expect(at(0) - at(100)).toBeLessThan(0.1);
  expect(at(300) - at(400)).toBeGreaterThan(0.3);
  expect(at(150)).toBeCloseTo(at(149.999), 3);
});

test('the score stays between 1 and 4.5 whatever is measured', () => {
  expect(meanOpinionScore({ lossPercent: 100, jitterMs: 9_999, roundTripMs: 9_999 })).toBe(1);
});

const report = (inbound: object, heard: object | null) =>
  new Map<string, unknown>([
    ['in', { type: 'inbound-rtp', kind: 'audio', packetsReceived: 0, packetsLost: 0, jitter: 0, ...inbound }],
    ...(heard ? [['out', { type: 'remote-inbound-rtp', kind: 'audio', ...heard }] as const] : []),
    ['pair', { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.02 }],
  ]);

test('quality is that of the last second, not of the whole call', () => {
  const before = readTotals(report({ packetsReceived: 1000, packetsLost: 100 }, null));
  const now = readTotals(report({ packetsReceived: 1049, packetsLost: 101 }, null));
  expect(now && qualityBetween(before, now)).toMatchObject({ lossPercent: 2, roundTripMs: 20 });
});

test('the worse direction is reported', () => {
  const now = readTotals(
    report({ packetsReceived: 50 }, { fractionLost: 0.1, jitter: 0.03, roundTripTime: 0.05 }),
  );
  expect(now && qualityBetween(null, now)).toMatchObject({ lossPercent: 10, jitterMs: 30, roundTripMs: 50 });
});

test('before the first packet, and with figures that are none, nothing breaks', () => {
  expect(readTotals(new Map())).toBeNull();
  const odd = readTotals(report({ packetsReceived: 'many', packetsLost: -3, jitter: Number.NaN }, null));
  expect(odd && qualityBetween(null, odd)).toMatchObject({ lossPercent: 0, jitterMs: 0 });
});
