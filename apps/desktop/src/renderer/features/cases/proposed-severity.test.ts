import { expect, test } from 'vitest';
import { severityFor } from './proposed-severity.ts';

const name = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' };
const categories = [
  { category: 'product', parent: null, name, sayFirst: null, safety: false },
  { category: 'smoke', parent: 'product', name, sayFirst: null, safety: true },
];

test('CASE-29 Safety is proposed with the category and goes with it; what Maya chose stays', () => {
  const typed = { severity: 'serious', severityBefore: null } as const;
  const proposed = severityFor(categories, 'smoke', typed);
  expect(proposed).toEqual({ severity: 'safety', severityBefore: 'serious' });
  expect(severityFor(categories, 'product', proposed)).toEqual(typed);
  const chosen = { severity: 'safety', severityBefore: null } as const;
  expect(severityFor(categories, 'smoke', chosen)).toEqual(chosen);
  expect(severityFor(categories, 'product', chosen)).toEqual(chosen);
});
