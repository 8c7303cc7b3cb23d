import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRequest } from '../switch/testing/given-switch.ts';
import { bodyType, digitOf, sdpOf } from './body.ts';
import { waitAfterGlare } from './glare.ts';
import { listOf, timerWordsOf, unsupportedRequirements } from './option-tags.ts';
import { acknowledges, isNextReliable } from './reliable-provisional.ts';
import { waitBefore2xx, waitBeforeProvisional } from './retransmission.ts';
import {
  agreeAsClient,
  agreeAsServer,
  defaultTimerWish,
  nextStep,
  wishAfterTooSmall,
} from './session-timer.ts';
import { defaultSipTimes } from './sip-times.ts';

const asked = { interval: null, refresher: null, minimum: null, supported: false };

describe('Session timers agree (RFC 4028)', () => {
  it.each([
    ['a peer without timers', asked, { interval: 1_800, refresher: 'us' }],
    [
      'a peer that leaves it to us',
      { ...asked, supported: true, interval: 600 },
      { interval: 600, refresher: 'them' },
    ],
    [
      'a peer that refreshes',
      { ...asked, supported: true, interval: 600, refresher: 'uac' },
      { interval: 600, refresher: 'them' },
    ],
    [
      'a peer that lets us refresh',
      { ...asked, supported: true, interval: 600, refresher: 'uas' },
      { interval: 600, refresher: 'us' },
    ],
    ['a long wish', { ...asked, supported: true, interval: 9_000 }, { interval: 1_800, refresher: 'them' }],
    [
      'a long minimum',
      { ...asked, supported: true, interval: 9_000, minimum: 3_600 },
      { interval: 3_600, refresher: 'them' },
    ],
    ['a proxy that put in a short one', { ...asked, interval: 30 }, { interval: 90, refresher: 'us' }],
  ] as const)('with %s', (_, words, timer) => {
    expect(agreeAsServer(words, defaultTimerWish)).toEqual({ ok: true, timer });
  });

  it('not with an interval under 90 s', () => {
    const words = { ...asked, supported: true, interval: 89 };
    expect(agreeAsServer(words, defaultTimerWish)).toEqual({ ok: false, minimum: 90 });
  });

  it('as the answerer says, and by ourselves where it says nothing', () => {
    expect(agreeAsClient(asked, defaultTimerWish)).toEqual({ interval: 1_800, refresher: 'us' });
    const theirs = { ...asked, interval: 600, refresher: 'uas' } as const;
    expect(agreeAsClient(theirs, defaultTimerWish)).toEqual({ interval: 600, refresher: 'them' });
  });

  it('on more after a 422, unless it asks for less than we offered or for days', () => {
    expect(wishAfterTooSmall(defaultTimerWish, 3_600)).toEqual({ interval: 3_600, minimum: 3_600 });
    expect(wishAfterTooSmall(defaultTimerWish, 60)).toBeNull();
    expect(wishAfterTooSmall(defaultTimerWish, null)).toBeNull();
    expect(wishAfterTooSmall(defaultTimerWish, 10_000_000)).toBeNull();
  });

  it('so that a refresh comes at half time and an end a little before the last', () => {
    expect(nextStep({ interval: 1_800, refresher: 'us' })).toEqual({ what: 'refresh', after: 900_000 });
    expect(nextStep({ interval: 1_800, refresher: 'them' })).toEqual({ what: 'expire', after: 1_768_000 });
    expect(nextStep({ interval: 90, refresher: 'them' })).toEqual({ what: 'expire', after: 60_000 });
  });

  it('are read with their parameters, and rubbish is nothing', () => {
    const words = (value: string) =>
      timerWordsOf(aRequest('INVITE', { headers: [{ name: 'Session-Expires', value }] }));
    expect(words('1800 ; refresher=UAC;x=y')).toMatchObject({ interval: 1_800, refresher: 'uac' });
    expect(words('-5;refresher=me')).toMatchObject({ interval: null, refresher: null });
  });
});

it('Glare: the two sides never wait for the same time (section 14.1)', () => {
  assert(
    property(integer({ min: 0, max: 999_999 }), integer({ min: 0, max: 999_999 }), (one, other) => {
      const chose = waitAfterGlare(true, one / 1_000_000);
      const did = waitAfterGlare(false, other / 1_000_000);
      expect(chose).toBeGreaterThanOrEqual(2_100);
      expect(chose).toBeLessThanOrEqual(4_000);
      expect(did).toBeLessThanOrEqual(2_000);
    }),
  );
});

it('A 2xx is repeated at T1, doubling up to T2; a reliable provisional without a cap', () => {
  const sent = [1, 2, 3, 4, 5];
  expect(sent.map((count) => waitBefore2xx(count, defaultSipTimes))).toEqual([
    500, 1_000, 2_000, 4_000, 4_000,
  ]);
  expect(waitBeforeProvisional(5, defaultSipTimes)).toBe(8_000);
});

describe('Reliable provisional responses (RFC 3262)', () => {
  const invite = aRequest('INVITE', { cseq: 4 });
  const prack = (value: string) => aRequest('PRACK', { headers: [{ name: 'RAck', value }] });
  it.each([
    ['7 4 INVITE', true],
    [' 7  4  INVITE ', true],
    ['8 4 INVITE', false],
    ['7 5 INVITE', false],
    ['7 4 UPDATE', false],
    ['7', false],
    ['', false],
  ])('RAck "%s" acknowledges: %s', (value, expected) => {
    expect(acknowledges(prack(value), 7, invite)).toBe(expected);
  });
  it('are taken one after the other', () => {
    expect([
      isNextReliable(null, 9),
      isNextReliable(9, 10),
      isNextReliable(9, 9),
      isNextReliable(9, 11),
    ]).toEqual([true, true, false, false]);
  });
});

describe('Bodies', () => {
  it.each([
    ['application/dtmf-relay', 'Signal=5\r\nDuration=160', '5'],
    ['application/dtmf-relay', 'Duration=160\nsignal = *', '*'],
    ['application/dtmf-relay', 'Signal=11', '#'],
    ['application/dtmf', 'd', 'D'],
    ['application/dtmf-relay', 'Signal=55', null],
    ['application/dtmf-relay', 'Signal=', null],
    ['application/dtmf-relay', 'x'.repeat(600), null],
    ['text/plain', '5', null],
  ])('%s "%s" is key %s', (type, text, digit) => {
    expect(digitOf(aRequest('INFO', { body: { type, text } }))).toBe(digit);
  });
  it('are session descriptions only when they say so', () => {
    expect(sdpOf(aRequest('INVITE', { body: { type: 'Application/SDP; charset=utf-8', text: 'v=0' } }))).toBe(
      'v=0',
    );
    expect(sdpOf(aRequest('INVITE', { body: { type: 'text/plain', text: 'v=0' } }))).toBeNull();
    expect(bodyType(aRequest('INVITE'))).toBe('');
  });
});

it('Required extensions that we don’t know are named', () => {
  const request = aRequest('INVITE', {
    headers: [
      { name: 'Require', value: '100rel, teleport' },
      { name: 'Require', value: 'Timer' },
    ],
  });
  expect(listOf(request, 'Require')).toEqual(['100rel', 'teleport', 'Timer']);
  expect(unsupportedRequirements(request)).toEqual(['teleport']);
});
