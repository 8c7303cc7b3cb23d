import type { ContactView } from '@ringside/shared/protocol/contact';
import type { CustomerCard } from '@ringside/shared/protocol/customer';
import { callerText } from './wording/phone-wording.ts';
import type { Words } from './wording/words.ts';

/** Reading the contacts of the desk: what several features ask of them. */

export const isOffered = (contact: ContactView): boolean => contact.state.is === 'offered';
/** A leg with the customer is up or being made. */
export const isLive = (contact: ContactView): boolean => !isOffered(contact) && contact.state.is !== 'wrapUp';

export const customerOf = ({ pop }: ContactView): CustomerCard | null =>
  pop.match.kind === 'known' ? pop.match.customer : null;

/** The customer's name, or what is known instead of it. */
export function whoCalls(contact: ContactView, words: Words): string {
  const { match } = contact.pop;
  switch (match.kind) {
    case 'known':
      return match.customer.name.written;
    case 'several':
      return words.t({ id: 'caller.several' }, { count: match.candidates.length });
    case 'stranger':
      return words.t({ id: 'caller.stranger' });
    case 'withheld':
      return callerText(contact.caller, words);
  }
}

/** What the network says instead of a name, where it says something else than the number. */
export const networkName = ({ caller }: ContactView): string | null =>
  caller.kind !== 'withheld' && caller.display !== '' ? caller.display : null;
