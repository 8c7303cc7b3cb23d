import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import type { Told } from '../call/while-waiting.ts';
import type { CallbackRule, WaitingTreatment } from '../centre/queue.ts';
import type { Telling } from './announcement.ts';
import { announcementFor, tellAt } from './announcement.ts';
import type { ExpectedWait } from './expected-wait.ts';
import { nationalDigits } from './national-digits.ts';
import { turnComes } from './turn-comes.ts';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

const rules: WaitingTreatment = {
  announceEvery: minutes(1),
  comfort: 'please-hold',
  position: true,
  expectedWait: true,
};
const callback: CallbackRule = {
  offerOver: minutes(5),
  first: 'agentFirst',
  attempts: 3,
  retryAfter: minutes(10),
};
const wait = (waitMs: number): ExpectedWait => ({
  waitMs,
  range: { fromMinutes: 5, toMinutes: 10 },
  terms: { ahead: 1, agents: 1, ready: 0, handleMs: 1, calls: 9 },
});
const told = (changed: Partial<Told>): Told => ({
  at: 0,
  position: null,
  callbackOffered: false,
  callbackDeclined: false,
  ...changed,
});
const say = (changed: Partial<Telling>) =>
  announcementFor({
    rules,
    callback: null,
    told: null,
    position: 4,
    wait: null,
    language: 'zh-Hant',
    soundOf: (stem) => `${stem}-zh-Hant`,
    ...changed,
  });

describe('WAIT what is said to 陳大文, who hears Traditional Chinese', () => {
  test('WAIT-3 the place, the first time', () => {
    expect(say({})?.sounds).toEqual([
      'please-hold-zh-Hant',
      'position-before-zh-Hant',
      'number-4-zh-Hant',
      'position-after-zh-Hant',
    ]);
  });

  test('WAIT-3 not the same place again, nor a worse one', () => {
    for (const position of [4, 5])
      expect(say({ told: told({ position: 4 }), position })?.sounds).toEqual(['please-hold-zh-Hant']);
  });

  test('WAIT-3 no place beyond the twentieth: it helps nobody to wait', () => {
    expect(say({ position: 21 })?.position).toBeNull();
  });

  test('WAIT-4 a wait of which too little is known is not said', () => {
    const only = { rules: { ...rules, position: false } };
    expect(say({ ...only })?.sounds).toEqual(['please-hold-zh-Hant']);
    expect(say({ ...only, wait: wait(minutes(7)) })?.sounds).toHaveLength(6);
  });

  test('WAIT-5 nothing is announced where the queue says so', () => {
    expect(say({ rules: { ...rules, announceEvery: null }, wait: wait(minutes(7)) })).toBeNull();
  });

  test('BACK-1 the callback is offered when the wait is longer than the rule’s, once, and not to who declined', () => {
    const offered = (changed: Partial<Telling>) => say({ callback, ...changed })?.callbackOffered;
    expect(offered({ wait: wait(minutes(5)) })).toBe(false);
    expect(offered({ wait: wait(minutes(5) + 1) })).toBe(true);
    expect(offered({ wait: null })).toBe(false);
    expect(offered({ wait: null, callback: { ...callback, offerOver: 0 } })).toBe(true);
    for (const before of [{ callbackOffered: true }, { callbackDeclined: true }])
      expect(offered({ wait: wait(minutes(9)), told: told(before) })).toBe(false);
  });
});

describe('WAIT-2 when it is said', () => {
  test('first after a quarter of a minute, then at the interval', () => {
    expect(tellAt({ rules, callback: null, told: null }, 1_000)).toBe(1_000 + seconds(15));
    expect(tellAt({ rules, callback: null, told: told({ at: 50_000 }) }, 0)).toBe(50_000 + minutes(1));
  });

  test('never where there is nothing to say; while a callback may be offered, once a minute', () => {
    const silent = { ...rules, announceEvery: null };
    expect(tellAt({ rules: silent, callback: null, told: null }, 0)).toBeNull();
    expect(tellAt({ rules: silent, callback, told: told({ at: 0 }) }, 0)).toBe(seconds(60));
    expect(tellAt({ rules: silent, callback, told: told({ callbackOffered: true }) }, 0)).toBeNull();
  });
});

describe('BACK-7 when a customer who is called first is rung', () => {
  test('when nobody is before them', () =>
    expect(turnComes({ position: 1, agents: 3, waitMs: null })).toBe(true));
  test('when it will be their turn by the time they answer', () =>
    expect(turnComes({ position: 4, agents: 30, waitMs: seconds(30) })).toBe(true));
  test('not before', () => expect(turnComes({ position: 2, agents: 3, waitMs: seconds(31) })).toBe(false));
  test('not while nobody is at work', () =>
    expect(turnComes({ position: 1, agents: 0, waitMs: null })).toBe(false));
});

describe('BACK-2 a number is read back as people dial it', () => {
  const inTaiwan = (text: string): PhoneNumber | null =>
    text.startsWith('0') ? (`+886${text.slice(1)}` as PhoneNumber) : null;
  test('at home without the country code', () =>
    expect(nationalDigits('+886912345678' as PhoneNumber, inTaiwan)).toBe('0912345678'));
  test('from abroad with it', () =>
    expect(nationalDigits('+14155550123' as PhoneNumber, inTaiwan)).toBe('14155550123'));
});
