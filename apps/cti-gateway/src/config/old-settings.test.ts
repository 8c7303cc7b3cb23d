import { expect, test } from 'vitest';
import { centreReader } from './centre-reader.ts';

const name = { en: 'Blue Magpie', 'zh-Hant': '藍鵲', 'zh-Hans': '蓝鹊' };
const written = {
  name,
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  hotlines: [{ hotlineId: 'service', name, numbers: ['6789'], queueId: 'service' }],
  queues: [{ queueId: 'service', name, capacity: 50 }],
};
const read = (more: object) => {
  const result = centreReader.read({ ...written, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

test('COMP-14 a budget that an earlier release kept is one of a month for everything', () => {
  const { centre, document } = read({ compensationBudget: { perMonth: 5_000_000 } });
  expect(centre.budgets).toMatchObject([{ causeId: null, every: 'month', amount: 5_000_000 }]);
  expect(document).not.toHaveProperty('compensationBudget');
  expect(read(document).centre.budgets).toEqual(centre.budgets);
  expect(read({ compensationBudget: { perMonth: null } }).centre.budgets).toEqual([]);
});

test('COMP-2 a rule that an earlier release kept lets no points be given until somebody says how many', () => {
  const old = {
    rule: 'agent',
    name,
    grades: ['agent'],
    kinds: ['credit', 'points'],
    upTo: 50_000,
    upToPerCustomer: 100_000,
  };
  const { centre, document } = read({ authority: [old] });
  expect(centre.authority).toMatchObject([{ upTo: 50_000, pointsUpTo: 0, pointsPerCustomer: 0 }]);
  expect(document['authority']).toMatchObject([{ pointsUpTo: 0, pointsPerCustomer: 0 }]);
});
