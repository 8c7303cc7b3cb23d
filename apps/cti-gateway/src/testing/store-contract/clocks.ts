import type { ClockKind } from '@ringside/shared/model/case-clock';
import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import { aCase } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const clockOf = (caseId: string, clock: ClockKind, changed: Partial<CaseClock> = {}): CaseClock => ({
  caseId: asId(caseId),
  clock,
  rule: clock,
  time: 'business',
  calendarId: asId('office'),
  startedAt: 1_000,
  target: 500,
  dueAt: 1_500,
  pauses: [],
  metAt: null,
  stoppedAt: null,
  warningsGiven: 0,
  breachedAt: null,
  stepsTaken: 0,
  acknowledgedAt: null,
  version: 1,
  ...changed,
});
const put = (clock: CaseClock) => ({ put: 'caseClock', clock }) as const;
const names = (clocks: readonly CaseClock[]): string[] =>
  clocks.map(({ caseId, clock }) => `${caseId} ${clock}`);

export function clockContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('clocks of cases', () => {
    it('CLOCK-15 a clock is kept whole with its ledger, and only over the version it was read at', async ({
      store,
      put: write,
    }) => {
      const first = clockOf('c-1', 'resolve', {
        pauses: [
          { from: 1_100, until: 1_200, why: 'proposed', who: null },
          { from: 1_300, until: null, why: 'waits for a photograph', who: asId('maya') },
        ],
      });
      await write(put(first));
      expect(await store.clocksOfCase(asId('c-1'))).toEqual([first]);
      const met = { ...first, metAt: 1_400, warningsGiven: 2, version: 2 };
      await write(put(met));
      expect(await store.clocksOfCase(asId('c-1'))).toEqual([met]);
      expect(await store.commit([put({ ...met, stoppedAt: 3, version: 2 })])).toEqual({
        ok: false,
        refusal: 'conflict',
      });
      expect(await store.clocksOfCase(asId('c-2'))).toEqual([]);
    });

    it('CLOCK-12 cases that are not closed are read in pages', async ({ store, put: write }) => {
      for (const id of ['c-3', 'c-1', 'c-2', 'c-4'])
        await write({ put: 'case', case: aCase(id, { closedAt: id === 'c-2' ? 5 : null }) });
      const page = await store.openCaseIds(null, 2);
      expect(page).toEqual(['c-1', 'c-3']);
      expect(await store.openCaseIds(page.at(-1) ?? null, 10)).toEqual(['c-4']);
    });

    it('CLOCK-17 clocks at risk are those past their time and those that have warned, or those due before a time', async ({
      store,
      put: write,
    }) => {
      await write(
        put(clockOf('c-1', 'resolve', { dueAt: 3_000, warningsGiven: 1 })),
        put(clockOf('c-2', 'update', { dueAt: 2_000 })),
        put(clockOf('c-2', 'resolve', { dueAt: 2_000 })),
        put(clockOf('c-3', 'resolve', { dueAt: null })),
        put(clockOf('c-4', 'resolve', { dueAt: 1, metAt: 1, warningsGiven: 1 })),
        put(clockOf('c-5', 'resolve', { dueAt: 1, stoppedAt: 1, warningsGiven: 1 })),
        put(clockOf('c-6', 'resolve', { dueAt: 400, breachedAt: 400, warningsGiven: 2 })),
        put(clockOf('c-7', 'resolve', { dueAt: 300, breachedAt: 300 })),
      );
      const warned = { now: 500, until: null };
      expect(names(await store.clocksAtRisk(warned, 10))).toEqual([
        'c-7 resolve',
        'c-6 resolve',
        'c-1 resolve',
      ]);
      expect(names(await store.clocksAtRisk(warned, 2))).toEqual(['c-7 resolve', 'c-6 resolve']);
      expect(names(await store.clocksAtRisk({ now: 500, until: 2_001 }, 10))).toEqual([
        'c-7 resolve',
        'c-6 resolve',
        'c-2 resolve',
        'c-2 update',
      ]);
    });

    it('CLOCK-15 who signs in finds what is breached and nobody sees to', async ({ store, put: write }) => {
      const mine = aCase('c-1', { ownerId: asId('maya') });
      const others = aCase('c-2', { ownerId: asId('li') });
      await write({ put: 'case', case: mine }, { put: 'case', case: others });
      await write(
        put(clockOf('c-1', 'resolve', { breachedAt: 30 })),
        put(clockOf('c-1', 'update', { breachedAt: 20, acknowledgedAt: 25 })),
        put(clockOf('c-2', 'resolve', { breachedAt: 10 })),
        put(clockOf('c-2', 'update', { breachedAt: 5, metAt: 6 })),
      );
      expect(names(await store.alertingClocks(null, 10))).toEqual(['c-2 resolve', 'c-1 resolve']);
      expect(names(await store.alertingClocks(asId('maya'), 10))).toEqual(['c-1 resolve']);
    });
  });
}
