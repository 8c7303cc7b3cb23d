import { mkdtempSync, readFileSync, existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Vault } from './secrets.ts';
import { openSecrets } from './secrets.ts';

const keyring: Vault = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(text.split('').toReversed().join('')),
  decryptString: (sealed) => sealed.toString().split('').toReversed().join(''),
};
const file = () => join(mkdtempSync(join(tmpdir(), 'ringside-secret-')), 'session.sealed');

test('with a keyring the session survives the end of the program, sealed and for nobody else', () => {
  const path = file();
  expect(openSecrets(keyring, path).keep('token')).toBe('sealed');
  expect(readFileSync(path, 'utf8')).toBe('nekot');
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(openSecrets(keyring, path).read()).toBe('token');
});

test.each([
  ['no keyring', { ...keyring, isEncryptionAvailable: () => false }],
  ['only a fixed password', { ...keyring, getSelectedStorageBackend: () => 'basic_text' }],
])('with %s it stays in memory and is said so', (_what, vault) => {
  const path = file();
  const secrets = openSecrets(vault, path);
  expect(secrets.keep('token')).toBe('memory');
  expect(secrets.read()).toBe('token');
  expect(existsSync(path)).toBe(false);
  expect(openSecrets(vault, path).read()).toBeNull();
});

test('a forgotten session is gone, also from the disk', () => {
  const path = file();
  const secrets = openSecrets(keyring, path);
  secrets.keep('token');
  secrets.keep(null);
  expect(secrets.read()).toBeNull();
  expect(openSecrets(keyring, path).read()).toBeNull();
});

test('a file that another keyring sealed counts as none', () => {
  const path = file();
  openSecrets(keyring, path).keep('token');
  const other = {
    ...keyring,
    decryptString: () => {
      throw new Error('wrong key');
    },
  };
  expect(openSecrets(other, path).read()).toBeNull();
});
