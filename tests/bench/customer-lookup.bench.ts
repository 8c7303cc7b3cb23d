import { measureCustomerLookup } from '@ringside/cti-gateway/src/adapters/sql/customer-lookup.bench.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { filledFolder } from '../support/filled-folder.ts';
import type { Bench } from './bench.ts';

const customers = 1_000_000;

export const bench: Bench = {
  name: 'customer_lookup_1m_ms',
  unit: 'ms',
  about: 'finding a customer by number among a million (wanted: p95 under 1 ms)',
  async measure(tell) {
    const store = openStore({ folder: await filledFolder(customers, tell), callingCode: '886' });
    try {
      return await measureCustomerLookup(store, customers);
    } finally {
      await store.close();
    }
  },
};
