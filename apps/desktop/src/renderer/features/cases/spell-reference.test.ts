import { expect, test } from 'vitest';
import { spellReference } from './spell-reference.ts';

test('Maya reads the reference to Mr Okafor digit by digit, and to 陳大文 in his language', () => {
  expect(spellReference('C-2291', 'en')).toBe('C · two · two · nine · one');
  expect(spellReference('C-2291', 'zh-Hant')).toBe('C 二 二 九 一');
  expect(spellReference('C-1001', 'zh-Hans')).toBe('C 一 零 零 一');
});
