import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

const read = (line: string) => readCommandLine(line === '' ? [] : line.split(' '));

test.each([
  ['', { command: 'help', about: null, config: null }],
  ['--help', { command: 'help', about: null, config: null }],
  ['user --help', { command: 'help', about: 'user', config: null }],
  ['help backup', { command: 'help', about: 'backup', config: null }],
  ['--version', { command: 'version', config: null }],
  ['serve -c my.yaml', { command: 'serve', config: 'my.yaml' }],
  ['check --config=my.yaml', { command: 'check', config: 'my.yaml' }],
  ['backup monday.db', { command: 'backup', to: 'monday.db', config: null }],
  ['centre export', { command: 'centre', action: { do: 'export', file: null }, config: null }],
  [
    'centre import new.yaml --dry-run',
    { command: 'centre', action: { do: 'import', file: 'new.yaml', dryRun: true }, config: null },
  ],
  ['user', { command: 'user', action: { do: 'list' }, config: null }],
  ['user phone li', { command: 'user', action: { do: 'phone', userName: 'li' }, config: null }],
  ['user disable li', { command: 'user', action: { do: 'disable', userName: 'li' }, config: null }],
])('"ringside %s" is understood', (line, command) => {
  expect(read(line)).toEqual({ ok: true, value: command });
});

test('a new user is an agent who speaks English unless the operator says otherwise', () => {
  expect(read('user add maya')).toMatchObject({
    value: {
      action: { do: 'add', userName: 'maya', name: 'maya', roles: ['agent'], skills: [], language: 'en' },
    },
  });
  expect(
    read('user add noor --role supervisor --role manager --skill service --language zh-Hant'),
  ).toMatchObject({
    value: { action: { roles: ['supervisor', 'manager'], skills: ['service'], language: 'zh-Hant' } },
  });
});

test.each([
  ['srve', 'There is no command "srve"'],
  ['serve now', '"serve" takes no "now"'],
  ['backup', '"backup" needs the file to write, e.g. ringside backup monday.db'],
  [
    'user fire li',
    'There is no command "user fire"; there are list, add, disable, enable, password and phone',
  ],
  ['user phone', '"user phone" needs a user name'],
  ['user add', '"user add" needs a user name'],
  ['user add li secret', '"user add" takes one name; a password is asked for, never given here'],
  ['user add li --role boss', 'There is no role "boss"; there are agent, supervisor, manager, admin'],
  ['user add li --language fr', 'There is no language "fr"; there are en, zh-Hant, zh-Hans'],
  ['check --verbose', "Unknown option '--verbose'"],
])('"ringside %s" is refused with a sentence', (line, told) => {
  expect(read(line)).toMatchObject({ ok: false, refusal: expect.stringContaining(told) });
});

test('a user name that could not be typed at sign-in is refused', () => {
  expect(readCommandLine(['user', 'add', 'maya chen'])).toMatchObject({
    ok: false,
    refusal: expect.stringContaining('The user name "maya chen" is not possible'),
  });
});
