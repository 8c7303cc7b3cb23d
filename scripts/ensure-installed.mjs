import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OLDEST_NODE = 24;

/** Installs dependencies when they are missing or others than the lock file names. */
export async function ensureInstalled(root) {
  const wanted = fingerprint(root);
  const stamp = join(root, 'node_modules', '.ringside-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing dependencies (pnpm install) …');
  const code = await run(
    'npx',
    ['-y', 'pnpm@12', 'install', '--frozen-lockfile', '--reporter=append-only'],
    root,
  );
  if (code !== 0) throw new Error(installFault(code));
  writeFileSync(stamp, wanted);
}

const installFault = (code) =>
  `The dependencies could not be installed (pnpm ended with ${code}); its message stands above. ` +
  'Without a network, or behind a proxy, set the registry with "npm config set registry URL" and try again.';

/** Changes with anything that changes what must be installed. */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of manifests(root))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function manifests(root) {
  const packages = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  );
  const fixed = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', join('tests', 'package.json')];
  return [...fixed, ...packages].filter((file) => existsSync(join(root, file)));
}

/** The Node that the workspace pins, or this one where it is new enough. */
export function nodeOf(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} runs this, Ringside needs Node ${OLDEST_NODE}, and the one it brings along is missing. ` +
      'Remove node_modules and run the command again, or install Node 24.',
  );
}

/** PATH with the workspace's own tools in front. */
export const pathWithTools = (root) =>
  `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;

function run(command, args, cwd) {
  return new Promise((settle, fail) => {
    // What pnpm says belongs to the person, not to whoever reads standard output.
    const child = spawn(command, args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    child.once('error', () =>
      fail(
        new Error(
          `${command} could not be run. It comes with Node: install Node 24 from your system's packages or nodejs.org.`,
        ),
      ),
    );
    child.once('exit', (code) => settle(code ?? 1));
  });
}
