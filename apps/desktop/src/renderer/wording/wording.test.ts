import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import type { Reference } from '@ringside/shared/protocol/reference';
import type { PersonName } from '@ringside/shared/model/person-name';
import { catalogues } from '../i18n/Translations.tsx';
import { languageOfBrowser } from '../i18n/locale.ts';
import { caseChange, checkOutcome } from './case-change-wording.ts';
import { amount } from './money-wording.ts';
import { salutation, spokenPhrase } from './name-wording.ts';
import { displayNumber, numberTyped } from './phone-wording.ts';
import { tierReason } from './tier-wording.ts';
import { atHour, dayAndTime, duration, timeLeft } from './time-wording.ts';
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
const english = wordsIn('en');
const chinese = wordsIn('zh-Hant');
const named = (name: Partial<PersonName>): PersonName => ({
  written: '陳大文',
  family: '陳',
  given: '大文',
  spoken: null,
  title: null,
  ...name,
});
const okafor = named({ written: 'Amara Okafor', family: 'Okafor', given: 'Amara' });

test('陳大文 is addressed as 陳先生, and nobody guesses when no title is known', () => {
  expect(salutation(named({ title: 'mr' }), 'zh-Hant')).toBe('陳先生');
  expect(salutation(named({ title: 'ms' }), 'zh-Hans')).toBe('陳女士');
  expect(salutation(named({ title: null }), 'zh-Hant')).toBeNull();
  expect(salutation(named({ title: 'mx' }), 'zh-Hant')).toBeNull();
});

test('a Latin name keeps its own form of address in a Chinese desk', () => {
  expect(salutation({ ...okafor, title: 'ms' }, 'zh-Hant')).toBe('Ms Okafor');
  expect(salutation(named({ written: 'Peter CHAN Tai-man', family: 'CHAN', title: 'mr' }), 'en')).toBe(
    'Mr CHAN',
  );
});

test('the phrase to say first addresses the customer, or leaves no hole where nobody is known', () => {
  expect(spokenPhrase('{name}，非常抱歉。', named({ title: 'mr' }), 'zh-Hant')).toBe('陳先生，非常抱歉。');
  expect(spokenPhrase('I’m sorry, {name}.', { ...okafor, title: null }, 'en')).toBe(
    'I’m sorry, Amara Okafor.',
  );
  expect(spokenPhrase('I’m sorry, {name}. I take it over.', null, 'en')).toBe('I’m sorry. I take it over.');
  expect(spokenPhrase('{name}，非常抱歉。', null, 'zh-Hant')).toBe('非常抱歉。');
});

test('numbers are written as people in Taiwan write them, foreign ones with their country', () => {
  expect(displayNumber('+886912345678', 'TW')).toBe('0912-345-678');
  expect(displayNumber('+886227001234', 'TW')).toBe('02-2700-1234');
  expect(displayNumber('+886800123456', 'TW')).toBe('0800-123-456');
  expect(displayNumber('+442079460958', 'TW')).toBe('+44 20 7946 0958');
  expect(displayNumber('2041', 'TW')).toBe('2041');
});

test('pain 16: a number is understood with slashes, spaces and "(0)"', () => {
  expect(numberTyped('02/2700-1234', 'TW')).toBe('+886227001234');
  expect(numberTyped('+44 (0)20 7946 0958', 'TW')).toBe('+442079460958');
  expect(numberTyped('12', 'TW')).toBeNull();
});

test('money is shown with its currency in every language', () => {
  expect(amount({ minor: 8_420_000, currency: 'TWD' }, 'en')).toBe('NT$84,200');
  expect(amount({ minor: 8_420_000, currency: 'TWD' }, 'zh-Hant')).toBe('NT$84,200');
  expect(amount({ minor: 1_050, currency: 'USD' }, 'en')).toBe('US$10.50');
});

const evening = Date.UTC(2026, 10, 21, 15, 30); // 23:30 in Taipei

