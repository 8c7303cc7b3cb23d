import type { ContactView } from '@ringside/shared/protocol/contact';

/**
 * Milliseconds until no offer can ring any more, null when none stands. A ring is a loan that ends with the offer's
 * deadline: should the gateway fall silent while it rings, nothing rings on (pains 5).
 */
export function ringLease(contacts: readonly ContactView[], gatewayNow: number): number | null {
  const ends = contacts.flatMap(({ state }) => (state.is === 'offered' ? [state.until] : []));
  return ends.length === 0 ? null : Math.max(0, Math.max(...ends) - gatewayNow);
}
