import { expect, test } from 'vitest';
import { readAmount } from './read-amount.ts';

test('COMP-4 what Maya types is read in cents, with or without commas, NT$ and in full-width digits', () => {
  expect(readAmount('credit', '500')).toBe(50_000);
  expect(readAmount('credit', ' NT$1,200.5 ')).toBe(120_050);
  expect(readAmount('credit', '５００')).toBe(50_000);
  expect(readAmount('credit', '0.1')).toBe(10);
});

test('COMP-4 half points, negative sums, words and nothing are no amounts', () => {
  expect(['', '0', '-5', 'fifty', '1.234', '1e5'].map((text) => readAmount('refund', text))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
  expect(readAmount('points', '1.5')).toBeNull();
  expect(readAmount('points', '300')).toBe(300);
  expect(readAmount('apologyLetter', 'whatever')).toBe(0);
});
