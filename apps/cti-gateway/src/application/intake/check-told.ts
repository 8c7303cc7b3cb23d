import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Customer } from '../../domain/customer/customer.ts';
import { contactBelongsTo } from '../contact-of-agent.ts';
import type { Parts } from '../parts.ts';
import type { Recorder, ToldCase } from './told-case.ts';

export type ToldRefusal =
  | 'unknownCategory'
  | 'unknownServicePoint'
  | 'unknownContract'
  | 'unknownCustomer'
  | 'unknownAgent'
  | 'notYourCall'
  | 'promiseInThePast';

/** CASE-6, CASE-22: what a case names must be there, and a promise lies ahead. Gives the customer, where there is one. */
export async function checkTold(
  parts: Parts,
  { agentId }: Recorder,
  told: ToldCase,
): Promise<Result<Customer | null, ToldRefusal>> {
  const fault = faultOf(parts, told);
  if (fault !== null) return refuse(fault);
  if (told.callId !== null && (agentId === null || !(await contactBelongsTo(parts, agentId, told.callId))))
    return refuse('notYourCall');
  if (told.customerId === null) return ok(null);
  const customer = await parts.store.customer(told.customerId);
  return customer === null ? refuse('unknownCustomer') : ok(customer);
}

function faultOf({ centre, clock, floor }: Parts, told: ToldCase): ToldRefusal | null {
  const { category, servicePointId, contractId, promise } = told;
  if (!centre.categories.some((item) => item.category === category)) return 'unknownCategory';
  if (
    servicePointId !== null &&
    !centre.servicePoints.some((point) => point.servicePointId === servicePointId)
  )
    return 'unknownServicePoint';
  if (contractId !== null && !centre.contracts.some((contract) => contract.contractId === contractId))
    return 'unknownContract';
  if (promise === null) return null;
  if (promise.dueAt <= clock.now()) return 'promiseInThePast';
  const keeper = promise.ownerId === null ? null : floor.agents.get(promise.ownerId);
  return keeper === undefined || keeper?.agent.active === false ? 'unknownAgent' : null;
}
