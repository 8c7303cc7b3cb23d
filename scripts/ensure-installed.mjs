import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

const OLDEST_NODE = 24;

/** Installs dependencies when they are missing or others than the lock file names. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await oneAtATime(root, async () => {
    if (isInstalled(root)) return;
    console.error('Installing dependencies (pnpm install) …');
    const code = await run(
      'npx',
      ['-y', 'pnpm@12', 'install', '--frozen-lockfile', '--reporter=append-only'],
      root,
    );
    if (code !== 0) throw new Error(installFault(code));
    writeFileSync(stampOf(root), fingerprint(root));
  });
}

const stampOf = (root) => join(root, 'node_modules', '.ringside-installed');
const isInstalled = (root) =>
  existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === fingerprint(root);

/** A second terminal waits for the first one's installation; one that died holding the place is passed over. */
export async function oneAtATime(root, work) {
  const place = join(root, '.cache', 'installing');
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (let told = false; !claimed(place); told = true) {
    if (!told) console.error('Another command is installing the dependencies; waiting for it …');
    await new Promise((again) => setTimeout(again, 300));
  }
  try {
    return await work();
  } finally {
    rmSync(place, { force: true });
  }
}

function claimed(place) {
  try {
    writeFileSync(place, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = existsSync(place) ? readFileSync(place, 'utf8') : '';
    if (holder !== '' && !isAlive(Number(holder))) rmSync(place, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (fault) {
    return fault.code === 'EPERM';
  }
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
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) {
      // What pnpm says belongs to the person, not to whoever reads standard output.
      createInterface({ input: stream }).on('line', (line) => isNoise(line) || console.error(line));
    }
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

/** The Node that installs is not the Node that runs: the workspace brings its own. */
const isNoise = (line) =>
  line.includes('Unsupported engine') ||
  line.startsWith('Agent skills') ||
  line.startsWith('Run "pnpm approve"');
