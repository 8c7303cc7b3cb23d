import { expect, test } from 'vitest';
import { likeliestFirst } from './likeliest.ts';

const list = ['question', 'complaint', 'order', 'repair'].map((disposition) => ({ disposition }));
const order = (used: Record<string, number>) => likeliestFirst(list, used).map((item) => item.disposition);

test('what Maya chooses most stands first', () => {
  expect(order({ repair: 9, complaint: 2 })).toEqual(['repair', 'complaint', 'question', 'order']);
});

test('on the first day the list stands as the centre wrote it', () => {
  expect(order({})).toEqual(['question', 'complaint', 'order', 'repair']);
});
