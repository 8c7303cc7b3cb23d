import type { NextCase } from '@ringside/shared/protocol/work-list';
import type { ApiRequest } from '../../domain/access/api-token.ts';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Case } from '../../domain/case/case.ts';
import { fits } from '../../domain/case/who-fits.ts';
import type { WorkPlace } from '../../ports/work-list.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { giveCase } from './give-case.ts';
import { wantedOf } from './wanted-of.ts';
import { openFilter, placeOf } from './work-filter.ts';

const readAtOnce = 20;
/** Somebody whom none of so many fits is told that nothing waits for them. */
const mostRead = 2_000;

/**
 * WORK-5: the most pressing case that nobody has and that suits this person becomes theirs. Who asks at the same time
 * gets another: the second to write finds it changed and goes on to the next. The answer is kept in the same commit: a
 * desk that never heard it, because the gateway went down, asks again and gets that case and no second one.
 */
export async function pullNext(parts: Parts, asker: Asker): Promise<NextCase> {
  const requestId = idMadeBy(parts.secrets, asker, 'nextCase');
  const given = await parts.store.apiRequest(requestId);
  const one = given === null ? null : await parts.store.case(given.caseId);
  return one === null ? firstThatFits(parts, asker, requestId) : answerOf(one);
}

const answerOf = ({ caseId, reference }: Case): NextCase => ({ caseId, reference });

async function firstThatFits(parts: Parts, asker: Asker, requestId: string): Promise<NextCase> {
  const person = parts.floor.agents.get(asker.agentId)?.agent;
  if (person === undefined) throw new Error('Whoever asks is signed in');
  let after: WorkPlace | null = null;
  for (let read = 0; read < mostRead; read += readAtOnce) {
    const rows = await parts.store.workPage(
      { ...openFilter, owner: 'nobody' },
      'priority',
      after,
      readAtOnce,
    );
    for (const row of rows) {
      const taken = await takeIfFits(parts, asker, person, row.case, requestId);
      if (taken !== null) return answerOf(taken);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = placeOf(last);
  }
  return { caseId: null, reference: '' };
}

async function takeIfFits(
  parts: Parts,
  asker: Asker,
  person: Agent,
  one: Case,
  requestId: string,
): Promise<Case | null> {
  if (!fits(person, await wantedOf(parts, one))) return null;
  const request: ApiRequest = { requestId, contentSha256: '', caseId: one.caseId, at: parts.clock.now() };
  const given = await giveCase(parts, asker, one, asker.agentId, [{ put: 'apiRequest', request }]);
  return given.ok ? given.value : null;
}
