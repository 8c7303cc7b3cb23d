import { expect, test } from 'vitest';
import { clock, miniText } from './mini-words.ts';

const offer = { callId: 'c', title: '陳大文', body: '來電 · 客服' };
const call = { name: 'Mr Okafor', since: 1_000, muted: false, held: false, next: null };

test('an offer stands before a running call, with the way to answer it', () => {
  expect(miniText({ offer, call, language: 'zh-Hant' }, 0)).toEqual({
    is: 'offer',
    name: '陳大文',
    detail: '來電 · 客服',
    act: { does: 'answer', label: '接聽' },
  });
});

test('a call shows how long it lasts and whether the caller hears the agent', () => {
  expect(miniText({ offer: null, call, language: 'en' }, 66_000)).toMatchObject({
    detail: '1:05',
    act: { label: 'Mute' },
  });
  expect(miniText({ offer: null, call: { ...call, muted: true }, language: 'en' }, 66_000)).toMatchObject({
    detail: '1:05 · Muted',
    act: { label: 'Unmute' },
  });
  expect(
    miniText({ offer: null, call: { ...call, held: true, muted: true }, language: 'zh-Hans' }, 66_000),
  ).toMatchObject({
    detail: '1:05 · 保持中',
    act: null,
  });
});

test('clocks show hours when there are some, and never less than nothing', () => {
  expect([-5, 0, 59_999, 600_000, 3_725_000].map(clock)).toEqual([
    '0:00',
    '0:00',
    '0:59',
    '10:00',
    '1:02:05',
  ]);
});

test('PRES-2 the mini window shows what comes after the call', () => {
  const { detail } = miniText({ offer: null, call: { ...call, next: 'Then Lunch' }, language: 'en' }, 66_000);
  expect(detail).toBe('1:05 · Then Lunch');
});
