import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { ClockExplanation, ClockView } from '@ringside/shared/protocol/case-clocks';

const hour = 3_600_000;
const day = 24 * hour;
const named = (en: string, hant: string, hans: string) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });

const plain = {
  time: 'business',
  paused: null,
  metAt: null,
  breachedAt: null,
  acknowledgedAt: null,
} as const;
const nothing = { acknowledge: false, pause: false, resume: false };

/** Due soon, late, stopped by Maya, and the law's. */
export const clocksOf = (now: number): ClockView[] => [
  {
    ...plain,
    clock: 'acknowledge',
    name: named('Acknowledge', '確認收件', '确认受理'),
    standing: 'warned',
    startedAt: now - 3 * day,
    target: 8 * hour,
    dueAt: now + 50 * 60_000,
    may: { ...nothing, pause: true },
  },
  {
    ...plain,
    clock: 'update',
    name: named('Next word to the customer', '下次進度回報', '下次进度告知'),
    standing: 'breached',
    startedAt: now - 3 * day,
    target: 24 * hour,
    dueAt: now - 42 * 60_000,
    breachedAt: now - 42 * 60_000,
    may: { ...nothing, acknowledge: true },
  },
  {
    ...plain,
    clock: 'resolve',
    name: named('Resolve, serious', '解決（嚴重）', '解决（严重）'),
    standing: 'paused',
    startedAt: now - 3 * day,
    target: 24 * hour,
    dueAt: null,
    paused: { since: now - 5 * hour, why: 'the workshop waits for a part', stage: null },
    may: { ...nothing, resume: true },
  },
  {
    ...plain,
    clock: 'statutory',
    name: named('Statutory deadline', '法定期限', '法定期限'),
    standing: 'running',
    time: 'calendar',
    startedAt: now - 3 * day,
    target: 56 * day,
    dueAt: now + 53 * day,
    may: nothing,
  },
];

/** Ten hours from a Saturday over a holiday, with a pause on Wednesday morning; in Taipei. */
export function explanationOf(clock: ClockKind): ClockExplanation {
  const at = (text: string) => Date.parse(`2026-11-${text}:00+08:00`);
  const workday = (date: string) => [
    { from: at(`${date}T09:00`), until: at(`${date}T12:00`) },
    { from: at(`${date}T13:00`), until: at(`${date}T18:00`) },
  ];
  return {
    clock,
    time: 'business',
    calendar: named('Office', '辦公室', '办公室'),
    timeZone: 'Asia/Taipei',
    startedAt: at('21T10:00'),
    target: 10 * hour,
    days: [
      { date: '2026-11-21', holiday: null, counted: [], length: 0, sum: 0 },
      { date: '2026-11-22', holiday: null, counted: [], length: 0, sum: 0 },
      { date: '2026-11-23', holiday: null, counted: workday('23'), length: 8 * hour, sum: 8 * hour },
      { date: '2026-11-24', holiday: 'Founding Day', counted: [], length: 0, sum: 8 * hour },
      {
        date: '2026-11-25',
        holiday: null,
        counted: [
          { from: at('25T10:30'), until: at('25T12:00') },
          { from: at('25T13:00'), until: at('25T13:30') },
        ],
        length: 2 * hour,
        sum: 10 * hour,
      },
    ],
    daysLeftOut: 0,
    pauses: [{ from: at('25T09:00'), until: at('25T10:30'), why: '', stage: 'waiting', leftOut: 1.5 * hour }],
    dueAt: at('25T13:30'),
    missing: null,
  };
}
