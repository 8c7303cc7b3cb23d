import type { z } from 'zod';
import { settingNames } from './setting-names.ts';
import { shown } from './fault.ts';
import type { Path } from './source.ts';
import { nearest } from './source.ts';
import type { Advice } from './values.ts';

type Issue = z.core.$ZodIssue;

/** What was written, and how a place in it is named to whoever wrote it. */
interface Written<Place> {
  readonly settings: unknown;
  locate(path: Path): Place;
}

/** A fault at a place: what stands there, why that can't work, what to do. */
type At<Place> = Place & Advice & { readonly value: string | null };

/** Tells what a schema found wrong in one section as faults. */
export function faultsOf<Place extends object>(
  section: string,
  issues: readonly Issue[],
  source: Written<Place>,
): At<Place>[] {
  return issues.flatMap((issue) =>
    faultsOfIssue([section, ...(issue.path as (string | number)[])], issue, source),
  );
}

function faultsOfIssue<Place extends object>(path: Path, issue: Issue, source: Written<Place>): At<Place>[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownSetting([...path, key], source));
  const value = valueAt(source.settings, path);
  const hidden = issue.message === 'secret' && value !== undefined;
  return [
    { ...source.locate(path), value: hidden ? '(hidden)' : shown(value), ...adviceOn(issue, value, path) },
  ];
}

/** A setting that no section has. */
export function unknownSetting<Place extends object>(path: Path, source: Written<Place>): At<Place> {
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
    word: 'unknownSetting',
  };
}

function adviceOn(issue: Issue, value: unknown, path: Path): Advice {
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
        word: missing ? 'needed' : 'kind',
      };
    case 'invalid_value':
      return {
        why: 'it is not one of the values there are',
        remedy: `Write one of: ${issue.values.map(String).join(', ')}.`,
        word: 'choice',
      };
    case 'invalid_union':
      return adviceOnUnion(path, value);
    case 'too_small':
      return { why: `at least ${issue.minimum} needed`, remedy: 'Add what is missing.', word: 'tooFew' };
    case 'too_big':
      return {
        why: `at most ${issue.maximum} possible`,
        remedy: 'Remove what is too much.',
        word: 'tooMany',
      };
    default:
      return { why: issue.message, remedy: 'See resources/ringside.example.yaml.' };
  }
}

/** What can stand in one of several forms. */
function adviceOnUnion(path: Path, value: unknown): Advice {
  const within = (name: string): boolean => path.includes(name);
  if (path[path.length - 1] === 'to')
    return {
      why: 'there is no such destination',
      remedy: 'Write { to: queue, queueId: … }, { to: voicemail }, { to: callback } or { to: goodbye }.',
    };
  if (within('skills') || within('rings'))
    return {
      why: 'it is no skill with a proficiency',
      remedy: 'Write its id, or { skill: ID, level: 1 to 5 }.',
    };
  if (within('overflow'))
    return {
      why: 'it is no rule of overflow',
      remedy:
        'Write when: waited or expectedWait with overSeconds, callersPerAgent with over, or full, closed or unstaffed; and to.',
    };
  return {
    why:
      value === undefined
        ? 'the gateway can’t do without it'
        : 'a secret is a text, an environment variable or a file',
    remedy: 'Write it in quotation marks, or { env: NAME }, or { file: PATH }.',
  };
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
