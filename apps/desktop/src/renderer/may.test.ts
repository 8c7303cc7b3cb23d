import { expect, test } from 'vitest';
import { isFor, mayOf } from './may.ts';
import { pages } from './navigation.ts';

const pagesOf = (role: Parameters<typeof mayOf>[0][number]) =>
  pages.filter((page) => isFor(mayOf([role], false), page));

test('AUTH-6 nobody is shown a page that only says that their role does not allow it', () => {
  const ofTheFloor: readonly string[] = ['/board', '/floor', '/reports', '/rota', '/managers'];
  const ofThoseInCharge: readonly string[] = ['/compensation', '/load', '/manager'];
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

test('AUTH-6 an administrator is asked for no microphone, nor is a manager of a centre without rotas', () => {
  const hasTelephone = (roles: Parameters<typeof mayOf>[0], hasRotas: boolean) =>
    mayOf(roles, hasRotas).takeCalls;
  expect([hasTelephone(['manager'], false), hasTelephone(['admin'], true)]).toEqual([false, false]);
  expect([hasTelephone(['manager', 'agent'], false), hasTelephone([], true)]).toEqual([true, false]);
});

test('DUTY-7 a manager of a centre with rotas has a telephone at the desk', () => {
  expect(mayOf(['manager'], true).takeCalls).toBe(true);
});

test('SUP-3 a supervisor acts, a manager listens, and nobody else is offered either', () => {
  const acting = (role: Parameters<typeof mayOf>[0][number]) => {
    const { listen, supervise } = mayOf([role], false);
    return { listen, supervise };
  };
  expect(acting('supervisor')).toEqual({ listen: true, supervise: true });
  expect(acting('manager')).toEqual({ listen: true, supervise: false });
  for (const role of ['agent', 'admin'] as const)
    expect(acting(role)).toEqual({ listen: false, supervise: false });
});
