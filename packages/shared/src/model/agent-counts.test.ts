import { expect, test } from 'vitest';
import type { AgentCounts } from './agent-counts.ts';
import {
  handleTime,
  missedOffers,
  noAgentCounts,
  noStateTimes,
  nonResponse,
  nonResponseOfStayers,
  occupancy,
  signedInMs,
  utilisation,
} from './agent-counts.ts';
import { shareOf } from './service-level.ts';

const mayasDay: AgentCounts = {
  ...noAgentCounts,
  handled: 10,
  talkMs: 2_400_000,
  holdMs: 300_000,
  wrapUpMs: 600_000,
  offered: 14,
  accepted: 10,
  declined: 1,
  notAnswered: 1,
  callerGaveUp: 2,
};

test('METRIC-5 handle time is talk, hold and wrap-up over the contacts handled', () => {
  expect(handleTime(mayasDay)).toEqual({ part: 3_300_000, whole: 10 });
});

test('METRIC-6 an offer whose caller hung up is no miss of Maya’s', () => {
  expect(missedOffers(mayasDay)).toBe(2);
  expect(nonResponse(mayasDay)).toEqual({ part: 4, whole: 14 });
  expect(nonResponseOfStayers(mayasDay)).toEqual({ part: 2, whole: 12 });
});

test('METRIC-7 lunch lowers utilisation and leaves occupancy alone', () => {
  const times = { readyMs: 1_000_000, handlingMs: 3_000_000, notReadyMs: { lunch: 4_000_000 } };
  expect(shareOf(occupancy(times))).toBe(0.75);
  expect(shareOf(utilisation(times))).toBe(0.375);
  expect(signedInMs(times)).toBe(8_000_000);
  expect(shareOf(occupancy(noStateTimes))).toBeNull();
});
