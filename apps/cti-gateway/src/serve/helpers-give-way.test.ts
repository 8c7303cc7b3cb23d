import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const inAProcessOfItsOwn = `
  const { readdirSync, readFileSync } = await import('node:fs');
  const { getPriority } = await import('node:os');
  const { helpersGiveWay } = await import(${JSON.stringify(new URL('./helpers-give-way.ts', import.meta.url).href)});
  const before = getPriority();
  const put = helpersGiveWay();
  const after = readdirSync('/proc/self/task').map((id) => ({
    name: readFileSync('/proc/self/task/' + id + '/comm', 'utf8').trim(),
    behind: getPriority(Number(id)) - before,
  }));
  console.log(JSON.stringify({ put, after, mainBehind: getPriority() - before }));
`;

test.runIf(process.platform === 'linux')(
  'V8 has helpers, and they alone are put behind the thread that handles calls',
  () => {
    const run = execFileSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', inAProcessOfItsOwn],
      {
        encoding: 'utf8',
      },
    );
    const { put, after, mainBehind } = JSON.parse(run) as {
      put: number;
      after: { name: string; behind: number }[];
      mainBehind: number;
    };
    expect(put).toBeGreaterThan(0);
    expect(mainBehind).toBe(0);
    const behind = after.filter((thread) => thread.behind > 0);
    expect(behind.map(({ name }) => name)).toEqual(Array.from({ length: put }, () => 'V8Worker'));
  },
);
