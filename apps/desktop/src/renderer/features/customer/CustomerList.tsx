import type { CustomerCard } from '@ringside/shared/protocol/customer';
import { TierBadge } from '@ringside/ui/Badge';
import type { ReactNode } from 'react';
import { useReference } from '../../reference.ts';
import { tierReason } from '../../wording/tier-wording.ts';
import { tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

interface CustomerListProps {
  readonly label: string;
  readonly customers: readonly CustomerCard[];
  readonly renderActions: (customer: CustomerCard) => ReactNode;
}

/** Customers to choose from, each with what tells them apart. */
export function CustomerList({ label, customers, renderActions }: CustomerListProps) {
  const words = useWords();
  const { currency } = useReference();
  return (
    <ul className="customer-list" aria-label={label}>
      {customers.map((customer) => (
        <li key={customer.customerId}>
          <div className="customer-list-who">
            <strong lang={customer.language}>{customer.name.written}</strong>
            <span className="rs-muted rs-clip">
              {[customer.name.spoken, tierReason(customer.tier, currency, words)].filter(Boolean).join(' · ')}
            </span>
          </div>
          <TierBadge tier={customer.tier.tier}>{words.t(tierWords[customer.tier.tier])}</TierBadge>
          <span className="customer-list-actions">{renderActions(customer)}</span>
        </li>
      ))}
    </ul>
  );
}
