import type { AuthorityView } from '@ringside/shared/protocol/compensation';
import { expect, test } from 'vitest';
import { deciderOf, ladderOf } from './who-decides.ts';

const name = { en: 'Agents', 'zh-Hant': '', 'zh-Hans': '' };
const maya: AuthorityView = {
  rule: { name, upTo: 500, upToPerCustomer: 1_000, days: 365 },
  given: 0,
  left: 1_000,
  room: 500,
  above: [
    { grade: 'supervisor', room: 3_000 },
    { grade: 'manager', room: 20_000 },
  ],
};

test('COMP-2 COMP-7 Maya sees who decides as she types: she herself, a supervisor, a manager, two managers', () => {
  expect([500, 501, 3_001, 20_001].map((amount) => deciderOf(maya, amount))).toEqual([
    'self',
    'supervisor',
    'manager',
    'twoManagers',
  ]);
});

test('COMP-2 a supervisor who may give nothing more than Maya is no step of the ladder', () => {
  const above = [
    { grade: 'supervisor' as const, room: 500 },
    { grade: 'manager' as const, room: 900 },
  ];
  expect(ladderOf({ ...maya, above }).map(({ decider }) => decider)).toEqual([
    'self',
    'manager',
    'twoManagers',
  ]);
});

test('COMP-1 where no rule is for Maya, the ladder begins above her, for a letter without amount, too', () => {
  const above = [{ grade: 'supervisor' as const, room: 0 }];
  expect(deciderOf({ ...maya, rule: null, room: 0, above }, 0)).toBe('supervisor');
});
