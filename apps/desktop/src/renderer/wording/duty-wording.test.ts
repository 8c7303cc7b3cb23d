import { asId } from '@ringside/shared/model/ids';
import type { DutyLine } from '@ringside/shared/protocol/rota';
import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { catalogues } from '../i18n/Translations.tsx';
import { dutyWords } from './duty-wording.ts';
import type { Words } from './words.ts';

const wordsIn = (language: Words['language']): Words => {
  const intl = createIntl({ locale: language, messages: catalogues[language] });
  return {
    t: (message, values) => intl.formatMessage(message, values),
    language,
    timeZone: 'Asia/Taipei',
    region: 'TW',
  };
};
const grace = asId<'agent'>('grace');
const max = asId<'agent'>('max');
const at = (wall: string): number => Date.parse(`${wall}+08:00`);
const now = at('2026-11-19T14:20');
const line: DutyLine = {
  rotaId: asId('duty'),
  name: { en: 'Duty manager', 'zh-Hant': '值班主管', 'zh-Hans': '值班经理' },
  timeZone: 'Asia/Taipei',
  now: [{ layer: 'duty', agentId: grace, name: 'Grace', until: at('2026-11-19T18:00') }],
  gap: false,
  next: { agentId: max, name: 'Max', from: at('2026-11-20T09:00') },
};

test('RVIEW-1 Maya reads who is on until when, and who is next on which day', () => {
  expect(dutyWords(line, now, wordsIn('en'))).toEqual({
    rota: 'Duty manager',
    state: 'on',
    now: 'On now: Grace until 18:00',
    next: 'next: Max, tomorrow 09:00',
  });
  expect(dutyWords(line, now, wordsIn('zh-Hant'))).toMatchObject({
    now: '值班中：Grace 至 18:00',
    next: '下一班：Max，明天 09:00',
  });
});

test('RVIEW-1 of several who are on, the first to leave says until when; somebody in two layers is named once', () => {
  const [duty] = line.now;
  if (duty === undefined) throw new Error('Grace is on');
  const backup = { ...duty, layer: 'backup', until: at('2026-11-19T16:00') };
  const li = { ...duty, layer: 'third', agentId: max, name: 'Max' };
  expect(dutyWords({ ...line, now: [duty, backup, li] }, now, wordsIn('en')).now).toBe(
    'On now: Grace, Max until 16:00',
  );
});

test('RVIEW-1 a gap is said as such, and a time at which nobody need be on is none', () => {
  expect(dutyWords({ ...line, now: [], gap: true }, now, wordsIn('zh-Hans'))).toMatchObject({
    state: 'gap',
    now: '无人值班',
  });
  expect(dutyWords({ ...line, now: [] }, now, wordsIn('en')).state).toBe('notNeeded');
  const nobodyNext = { agentId: null, name: '', from: at('2026-11-20T09:00') };
  expect(dutyWords({ ...line, next: nobodyNext }, now, wordsIn('en')).next).toBe(
    'next: nobody, tomorrow 09:00',
  );
  expect(dutyWords({ ...line, next: null }, now, wordsIn('en')).next).toBeNull();
});

test('RVIEW-1 where the rota’s clocks show another time, it stands beside with its place; the same time twice does not', () => {
  expect(dutyWords({ ...line, timeZone: 'America/New_York' }, now, wordsIn('en')).now).toBe(
    'On now: Grace until 18:00 (05:00 in New York)',
  );
  expect(dutyWords({ ...line, timeZone: 'Asia/Shanghai' }, now, wordsIn('en')).now).toBe(
    'On now: Grace until 18:00',
  );
});
