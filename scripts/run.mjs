/**
 * The door of `npm start`, `npm test`, `npm run call`, `bench`, `replay` and `ringside`. Runs on any Node from 18 and without a
 * single dependency: it installs what is missing, then hands over to the step on the Node that the workspace pins.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, nodeOf, pathWithTools } from './ensure-installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const steps = {
  start: 'scripts/start.ts',
  call: 'apps/cti-gateway/src/cli/call.ts',
  test: 'scripts/test.ts',
  bench: 'tests/bench/run.ts',
  replay: 'apps/cti-gateway/src/replay/replay.ts',
  ringside: 'apps/cti-gateway/src/main.ts',
};

const [step = '', ...args] = process.argv.slice(2);
const file = steps[step];
if (file === undefined) {
  console.error(`There is no step "${step}". There are: ${Object.keys(steps).join(', ')}.`);
  process.exit(64);
}
try {
  await ensureInstalled(root);
  process.exitCode = await handOver(nodeOf(root), `${root}${file}`, args);
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 1;
}

/** Runs the step in the caller's folder, passes signals on, and ends as it ends. */
function handOver(node, script, rest) {
  const env = { ...process.env, PATH: pathWithTools(root) };
  const child = spawn(node, [script, ...rest], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm starts a shell that may be killed without passing the signal on; alone, losing the terminal is no reason to stop.
  const parent = process.env.npm_lifecycle_event === undefined ? null : process.ppid;
  const watch = setInterval(() => parent !== null && process.ppid !== parent && child.kill('SIGTERM'), 500);
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      settle(code ?? (signal === null ? 1 : 128));
    });
  });
}
