import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from './ensure-installed.mjs';

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
