import type { PhoneNumber } from '@ringside/shared/model/phone-number';

/** Knowledge of numbering plans. */
export interface Numbering {
  /**
   * Reads a number as people and networks write it ("02-2345 6789", "(0)912/345678", "886912345678", "tel:+886…")
   * in a region (ISO 3166), or null where it can't be a telephone number.
   */
  parse(text: string, region: string): PhoneNumber | null;
  /** Whether calls to this number cost more than to others of its country, or bring somebody money. */
  isPremium(number: PhoneNumber): boolean;
}
