import type { Language } from '@ringside/shared/model/language';
import type { PersonName, Title } from '@ringside/shared/model/person-name';
import { describe, expect, test } from 'vitest';
import type { LetterFacts } from './merge-values.ts';
import { mergeValues } from './merge-values.ts';
import { addressed } from './salutation.ts';

const chen: PersonName = {
  written: '陳大文',
  family: '陳',
  given: '大文',
  spoken: 'Chan Tai-man',
  title: 'mr',
};
const okafor: PersonName = {
  written: 'Amara Okafor',
  family: 'Okafor',
  given: 'Amara',
  spoken: null,
  title: 'ms',
};

const facts: LetterFacts = {
  customer: { name: chen, language: 'zh-Hant' },
  reference: 'C-2291',
  title: 'The drill\nsmokes',
  proposal: 'We send you a new one.',
  ownerName: 'Maya Lin',
  centreName: '藍鵲居家',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  updateBy: Date.UTC(2026, 10, 23, 9),
  resolveBy: null,
  promise: { what: 'A new drill', dueAt: Date.UTC(2026, 10, 24, 16, 30) },
  compensations: [
    { kind: 'refund', amount: 150_000 },
    { kind: 'voucher', amount: 5_050 },
    { kind: 'points', amount: 1_200 },
  ],
  now: Date.UTC(2026, 10, 22, 17),
};

describe('LETTER-2 dates and amounts are in the letter’s language and the centre’s zone', () => {
  test.each<[Language, object]>([
    [
      'en',
      {
        'clock.update': '17:00 on 23 November 2026',
        'promise.due': '00:30 on 25 November 2026',
        compensation: 'a refund of NT$1,500, a voucher for NT$50.50, 1,200 points',
        today: '23 November 2026',
      },
    ],
    [
      'zh-Hant',
      {
        'clock.update': '2026年11月23日 17:00',
        'promise.due': '2026年11月25日 00:30',
        compensation: '退款 NT$1,500、NT$50.50 的禮券、1,200 點',
        today: '2026年11月23日',
      },
    ],
    ['zh-Hans', { compensation: '退款 NT$1,500、NT$50.50 的代金券、1,200 积分', today: '2026年11月23日' }],
  ])('%s', (language, expected) => {
    expect(mergeValues(facts, language)).toMatchObject(expected);
  });
});

test('LETTER-3 what is not known has no value', () => {
  const bare = {
    ...facts,
    customer: null,
    ownerName: null,
    promise: null,
    compensations: [],
    updateBy: null,
  };
  expect(mergeValues(bare, 'en')).toMatchObject({
    'customer.salutation': null,
    'customer.name': null,
    'owner.name': null,
    'clock.update': null,
    'promise.what': null,
    'promise.due': null,
    compensation: null,
  });
});

test('LETTER-4 what a subject may be made of is one line', () => {
  expect(mergeValues(facts, 'en')['case.title']).toBe('The drill smokes');
});

describe('LETTER-5 people are addressed as they said', () => {
  const with_ = (name: PersonName, title: Title | null): PersonName => ({ ...name, title });

  test.each<[string, PersonName, Language, string]>([
    ['陳大文 in Chinese', chen, 'zh-Hant', '陳先生'],
    ['陳大文 in English, as he writes himself', chen, 'en', '陳先生'],
    ['Ms Okafor in English', okafor, 'en', 'Ms Okafor'],
    ['Ms Okafor in a Traditional Chinese letter', okafor, 'zh-Hant', 'Okafor 小姐'],
    ['Ms Okafor in a Simplified Chinese letter', okafor, 'zh-Hans', 'Okafor 女士'],
    ['陳大文 without a title: no gender is guessed', with_(chen, null), 'zh-Hant', '陳大文'],
    ['Amara Okafor without a title', with_(okafor, null), 'en', 'Amara Okafor'],
    ['陳大文 as Mx, for which Chinese has no word', with_(chen, 'mx'), 'zh-Hant', '陳大文'],
    ['a professor', with_(chen, 'prof'), 'zh-Hans', '陳教授'],
  ])('%s', (_who, name, letter, expected) => {
    expect(addressed(name, name === okafor ? 'en' : 'zh-Hant', letter)).toBe(expected);
  });
});
