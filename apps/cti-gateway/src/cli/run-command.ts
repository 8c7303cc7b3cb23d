import { existsSync, readFileSync } from 'node:fs';
import { openStore } from '../adapters/sql/open-store.ts';
import { systemIds } from '../adapters/system/system-ids.ts';
import { systemSecrets } from '../adapters/system/system-secrets.ts';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import { centreReader } from '../config/centre-reader.ts';
import type { Environment } from '../config/source.ts';
import { tellConfig, tellFaults } from './check.ts';
import { readCommandLine } from './command-line.ts';
import type { CentreAction, CommandLine } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import { helpAbout } from './help.ts';
import { copyFiles, filesOf } from './copy-files.ts';
import { moveCentre } from './move-centre.ts';
import { manageUsers } from './manage-users.ts';
import type { Terminal } from './terminal.ts';

export interface Surroundings {
  readonly environment: Environment;
  readonly terminal: Terminal;
  /** runs the gateway until it has stopped */
  readonly serve: (config: Config) => Promise<ExitCode>;
}

/** `ringside …`: reads the command line and the configuration and does what was asked. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { terminal } = around;
  const line = readCommandLine(args);
  if (!line.ok) {
    terminal.complain(`${line.refusal}. "ringside --help" shows what there is.`);
    return exitCode.usage;
  }
  switch (line.value.command) {
    case 'help':
      terminal.say(helpAbout(line.value.about));
      return exitCode.ok;
    case 'version':
      terminal.say(`Ringside ${productVersion()}`);
      return exitCode.ok;
    default:
      return configured(line.value, around);
  }
}

export function productVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

type Configured = Exclude<CommandLine, { command: 'help' | 'version' }>;

async function configured(line: Configured, around: Surroundings): Promise<ExitCode> {
  const { terminal, environment } = around;
  const file =
    line.config ?? environment['RINGSIDE_CONFIG'] ?? (existsSync('ringside.yaml') ? 'ringside.yaml' : null);
  const config = readConfig(file, environment);
  if (!config.ok) {
    tellFaults(terminal, file, config.refusal);
    return exitCode.config;
  }
  if (line.command === 'check') tellConfig(terminal, file, config.value);
  return line.command === 'check' ? exitCode.ok : carryOut(line, config.value, around);
}

async function carryOut(
  line: Configured,
  config: Config,
  { terminal, serve }: Surroundings,
): Promise<ExitCode> {
  try {
    switch (line.command) {
      case 'serve':
        return await serve(config);
      case 'migrate':
        return await migrate(config, terminal);
      case 'backup':
        return await backup(config, line.to, terminal);
      case 'centre':
        return await centre(line.action, config, terminal);
      case 'user':
        return await users(line, config, terminal);
      case 'check':
        return exitCode.ok;
    }
  } catch (fault) {
    terminal.complain(sentenceOf(fault));
    return isUnavailable(fault) ? exitCode.unavailable : exitCode.failed;
  }
}

const unavailable = new Set([
  'HttpListenFault',
  'ListenFault',
  'FolderInUse',
  'DatabaseTooNew',
  'DatabaseDamaged',
]);
const isUnavailable = (fault: unknown): boolean => fault instanceof Error && unavailable.has(fault.name);

/** What an adapter says about the outside world is meant to be read; anything else is a bug, told with where it is. */
function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if (fault.name === 'ListenFault')
    return `${fault.message} The settings are sip.host, sip.port (RINGSIDE_SIP_PORT) and sip.listeners.`;
  return isUnavailable(fault) || fault.cause !== undefined || fault.name === 'Error'
    ? fault.message
    : (fault.stack ?? fault.message);
}

async function migrate(config: Config, terminal: Terminal): Promise<ExitCode> {
  const store = openStore({ folder: config.data });
  terminal.say(
    `The database in ${config.data} is of version ${store.schemaVersion}, which this release works with.`,
  );
  await store.close();
  return exitCode.ok;
}

async function backup(config: Config, to: string, terminal: Terminal): Promise<ExitCode> {
  const store = openStore({ folder: config.data, as: 'visitor' });
  try {
    await store.backup(to);
    const files = await copyFiles(config.data, to);
    terminal.say(`The database in ${config.data} was copied to ${to}, and ${files} files to ${filesOf(to)}.`);
    return exitCode.ok;
  } finally {
    await store.close();
  }
}

async function centre(action: CentreAction, config: Config, terminal: Terminal): Promise<ExitCode> {
  const store = openStore({ folder: config.data, as: 'visitor' });
  try {
    return await moveCentre(action, { store, terminal, reader: centreReader, now: Date.now });
  } finally {
    await store.close();
  }
}

async function users(
  { action }: Extract<Configured, { command: 'user' }>,
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  const store = openStore({ folder: config.data, as: 'visitor' });
  try {
    return await manageUsers(action, {
      store,
      terminal,
      secrets: systemSecrets,
      ids: systemIds(),
      now: Date.now,
      realm: config.sip.domain,
    });
  } finally {
    await store.close();
  }
}
