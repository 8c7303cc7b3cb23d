import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fillCustomers, syntheticCustomer, syntheticId, syntheticNumber } from './fill-customers.ts';
import { openStore } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-fill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('synthetic customers', () => {
  it('are found by number and by name, all different, and the store has its indexes again', async () => {
    const store = openStore({ folder });
    const indexes = () =>
      store.database.file.prepare(`select name from sqlite_schema where type = 'index' order by name`).all();
    const before = indexes();
    await fillCustomers(store, 300);
    expect(indexes()).toEqual(before);
    expect((await store.valueFigures(0)).length).toBe(300);
    expect((await store.customersByNumber(syntheticNumber(299))).map(({ customerId }) => customerId)).toEqual(
      [syntheticId(299)],
    );
    const { name } = syntheticCustomer(42);
    expect((await store.searchCustomers(name.written, 5))[0]?.name).toEqual(name);
    await expect(fillCustomers(store, 1)).rejects.toThrow(/already/u);
    await store.close();
  });
});
