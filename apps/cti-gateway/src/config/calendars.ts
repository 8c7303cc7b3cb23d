import { isIP } from 'node:net';
import { z } from 'zod';
import { parseCidr } from './cidr.ts';
import { advise } from './values.ts';

const NAME = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;
const place = z.string().superRefine((value, ctx) => {
  const looksLikeAddress = isIP(value.split('/')[0] ?? '') !== 0 || /^[\d./]+$/.test(value);
  if (looksLikeAddress ? parseCidr(value) === null : !NAME.test(value))
    ctx.addIssue(
      advise(
        'it is neither a host name nor an address range in CIDR form',
        'Write only the name, such as caldav.example.com, or a range such as 10.20.0.0/24.',
      ),
    );
});

/** Calendars that people follow are read from the internet alone, and from these (SPEC ABSENT-9). */
export const calendars = z
  .strictObject({
    /** names and networks inside, such as a company's own calendar server */
    allowedHosts: z.array(place).max(64).default([]),
  })
  .prefault({});
