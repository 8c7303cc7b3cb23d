import { describe, expect, test } from 'vitest';
import { soundOf } from './sound-of.ts';

const sounds = new Set(['closed-en', 'closed-zh-Hans', 'menu-en', 'welcome', 'welcome-zh-Hant-old']);
const exists = (sound: string): boolean => sounds.has(sound);

describe('FLOW-10 what a caller hears', () => {
  test('is in their language', () => expect(soundOf('closed', 'zh-Hans', exists)).toBe('closed-zh-Hans'));
  test('is in the other Chinese rather than in English', () =>
    expect(soundOf('closed', 'zh-Hant', exists)).toBe('closed-zh-Hans'));
  test('is in English rather than nothing', () => expect(soundOf('menu', 'zh-Hant', exists)).toBe('menu-en'));
  test('is an own recording as it is', () => expect(soundOf('welcome', 'zh-Hant', exists)).toBe('welcome'));
  test('is nothing where there is none', () => expect(soundOf('gone', 'en', exists)).toBeNull());
});
