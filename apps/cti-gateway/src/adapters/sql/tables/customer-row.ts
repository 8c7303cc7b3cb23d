import { languages } from '@ringside/shared/model/language';
import { titles } from '@ringside/shared/model/person-name';
import { isE164 } from '@ringside/shared/model/phone-number';
import { tiers } from '@ringside/shared/model/tier';
import type { Customer } from '../../../domain/customer/customer.ts';
import { fold } from '../fold-name.ts';
import { Columns, isNumber } from '../read-columns.ts';
import { toBit, toJson } from '../read-row.ts';
import type { CustomerRow } from '../schema.ts';

/** What a customer's own row holds; potential, customer number and last contact are the store's. */
export type SavedCustomer = Omit<CustomerRow, 'potentialMinor' | 'customerNumber' | 'lastContactAt'>;

export const customerColumns = [
  'customerId',
  'written',
  'family',
  'given',
  'spoken',
  'title',
  'language',
  'email',
  'address',
  'note',
  'numbersJson',
  'since',
  'points',
  'vulnerable',
  'ownerId',
  'tier',
  'tierReason',
  'tierFactsJson',
  'tierDecidedAt',
  'version',
  'folded',
] as const;

export const tierReasons = ['topByMargin', 'growable', 'belowZero', 'regular', 'new', 'setByHand'] as const;

const numberLabels = ['mobile', 'home', 'work', 'other'] as const;

export function readCustomer(row: unknown): Customer {
  const columns = new Columns('customers', 'customerId', row);
  return {
    customerId: columns.id<'customer'>('customerId'),
    name: {
      written: columns.text('written'),
      family: columns.textOrNull('family'),
      given: columns.textOrNull('given'),
      spoken: columns.textOrNull('spoken'),
      title: columns.oneOfOrNull('title', titles),
    },
    language: columns.oneOf('language', languages),
    email: columns.text('email'),
    address: columns.text('address'),
    note: columns.text('note'),
    numbers: columns
      .json('numbersJson', 'list of telephone numbers', areNumbers)
      .map(({ number, label }) => ({ number, label })),
    since: columns.instant('since'),
    points: columns.number('points'),
    vulnerable: columns.truth('vulnerable'),
    ownerId: columns.idOrNull<'agent'>('ownerId'),
    tier: {
      tier: columns.oneOf('tier', tiers),
      reason: columns.oneOf('tierReason', tierReasons),
      facts: columns.json('tierFactsJson', 'list of figures', areFacts),
      decidedAt: columns.instant('tierDecidedAt'),
    },
    version: columns.number('version'),
  };
}

const areNumbers = (value: unknown): value is Customer['numbers'] =>
  Array.isArray(value) && value.every(isTelephone);

function isTelephone(one: unknown): one is Customer['numbers'][number] {
  if (typeof one !== 'object' || one === null) return false;
  const { number, label } = one as Readonly<Record<string, unknown>>;
  return typeof number === 'string' && isE164(number) && numberLabels.some((known) => known === label);
}

const areFacts = (value: unknown): value is Customer['tier']['facts'] =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(isNumber);

export function customerRow({ name, numbers, vulnerable, tier, ...rest }: Customer): SavedCustomer {
  return {
    ...rest,
    ...name,
    numbersJson: toJson(numbers),
    vulnerable: toBit(vulnerable),
    tier: tier.tier,
    tierReason: tier.reason,
    tierFactsJson: toJson(tier.facts),
    tierDecidedAt: tier.decidedAt,
    folded: fold(name.written),
  };
}
