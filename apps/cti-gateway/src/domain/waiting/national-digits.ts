import type { PhoneNumber } from '@ringside/shared/model/phone-number';

/**
 * A number's digits as people of the region dial it, for reading it back: "0912345678" rather than "886912345678".
 * A number of another country is read with its country code. `read` reads a written number in the region.
 */
export function nationalDigits(number: PhoneNumber, read: (text: string) => PhoneNumber | null): string {
  const digits = number.slice(1);
  for (const codeLength of [1, 2, 3]) {
    const subscriber = digits.slice(codeLength);
    for (const written of [`0${subscriber}`, subscriber]) if (read(written) === number) return written;
  }
  return digits;
}
