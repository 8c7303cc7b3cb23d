import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fillCases, syntheticAgent, syntheticCase } from './fill-cases.ts';
import { openStore } from './open-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-fill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('synthetic work', () => {
  it('is ranked, owned by many and waits in part, the same every time', async () => {
    const store = openStore({ folder });
    const work = { cases: 300, tasks: 400, people: 5, now: Date.UTC(2026, 10, 21, 2) };
    await fillCases(store, work);
    const one = await store.case(syntheticCase(42));
    expect(one?.priority.score).toBeGreaterThan(0);
    expect((await store.openCases(null, 400)).length).toBe(300);
    const owned = await store.openCases(syntheticAgent(1), 400);
    expect(owned.length).toBeGreaterThan(20);
    expect((await store.tasksOfAgent(syntheticAgent(1), 'open', 400)).length).toBeGreaterThan(5);
    await expect(fillCases(store, work)).rejects.toThrow(/already/u);
    await store.close();
  });
});
