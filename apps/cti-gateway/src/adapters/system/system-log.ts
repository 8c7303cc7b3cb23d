import type { DestinationStream } from 'pino';
import { destination, pino } from 'pino';
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

interface Line {
  readonly at: number;
  readonly level: 'info' | 'warn' | 'error';
  readonly what: string;
  readonly facts: Readonly<Record<string, unknown>> | undefined;
}

/**
 * One line of JSON for each thing that happened, on standard error or where `to` says. What happens to callers comes
 * first: lines are kept and written when the moment's work is done, with the time of what they tell. An error is written
 * at once, after those before it, for the process may end with it.
 */
export function systemLog(level: LogLevel, to: DestinationStream = destination({ fd: 2, sync: false })): Log {
  let toldAt = 0;
  const log = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(toldAt).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
    },
    to,
  );
  const kept: Line[] = [];
  const write = (): void => {
    for (const line of kept.splice(0)) {
      toldAt = line.at;
      log[line.level](readable(line.facts), line.what);
    }
  };
  const keep = (line: Line['level'], what: string, facts: Line['facts']): void => {
    if (!log.isLevelEnabled(line)) return;
    if (kept.length === 0 && line !== 'error') setImmediate(write);
    kept.push({ at: Date.now(), level: line, what, facts });
    if (line === 'error') write();
  };
  return {
    info: (what, facts) => keep('info', what, facts),
    warn: (what, facts) => keep('warn', what, facts),
    error: (what, facts) => keep('error', what, facts),
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
