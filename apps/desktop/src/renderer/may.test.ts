import { expect, test } from 'vitest';
import { isFor, mayOf } from './may.ts';
import { pages } from './navigation.ts';

const pagesOf = (role: Parameters<typeof mayOf>[0][number]) =>
  pages.filter((page) => isFor(mayOf([role]), page));

test('AUTH-6 nobody is shown a page that only says that their role does not allow it', () => {
  const ofTheFloor: readonly string[] = ['/board', '/floor', '/reports'];
  const ofThoseInCharge: readonly string[] = ['/compensation', '/load'];
  const ofOwnCalls: readonly string[] = ['/calls', '/my-day'];
  const everyday = pages.filter((page) => page !== '/administration');
  expect(pagesOf('agent')).toEqual(
    everyday.filter((page) => !ofTheFloor.includes(page) && !ofThoseInCharge.includes(page)),
  );
  expect(pagesOf('supervisor')).toEqual(pages);
  expect(pagesOf('manager')).toEqual(everyday.filter((page) => !ofOwnCalls.includes(page)));
  expect(pagesOf('admin').toSorted()).toEqual(
    ['/', '/administration', '/causes', '/queues', '/settings', ...ofTheFloor].toSorted(),
  );
});

test('AUTH-6 a manager or administrator is asked for no microphone and has no telephone', () => {
  expect(mayOf(['manager']).takeCalls).toBe(false);
  expect(mayOf(['admin']).takeCalls).toBe(false);
  expect(mayOf(['manager', 'agent']).takeCalls).toBe(true);
  expect(mayOf([]).takeCalls).toBe(false);
});

test('SUP-3 a supervisor acts, a manager listens, and nobody else is offered either', () => {
  const acting = (role: Parameters<typeof mayOf>[0][number]) => {
    const { listen, supervise } = mayOf([role]);
    return { listen, supervise };
  };
  expect(acting('supervisor')).toEqual({ listen: true, supervise: true });
  expect(acting('manager')).toEqual({ listen: true, supervise: false });
  for (const role of ['agent', 'admin'] as const)
    expect(acting(role)).toEqual({ listen: false, supervise: false });
});
