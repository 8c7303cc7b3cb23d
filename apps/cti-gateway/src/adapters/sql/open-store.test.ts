import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { storeContract } from '../../testing/store-contract.ts';
import { openStore } from './open-store.ts';

const base = mkdtempSync(join(tmpdir(), 'ringside-store-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

storeContract('SQLite', async () =>
  openStore({ folder: mkdtempSync(join(base, 'data-')), callingCode: '886' }),
);
