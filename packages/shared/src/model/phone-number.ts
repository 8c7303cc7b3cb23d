import type { Id } from './ids.ts';

/** A telephone number in E.164 form: "+" and 7 to 15 digits (ITU-T E.164 section 6). */
export type PhoneNumber = Id<'phone-number'>;

/** True for a string that has the form of an E.164 number; whether it is assigned is the numbering port's to say. */
export function isE164(text: string): text is PhoneNumber {
  if (text.length < 8 || text.length > 16 || text[0] !== '+' || text[1] === '0') return false;
  for (let i = 1; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return true;
}

/** A number as logs may show it: all but the last three digits hidden. */
export const redacted = (number: string): string =>
  number.length <= 3 ? '***' : `${'*'.repeat(number.length - 3)}${number.slice(-3)}`;
