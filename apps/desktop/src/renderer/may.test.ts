import { expect, test } from 'vitest';
import { isFor, mayOf } from './may.ts';
import { pages } from './navigation.ts';

const pagesOf = (role: Parameters<typeof mayOf>[0][number]) =>
  pages.filter((page) => isFor(mayOf([role]), page));

test('AUTH-6 nobody is shown a page that only says that their role does not allow it', () => {
  const everyday = pages.filter((page) => page !== '/administration');
  expect(pagesOf('agent')).toEqual(everyday);
  expect(pagesOf('supervisor')).toEqual(pages);
  expect(pagesOf('manager')).toEqual(everyday.filter((page) => page !== '/calls'));
  expect(pagesOf('admin').toSorted()).toEqual(['/', '/administration', '/queues', '/settings']);
});

test('AUTH-6 a manager or administrator is asked for no microphone and has no telephone', () => {
  expect(mayOf(['manager']).takeCalls).toBe(false);
  expect(mayOf(['admin']).takeCalls).toBe(false);
  expect(mayOf(['manager', 'agent']).takeCalls).toBe(true);
  expect(mayOf([]).takeCalls).toBe(false);
});
