import type { OpenInterval } from '../domain/centre/calendar.ts';
import type { Calendar } from '../domain/centre/calendar.ts';
import { asId } from '@ringside/shared/model/ids';
import { hours, minutes } from '@ringside/shared/model/instant';
import type { ClockRule } from '../domain/clock/case-clock.ts';

const morning: OpenInterval = { from: 9 * 60, until: 12 * 60 };
const afternoon: OpenInterval = { from: 13 * 60, until: 18 * 60 };
const workday = [morning, afternoon];

/** Monday to Friday, 9 to 6 with an hour for lunch, in Taipei; eight hours a day. */
export const officeHours = (changed: Partial<Calendar> = {}): Calendar => ({
  calendarId: asId('office'),
  name: { en: 'Office', 'zh-Hant': '辦公室', 'zh-Hans': '办公室' },
  timeZone: 'Asia/Taipei',
  week: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] },
  exceptions: [],
  ...changed,
});

/** Eight business hours, warned an hour before, told every half hour to the owner, supervisors, duty managers. */
export const clockRule = (changed: Partial<ClockRule> = {}): ClockRule => ({
  rule: 'resolve',
  name: { en: 'Resolve', 'zh-Hant': '解決', 'zh-Hans': '解决' },
  clock: 'resolve',
  types: [],
  severities: [],
  tiers: [],
  contracts: [],
  time: 'business',
  calendarId: asId('office'),
  target: hours(8),
  warnBefore: [hours(1)],
  escalateEvery: minutes(30),
  escalation: ['owner', 'supervisor', 'dutyManager'],
  ...changed,
});
