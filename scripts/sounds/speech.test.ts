import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CALLERS, PROMPTS } from './speech.ts';

const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'];
const fileOf = (name: string): URL => new URL(`../../resources/sounds/${name}.wav`, import.meta.url);

test('Every prompt stands in the three languages, once, and its sound has been made', () => {
  const names = [...PROMPTS, ...CALLERS].map(({ name }) => name);
  const stems = new Set(names.map((name) => name.replace(/-(en|zh-Hant|zh-Hans)$/, '')));
  const expected = [...stems].flatMap((stem) => LANGUAGES.map((language) => `${stem}-${language}`));
  expect(names.toSorted()).toEqual(expected.toSorted());
  expect(names.filter((name) => !existsSync(fileOf(name)))).toEqual([]);
});

test.each([
  [5, '5', 'wu3'],
  [10, '10', 'shi2'],
  [13, '13', 'shi2 san1'],
  [20, '20', 'er4 shi2'],
  [45, '45', 'si4 shi2 wu3'],
])('%i is said as people say it', (value, english, pinyin) => {
  const said = (language: string) =>
    PROMPTS.find(({ name }) => name === `number-${value}-${language}`)?.words;
  expect([said('en'), said('zh-Hant'), said('zh-Hans')]).toEqual([english, pinyin, pinyin]);
});
