import type { CallId, CaseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import { stageNow } from '../case/case-at-hand.ts';
import { caseEntry, isEntryOf } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { contactBelongsTo } from '../contact-of-agent.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { linkToCall } from './open-case.ts';

interface Added {
  readonly caseId: CaseId;
  readonly callId: CallId | null;
  readonly text: string;
}
type AddRefusal = 'unknownCase' | 'notYourCall' | 'notPossibleNow' | 'changedMeanwhile';

/** CASE-24: the customer calls again about the same: the call is linked to the case and what they said is noted on it. */
export async function addToCase(
  parts: Parts,
  asker: Asker,
  { caseId, callId, text }: Added,
): Promise<Result<{ caseId: CaseId; reference: string }, AddRefusal>> {
  const one = await parts.store.case(caseId);
  if (one === null) return refuse('unknownCase');
  if (stageNow(parts, one).stage?.allows.includes('note') === false) return refuse('notPossibleNow');
  if (callId !== null && !(await contactBelongsTo(parts, asker.agentId, callId)))
    return refuse('notYourCall');
  const entries = await parts.store.caseEntries(caseId);
  if (entries.some((entry) => isEntryOf(parts, asker, entry)))
    return ok({ caseId, reference: one.reference });
  const isNewCall = callId !== null && !one.callIds.includes(callId);
  const after: Case = {
    ...one,
    callIds: isNewCall ? [...one.callIds, callId] : one.callIds,
    version: one.version + 1,
  };
  const written = await parts.journal.write({
    changes: [
      { put: 'case', case: after },
      ...(isNewCall ? [caseEntry(parts, asker, { of: one, what: 'called', text: callId })] : []),
      caseEntry(parts, asker, { of: one, what: 'noted', text, note: 'internal' }),
    ],
  });
  if (!written.ok) return refuse('changedMeanwhile');
  await linkToCall(parts, callId, caseId);
  await touchCase(parts, after);
  return ok({ caseId, reference: one.reference });
}
