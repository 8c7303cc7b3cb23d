import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/records.ts';
import type { Case } from './case.ts';
import type { Told } from './similar-cases.ts';
import { similarCases } from './similar-cases.ts';

const areas: Readonly<Record<string, string>> = {
  leak: 'product',
  noise: 'product',
  charged: 'billing',
};
const parentOf = (category: string): string | null => areas[category] ?? null;
const leak: Told = { category: 'leak', product: 'Washing machine WM-15', text: 'It leaks again' };
const past = (id: string, given: Partial<Case>): Case =>
  aCase(id, { title: '', whatHappened: '', product: null, closedAt: null, ...given });
const product = (name: string): Case['product'] => ({ name, productId: null, orderId: null });

const found = (told: Told, ...cases: readonly Case[]) =>
  similarCases(told, cases, parentOf).map(({ case: { caseId }, because }) => ({ caseId, because }));

describe('cases that may be the same matter', () => {
  test('CASE-23 the same category, the same product and the same words are reasons, and said', () => {
    expect(
      found(
        leak,
        past('same category', { category: 'leak' }),
        past('same product', { category: 'charged', product: product('washing machine WM-15 ') }),
        past('same words', { category: 'charged', title: 'It leaks again' }),
      ),
    ).toEqual([
      { caseId: 'same words', because: ['text'] },
      { caseId: 'same category', because: ['category'] },
      { caseId: 'same product', because: ['product'] },
    ]);
  });

  test('CASE-23 another trouble in the same area is no reason by itself and counts beside one', () => {
    const noise = past('noise', { category: 'noise', closedAt: 50 });
    expect(found(leak, noise)).toEqual([]);
    expect(found(leak, { ...noise, product: product('Washing machine WM-15') })).toEqual([
      { caseId: 'noise', because: ['product', 'area'] },
    ]);
  });

  test('CASE-23 what is open comes first, whatever else speaks for a closed one', () => {
    const closed = past('closed', {
      category: 'leak',
      title: 'It leaks again',
      product: product('Washing machine WM-15'),
      closedAt: 50,
    });
    expect(found(leak, closed, past('open', { category: 'leak' })).map(({ caseId }) => caseId)).toEqual([
      'open',
      'closed',
    ]);
  });

  test('CASE-23 of equals the newest comes first', () => {
    const older = past('older', { category: 'leak', openedAt: 1 });
    const newer = past('newer', { category: 'leak', openedAt: 2 });
    expect(found(leak, older, newer).map(({ caseId }) => caseId)).toEqual([asId('newer'), asId('older')]);
  });

  test('CASE-23 nothing is known yet: nothing is shown', () => {
    const nothing = { category: null, product: null, text: '' };
    expect(found(nothing, past('any', { category: 'leak', closedAt: 50 }))).toEqual([]);
  });

  test('CASE-23 what else is open stands last, without a reason', () => {
    const other = past('other', { category: 'charged' });
    expect(found(leak, other, past('leak', { category: 'leak', closedAt: 50 }))).toEqual([
      { caseId: 'leak', because: ['category'] },
      { caseId: 'other', because: [] },
    ]);
  });
});
