import type { Role } from '@ringside/shared/model/role';
import type { Page } from './navigation.ts';
import { useDesk } from './desk.ts';

/** What a role has a use for. The gateway decides (AUTH-6); this only keeps what it would refuse from being offered. */
export interface May {
  readonly takeCalls: boolean;
  readonly seeCustomers: boolean;
}

export const mayOf = (roles: readonly Role[]): May => ({
  takeCalls: roles.some((role) => role === 'agent' || role === 'supervisor'),
  seeCustomers: roles.some((role) => role !== 'admin'),
});

const nobody: readonly Role[] = [];
export const useMay = (): May => mayOf(useDesk((s) => s.desk?.me.roles) ?? nobody);

/** Whether somebody who may this has a use for the page. */
export function isFor({ takeCalls, seeCustomers }: May, page: Page): boolean {
  switch (page) {
    case '/calls':
      return takeCalls;
    case '/search':
    case '/tasks':
    case '/cases':
      return seeCustomers;
    case '/':
    case '/queues':
    case '/settings':
      return true;
  }
}
