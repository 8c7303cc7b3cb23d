import type { CallId, CustomerId } from '@ringside/shared/model/ids';
import { useDesk } from '../../desk.ts';

/** The contact with this customer that is on the desk, where there is one: the attempt is kept with it. */
export function callAbout(customerId: CustomerId | null): CallId | null {
  const contacts = useDesk.getState().desk?.contacts ?? [];
  const isWith = contacts.find(
    ({ pop: { match }, state }) =>
      state.is !== 'offered' && match.kind === 'known' && match.customer.customerId === customerId,
  );
  return isWith?.callId ?? null;
}
