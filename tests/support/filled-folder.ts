import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillCustomers } from '@ringside/cti-gateway/src/adapters/sql/fill-customers.ts';
import { knownVersion } from '@ringside/cti-gateway/src/adapters/sql/migrate.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';

/** On the disk that the work tree is on: a folder for temporary files may be memory, where a commit costs nothing. */
const cache = fileURLToPath(new URL('../../.cache/bench', import.meta.url));

/**
 * A data folder with so many synthetic customers. Filling it takes seconds to minutes, so it is kept and used again;
 * whoever changes anything takes a copy.
 */
export async function filledFolder(customers: number, tell: (progress: string) => void): Promise<string> {
  const folder = join(cache, `customers-${customers}-v${knownVersion}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const filling = mkdtempSync(join(cache, 'filling-'));
  tell(`fills ${folder} with ${customers} customers, once`);
  try {
    const store = openStore({ folder: filling, callingCode: '886' });
    await fillCustomers(store, customers, (done) => done % 200_000 === 0 && tell(`${done} customers`));
    await store.close();
    renameSync(filling, folder);
  } finally {
    rmSync(filling, { recursive: true, force: true });
  }
  return folder;
}

/** A copy to work on, beside the original. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(cache, 'run-'));
  copyFileSync(join(folder, 'ringside.db'), join(copy, 'ringside.db'));
  return copy;
}
