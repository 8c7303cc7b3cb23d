import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint, oneAtATime } from './ensure-installed.mjs';

function workspace(): string {
  const root = mkdtempSync(join(tmpdir(), 'ringside-workspace-'));
  for (const folder of ['apps/gateway', 'packages/shared', 'tests']) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'package.json'), '{}');
  }
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'pnpm-lock.yaml'), 'lock');
  return root;
}

test('nothing is installed again while nothing changed', () => {
  const root = workspace();
  writeFileSync(join(root, 'apps/gateway/main.ts'), 'code');
  expect(fingerprint(root)).toBe(fingerprint(workspace()));
});

test.each(['pnpm-lock.yaml', 'package.json', 'apps/gateway/package.json', 'tests/package.json'])(
  'a changed %s is installed',
  (file) => {
    const root = workspace();
    const before = fingerprint(root);
    writeFileSync(join(root, file), '{ "changed": true }');
    expect(fingerprint(root)).not.toBe(before);
  },
);

test('two terminals install one after the other', async () => {
  const root = workspace();
  const order: string[] = [];
  const install = (name: string): Promise<void> =>
    oneAtATime(root, async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
    });
  await Promise.all([install('start'), install('call')]);
  expect(order).toEqual(['start begins', 'start ends', 'call begins', 'call ends']);
});

test('an installation that was killed keeps nobody waiting', async () => {
  const root = workspace();
  mkdirSync(join(root, '.cache'));
  writeFileSync(join(root, '.cache', 'installing'), '999999999');
  await oneAtATime(root, async () => undefined);
  expect(existsSync(join(root, '.cache', 'installing'))).toBe(false);
});
