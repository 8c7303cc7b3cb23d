import type { CaseId } from '@ringside/shared/model/ids';
import { refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import { movedCase } from '../../domain/case/changed-case.ts';
import type { Change } from '../../ports/store.ts';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Seen } from './act-on-case.ts';
import { actOnCase } from './act-on-case.ts';
import { factsOf } from './case-at-hand.ts';
import { caseEntry } from './case-entry.ts';
import { missing } from './missing.ts';
import type { Done } from './save-case.ts';
import { saveCase } from './save-case.ts';
import { touchCase } from './touch-case.ts';

/**
 * CASE-13: what the customer reported twice is worked once. Calls, open tasks and open promises go over to the other
 * case; money that is under way must be settled first, since it belongs to this one's cause.
 */
export const mergeCase = (
  parts: Parts,
  asker: Asker,
  { into, ...seen }: Seen & { readonly into: CaseId },
): Promise<Done> =>
  actOnCase(parts, asker, seen, 'edit', async ({ one, workflow }) => {
    const original = await parts.store.case(into);
    if (original === null) return refuse(problem('unknownCase'));
    const closed = workflow?.stages.find(({ phase }) => phase === 'closed') ?? null;
    if (workflow === null || closed === null || !canBeOneOf(one, original))
      return refuse(problem('notPossibleNow'));
    const facts = await factsOf(parts, workflow, one);
    if (!facts.compensationSettled) return missing(['compensationSettled']);
    const merged: Case = {
      ...movedCase(one, workflow, closed.stage, parts.clock.now()),
      duplicateOf: original.caseId,
    };
    const kept = withCallsOf(original, one);
    const along: Change[] = [
      { put: 'case', case: kept },
      caseEntry(parts, asker, { of: original, what: 'merged', text: one.reference }),
      ...(await goOver(parts, one, original)),
    ];
    const saved = await saveCase(parts, asker, one, merged, {
      what: 'merged',
      text: original.reference,
      along,
    });
    if (saved.ok) await touchCase(parts, kept);
    return saved;
  });

const canBeOneOf = (one: Case, original: Case): boolean =>
  one.caseId !== original.caseId &&
  one.closedAt === null &&
  original.closedAt === null &&
  original.duplicateOf === null &&
  one.customerId === original.customerId;

const withCallsOf = (original: Case, one: Case): Case => ({
  ...original,
  callIds: [...new Set([...original.callIds, ...one.callIds])],
  version: original.version + 1,
});

async function goOver({ store }: Parts, { caseId }: Case, original: Case): Promise<Change[]> {
  const [tasks, promises] = await Promise.all([store.tasksOfCase(caseId), store.promisesOfCase(caseId)]);
  const to = { caseId: original.caseId };
  return [
    ...tasks
      .filter(({ state }) => state === 'open')
      .map((task) => ({ put: 'task', task: { ...task, ...to, version: task.version + 1 } }) as const),
    ...promises
      .filter(({ keptAt }) => keptAt === null)
      .map((promise) => ({ put: 'promise', promise: { ...promise, ...to } }) as const),
  ];
}
