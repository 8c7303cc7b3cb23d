import { asId } from '@ringside/shared/model/ids';
import { noCounts } from '@ringside/shared/model/service-level';
import type { BoardQueue } from '@ringside/shared/protocol/board';
import { expect, test } from 'vitest';
import {
  longestLevel,
  queueLevel,
  queueRules,
  reasonLevel,
  serviceLevelLevel,
  waitingLevel,
} from './levels.ts';

const service: BoardQueue = {
  queueId: asId('service'),
  rule: {
    formula: 'SL-4',
    withinMs: 20_000,
    shortAbandonMs: 5_000,
    target: 0.8,
    red: 0.7,
    guaranteedWaitMs: 180_000,
  },
  waiting: 0,
  longestSince: null,
  expectedWait: null,
  callbacks: 0,
  inProgress: 0,
  counts: noCounts,
  states: { ready: 2, onCall: 3, notReady: 4 },
  reasons: {},
};
const counted = (answered: number, answeredWithin: number) => ({
  ...service,
  counts: { ...noCounts, offered: answered, answered, answeredWithin },
});

test('BOARD-6 a wait turns amber at the service level’s time and red when the guarantee is broken', () => {
  const after = (seconds: number) => longestLevel(0, seconds * 1_000, service.rule, queueRules);
  expect([after(19), after(20), after(179), after(180)]).toEqual(['good', 'amber', 'amber', 'red']);
  expect(longestLevel(0, 60_000, { ...service.rule, guaranteedWaitMs: null }, queueRules)).toBe('red');
});

test('BOARD-6 Noor’s own limits come before the queue’s', () => {
  const own = { ...queueRules, longestAmberSeconds: 5, longestRedSeconds: 10, waitingRed: 1 };
  expect(longestLevel(0, 6_000, service.rule, own)).toBe('amber');
  expect(longestLevel(0, 10_000, service.rule, own)).toBe('red');
  expect(waitingLevel({ ...service, waiting: 1 }, own)).toBe('red');
});

test('BOARD-6 callers for whom nobody is at work are red from the first on', () => {
  expect(waitingLevel({ ...service, waiting: 1, states: { notReady: 9 } }, queueRules)).toBe('red');
  expect(waitingLevel({ ...service, waiting: 5 }, queueRules)).toBe('good');
  expect(waitingLevel({ ...service, waiting: 6 }, queueRules)).toBe('amber');
  expect(waitingLevel({ ...service, waiting: 10 }, queueRules)).toBe('red');
});

test('BOARD-6 below target is amber, below the red line red, and nobody called is no fault', () => {
  const level = (row: BoardQueue) => serviceLevelLevel(row, null, queueRules);
  expect([level(service), level(counted(10, 8)), level(counted(10, 7)), level(counted(10, 6))]).toEqual([
    'good',
    'good',
    'amber',
    'red',
  ]);
});

test('BOARD-6 a queue stands as the worst of its figures', () => {
  expect(queueLevel({ ...counted(10, 7), waiting: 1, longestSince: 0 }, 200_000, null, queueRules)).toBe(
    'red',
  );
  expect(queueLevel(counted(10, 7), 200_000, 'SL-7', queueRules)).toBe('amber');
});

test('BOARD-6 a lunch of half an hour is amber in its last minute and red after it', () => {
  const lunch = { state: 'notReady', since: 0 } as const;
  const after = (minutes: number) => reasonLevel(lunch, minutes * 60_000, 1_800_000);
  expect([after(28), after(29), after(30)]).toEqual(['good', 'amber', 'red']);
  expect(reasonLevel(lunch, 99_000_000, null)).toBe('good');
});
