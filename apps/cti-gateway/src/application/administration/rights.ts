import type { Role } from '@ringside/shared/model/role';
import type { Administrator, CentreEdit } from '../../ports/administration.ts';

type Asked = Exclude<keyof Administrator, 'agentId' | 'changeCentre'>;

const admins: readonly Role[] = ['admin'];
const inCharge: readonly Role[] = ['admin', 'supervisor'];

/** ADMIN-9, the table: which role may ask for what. */
const rights: Readonly<Record<Asked, readonly Role[]>> = {
  centre: inCharge,
  importHolidays: admins,
  exportCentre: admins,
  opening: inCharge,
  revisions: inCharge,
  revision: inCharge,
  users: admins,
  user: admins,
  createUser: admins,
  changeUser: admins,
  setPassword: admins,
  userHistory: admins,
  apiTokens: admins,
  makeApiToken: admins,
  revokeApiToken: admins,
  prompts: inCharge,
  prompt: inCharge,
  savePrompt: admins,
  removePrompt: admins,
};

/** ADMIN-8: closing a line at once can't wait for an administrator. */
const edits: Readonly<Record<CentreEdit['edit'], readonly Role[]>> = {
  document: admins,
  import: admins,
  general: admins,
  section: admins,
  item: admins,
  remove: admins,
  undo: admins,
  emergency: inCharge,
};

export const mayAdminister = (roles: readonly Role[], what: Asked): boolean =>
  roles.some((role) => rights[what].includes(role));

export const mayEdit = (roles: readonly Role[], edit: CentreEdit['edit']): boolean =>
  roles.some((role) => edits[edit].includes(role));
