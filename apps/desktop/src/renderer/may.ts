import type { Role } from '@ringside/shared/model/role';
import type { Page } from './navigation.ts';
import { useDesk } from './desk.ts';

/** What a role has a use for. The gateway decides (AUTH-6); this only keeps what it would refuse from being offered. */
export interface May {
  readonly takeCalls: boolean;
  readonly seeCustomers: boolean;
  /** looks at the whole floor and at everybody's figures */
  readonly watchFloor: boolean;
  /** changes the centre and people */
  readonly administer: boolean;
  /** hears calls of others */
  readonly listen: boolean;
  /** acts on calls and people: whispers, barges in, takes over, moves, sets states */
  readonly supervise: boolean;
  /** closes a line at once */
  readonly closeLines: boolean;
}

/** `hasRotas`: people of this centre take turns; then managers have a telephone at their desk (DUTY-7). */
export const mayOf = (roles: readonly Role[], hasRotas: boolean): May => ({
  takeCalls: roles.some(
    (role) => role === 'agent' || role === 'supervisor' || (role === 'manager' && hasRotas),
  ),
  seeCustomers: roles.some((role) => role !== 'admin'),
  watchFloor: roles.some((role) => role !== 'agent'),
  administer: roles.includes('admin'),
  listen: roles.includes('supervisor') || roles.includes('manager'),
  supervise: roles.includes('supervisor'),
  closeLines: roles.includes('admin') || roles.includes('supervisor'),
});

const nobody: readonly Role[] = [];
export function useMay(): May {
  const hasRotas = useDesk(({ desk }) => (desk?.duty.length ?? 0) > 0);
  return mayOf(useDesk((s) => s.desk?.me.roles) ?? nobody, hasRotas);
}

/** Whether somebody who may this has a use for the page. */
export function isFor({ takeCalls, seeCustomers, watchFloor, listen, closeLines }: May, page: Page): boolean {
  switch (page) {
    case '/calls':
    case '/my-day':
      return takeCalls;
    case '/board':
    case '/floor':
    case '/reports':
    case '/rota':
    case '/managers':
      return watchFloor;
    case '/compensation':
      return listen;
    case '/administration':
      return closeLines;
    case '/causes':
      return watchFloor || seeCustomers;
    case '/search':
    case '/tasks':
    case '/day':
    case '/cases':
      return seeCustomers;
    case '/':
    case '/queues':
    case '/settings':
      return true;
    case '/load':
    case '/manager':
      return listen;
  }
}
