import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Windows need a display. Where there is none, Xvfb makes one for the time of the tests. */
// oxlint-disable-next-line import/no-default-export -- the form in which Playwright takes a global set-up
export default async function virtualDisplay(): Promise<() => void> {
  if (process.env['DISPLAY']) return () => undefined;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.env['DISPLAY'] = `:${await displayNumber(server.stdio[3] as Readable, server)}`;
  return () => void server.kill();
}

function displayNumber(told: Readable, server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((settle, fail) => {
    const why = 'Windows can not be tested without a display: install Xvfb (Debian: apt-get install xvfb).';
    server.once('error', () => fail(new Error(why)));
    server.once('exit', () => fail(new Error(`Xvfb ended before it was ready. ${why}`)));
    told.once('data', (line: Buffer) => settle(line.toString('utf8').trim()));
  });
}
