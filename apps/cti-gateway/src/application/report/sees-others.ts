import type { Agent } from '../../domain/agent/agent.ts';

/** REP-4: whose task it is to look at other people's work. */
export const seesOthers = ({ roles }: Agent): boolean =>
  roles.some((role) => role === 'supervisor' || role === 'manager' || role === 'admin');
