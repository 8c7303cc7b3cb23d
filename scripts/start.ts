import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildDesktop } from './build-desktop.ts';
import { electronProgram, electronRemedy, hasDisplay } from './electron.ts';
import { GatewayEnded, startGateway } from './gateway-process.ts';
import { root } from './run-command.ts';
import { readStartOptions, startHelp } from './start-options.ts';
import type { StartOptions } from './start-options.ts';

const demoConfig = join(root, 'resources/demo/ringside.yaml');
/** A terminal and npm may both pass the same Ctrl+C on. */
const SAME_PRESS_MS = 500;

async function start(options: StartOptions): Promise<number> {
  await buildDesktop();
  const gateway = startGateway(
    options.config ?? demoConfig,
    resolve(process.env['RINGSIDE_DATA'] ?? './data'),
  );
  stopOnSignals(() => gateway.stop());
  const url = await gateway.ready;
  console.log(`The log is ${gateway.logFile}. Ctrl+C stops the gateway once its calls have ended.`);
  if (options.config === null)
    console.log('A customer calls with: npm run call -- --from +886912345678 --to service');
  if (options.desktop) await openDesktop(url, options.config === null);
  return gateway.ended;
}

/** Opens the window where there can be one, and says what to do where not. */
async function openDesktop(url: string, demo: boolean): Promise<void> {
  if (!hasDisplay()) return console.log(`There is no display here: open ${url} in a browser.`);
  const program = await electronProgram();
  if (program === null) return console.log(`${electronRemedy}\nUntil then open ${url} in a browser.`);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const signIn = demo ? ['--sign-in-as=maya'] : [];
  const child = spawn(program, ['.', `--gateway=${url}`, ...signIn, ...asRoot], {
    cwd: join(root, 'apps/desktop'),
    stdio: 'ignore',
  });
  child.once('error', (fault) =>
    console.error(`The desktop could not be opened (${fault.message}). Open ${url} in a browser.`),
  );
  child.once('exit', (code) => {
    if (code !== 0 && code !== null)
      console.error(`The desktop ended with ${code}. Open ${url} in a browser, or start again.`);
  });
}

function stopOnSignals(stop: () => void): void {
  let last = -Infinity;
  let presses = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      const now = performance.now();
      if (now - last < SAME_PRESS_MS) return;
      last = now;
      presses += 1;
      console.error(
        presses === 1 ? stopping : 'Stopping at once; calls in progress are taken up at the next start.',
      );
      stop();
    });
}

const stopping = 'Stopping: new calls are refused, running calls may end. Once more stops at once.';

try {
  const options = readStartOptions(process.argv.slice(2), process.env);
  if (options.help) console.log(startHelp);
  else process.exitCode = await start(options);
} catch (fault) {
  if (fault instanceof GatewayEnded) process.exitCode = fault.code;
  else {
    console.error((fault as Error).message);
    process.exitCode = 1;
  }
}
