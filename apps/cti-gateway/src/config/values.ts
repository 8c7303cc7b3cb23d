import { isIP } from 'node:net';
import { z } from 'zod';
import type { RefinementCtx } from 'zod';
import { isE164 } from '@ringside/shared/model/phone-number';
import type { FaultWord } from '../ports/centre-reader.ts';
import { parseCidr } from './cidr.ts';

/** What an issue carries so that a fault can be told: why the value can't work and what to write instead. */
export interface Advice {
  readonly why: string;
  readonly remedy: string;
  /** what a screen says it by in its own language; none: `why` and `remedy` are all there is */
  readonly word?: FaultWord;
}

/** A rule over a value that was read; the issue raised carries its advice. */
const must =
  <Value>(holds: (value: Value) => boolean, advice: Advice) =>
  (value: Value, ctx: RefinementCtx): void => {
    if (!holds(value)) ctx.addIssue({ code: 'custom', params: advice, message: advice.why });
  };

const whole = (from: number, to: number, advice: Advice) =>
  z
    .number()
    .superRefine(must((value: number) => Number.isInteger(value) && value >= from && value <= to, advice));

export const count = (from: number, to: number, of: string) =>
  whole(from, to, {
    why: `${of} has to be a whole number from ${from} to ${to}`,
    remedy: `Set it between ${from} and ${to}.`,
    word: 'range',
  });

export const port = z.number().superRefine((value, ctx) => {
  const remedy = 'Set it between 1 and 65535.';
  const raise = (why: string) => ctx.addIssue({ code: 'custom', params: { why, remedy }, message: why });
  if (!Number.isInteger(value)) raise('a port is a whole number');
  else if (value > 65_535) raise('ports end at 65535, so the gateway cannot listen');
  else if (value < 1) raise('ports begin at 1, so nobody could be told where to connect');
});

export const text = (longest: number) =>
  z.string().superRefine(
    must((value: string) => value.trim().length > 0 && value.length <= longest, {
      why: `a text of 1 to ${longest} characters is needed`,
      remedy: 'Write one.',
      word: 'text',
    }),
  );

const NAME_CHARACTERS = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
/** An id that operators choose: hotlineId, queueId, trunkId, reason … */
export const name = z.string().superRefine(
  must((value: string) => NAME_CHARACTERS.test(value), {
    why: 'an id has 1 to 64 letters, digits, "-" or "_" and starts with a letter or digit',
    remedy: 'Choose such an id.',
    word: 'id',
  }),
);

export const ipAddress = z.string().superRefine(
  must((value: string) => isIP(value) !== 0, {
    why: 'it is not an IP address, and a name would have to be looked up before anything works',
    remedy: 'Write an address such as 192.0.2.10 or 2001:db8::10.',
  }),
);

const HOST = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;
export const host = z.string().superRefine(
  must((value: string) => isIP(value) !== 0 || HOST.test(value), {
    why: 'it is neither a host name nor an IP address',
    remedy: 'Write only the name or address, without scheme, port or path.',
  }),
);

export const cidr = z.string().superRefine(
  must((value: string) => parseCidr(value) !== null, {
    why: 'it is not an address range in CIDR form',
    remedy: 'Write a range such as 203.0.113.0/24, or one address such as 203.0.113.7.',
  }),
);

export const e164 = z.string().superRefine(
  must(isE164, {
    why: 'it is not a telephone number in international form',
    remedy: 'Write + and 7 to 15 digits, e.g. "+886223456789", in quotation marks.',
  }),
);

export const e164Prefix = z.string().superRefine(
  must((value: string) => /^\+[1-9]\d{0,14}$/.test(value), {
    why: 'it is not the beginning of a number in international form',
    remedy: 'Write + and digits, e.g. "+886", in quotation marks.',
  }),
);

export const filePath = text(1024);

export const webAddress = z.string().superRefine(
  must(
    (value: string) => {
      const parsed = URL.canParse(value) ? new URL(value) : null;
      return (
        parsed !== null &&
        /^https?:$/.test(parsed.protocol) &&
        parsed.pathname === '/' &&
        parsed.search === ''
      );
    },
    {
      why: 'it is not the address of a web server',
      remedy: 'Write scheme, host and port only, e.g. https://desk.example.com.',
    },
  ),
);

export const localText = z.strictObject({ en: text(200), 'zh-Hant': text(200), 'zh-Hans': text(200) });

/** A longer text that people read out. */
export const localProse = z.strictObject({ en: text(2_000), 'zh-Hant': text(2_000), 'zh-Hans': text(2_000) });

/** An issue with its advice, for rules that stand by themselves. */
export const advise = (why: string, remedy: string, word?: FaultWord) => ({
  code: 'custom' as const,
  params: word === undefined ? { why, remedy } : { why, remedy, word },
  message: why,
});

export function isTimeZone(zone: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    return known !== '' && (zone.includes('/') || zone === 'UTC');
  } catch {
    return false;
  }
}
