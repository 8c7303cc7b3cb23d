import { z } from 'zod';
import { mailSecurities } from '../domain/letter/mail-server.ts';
import { secret } from './secret.ts';
import { advise, count, host, port, text } from './values.ts';

/** One address and nothing else: no name, no list, no line break. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;
const address = z.string().superRefine((value, ctx) => {
  if (!ADDRESS.test(value))
    ctx.addIssue(advise('it is not an e-mail address', 'Write the address alone, e.g. service@example.com.'));
});

/** The server that letters are handed to; null: letters are printed. */
export const mail = z
  .strictObject({
    host,
    port: port.optional(),
    /** tls: from the first byte; starttls: the server must offer it; none: in clear */
    security: z.enum(mailSecurities).default('starttls'),
    user: text(256).nullable().default(null),
    password: secret.nullable().default(null),
    from: address,
    replyTo: address.nullable().default(null),
    /** how long a letter is tried that the server does not take now */
    retryHours: count(1, 240, 'the time a letter is tried').default(48),
  })
  .superRefine(({ user, password, security, host: server }, ctx) => {
    if ((user === null) !== (password === null))
      ctx.addIssue({
        ...advise('user and password belong together', 'Write both, or neither.'),
        path: [user === null ? 'user' : 'password'],
      });
    if (password !== null && security === 'none' && !isThisMachine(server))
      ctx.addIssue({
        ...advise(
          'the password would go over the network in clear',
          'Write security: starttls or tls, or leave user and password out.',
        ),
        path: ['security'],
      });
  })
  .transform(({ port: written, ...rest }) => ({ ...rest, port: written ?? usualPort[rest.security] }))
  .nullable()
  .default(null);

const usualPort = { tls: 465, starttls: 587, none: 25 } as const;
const isThisMachine = (server: string): boolean => /^(localhost|127\.[\d.]+|::1)$/.test(server);