test('days are the centre’s days, whatever zone the computer is in', () => {
  expect(dayAndTime(evening, evening, english)).toBe('today 23:30');
  expect(dayAndTime(evening + 3_600_000, evening, english)).toBe('tomorrow 00:30');
  expect(dayAndTime(evening - 3 * 86_400_000, evening, english)).toBe('18 Nov 23:30');
  expect(dayAndTime(Date.UTC(2025, 0, 5, 4), evening, chinese)).toBe('2025年1月5日 12:00');
});

test('"tomorrow 10:00" is ten on the centre’s clock, also over a change of the clocks', () => {
  expect(dayAndTime(atHour(10, 1, evening, 'Asia/Taipei'), evening, english)).toBe('tomorrow 10:00');
  const beforeChange = Date.UTC(2026, 9, 24, 20); // the night clocks go back in London
  expect(atHour(10, 1, beforeChange, 'Europe/London')).toBe(Date.UTC(2026, 9, 25, 10));
  const beforeSummer = Date.UTC(2026, 2, 28, 20);
  expect(atHour(10, 1, beforeSummer, 'Europe/London')).toBe(Date.UTC(2026, 2, 29, 9));
});

test('what is left of a promise is said in its two biggest units, and lateness in words', () => {
  expect(duration(45_000, english)).toBe('45 s');
  expect(timeLeft(evening + 8_640_000, evening, english)).toBe('2 h 24 min left');
  expect(timeLeft(evening - 480_000, evening, english)).toBe('8 min late');
  expect(timeLeft(evening - 480_000, evening, chinese)).toBe('逾時 8 分');
});

test('TIER: the reason of a tier is a sentence made of its figures', () => {
  const facts = { percentile: 4, years: 9, paidOnTime: 23, paymentsDue: 24 };
  const tier = { tier: 'mvc', reason: 'topByMargin', facts, decidedAt: 0 } as const;
  expect(tierReason(tier, 'TWD', english)).toBe('top 4 % by margin, 9 years with us, paid on time 23 of 24');
  expect(tierReason(tier, 'TWD', chinese)).toBe('毛利前 4%，往來 9 年，24 期中 23 期準時付款');
  expect(tierReason({ ...tier, facts: {} }, 'TWD', english)).toBe('among the top by margin');
});

test('zh-Hant and Hong Kong browsers get Traditional, Singapore Simplified', () => {
  expect(languageOfBrowser(['zh-HK', 'en'])).toBe('zh-Hant');
  expect(languageOfBrowser(['zh-Hant'])).toBe('zh-Hant');
  expect(languageOfBrowser(['zh-SG'])).toBe('zh-Hans');
  expect(languageOfBrowser(['fr-FR', 'de'])).toBe('en');
});

const around = { type: 'complaint', reference: {} as Reference, now: Date.UTC(2026, 10, 21, 2) } as const;

test('CLOCK-15 the history says when a deadline was, once where it did not move, and who was told', () => {
  const at = Date.UTC(2026, 10, 21, 4);
  const field = 'clock.resolve';
  expect(caseChange({ field, from: at, to: at }, around, english)).toEqual({
    field: 'Resolve',
    from: null,
    to: 'today 12:00',
  });
  expect(caseChange({ field, from: at, to: at + 3_600_000 }, around, english)).toMatchObject({
    from: 'today 12:00',
    to: 'today 13:00',
  });
  expect(caseChange({ field: 'tells', from: null, to: 'supervisor' }, around, chinese)).toEqual({
    field: '已通知',
    from: null,
    to: '主管',
  });
});

test('CHECK-5 how the satisfaction call ended is said in the language of the desk', () => {
  expect(caseChange({ field: 'satisfaction', from: null, to: 'notReached' }, around, chinese).to).toBe(
    '未聯絡上',
  );
  expect(checkOutcome('withdrawn', english)).toBe('Not needed any more');
});
