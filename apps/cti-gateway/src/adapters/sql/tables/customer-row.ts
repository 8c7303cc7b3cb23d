import { languages } from '@ringside/shared/model/language';
import { titles } from '@ringside/shared/model/person-name';
import { isE164 } from '@ringside/shared/model/phone-number';
import { tiers } from '@ringside/shared/model/tier';
import type { Customer } from '../../../domain/customer/customer.ts';
import { z } from 'zod';
import { fold } from '../fold-name.ts';
import {
  idColumn,
  instantColumn,
  jsonColumn,
  nullableId,
  rowReader,
  toBit,
  toJson,
  truth,
} from '../read-row.ts';
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

export const readCustomer = rowReader<Customer>(
  'customers',
  ['customerId'],
  z
    .object({
      customerId: idColumn<'customer'>(),
      written: z.string(),
      family: z.string().nullable(),
      given: z.string().nullable(),
      spoken: z.string().nullable(),
      title: z.enum(titles).nullable(),
      language: z.enum(languages),
      email: z.string(),
      address: z.string(),
      note: z.string(),
      numbersJson: jsonColumn(
        z.array(
          z.object({ number: z.string().refine(isE164), label: z.enum(['mobile', 'home', 'work', 'other']) }),
        ),
      ),
      since: instantColumn,
      points: z.number(),
      vulnerable: truth,
      ownerId: nullableId<'agent'>(),
      tier: z.enum(tiers),
      tierReason: z.enum(tierReasons),
      tierFactsJson: jsonColumn(z.record(z.string(), z.number())),
      tierDecidedAt: instantColumn,
      version: z.number(),
    })
    .transform((row): Customer => ({
      customerId: row.customerId,
      name: {
        written: row.written,
        family: row.family,
        given: row.given,
        spoken: row.spoken,
        title: row.title,
      },
      language: row.language,
      email: row.email,
      address: row.address,
      note: row.note,
      numbers: row.numbersJson,
      since: row.since,
      points: row.points,
      vulnerable: row.vulnerable,
      ownerId: row.ownerId,
      tier: {
        tier: row.tier,
        reason: row.tierReason,
        facts: row.tierFactsJson,
        decidedAt: row.tierDecidedAt,
      },
      version: row.version,
    })),
);

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
