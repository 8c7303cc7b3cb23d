import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSettings } from './settings.ts';
import { searchOf, startOptions } from './start-options.ts';

const file = () => join(mkdtempSync(join(tmpdir(), 'ringside-settings-')), 'profile', 'settings.json');

test('a fresh desk looks for the gateway on its own machine, or where the environment says', () => {
  expect(openSettings(file(), null, undefined).gatewayUrl()).toBe('http://127.0.0.1:8087');
  expect(openSettings(file(), null, 'https://gw.example:8443/').gatewayUrl()).toBe('https://gw.example:8443');
});

test('what the agent set counts from then on', () => {
  const path = file();
  openSettings(path, null, undefined).setGatewayUrl('https://gw.example');
  expect(openSettings(path, null, 'https://other.example').gatewayUrl()).toBe('https://gw.example');
});

test('--gateway counts for this start alone', () => {
  const path = file();
  openSettings(path, null, undefined).setGatewayUrl('https://gw.example');
  const { gateway } = startOptions(['.', '--gateway=http://127.0.0.1:9000']);
  expect(openSettings(path, gateway, undefined).gatewayUrl()).toBe('http://127.0.0.1:9000');
  expect(openSettings(path, null, undefined).gatewayUrl()).toBe('https://gw.example');
});

test('a damaged settings file is as good as none', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'ringside-settings-')), 'settings.json');
  writeFileSync(path, '{"gatewayUrl":');
  expect(openSettings(path, null, undefined).gatewayUrl()).toBe('http://127.0.0.1:8087');
});

test.each(['ftp://x', 'gw.example', 'https://gw.example/desk'])(
  '--gateway=%s is named, with what to do',
  (url) => {
    expect(() => openSettings(file(), url, undefined)).toThrow(
      /^--gateway is ".*"; .* Give scheme, host and port/,
    );
  },
);

test('--sign-in-as reaches the page as one word, whatever it holds', () => {
  expect(searchOf(startOptions(['--sign-in-as=maya&x=1']))).toBe('?as=maya%26x%3D1');
  expect(searchOf(startOptions([]))).toBe('');
});
