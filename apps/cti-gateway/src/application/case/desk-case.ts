import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { CaseCommand } from '@ringside/shared/protocol/case-work';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command } from '@ringside/shared/protocol/up';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { acknowledgeCase, assessCase, changeCase } from './change-case.ts';
import { assignCase, handOverCase, takeCase } from './give-case.ts';
import { lookAtCase } from './look-at-case.ts';
import { mergeCase } from './merge-case.ts';
import { escalateCase, moveCase } from './move-case.ts';
import { reopenCase } from './reopen-case.ts';
import { answerTold, customerAnswers, noteOnCase, tickItem } from './write-on-case.ts';

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];

/** AUTH-6: the roles that working on a case needs; whose it is and what its stage allows, the use case looks at. */
export const caseCommandRoles = {
  'case.move': withCustomers,
  'case.change': withCustomers,
  'case.assess': withCustomers,
  'case.acknowledge': withCustomers,
  'case.assign': withCustomers,
  'case.take': withCustomers,
  'case.handOver': withCustomers,
  'case.note': withCustomers,
  'case.tick': withCustomers,
  'case.told': withCustomers,
  'case.answer': withCustomers,
  'case.reopen': withCustomers,
  'case.merge': withCustomers,
  'case.escalate': withCustomers,
  'case.look': withCustomers,
} as const satisfies Record<CaseCommand['do'], readonly Role[]>;

/** Opening one is intake's. */
export const isCaseWork = (command: Command): command is CaseCommand => command.do in caseCommandRoles;

export async function carryOutOnCase(
  parts: Parts,
  asker: Asker,
  command: CaseCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    case 'case.move':
      return moveCase(parts, asker, command);
    case 'case.change':
      return changeCase(parts, asker, command);
    case 'case.assess':
      return assessCase(parts, asker, command);
    case 'case.acknowledge':
      return acknowledgeCase(parts, asker, command);
    case 'case.assign':
      return assignCase(parts, asker, command);
    case 'case.take':
      return takeCase(parts, asker, command);
    case 'case.handOver':
      return handOverCase(parts, asker, command);
    case 'case.note':
      return noteOnCase(parts, asker, command);
    case 'case.tick':
      return tickItem(parts, asker, command);
    case 'case.told':
      return answerTold(parts, asker, command);
    case 'case.answer':
      return customerAnswers(parts, asker, command);
    case 'case.reopen':
      return reopenCase(parts, asker, command);
    case 'case.merge':
      return mergeCase(parts, asker, command);
    case 'case.escalate':
      return escalateCase(parts, asker, command);
    case 'case.look':
      return ok(lookAtCase(parts, asker.agentId, command.caseId));
    default:
      return unreachable(command);
  }
}
