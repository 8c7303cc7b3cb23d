import type { CaseId } from '@ringside/shared/model/ids';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Case } from '../../domain/case/case.ts';
import { fits } from '../../domain/case/who-fits.ts';
import type { WorkPlace } from '../../ports/work-list.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { giveCase } from './give-case.ts';
import { wantedOf } from './wanted-of.ts';
import { openFilter, placeOf } from './work-filter.ts';

const readAtOnce = 20;
/** Somebody whom none of so many fits is told that nothing waits for them. */
const mostRead = 2_000;

/**
 * WORK-5: the most pressing case that nobody has and that suits this person becomes theirs. Who asks at the same time
 * gets another: the second to write finds it changed and goes on to the next.
 */
export async function pullNext(
  parts: Parts,
  asker: Asker,
): Promise<{ readonly caseId: CaseId | null; readonly reference: string }> {
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
      const taken = await takeIfFits(parts, asker, person, row.case);
      if (taken !== null) return { caseId: taken.caseId, reference: taken.reference };
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = placeOf(last);
  }
  return { caseId: null, reference: '' };
}

async function takeIfFits(parts: Parts, asker: Asker, person: Agent, one: Case): Promise<Case | null> {
  if (!fits(person, await wantedOf(parts, one))) return null;
  const given = await giveCase(parts, asker, one, asker.agentId);
  return given.ok ? given.value : null;
}
