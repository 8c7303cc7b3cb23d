import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ApiToken } from '../../domain/access/api-token.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { ReportedCase, ReportedCustomer } from '../../ports/case-door.ts';
import type { Parts } from '../parts.ts';

/** An address is somebody's; of more that look alike none is taken. */
const mostAlike = 20;

/**
 * CASE-26: who a system means. What names one customer alone must be right; by an address or a number that several
 * have, or nobody, nobody is guessed.
 */
export async function customerOf(
  { store, numbering, centre }: Parts,
  named: ReportedCustomer | null,
): Promise<Result<Customer | null, 'unknownCustomer'>> {
  if (named === null) return ok(null);
  const { customerId, customerNumber, email, number } = named;
  if (customerId !== null) return known(await store.customer(customerId));
  if (customerNumber !== null) return known(await store.customerByCustomerNumber(customerNumber));
  if (email !== null) {
    const alike = await store.searchCustomers(email, mostAlike);
    return ok(only(alike.filter((one) => one.email.toLowerCase() === email.toLowerCase())));
  }
  const e164 = number === null ? null : numbering.parse(number, centre.region);
  return ok(e164 === null ? null : only(await store.customersByNumber(e164)));
}

const known = (customer: Customer | null): Result<Customer, 'unknownCustomer'> =>
  customer === null ? refuse('unknownCustomer') : ok(customer);

const only = (customers: readonly Customer[]): Customer | null =>
  customers.length === 1 ? (customers[0] ?? null) : null;

/** CASE-28: which system brought it, by which reference, and who it said the customer is where nobody is known. */
export function caseNoteOfSystem(
  { name }: ApiToken,
  { externalReference, customer: named }: Pick<ReportedCase, 'externalReference' | 'customer'>,
  customer: Customer | null,
): string {
  const facts =
    customer !== null || named === null
      ? []
      : [named.name, named.email, named.number].filter((fact) => fact !== null);
  return [name, ...(externalReference === null ? [] : [externalReference]), ...facts].join(' · ');
}
