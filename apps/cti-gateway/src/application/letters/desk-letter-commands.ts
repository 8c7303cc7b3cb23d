import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Role } from '@ringside/shared/model/role';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import type { Visit } from '../desk-connection.ts';
import type { Parts } from '../parts.ts';
import { filesOfCase, lettersOfCase } from '../views/letter-view.ts';
import { removeFile } from './attach-file.ts';
import { previewLetter } from './letter-facts.ts';
import type { LetterRefusal } from './letter-refusal.ts';
import { discardLetter, letterArrived, printLetter, retryLetter, sendLetter } from './send-letter.ts';
import { writeLetter } from './write-letter.ts';

type LetterCommand = Extract<Command, { readonly do: `letter.${string}` }>;
type LetterQuery = Extract<Query, { readonly ask: `letter.${string}` }>;

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];

export const letterCommandRoles: Readonly<Record<LetterCommand['do'], readonly Role[]>> = {
  'letter.draft': withCustomers,
  'letter.send': withCustomers,
  'letter.print': withCustomers,
  'letter.retry': withCustomers,
  'letter.arrived': withCustomers,
  'letter.discard': withCustomers,
  'letter.removeFile': withCustomers,
};

export const letterQueryRoles: Readonly<Record<LetterQuery['ask'], readonly Role[]>> = {
  'letter.preview': withCustomers,
  'letter.ofCase': withCustomers,
  'letter.files': withCustomers,
};

export async function carryOutLetter(
  parts: Parts,
  visit: Visit,
  commandId: string,
  command: LetterCommand,
): Promise<Result<unknown, Problem>> {
  const asker = { agentId: visit.agent.agent.agentId, commandId };
  switch (command.do) {
    case 'letter.draft':
      return answer(await writeLetter(parts, asker, command));
    case 'letter.send':
      return answer(await sendLetter(parts, asker, command));
    case 'letter.print':
      return answer(await printLetter(parts, asker, command));
    case 'letter.retry':
      return answer(await retryLetter(parts, asker, command));
    case 'letter.arrived':
      return answer(await letterArrived(parts, asker, command));
    case 'letter.discard':
      return answer(await discardLetter(parts, asker, command));
    case 'letter.removeFile':
      return answer(await removeFile(parts, asker, command));
  }
}

export async function tellLetter(
  parts: Parts,
  visit: Visit,
  query: LetterQuery,
): Promise<Result<unknown, Problem>> {
  const { agentId } = visit.agent.agent;
  switch (query.ask) {
    case 'letter.preview':
      return answer(await previewLetter(parts, query));
    case 'letter.ofCase':
      return answer(await lettersOfCase(parts, agentId, query.caseId));
    case 'letter.files':
      return answer(await filesOfCase(parts, agentId, query.caseId));
  }
}

const answer = (result: Result<unknown, LetterRefusal>): Result<unknown, Problem> =>
  result.ok ? ok(result.value ?? null) : refuse(problem(result.refusal));
