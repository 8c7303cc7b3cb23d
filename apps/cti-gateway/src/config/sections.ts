import { z } from 'zod';
import { wrapUpModes } from '@ringside/shared/model/wrap-up-mode';
import { calendars } from './calendars.ts';
import { centre } from './centre.ts';
import { mail } from './mail.ts';
import { secret } from './secret.ts';
import {
  cidr,
  count,
  e164,
  e164Prefix,
  filePath,
  host,
  ipAddress,
  name,
  port,
  text,
  webAddress,
} from './values.ts';

const tlsFiles = z.strictObject({
  /** PEM, the whole chain */
  certificate: filePath,
  key: filePath,
});

const http = z
  .strictObject({
    host: host.default('127.0.0.1'),
    port: port.default(8087),
    publicUrl: webAddress.nullable().default(null),
    tls: tlsFiles.nullable().default(null),
    /** reverse proxies whose X-Forwarded-For is believed */
    proxies: z.array(cidr).max(32).default([]),
    monitoring: z
      .strictObject({ allow: z.array(cidr).max(64).default([]), token: secret.nullable().default(null) })
      .prefault({}),
  })
  .prefault({});

const sipTransports = ['udp', 'tcp', 'tls'] as const;

const listener = z.strictObject({
  transport: z.enum(sipTransports),
  host: ipAddress.default('0.0.0.0'),
  port,
});
export type SipListener = z.infer<typeof listener>;

/** Either `host` and `port` (UDP and TCP, and TLS on `tlsPort` where certificates are given) or every listener by itself. */
const sip = z
  .strictObject({
    domain: host.default('ringside.local'),
    host: ipAddress.optional(),
    port: port.optional(),
    tlsPort: port.optional(),
    listeners: z.array(listener).min(1).max(16).optional(),
    externalAddress: host.nullable().default(null),
    tls: tlsFiles.nullable().default(null),
  })
  .prefault({})
  .transform(({ host: address, port: plain, tlsPort, listeners, ...rest }) => ({
    ...rest,
    listeners:
      listeners ?? usualListeners(address ?? '0.0.0.0', plain ?? 5060, rest.tls ? (tlsPort ?? 5061) : null),
  }));

function usualListeners(address: string, plain: number, tlsPort: number | null): SipListener[] {
  const listeners: SipListener[] = [
    { transport: 'udp', host: address, port: plain },
    { transport: 'tcp', host: address, port: plain },
  ];
  return tlsPort === null ? listeners : [...listeners, { transport: 'tls', host: address, port: tlsPort }];
}

const media = z
  .strictObject({
    /** the one sockets are bound to; 0.0.0.0 needs externalAddress */
    address: ipAddress.default('127.0.0.1'),
    externalAddress: ipAddress.nullable().default(null),
    ports: z.strictObject({ from: port, to: port }).default({ from: 20_000, to: 29_999 }),
  })
  .prefault({});

const credentials = z.strictObject({ userName: text(128), password: secret, realm: text(128).optional() });

const trunk = z.strictObject({
  trunkId: name,
  name: text(80),
  transport: z.enum(sipTransports).default('udp'),
  /** where calls to this trunk are sent; null for a trunk that only calls in */
  host: host.nullable().default(null),
  port: port.optional(),
  /** addresses this trunk's requests come from */
  allow: z.array(cidr).max(64).default([]),
  /** what the trunk must prove to call in */
  digestIn: credentials.nullable().default(null),
  /** what the gateway answers the trunk's challenges with */
  digestOut: credentials.nullable().default(null),
  /** whether P-Asserted-Identity and Privacy of this trunk are believed (RFC 3325) */
  trusted: z.boolean().default(false),
  register: z
    .strictObject({
      registrar: host,
      port: port.optional(),
      addressOfRecord: text(256),
      expiresSeconds: count(60, 86_400, 'the time a registration lasts').default(600),
    })
    .nullable()
    .default(null),
  keepAliveSeconds: count(0, 3_600, 'the time between OPTIONS requests').default(30),
  /** E.164 number shown to people called through this trunk, where the call names none */
  presents: e164.nullable().default(null),
  /** calls out through it, against a stolen password running up a bill */
  callsAtOnce: count(1, 10_000, 'the number of calls at once').default(30),
  attemptsPerMinute: count(1, 6_000, 'the number of calls begun in a minute').default(60),
});
const trunks = z.array(trunk).max(64).default([]);

const limits = z
  .strictObject({
    callsAtOnce: count(1, 20_000, 'the number of calls at once').default(600),
    callsPerSecond: count(1, 5_000, 'the number of new calls a second').default(200),
    desks: count(1, 5_000, 'the number of desks').default(600),
    recordingDays: count(1, 3_650, 'the time messages are kept').default(90),
    drainSeconds: count(0, 86_400, 'the time calls have to end when the gateway stops').default(3_600),
  })
  .prefault({});

const data = filePath.default('./data');
const demo = z.boolean().default(false);
const logLevel = z.enum(['debug', 'info', 'warn', 'error']).default('info');

/** Calls that agents make. No prefix is allowed unless the operator writes it: nobody runs up a bill by default. */
const dialling = z
  .strictObject({
    trunkId: name.nullable().default(null),
    presents: e164.nullable().default(null),
    wrapUpMode: z.enum(wrapUpModes).default('timedOptional'),
    allowedPrefixes: z.array(e164Prefix).max(100).default([]),
  })
  .prefault({});

const timings = z
  .strictObject({
    reconnectSeconds: count(5, 300, 'the time a caller is kept for an agent whose line was lost').default(20),
    dialSeconds: count(10, 180, 'the time a customer is rung').default(60),
    outboundWrapUpSeconds: count(0, 3_600, 'the time for wrap-up').default(60),
    wrapUpExtensionSeconds: count(10, 3_600, 'the time one extension adds').default(60),
    pageSilenceSeconds: count(5, 300, 'the time a page may be silent').default(20),
    sessionHours: count(1, 24, 'the time a sign-in lasts').default(12),
  })
  .prefault({});

/** Every section of the configuration by its name. */
export const sections = {
  data,
  demo,
  logLevel,
  http,
  sip,
  media,
  trunks,
  limits,
  dialling,
  mail,
  calendars,
  timings,
  centre,
};
export type SectionName = keyof typeof sections;
/** What the sections give, secrets not yet resolved. */
export type Written = { readonly [Name in SectionName]: z.infer<(typeof sections)[Name]> };
