import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Parts } from './parts.ts';

/** A number that the operator allows calls to, that costs no more than another (BACK-8). */
export function isDiallable({ settings, numbering }: Parts, number: PhoneNumber): boolean {
  const { trunkId, allowedPrefixes } = settings.dialling;
  if (trunkId === null || numbering.isPremium(number)) return false;
  return allowedPrefixes.some((prefix) => number.startsWith(prefix));
}
