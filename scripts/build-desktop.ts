import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run-command.ts';

const sources = [
  'apps/desktop/src/**/*',
  'apps/desktop/*.{ts,json}',
  'packages/*/src/**/*',
  'pnpm-lock.yaml',
];
const built = ['apps/desktop/dist/renderer/index.html', 'apps/desktop/dist/main/main.cjs'];

/** Builds the desk's page and window where their sources are newer. Throws with what the build said. */
export async function buildDesktop(): Promise<void> {
  if (!isStale()) return;
  console.error('Building the desktop …');
  const { code, output } = await run('npm', ['run', 'build'], { cwd: join(root, 'apps/desktop') });
  if (code !== 0)
    throw new Error(`${output}\nThe desktop could not be built; what the build said stands above.`);
}

function isStale(): boolean {
  const times = built
    .map((file) => join(root, file))
    .map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0));
  const oldest = Math.min(...times);
  return globSync(sources, { cwd: root }).some((file) => {
    const facts = statSync(join(root, file));
    return facts.isFile() && facts.mtimeMs > oldest;
  });
}
