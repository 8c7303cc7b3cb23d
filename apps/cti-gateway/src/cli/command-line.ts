import { parseArgs } from 'node:util';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Language } from '@ringside/shared/model/language';
import { languages } from '@ringside/shared/model/language';
import type { Role } from '@ringside/shared/model/role';
import { roles } from '@ringside/shared/model/role';

/** What an operator asked `ringside` to do. `config` null: RINGSIDE_CONFIG, or ./ringside.yaml where there is one. */
export type CommandLine = { readonly config: string | null } & (
  | { readonly command: 'help'; readonly about: string | null }
  | { readonly command: 'version' }
  | { readonly command: 'check' | 'serve' | 'migrate' }
  | { readonly command: 'backup'; readonly to: string }
  | { readonly command: 'user'; readonly action: UserAction }
  | { readonly command: 'centre'; readonly action: CentreAction }
);

/** `file` null: standard output */
export type CentreAction =
  | { readonly do: 'export'; readonly file: string | null }
  | { readonly do: 'import'; readonly file: string; readonly dryRun: boolean };

export type UserAction =
  | { readonly do: 'list' }
  | {
      readonly do: 'add';
      readonly userName: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly skills: readonly string[];
      readonly language: Language;
    }
  | { readonly do: 'disable' | 'enable' | 'password' | 'phone'; readonly userName: string };

const options = {
  config: { type: 'string', short: 'c' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  name: { type: 'string' },
  role: { type: 'string', multiple: true },
  skill: { type: 'string', multiple: true },
  language: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

interface Values {
  readonly name?: string;
  readonly role?: readonly string[];
  readonly skill?: readonly string[];
  readonly language?: string;
  readonly 'dry-run'?: boolean;
}

/** Reads a command line; the refusal is a sentence that says what is wrong with it. */
export function readCommandLine(args: readonly string[]): Result<CommandLine, string> {
  const parsed = parsedArgs(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [command = 'help', ...rest] = positionals;
  const config = values.config ?? null;
  if (values.version === true) return ok({ command: 'version', config });
  if (values.help === true || command === 'help') {
    const about = command === 'help' ? (rest[0] ?? null) : command;
    return ok({ command: 'help', about, config });
  }
  return withCommand(command, rest, values, config);
}

function parsedArgs(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options, allowPositionals: true }));
  } catch (cause) {
    return refuse((cause as Error).message.split('. ')[0] ?? 'The command line can’t be read');
  }
}

function withCommand(
  command: string,
  rest: readonly string[],
  values: Values,
  config: string | null,
): Result<CommandLine, string> {
  switch (command) {
    case 'check':
    case 'serve':
    case 'migrate':
      return rest.length === 0
        ? ok({ command, config })
        : refuse(`"${command}" takes no "${rest.join(' ')}"`);
    case 'backup': {
      const [to] = rest;
      return to === undefined
        ? refuse('"backup" needs the file to write, e.g. ringside backup monday.db')
        : ok({ command, to, config });
    }
    case 'user': {
      const action = userAction(rest, values);
      return action.ok ? ok({ command, action: action.value, config }) : action;
    }
    case 'centre': {
      const action = centreAction(rest, values['dry-run'] === true);
      return action.ok ? ok({ command, action: action.value, config }) : action;
    }
    default:
      return refuse(`There is no command "${command}"`);
  }
}

function centreAction(
  [verb, file, ...more]: readonly string[],
  dryRun: boolean,
): Result<CentreAction, string> {
  if (more.length > 0) return refuse(`"centre ${verb}" takes one file`);
  if (verb === 'export') return ok({ do: 'export', file: file ?? null });
  if (verb !== 'import') return refuse('"centre" is followed by export or import');
  return file === undefined
    ? refuse('"centre import" needs the file to read, e.g. ringside centre import centre.yaml')
    : ok({ do: 'import', file, dryRun });
}

function userAction(
  [verb = 'list', userName, ...more]: readonly string[],
  values: Values,
): Result<UserAction, string> {
  if (more.length > 0)
    return refuse(`"user ${verb}" takes one name; a password is asked for, never given here`);
  if (verb === 'list') return ok({ do: 'list' });
  if (!isUserVerb(verb))
    return refuse(
      `There is no command "user ${verb}"; there are list, add, disable, enable, password and phone`,
    );
  if (userName === undefined) return refuse(`"user ${verb}" needs a user name`);
  return verb === 'add' ? newUser(userName, values) : ok({ do: verb, userName });
}

const userVerbs = ['add', 'disable', 'enable', 'password', 'phone'] as const;
const isUserVerb = (text: string): text is (typeof userVerbs)[number] =>
  (userVerbs as readonly string[]).includes(text);

const USER_NAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;

const SKILL = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}(=[1-5])?$/;

function newUser(userName: string, values: Values): Result<UserAction, string> {
  if (!USER_NAME.test(userName))
    return refuse(
      `The user name "${userName}" is not possible: 1 to 64 letters, digits or . _ @ -, beginning with a letter or digit`,
    );
  const wrongRole = (values.role ?? []).find((role) => !isRole(role));
  if (wrongRole !== undefined)
    return refuse(`There is no role "${wrongRole}"; there are ${roles.join(', ')}`);
  const wrongSkill = (values.skill ?? []).find((skill) => !SKILL.test(skill));
  if (wrongSkill !== undefined)
    return refuse(
      `"${wrongSkill}" is no skill: write its id, or its id and a proficiency from 1 to 5 such as service=4`,
    );
  const language = values.language ?? 'en';
  if (!isLanguage(language))
    return refuse(`There is no language "${language}"; there are ${languages.join(', ')}`);
  const given = (values.role ?? []).filter(isRole);
  return ok({
    do: 'add',
    userName,
    name: values.name ?? userName,
    roles: given.length === 0 ? ['agent'] : given,
    skills: values.skill ?? [],
    language,
  });
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);
