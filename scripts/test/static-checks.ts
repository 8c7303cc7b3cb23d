import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../run-command.ts';
import { checkMessages } from './check-messages.ts';
import { both, oneCheck } from './step.ts';
import type { Step, StepResult } from './step.ts';

const sources = ['apps', 'packages', 'scripts', 'tests'];
const rootFiles = [
  'package.json',
  'knip.json',
  'vitest.config.ts',
  '.dependency-cruiser.cjs',
  '.oxlintrc.json',
];

/** Checks that read the code and run none of it. */
export const staticChecks: readonly Step[] = [
  { name: 'types', about: 'tsc, a package at a time', needs: [], run: types },
  {
    name: 'lint',
    about: 'oxlint with types',
    needs: [],
    run: () => tool('oxlint', ['--type-aware', '--deny-warnings', ...sources]),
  },
  {
    name: 'imports',
    about: 'dependency-cruiser: who may import whom',
    needs: [],
    run: () => tool('depcruise', ['--config', '.dependency-cruiser.cjs', ...importing()]),
  },
  {
    name: 'format',
    about: 'oxfmt',
    needs: [],
    run: () => tool('oxfmt', ['--check', ...sources, ...rootFiles]),
  },
  { name: 'messages', about: 'the three languages hold the same messages', needs: [], run: checkMessages },
  {
    name: 'unused',
    about: 'knip: nothing lies about',
    needs: [],
    run: () => tool('knip', ['--no-progress']),
  },
];

const importing = (): string[] =>
  [...members('apps'), ...members('packages')].map((folder) => `${folder}/src`).concat('tests');

const members = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((path) => existsSync(join(root, path, 'package.json')));

async function tool(name: string, args: readonly string[]): Promise<StepResult> {
  const { code, output } = await run(join(root, 'node_modules/.bin', name), args);
  return oneCheck(code === 0, output);
}

/** Each package counts as one check. */
async function types(): Promise<StepResult> {
  const packages = [...members('apps'), ...members('packages'), 'tests', 'scripts'];
  const results: StepResult[] = [];
  for (const folder of packages) results.push(await tool('tsc', ['-p', folder, '--pretty', 'false']));
  return results.reduce(both);
}
