import { z } from 'zod';
import type { Id } from '../model/ids.ts';
import { asId } from '../model/ids.ts';
import { languages } from '../model/language.ts';
import { isE164 } from '../model/phone-number.ts';
import { titles } from '../model/person-name.ts';
import { tiers } from '../model/tier.ts';

/** Values that several messages carry. Limits here are the wire's: longer text is refused, never cut. */
export const id = <Kind extends string>() =>
  z
    .string()
    .min(1)
    .max(64)
    .transform((text) => asId<Kind>(text));
/** Milliseconds since 1970, gateway clock. */
export const instant = z.number().int().nonnegative();
export const phoneNumber = z.string().refine(isE164);
export const language = z.enum(languages);
export const localText = z.object({ en: z.string(), 'zh-Hant': z.string(), 'zh-Hans': z.string() });
export const money = z.object({ minor: z.number().int(), currency: z.string().length(3) });
export const line = z.string().trim().max(200);
export const prose = z.string().max(10_000);
export const personName = z.object({
  written: line.min(1),
  family: line.nullable(),
  given: line.nullable(),
  spoken: line.nullable(),
  title: z.enum(titles).nullable(),
});
export const tier = z.enum(tiers);
export type IdOf<Kind extends string> = Id<Kind>;
