import { readFileSync, statSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Fault } from './fault.ts';
import { shown } from './fault.ts';

export type Path = readonly (string | number)[];

/** What was written, before anything is known about it: the file with the environment laid over it. */
export interface Source {
  readonly settings: Record<string, unknown>;
  /** how to name a setting to the person who set it, and where they did */
  locate(path: Path): { readonly setting: string; readonly line: number | null };
  readonly faults: readonly Fault[];
}

const LARGEST_FILE = 1_048_576;

/** Environment variables that set single values; they win over the file. */
const variables: readonly {
  readonly name: string;
  readonly path: Path;
  readonly kind: 'text' | 'number' | 'flag';
}[] = [
  { name: 'RINGSIDE_DATA', path: ['data'], kind: 'text' },
  { name: 'RINGSIDE_LOG_LEVEL', path: ['logLevel'], kind: 'text' },
  { name: 'RINGSIDE_HTTP_HOST', path: ['http', 'host'], kind: 'text' },
  { name: 'RINGSIDE_HTTP_PORT', path: ['http', 'port'], kind: 'number' },
  { name: 'RINGSIDE_PUBLIC_URL', path: ['http', 'publicUrl'], kind: 'text' },
  { name: 'RINGSIDE_SIP_DOMAIN', path: ['sip', 'domain'], kind: 'text' },
  { name: 'RINGSIDE_SIP_HOST', path: ['sip', 'host'], kind: 'text' },
  { name: 'RINGSIDE_SIP_PORT', path: ['sip', 'port'], kind: 'number' },
  { name: 'RINGSIDE_SIP_TLS_PORT', path: ['sip', 'tlsPort'], kind: 'number' },
  { name: 'RINGSIDE_SIP_EXTERNAL_ADDRESS', path: ['sip', 'externalAddress'], kind: 'text' },
  { name: 'RINGSIDE_MEDIA_ADDRESS', path: ['media', 'address'], kind: 'text' },
  { name: 'RINGSIDE_RTP_FROM', path: ['media', 'ports', 'from'], kind: 'number' },
  { name: 'RINGSIDE_RTP_TO', path: ['media', 'ports', 'to'], kind: 'number' },
];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the file (none: everything by default) and lays the environment over it. */
export function readSource(file: string | null, environment: Environment): Source {
  const faults: Fault[] = [];
  const lines = new LineCounter();
  const document = file === null ? null : readDocument(file, lines, faults);
  const settings = plainSettings(document, file, faults);
  const named = layOver(settings, environment);
  faults.push(...unknownVariables(environment));
  return {
    settings,
    faults,
    locate: (path) => {
      const variable = named.get(path.join('.'));
      return variable === undefined
        ? { setting: written(path), line: lineOf(document, lines, path) }
        : { setting: variable, line: null };
    },
  };
}

function readDocument(file: string, lines: LineCounter, faults: Fault[]): Document | null {
  const raise = (why: string, remedy: string, line: number | null = null) =>
    faults.push({ setting: 'RINGSIDE_CONFIG', value: file, why, remedy, line });
  try {
    if (statSync(file).size > LARGEST_FILE) {
      raise('the file is over 1 MB, so it can hardly be a configuration', 'Name the right file.');
      return null;
    }
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, uniqueKeys: true });
    for (const error of document.errors) {
      const line = error.linePos?.[0].line ?? null;
      raise(`it is not valid YAML: ${error.message.split('\n')[0] ?? ''}`, 'Mend this line.', line);
    }
    return document.errors.length === 0 ? document : null;
  } catch (cause) {
    raise(
      `it can't be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`,
      'Name a file that this user may read.',
    );
    return null;
  }
}

function plainSettings(
  document: Document | null,
  file: string | null,
  faults: Fault[],
): Record<string, unknown> {
  const raise = (why: string) =>
    faults.push({
      setting: 'RINGSIDE_CONFIG',
      value: file,
      why,
      remedy: 'See resources/ringside.example.yaml.',
      line: null,
    });
  try {
    // An anchor used many times grows without limit when written out; real configurations have a handful.
    const plain: unknown = document?.toJS({ maxAliasCount: 100 }) ?? {};
    if (typeof plain === 'object' && !Array.isArray(plain)) return { ...plain };
    raise('it holds no settings, only a value');
  } catch {
    raise('it repeats itself through anchors without end');
  }
  return {};
}

/** Gives the paths that the environment set, with the variable's name. */
function layOver(settings: Record<string, unknown>, environment: Environment): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const { name, path, kind } of variables) {
    const written = environment[name];
    if (written === undefined || written === '') continue;
    put(settings, path, kind === 'number' && written.trim() !== '' ? numberOr(written) : written);
    named.set(path.join('.'), name);
  }
  return named;
}

const numberOr = (written: string): number | string =>
  Number.isNaN(Number(written)) ? written : Number(written);

function put(settings: Record<string, unknown>, path: Path, value: unknown): void {
  let place: Record<string | number, unknown> = settings;
  for (const [index, key] of path.slice(0, -1).entries()) {
    const inner = place[key];
    const next = typeof path[index + 1] === 'number' ? [] : {};
    place[key] =
      typeof inner === 'object' && inner !== null ? (Array.isArray(inner) ? [...inner] : { ...inner }) : next;
    place = place[key] as Record<string | number, unknown>;
  }
  const last = path[path.length - 1];
  if (last !== undefined) place[last] = value;
}

const elsewhere = new Set(['RINGSIDE_CONFIG']);

/** A misspelt variable would be silently without effect. Others that start alike belong to tests and to `{ env: … }`. */
function unknownVariables(environment: Environment): Fault[] {
  const known = [...variables.map((v) => v.name), ...elsewhere];
  return Object.entries(environment)
    .filter(([name]) => name.startsWith('RINGSIDE_') && !known.includes(name))
    .flatMap(([name, value]) => {
      const meant = nearest(name, known);
      if (meant === null) return [];
      const why = 'there is no such variable, so it has no effect';
      return [{ setting: name, value: shown(value), why, remedy: `Did you mean ${meant}?`, line: null }];
    });
}

function written(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}

/** The line of the setting, or of the nearest thing around it that is written. */
function lineOf(document: Document | null, lines: LineCounter, path: Path): number | null {
  if (document === null) return null;
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: readonly number[] | null }
      | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return null;
}

/** The known word within two letters of one that was written, or null. */
export function nearest(written: string, known: readonly string[]): string | null {
  const near = known
    .map((word) => ({ word, far: distance(written, word) }))
    .toSorted((a, b) => a.far - b.far)[0];
  return near !== undefined && near.far <= 2 ? near.word : null;
}

/** Levenshtein's edit distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replace));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
