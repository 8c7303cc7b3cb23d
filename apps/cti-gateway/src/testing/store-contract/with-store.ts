import { it } from 'vitest';
import type { Change, Store } from '../../ports/store.ts';

export interface Shelf {
  readonly store: Store;
  /** Commits and throws when it is refused. */
  put(...changes: readonly Change[]): Promise<void>;
}

/** A test with an empty store of its own, closed when it is over. */
export const rules = (open: () => Promise<Store>) => (title: string, test: (shelf: Shelf) => Promise<void>) =>
  // oxlint-disable-next-line vitest/valid-title -- the title is the rule's, handed in by the suite
  it(title, async () => {
    const store = await open();
    try {
      await test({ store, put: (...changes) => put(store, changes) });
    } finally {
      await store.close();
    }
  });

async function put(store: Store, changes: readonly Change[]): Promise<void> {
  const committed = await store.commit(changes);
  if (!committed.ok) throw new Error(`The store refused: ${committed.refusal}`);
}
