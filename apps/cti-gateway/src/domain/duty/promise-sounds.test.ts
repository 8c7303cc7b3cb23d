import { existsSync } from 'node:fs';
import { languages } from '@ringside/shared/model/language';
import { hours, minutes } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { promiseSounds } from './promise-sounds.ts';

const inEnglish = (within: number, at: 'here' | 'there' = 'here') => promiseSounds({ within, at }, 'en');

test('DUTY-10 the time promised is said in minutes up to an hour and in hours after that, never less than it is', () => {
  expect(inEnglish(minutes(22))).toEqual([
    'manager-calls-within-en',
    'number-25-en',
    'manager-minutes-here-en',
  ]);
  expect(inEnglish(minutes(90), 'there')).toEqual([
    'manager-calls-within-en',
    'number-2-en',
    'manager-hours-there-en',
  ]);
  expect(inEnglish(hours(48))).toEqual(['manager-calls-back-en']);
});

test('DUTY-10 whatever a rota promises there are sounds to say it in three languages', () => {
  const sound = (stem: string): URL =>
    new URL(`../../../../../resources/sounds/${stem}.wav`, import.meta.url);
  const promises = fc.record({
    within: fc.integer({ min: minutes(1), max: minutes(10_080) }),
    at: fc.constantFrom('here' as const, 'there' as const),
  });
  fc.assert(
    fc.property(promises, fc.constantFrom(...languages), (promise, language) => {
      expect(promiseSounds(promise, language).filter((stem) => !existsSync(sound(stem)))).toEqual([]);
    }),
  );
});
