import { ok, refuse } from '@ringside/shared/model/result';
import type { ApiToken } from '../../domain/access/api-token.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseDoorRefusal, ReportedContact } from '../../ports/case-door.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { stageNow } from '../case/case-at-hand.ts';
import { reopenedNow } from '../case/reopen-case.ts';
import { saveCase } from '../case/save-case.ts';
import { touchCase } from '../case/touch-case.ts';
import type { Parts } from '../parts.ts';
import type { Answer, Asking } from './asked-once.ts';
import { caseNoteOfSystem, customerOf } from './reported-customer.ts';

interface Contact {
  readonly token: ApiToken;
  readonly reference: string;
  readonly contact: ReportedContact;
}

/** CASE-30: what a customer wrote goes onto their case; a closed one is reopened, as it is when they call. */
export async function addContact(
  parts: Parts,
  { requestOf }: Asking,
  { token, reference, contact }: Contact,
): Answer<Case> {
  const one = await workedOn(parts, await parts.store.caseByReference(reference));
  if (one === null) return refuse({ problem: 'unknownCase' });
  const customer = await customerOf(parts, contact.customer);
  if (!customer.ok) return refuse({ problem: customer.refusal });
  const who = customer.value?.customerId ?? one.customerId;
  if (one.customerId !== null && who !== one.customerId) return refuse({ problem: 'otherCustomer' });
  const source = caseNoteOfSystem(token, contact, customer.value);
  const along: readonly Change[] = [
    caseEntry(parts, null, { of: one, what: 'contacted', text: contact.text, note: 'customer' }),
    caseEntry(parts, null, { of: one, what: 'noted', text: source, note: 'internal' }),
    { put: 'apiRequest', request: requestOf(one.caseId) },
  ];
  return one.closedAt === null ? addTo(parts, one, along) : reopenWith(parts, one, along);
}

/** What was reported on a duplicate belongs to the case that is worked. */
async function workedOn({ store }: Parts, one: Case | null): Promise<Case | null> {
  let found = one;
  while (found !== null && found.duplicateOf !== null) found = await store.case(found.duplicateOf);
  return found;
}

async function addTo(parts: Parts, one: Case, along: readonly Change[]): Answer<Case> {
  if (stageNow(parts, one).stage?.allows.includes('note') === false)
    return refuse({ problem: 'notPossibleNow' });
  // on the version that was read: were it closed at this moment, nobody would see what the customer wrote
  const after: Case = { ...one, version: one.version + 1 };
  const written = await parts.journal.write({ changes: [{ put: 'case', case: after }, ...along] });
  if (!written.ok) return refuse({ problem: 'changedMeanwhile' });
  await touchCase(parts, after);
  return ok(after);
}

async function reopenWith(parts: Parts, one: Case, along: readonly Change[]): Answer<Case> {
  const { workflow, stage } = stageNow(parts, one);
  if (stage?.allows.includes('reopen') === false) return refuse({ problem: 'notPossibleNow' });
  const reopened = await reopenedNow(parts, { one, workflow }, one.ownerId);
  if (!reopened.ok) return refuse({ problem: ofDoor(reopened.refusal.problem) });
  const saved = await saveCase(parts, null, one, reopened.value, { what: 'reopened', along });
  if (!saved.ok) return refuse({ problem: 'changedMeanwhile' });
  return ok((await parts.store.case(one.caseId)) ?? one);
}

/** What has to hold to come in again is for people to see to. */
const ofDoor = (problem: string): CaseDoorRefusal['problem'] =>
  problem === 'reopeningIsOver' ? problem : 'notPossibleNow';
