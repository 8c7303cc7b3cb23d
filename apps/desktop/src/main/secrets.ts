import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The part of Electron's safeStorage that is used. */
export interface Vault {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only, newer Electrons */
  getSelectedStorageBackend?(): string;
}

export interface Secrets {
  keep(value: string | null): 'sealed' | 'memory';
  read(): string | null;
}

/**
 * Keeps the session's token: sealed by the operating system's keyring where there is one, else in memory alone, so that
 * it never lies readable on a disk. It outlives a reload of the page in both cases.
 */
export function openSecrets(vault: Vault, path: string): Secrets {
  let held: string | null | undefined;
  return {
    keep(value) {
      held = value;
      if (value === null) return forget(path);
      if (!isSafe(vault)) return 'memory';
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, vault.encryptString(value), { mode: 0o600 });
      return 'sealed';
    },
    read() {
      held ??= unseal(vault, path);
      return held;
    },
  };
}

function forget(path: string): 'memory' {
  rmSync(path, { force: true });
  return 'memory';
}

/** `basic_text` is Chromium's fallback without a keyring: a fixed password that everybody knows. */
function isSafe(vault: Vault): boolean {
  return vault.isEncryptionAvailable() && vault.getSelectedStorageBackend?.() !== 'basic_text';
}

function unseal(vault: Vault, path: string): string | null {
  try {
    return isSafe(vault) ? vault.decryptString(readFileSync(path)) : null;
  } catch {
    return null;
  }
}
