import type { CallerView } from '@ringside/shared/protocol/contact';
import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Words } from './words.ts';

/**
 * A number as people of the region write it: 0912-345-678 and 02-2345-6789 in Taiwan, +44 20 7946 0958 from elsewhere.
 * What is no telephone number is shown as it came.
 */
export function displayNumber(number: string, region: string): string {
  const parsed = parsePhoneNumberFromString(number, region as CountryCode);
  if (!parsed) return number;
  if (parsed.country !== region) return parsed.formatInternational();
  return region === 'TW'
    ? taiwanese(parsed.formatNational(), `0${parsed.nationalNumber}`)
    : parsed.formatNational();
}

/** Hyphens, and the free numbers in the groups everybody knows them by. */
function taiwanese(national: string, digits: string): string {
  if (/^080[09]\d{6}$/.test(digits)) return `${digits.slice(0, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`;
  return national.replaceAll(/[()]/g, '').trim().replaceAll(/\s+/g, '-');
}

/** What stands where a caller's number stands. */
export function callerText(caller: CallerView, { t, region }: Words): string {
  switch (caller.kind) {
    case 'number':
      return displayNumber(caller.number, region);
    case 'unrecognised':
      return caller.text;
    case 'withheld':
      return t({ id: 'caller.withheld' });
  }
}

/** A caller as boards and strips name them: a customer's name, else their number; "" is one who withholds it. */
export const whoText = (who: string, { t, region }: Words): string =>
  who === '' ? t({ id: 'caller.withheld' }) : who.startsWith('+') ? displayNumber(who, region) : who;

/** E.164 of what was typed, or null where it is not a number anywhere. */
export function numberTyped(text: string, region: string): string | null {
  const parsed = parsePhoneNumberFromString(text, region as CountryCode);
  return parsed?.isValid() ? parsed.number : null;
}
