import type { CustomerId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Customer, TierDecision } from '../../../domain/customer/customer.ts';
import { searchText } from '../fold-name.ts';
import { toJson } from '../read-row.ts';
import type { Schema, TierHistoryRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { insertRow, upsertRow, versionedRow } from '../write-row.ts';
import type { SavedCustomer } from './customer-row.ts';
import { customerColumns, customerRow, readCustomer } from './customer-row.ts';
import { customerSearch, reversed } from './customer-search.ts';

const tierColumns = ['customerId', 'decidedAt', 'tier', 'reason', 'factsJson'] as const;

/** Customers, the numbers and names they are found by, and their tiers. */
export function customerTables(database: SqlDatabase, callingCode: string | null) {
  return {
    ...customerWriting(database),
    ...tierWriting(database),
    ...customerReading(database, callingCode),
  };
}

function customerWriting(database: SqlDatabase) {
  const { query, prepare } = database;
  const save = versionedRow<SavedCustomer>(database, 'customers', 'customerId', customerColumns);
  const setPotential = prepare((of: { customerId: string; potentialMinor: number | null }) =>
    query
      .updateTable('customers')
      .set({ potentialMinor: of.potentialMinor })
      .where('customerId', '=', of.customerId),
  );
  const setCustomerNumber = prepare((of: { customerId: string; customerNumber: string | null }) =>
    query
      .updateTable('customers')
      .set({ customerNumber: of.customerNumber })
      .where('customerId', '=', of.customerId),
  );
  const stored = storedCustomer(database);
  const index = customerIndexes(database);
  const rememberTier = tierMemory(database);
  return {
    putCustomer(customer: Customer): 'conflict' | null {
      const before = customer.version === 1 ? undefined : stored(customer.customerId);
      const tier =
        before !== undefined && before.tierDecidedAt > customer.tier.decidedAt ? tierOf(before) : null;
      const refused = save({ ...customerRow(customer), ...tier });
      if (refused !== null) return refused;
      const rowNo = before?.rowNo ?? stored(customer.customerId)?.rowNo;
      if (rowNo === undefined) throw new Error(`Customer ${customer.customerId} was saved and is not there`);
      index(rowNo, customer);
      rememberTier(customer.customerId, customer.tier, before?.tier);
      return null;
    },
    putPotential: (customerId: CustomerId, potentialMinor: number | null) =>
      void setPotential.run({ customerId, potentialMinor }),
    putCustomerNumber: (customerId: CustomerId, customerNumber: string | null) =>
      void setCustomerNumber.run({ customerId, customerNumber }),
  };
}

type Stored = Pick<Schema['customers'], 'rowNo' | 'tier' | 'tierReason' | 'tierFactsJson' | 'tierDecidedAt'>;

function storedCustomer({ query, prepare }: SqlDatabase): (customerId: CustomerId) => Stored | undefined {
  const select = prepare((of: { customerId: string }) =>
    query
      .selectFrom('customers')
      .select(['rowNo', 'tier', 'tierReason', 'tierFactsJson', 'tierDecidedAt'])
      .where('customerId', '=', of.customerId),
  );
  return (customerId) => select.first({ customerId });
}

/** An edit that began before a tier was decided must not bring the old tier back. */
const tierOf = ({ tier, tierReason, tierFactsJson, tierDecidedAt }: Stored) => ({
  tier,
  tierReason,
  tierFactsJson,
  tierDecidedAt,
});

function customerIndexes(database: SqlDatabase): (rowNo: number, customer: Customer) => void {
  const { query, prepare } = database;
  const forgetNumbers = prepare((of: { rowNo: number }) =>
    query.deleteFrom('customerNumbers').where('customerRowNo', '=', of.rowNo),
  );
  const insertNumber = insertRow<Schema['customerNumbers']>(database, 'customerNumbers', [
    'number',
    'customerRowNo',
    'reversed',
  ]);
  const replaceSearch = prepare((row: Schema['customerSearch']) =>
    query
      .replaceInto('customerSearch')
      .values({ rowid: row.rowid, name: row.name, pinyin: row.pinyin, email: row.email }),
  );
  return (rowNo, { name, email, numbers }) => {
    forgetNumbers.run({ rowNo });
    for (const number of new Set(numbers.map((entry) => entry.number))) {
      insertNumber.run({ number, customerRowNo: rowNo, reversed: reversed(number) });
    }
    replaceSearch.run({ rowid: rowNo, ...searchText(name, email) });
  };
}

function tierWriting(database: SqlDatabase) {
  const { query, prepare } = database;
  const update = prepare(
    (row: { customerId: string; tier: string; reason: string; facts: string; at: number }) =>
      query
        .updateTable('customers')
        .set({ tier: row.tier, tierReason: row.reason, tierFactsJson: row.facts, tierDecidedAt: row.at })
        .where('customerId', '=', row.customerId),
  );
  const stored = storedCustomer(database);
  const remember = tierMemory(database);
  return {
    putTier(customerId: CustomerId, decision: TierDecision) {
      const before = stored(customerId);
      if (before === undefined) return;
      const { tier, reason, facts, decidedAt } = decision;
      update.run({ customerId, tier, reason, facts: toJson(facts), at: decidedAt });
      remember(customerId, decision, before.tier);
    },
  };
}

/** Writes a tier into the history when it is another one than before; that somebody is new is no decision. */
function tierMemory(database: SqlDatabase) {
  const insert = upsertRow<TierHistoryRow>(database, 'tierHistory', ['customerId', 'decidedAt'], tierColumns);
  return (
    customerId: CustomerId,
    { tier, reason, facts, decidedAt }: TierDecision,
    before: string | undefined,
  ) => {
    if (tier !== before && reason !== 'new')
      insert.run({ customerId, decidedAt, tier, reason, factsJson: toJson(facts) });
  };
}

function customerReading(database: SqlDatabase, callingCode: string | null) {
  const { query, prepare } = database;
  const one = prepare((of: { customerId: string }) =>
    query.selectFrom('customers').selectAll().where('customerId', '=', of.customerId),
  );
  const numbered = prepare((of: { customerNumber: string }) =>
    query.selectFrom('customers').selectAll().where('customerNumber', '=', of.customerNumber),
  );
  const withNumber = prepare((of: { number: string }) =>
    query
      .selectFrom('customerNumbers')
      .innerJoin('customers', 'customers.rowNo', 'customerNumbers.customerRowNo')
      .selectAll('customers')
      .where('customerNumbers.number', '=', of.number)
      .orderBy('customers.lastContactAt', 'desc')
      .orderBy('customers.rowNo'),
  );
  const search = customerSearch(database, callingCode);
  const customer = (customerId: CustomerId): Customer | null => {
    const row = one.first({ customerId });
    return row === undefined ? null : readCustomer(row);
  };
  return {
    customer,
    customersById: (ids: readonly CustomerId[]) => ids.map(customer).filter((found) => found !== null),
    customerByCustomerNumber: (customerNumber: string) => {
      const row = numbered.first({ customerNumber });
      return row === undefined ? null : readCustomer(row);
    },
    customerNumber: (customerId: CustomerId) => one.first({ customerId })?.customerNumber ?? null,
    customersByNumber: (number: PhoneNumber) => withNumber.all({ number }).map(readCustomer),
    searchCustomers: (text: string, limit: number) => search(text, limit).map(readCustomer),
  };
}
