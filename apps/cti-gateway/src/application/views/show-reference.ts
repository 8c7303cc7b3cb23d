import type { FloorAgent } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { me, reference } from './reference.ts';

/** Shows every desk the lines, queues and lists as they are now. */
export const showReference = ({ desks, centre }: Parts): void =>
  desks.showAll({ what: 'reference', reference: reference(centre) });

/** Shows somebody their own particulars: name, roles, and the queues their skills are for. */
export const showMe = ({ desks, centre }: Parts, { agent }: FloorAgent): void =>
  desks.show(agent.agentId, { what: 'me', me: me(centre, agent) });
