import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Work } from '@ringside/cti-gateway/src/adapters/sql/fill-cases.ts';
import { fillCases } from '@ringside/cti-gateway/src/adapters/sql/fill-cases.ts';
import { fillCustomers } from '@ringside/cti-gateway/src/adapters/sql/fill-customers.ts';
import { knownVersion } from '@ringside/cti-gateway/src/adapters/sql/migrate.ts';
import type { OpenStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';

/** On the disk that the work tree is on: a folder for temporary files may be memory, where a commit costs nothing. */
const cache = fileURLToPath(new URL('../../.cache/bench', import.meta.url));

/**
 * A data folder with so many synthetic customers. Filling it takes seconds to minutes, so it is kept and used again;
 * whoever changes anything takes a copy.
 */
export const filledFolder = (customers: number, tell: Tell): Promise<string> =>
  filledOnce(`customers-${customers}`, tell, (store) =>
    fillCustomers(store, customers, (done) => done % 200_000 === 0 && tell(`${done} customers`)),
  );

/** A data folder with open cases and tasks, filled once. */
export const folderWithWork = (work: Work, tell: Tell): Promise<string> =>
  filledOnce(`work-${work.cases}-${work.tasks}`, tell, (store) => fillCases(store, work, tell));

/** A data folder with closed complaints of a year, filled once. */
export const folderWithComplaints = (
  cases: number,
  fill: (store: OpenStore, cases: number) => Promise<void>,
  tell: Tell,
): Promise<string> => filledOnce(`complaints-${cases}`, tell, (store) => fill(store, cases));

/** A data folder with what making good cost, filled once. */
export const folderWithCosts = (
  compensations: number,
  fill: (store: OpenStore, compensations: number) => Promise<void>,
  tell: Tell,
): Promise<string> => filledOnce(`costs-${compensations}`, tell, (store) => fill(store, compensations));

type Tell = (progress: string) => void;

async function filledOnce(
  name: string,
  tell: Tell,
  fill: (store: OpenStore) => Promise<void>,
): Promise<string> {
  const folder = join(cache, `${name}-v${knownVersion}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const filling = mkdtempSync(join(cache, 'filling-'));
  tell(`fills ${folder}, once`);
  try {
    const store = openStore({ folder: filling, callingCode: '886' });
    await fill(store);
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
