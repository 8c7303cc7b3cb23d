import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Terminal } from './terminal.ts';

const LONGEST_LINE = 4_096;

/** The terminal or pipe that this process was started with. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    say: (line) => void stdout.write(`${line}\n`),
    complain: (line) => void stderr.write(`${line}\n`),
    interactive: stdin.isTTY,
    askSecret: (prompt) => (stdin.isTTY ? typedSecret(prompt) : firstLine(stdin)),
  };
}

/** Reads keys one by one, so that the terminal shows none of them. */
function typedSecret(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  stdin.setRawMode(true).resume();
  return new Promise((settle) => {
    let typed = '';
    const done = (secret: string): void => {
      stdin.off('data', key).setRawMode(false).pause();
      stderr.write('\n');
      settle(secret);
    };
    const key = (data: Buffer): void => {
      for (const letter of data.toString('utf8')) {
        if (letter === '\r' || letter === '\n') return done(typed);
        if (letter === '\u0003') return done('');
        typed =
          letter === '\u007F' || letter === '\b' ? Array.from(typed).slice(0, -1).join('') : typed + letter;
      }
    };
    stdin.on('data', key);
  });
}

async function firstLine(input: Readable): Promise<string> {
  for await (const line of createInterface({ input })) return line.slice(0, LONGEST_LINE);
  return '';
}
