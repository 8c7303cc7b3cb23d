import type { AgentId } from '@ringside/shared/model/ids';
import type { Task } from '../../domain/task/task.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';

/** CHECK-8: whose task it is, those in charge, and anybody where it waits for the team. */
export const mayAsk = (parts: Parts, agentId: AgentId, task: Task | null): boolean =>
  task === null || task.ownerId === null || task.ownerId === agentId || isInCharge(parts, agentId);
