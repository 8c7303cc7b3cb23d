import type { z } from 'zod';
import { settingNames } from './setting-names.ts';
import type { Fault } from './fault.ts';
import { shown } from './fault.ts';
import type { Path, Source } from './source.ts';
import { nearest } from './source.ts';
import type { Advice } from './values.ts';

type Issue = z.core.$ZodIssue;

/** Tells what a schema found wrong in one section as faults. */
export function faultsOf(section: string, issues: readonly Issue[], source: Source): Fault[] {
  return issues.flatMap((issue) =>
    faultsOfIssue([section, ...(issue.path as (string | number)[])], issue, source),
  );
}

function faultsOfIssue(path: Path, issue: Issue, source: Source): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownSetting([...path, key], source));
  const value = valueAt(source.settings, path);
  const hidden = issue.message === 'secret' && value !== undefined;
  return [{ ...source.locate(path), value: hidden ? '(hidden)' : shown(value), ...adviceOn(issue, value) }];
}

/** A setting that no section has. */
export function unknownSetting(path: Path, source: Source): Fault {
  const key = String(path[path.length - 1]);
  const siblings = Object.keys((valueAt(source.settings, path.slice(0, -1)) as object | undefined) ?? {});
  const meant = nearest(
    key,
    settingNames.filter((name) => !siblings.includes(name)),
  );
  return {
    ...source.locate(path),
    value: shown(valueAt(source.settings, path)),
    why: 'there is no such setting, so it would have no effect',
    remedy:
      meant === null
        ? 'Remove it; resources/ringside.example.yaml has all there are.'
        : `Did you mean ${meant}?`,
  };
}

function adviceOn(issue: Issue, value: unknown): Advice {
  const missing = value === undefined || value === null;
  switch (issue.code) {
    case 'custom':
      return issue.params as unknown as Advice;
    case 'invalid_type':
      return {
        why: missing
          ? 'the gateway can’t do without it'
          : `${kinds[issue.expected] ?? issue.expected} is needed`,
        remedy: missing
          ? `Write ${kinds[issue.expected] ?? 'it'} there.`
          : `Write ${kinds[issue.expected] ?? 'that'} instead.`,
      };
    case 'invalid_value':
      return {
        why: 'it is not one of the values there are',
        remedy: `Write one of: ${issue.values.map(String).join(', ')}.`,
      };
    case 'invalid_union':
      return {
        why: 'a secret is a text, an environment variable or a file',
        remedy: 'Write it in quotation marks, or { env: NAME }, or { file: PATH }.',
      };
    case 'too_small':
      return { why: `at least ${issue.minimum} needed`, remedy: 'Add what is missing.' };
    case 'too_big':
      return { why: `at most ${issue.maximum} possible`, remedy: 'Remove what is too much.' };
    default:
      return { why: issue.message, remedy: 'See resources/ringside.example.yaml.' };
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text (numbers and telephone numbers in quotation marks)',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of settings',
};

export function valueAt(settings: unknown, path: Path): unknown {
  let place: unknown = settings;
  for (const key of path) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = (place as Record<string | number, unknown>)[key];
  }
  return place;
}
