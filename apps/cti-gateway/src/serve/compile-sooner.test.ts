import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { soonerCompiled } from './compile-sooner.ts';

test.each(soonerCompiled)('the engine that the gateway runs on knows %s', (flag) => {
  // at run time V8 passes over a setting that it doesn't know; on the command line Node refuses it
  const { status, stderr } = spawnSync(process.execPath, [flag, '--eval', '0'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
