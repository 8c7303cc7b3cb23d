import { days, hours } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTimeAt } from '../rota/local-time.ts';
import { digestText, digestWeekAt } from './digest-text.ts';

const zones = ['Asia/Taipei', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe'] as const;

test('MREP-10 it is told on Mondays at eight on local clocks, of the seven local days before, also where clocks change', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) }),
      fc.constantFrom(...zones),
      (now, zone) => {
        const { monday, tellAt, from, until, usefulUntil } = digestWeekAt(now, zone);
        expect(tellAt <= now && now < usefulUntil).toBe(true);
        expect(new Date(`${monday}T00:00Z`).getUTCDay()).toBe(1);
        expect(localTimeAt(tellAt, zone)).toBe(`${monday}T08:00`);
        expect(localTimeAt(until, zone)).toBe(`${monday}T00:00`);
        expect(Math.abs(until - from - days(7))).toBeLessThanOrEqual(hours(1));
        expect(digestWeekAt(tellAt, zone).monday).toBe(monday);
        expect(digestWeekAt(tellAt - 1, zone).monday < monday).toBe(true);
      },
    ),
  );
});

test.each([
  [
    'en',
    'Duty manager: what customers told managers, 16 Nov – 22 Nov',
    'Late: 2 (the week before: 1). Promised: 1, kept so far: 0.',
  ],
  [
    'zh-Hant',
    'Duty manager：11月16日 – 11月22日 客戶對主管說了什麼',
    'Late：2 件（前一週 1 件）。承諾 1 件，已兌現 0 件。',
  ],
  [
    'zh-Hans',
    'Duty manager：11月16日 – 11月22日 客户对经理说了什么',
    'Late：2 件（前一周 1 件）。承诺 1 件，已兑现 0 件。',
  ],
] as const)('MREP-10 Noor reads it in %s', (language, subject, line) => {
  const mail = digestText(
    {
      ...{ rotaName: 'Duty manager', centreName: 'Harbour Home', timeZone: 'Asia/Taipei' },
      ...{ from: Date.UTC(2026, 10, 15, 16), until: Date.UTC(2026, 10, 22, 16), total: 2, before: 2 },
      lines: [
        { category: 'Late', count: 2, before: 1, promises: 1, kept: 0 },
        { category: null, count: 0, before: 1, promises: 0, kept: 0 },
      ],
    },
    language,
  );
  expect(mail.subject).toBe(subject);
  expect(mail.text.split('\n').filter((one) => one.startsWith('-'))).toEqual([`- ${line}`]);
});
