import type { Case } from '../../domain/case/case.ts';
import type { Parts } from '../parts.ts';
import { caseView } from '../views/case-view.ts';

/**
 * After a commit that changed a case or what belongs to it: lists show it anew, and pages that have it or its customer
 * open ask for their files again. Call it once the commit is written.
 */
export async function touchCase(parts: Parts, one: Case): Promise<void> {
  const { desks, floor, store } = parts;
  const [customer, promises] = await Promise.all([
    one.customerId === null ? null : store.customer(one.customerId),
    store.promisesOfCase(one.caseId),
  ]);
  desks.showAll({ what: 'case', case: caseView(floor, one, customer?.name.written ?? '', promises) });
  desks.showAll({ what: 'caseTouched', caseId: one.caseId, version: one.version });
  if (one.customerId !== null) desks.showAll({ what: 'customerChanged', customerId: one.customerId });
}
