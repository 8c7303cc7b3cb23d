import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { isE164 } from '@ringside/shared/model/phone-number';
import type { CountryCode } from 'libphonenumber-js/max';
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Numbering } from '../../ports/numbering.ts';

/** Longer text is no telephone number, whatever is in it. */
const longestText = 64;
const remembered = 2_000;

/** Numbering plans from libphonenumber's full metadata; the last parses are remembered, because the same callers return. */
export function numbering(): Numbering {
  const recent = new Map<string, PhoneNumber | null>();
  return {
    parse(text, region) {
      if (text.length > longestText) return null;
      const key = `${region} ${text}`;
      const known = recent.get(key);
      if (known !== undefined) return known;
      const parsed = parse(text, region);
      if (recent.size >= remembered) forgetOldest(recent);
      recent.set(key, parsed);
      return parsed;
    },
    isPremium: (number) => {
      const type = parsePhoneNumberFromString(number)?.getType();
      return type === 'PREMIUM_RATE' || type === 'SHARED_COST';
    },
  };
}

/** The country code of a region (ISO 3166), e.g. "886" for "TW"; null for an unknown region. */
export const callingCodeOf = (region: string): string | null => {
  const country = countryOf(region);
  return country === undefined ? null : getCountryCallingCode(country);
};

function forgetOldest(recent: Map<string, unknown>): void {
  for (const oldest of recent.keys()) {
    recent.delete(oldest);
    return;
  }
}

const countryOf = (region: string): CountryCode | undefined => {
  const upper = region.toUpperCase();
  return isSupportedCountry(upper) ? upper : undefined;
};

function parse(text: string, region: string): PhoneNumber | null {
  const written = withoutExtension(text.normalize('NFKC').trim());
  if (!/^\+?[0-9\s().\-/]+$/u.test(written)) return null;
  const read = readings(written)
    .map((reading) =>
      parsePhoneNumberFromString(reading, { defaultCountry: countryOf(region), extract: false } as never),
    )
    .filter((number) => number !== undefined);
  // A number outside the ranges known today may have been assigned since, so the right length is enough; but not with
  // "0" in front: a carrier that writes it nationally would read "00…", a call abroad.
  const maybe = read.filter((number) => number.isPossible() && !number.nationalNumber.startsWith('0'));
  const best = read.find((number) => number.isValid()) ?? maybe[0];
  return best !== undefined && isE164(best.number) ? asId(best.number) : null;
}

/** "tel:" before and an extension behind: "ext. 9", "x9", "#9", ";ext=9" (RFC 3966), "分機 9". */
const withoutExtension = (text: string): string =>
  text
    .replace(/^tel:/iu, '')
    .replace(
      /\s*(?:;.*|(?:,|#|x|ext\.?|extension|分機|分机|轉|转|內線|内线)\s*[:=.]?\s*[0-9]{1,8}#?)$/iu,
      '',
    );

/**
 * The text itself first; then what networks write without a plus: "00" before the country code also where the country's
 * own prefix is another (Taiwan's is 002), or the country code alone.
 */
function readings(written: string): readonly string[] {
  if (written.startsWith('+')) return [written];
  const digits = written.replaceAll(/[^0-9]/gu, '');
  if (digits.startsWith('00')) return [written, `+${digits.slice(2)}`];
  return digits.startsWith('0') ? [written] : [written, `+${digits}`];
}
