import { readFileSync, statSync } from 'node:fs';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Fault } from './fault.ts';
import { shown } from './fault.ts';
import { valueAt } from './faults-of.ts';
import type { SecretSource } from './secret.ts';
import type { Environment, Path, Source } from './source.ts';
import type { Advice } from './values.ts';

const OTHERS = 0o007;
const LONGEST = 1024;

/** A value with secrets in the place of where they come from. */
export type Resolved<Value> = Value extends SecretSource
  ? string
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends readonly (infer Item)[]
      ? readonly Resolved<Item>[]
      : { readonly [Key in keyof Value]: Resolved<Value[Key]> };

interface Where {
  readonly source: Source;
  readonly environment: Environment;
  /** the configuration file, for secrets that stand in it */
  readonly file: string | null;
}

/** Reads every secret; one that can't be had is a fault, and empty in the value. */
export function resolveSecrets<Value>(
  value: Value,
  where: Where,
): { value: Resolved<Value>; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const walk = (inner: unknown, path: Path): unknown => {
    if (Array.isArray(inner)) return inner.map((item, i) => walk(item, [...path, i]));
    if (typeof inner !== 'object' || inner === null) return inner;
    if (!isSecret(inner))
      return Object.fromEntries(
        Object.entries(inner).map(([key, held]) => [key, walk(held, [...path, key])]),
      );
    const read = readSecret(inner, where.environment, where.file);
    if (read.ok) return read.value;
    const written = inner.from === 'text' ? '(hidden)' : shown(valueAt(where.source.settings, path));
    faults.push({ ...where.source.locate(path), value: written, ...read.refusal });
    return '';
  };
  return { value: walk(value, []) as Resolved<Value>, faults };
}

function isSecret(value: object): value is SecretSource {
  return 'from' in value && (value.from === 'text' || value.from === 'env' || value.from === 'file');
}

/** The secret itself, or why it can't be had. */
function readSecret(
  source: SecretSource,
  environment: Environment,
  writtenIn: string | null,
): Result<string, Advice> {
  switch (source.from) {
    case 'env':
      return fromEnvironment(source.name, environment);
    case 'file':
      return fromFile(source.path);
    case 'text':
      return writtenIn !== null && openToOthers(writtenIn)
        ? refuse({
            why: `a secret stands in ${writtenIn}, which every user of this machine can read`,
            remedy: `Run "chmod o-rwx ${writtenIn}", or write { env: NAME } or { file: PATH } instead.`,
          })
        : ok(source.value);
  }
}

function fromEnvironment(name: string, environment: Environment): Result<string, Advice> {
  const value = environment[name];
  if (value !== undefined && value !== '') return ok(value);
  return refuse({
    why: `the environment variable ${name} is not set`,
    remedy: `Set ${name} where the gateway is started.`,
  });
}

function fromFile(path: string): Result<string, Advice> {
  try {
    if (openToOthers(path))
      return refuse({
        why: `every user of this machine can read ${path}`,
        remedy: `Run "chmod o-rwx ${path}".`,
      });
    const value = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (value !== '' && value.length <= LONGEST) return ok(value);
    return refuse({
      why: `${path} is empty or over ${LONGEST} characters`,
      remedy: 'Put the secret alone into it.',
    });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    return refuse({ why: `${path} can't be read (${code})`, remedy: 'Name a file that this user may read.' });
  }
}

/** Windows has no such modes; its access lists are not looked at. */
export function openToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0;
}
