import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CentreRevision } from '../domain/centre/centre-revision.ts';
import type { Difference } from '../domain/centre/document-diff.ts';
import { differences } from '../domain/centre/document-diff.ts';
import type { CentreFault, CentreReader } from '../ports/centre-reader.ts';
import type { Store } from '../ports/store.ts';
import type { CentreAction } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface CentreParts {
  readonly store: Pick<Store, 'centreRevisions' | 'commit'>;
  readonly reader: CentreReader;
  readonly terminal: Terminal;
  readonly now: () => number;
}

/** `ringside centre …`, also beside a running gateway (ADMIN-13). */
export async function moveCentre(action: CentreAction, parts: CentreParts): Promise<ExitCode> {
  const [latest] = await parts.store.centreRevisions(Number.MAX_SAFE_INTEGER, 1);
  if (latest === undefined) {
    parts.terminal.complain(
      'There is no centre in the database yet. Start the gateway once, then try again.',
    );
    return exitCode.failed;
  }
  return action.do === 'export' ? write(action.file, latest, parts) : take(action, latest, parts);
}

function write(
  file: string | null,
  { revision, at, document }: CentreRevision,
  parts: CentreParts,
): ExitCode {
  const yaml = parts.reader.toYaml(document, [
    `The contact centre as of revision ${revision}, ${new Date(at).toISOString()}.`,
    'It can be imported again ("ringside centre import"), or stand as "centre" in ringside.yaml.',
    'People and their passwords are not part of it, nor are the recordings that prompts name.',
  ]);
  if (file === null) {
    parts.terminal.say(yaml.trimEnd());
    return exitCode.ok;
  }
  // never over a file: it may be the only copy of something
  writeFileSync(file, yaml, { flag: 'wx' });
  parts.terminal.say(`Revision ${revision} of the centre was written to ${file}.`);
  return exitCode.ok;
}

async function take(
  { file, dryRun }: Extract<CentreAction, { do: 'import' }>,
  latest: CentreRevision,
  { store, reader, terminal, now }: CentreParts,
): Promise<ExitCode> {
  const yaml = readFileSync(file, 'utf8');
  const parsed = reader.fromYaml(yaml);
  const read = parsed.ok ? reader.read(parsed.value) : parsed;
  if (!read.ok) {
    for (const fault of read.refusal)
      terminal.complain(sentence(file, { ...fault, line: fault.line ?? reader.lineIn(yaml, fault.path) }));
    return exitCode.config;
  }
  const { document } = read.value;
  const changes = differences(latest.document, document);
  for (const change of changes) terminal.say(told(change));
  if (changes.length === 0) terminal.say('The file says what is in force already; nothing was changed.');
  if (dryRun || changes.length === 0) return exitCode.ok;
  const at = now();
  const revision: CentreRevision = {
    ...latest,
    revision: latest.revision + 1,
    at,
    who: null,
    origin: 'import',
    comment: basename(file),
    document,
  };
  const written = await store.commit([
    { put: 'centreRevision', revision },
    { put: 'audit', at, who: null, did: 'centre.import', to: `revision ${revision.revision}`, detail: null },
  ]);
  if (!written.ok) {
    terminal.complain('Somebody changed the centre at this moment; nothing was imported. Try again.');
    return exitCode.failed;
  }
  terminal.say(
    `Done: this is revision ${revision.revision}. A running gateway takes it up within ten seconds.`,
  );
  return exitCode.ok;
}

function sentence(file: string, { path, value, why, remedy, line }: CentreFault): string {
  const where = `${file}${line === null ? '' : `:${line}`}: ${path.join('.') || 'the file'}`;
  return `${where} ${value === null ? 'is not set' : `is ${value}`}; ${why}. ${remedy}`;
}

const told = ({ path, before, after }: Difference): string =>
  `${path.join('.')}: ${shown(before)} -> ${shown(after)}`;

const shown = (value: unknown): string => (value === undefined ? '(nothing)' : JSON.stringify(value));
