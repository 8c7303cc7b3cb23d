import type { DestinationStream } from 'pino';
import { destination, pino, stdTimeFunctions } from 'pino';
import type { Log } from '../../ports/log.ts';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Names of fields that never leave the process, at the top and one level down. */
const secretFields = [
  'password',
  'passwordHash',
  'secret',
  'token',
  'authorization',
  'cookie',
  'ha1Sha256',
  'ha1Md5',
  'privateKey',
];

/** One line of JSON for each thing that happened, on standard error or where `to` says. */
export function systemLog(level: LogLevel, to: DestinationStream = destination({ fd: 2, sync: false })): Log {
  const log = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
    },
    to,
  );
  return {
    info: (what, facts) => log.info(readable(facts), what),
    warn: (what, facts) => log.warn(readable(facts), what),
    error: (what, facts) => log.error(readable(facts), what),
  };
}

/** Errors among the facts keep their name, message, stack and causes, which plain JSON drops. */
function readable(facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      fact instanceof Error ? pino.stdSerializers.err(fact) : fact,
    ]),
  );
}
