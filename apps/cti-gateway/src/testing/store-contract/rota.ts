import { asId } from '@ringside/shared/model/ids';
import { refuse } from '@ringside/shared/model/result';
import { describe, expect } from 'vitest';
import type { FollowedCalendar } from '../../domain/calendar/followed-calendar.ts';
import type { DutyContact } from '../../domain/rota/duty-contact.ts';
import type { Absence, DutyStretch, RotaChange, Swap } from '../../domain/rota/rota.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const change = (id: string, changed: Partial<RotaChange> = {}): RotaChange => ({
  changeId: asId(id),
  rotaId: asId('duty'),
  layer: 'duty',
  from: '2026-11-21T09:00',
  until: '2026-11-21T18:00',
  agentId: asId('max'),
  origin: 'byHand',
  swapId: null,
  reason: '感冒',
  madeBy: asId('noor'),
  madeAt: 100,
  undoneBy: null,
  undoneAt: null,
  version: 1,
  ...changed,
});

const absence = (id: string, changed: Partial<Absence> = {}): Absence => ({
  absenceId: asId(id),
  agentId: asId('grace'),
  from: 1_000,
  until: 2_000,
  kind: 'sick',
  note: 'flu',
  feedUid: null,
  madeBy: asId('grace'),
  madeAt: 100,
  removedAt: null,
  version: 1,
  ...changed,
});

const stretch = (from: number, until: number, changed: Partial<DutyStretch> = {}): DutyStretch => ({
  rotaId: asId('duty'),
  layer: 'duty',
  ...{ from, until },
  agentId: asId('max'),
  how: 'turn',
  ...{ gap: null, missing: null, changeId: null },
  ...changed,
});

const swap = (id: string, changed: Partial<Swap> = {}): Swap => ({
  swapId: asId(id),
  kind: 'swap',
  rotaId: asId('duty'),
  layer: 'duty',
  from: '2026-11-21T09:00',
  until: '2026-11-21T18:00',
  askedBy: asId('max'),
  askedAt: 100,
  reason: '孩子生病',
  wants: { agentId: asId('grace'), layer: 'backup', from: '2026-11-28T09:00', until: '2026-11-28T18:00' },
  asked: [asId('grace'), asId('wei')],
  declined: [{ agentId: asId('wei'), at: 150 }],
  state: 'asked',
  takenBy: null,
  endedAt: null,
  version: 1,
  ...changed,
});

export function rotaContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('rotas', () => {
    it('ROTA-7 a change comes back as written, is taken back in its next version, and only there', async ({
      store,
      put,
    }) => {
      const made = change('c1');
      await put({ put: 'rotaChange', change: made });
      expect(await store.rotaChange(made.changeId)).toEqual(made);
      expect(await store.rotaChange(asId('none'))).toBeNull();
      expect(await store.commit([{ put: 'rotaChange', change: made }])).toEqual(refuse('conflict'));
      const undone = change('c1', { undoneBy: asId('li'), undoneAt: 200, version: 2 });
      await put({ put: 'rotaChange', change: undone });
      expect(await store.rotaChanges(null, '2026-11-21T00:00', '2026-11-22T00:00')).toEqual([undone]);
    });

    it('ROTA-3 changes that touch a time, of one rota or all, in the order they were made', async ({
      store,
      put,
    }) => {
      const made = [
        change('b', { madeAt: 200, agentId: null, origin: 'swap', swapId: asId('s1') }),
        change('c', { madeAt: 100, from: '2026-11-20T09:00', until: '2026-11-21T09:00' }),
        change('a', { madeAt: 100, rotaId: asId('north'), until: '2026-12-21T09:00' }),
        change('d', { madeAt: 50, from: '2026-11-22T00:00', until: '2026-11-22T09:00' }),
      ];
      await put(...made.map((one) => ({ put: 'rotaChange', change: one }) as const));
      const ids = async (rota: string | null, from: string, until: string) =>
        (await store.rotaChanges(rota === null ? null : asId(rota), from, until)).map((one) => one.changeId);
      expect(await ids(null, '2026-11-21T00:00', '2026-11-22T00:00')).toEqual(['a', 'c', 'b']);
      expect(await ids('duty', '2026-11-21T09:00', '2026-11-22T00:01')).toEqual(['d', 'b']);
      expect(await ids('north', '2026-12-21T09:00', '9999')).toEqual([]);
    });

    it('ABSENT-1 absences that touch a time, by their begin; one that is removed is not among them', async ({
      store,
      put,
    }) => {
      const away = [
        absence('a2', { from: 1_500, until: 1_600, kind: 'holiday', madeBy: null, feedUid: 'uid-1' }),
        absence('a1'),
        absence('a3', { agentId: asId('max'), from: 2_000, until: 3_000 }),
        absence('a4', { removedAt: 500 }),
      ];
      await put(...away.map((one) => ({ put: 'absence', absence: one }) as const));
      expect(await store.absences(1_000, 2_000)).toEqual([away[1], away[0]]);
      expect(await store.absences(0, 1_000)).toEqual([]);
      expect(await store.absence(asId('a4'))).toEqual(away[3]);
      expect(await store.absence(asId('none'))).toBeNull();
      expect(await store.absencesFromFeed(asId('grace'))).toEqual([away[0]]);
      expect(await store.absencesFromFeed(asId('max'))).toEqual([]);
    });

    it('ROTA-12 who was on is kept by layer and begin; the same again is made longer', async ({
      store,
      put,
    }) => {
      const gap = stretch(200, 300, { agentId: null, how: 'gap', gap: 'absent', missing: asId('grace') });
      const backup = stretch(0, 300, { layer: 'backup', how: 'plan', changeId: asId('c1') });
      await put(
        { put: 'dutyStretch', stretch: stretch(100, 150) },
        { put: 'dutyStretch', stretch: gap },
        { put: 'dutyStretch', stretch: backup },
        { put: 'dutyStretch', stretch: stretch(0, 900, { rotaId: asId('north') }) },
      );
      await put({ put: 'dutyStretch', stretch: stretch(100, 200) });
      expect(await store.dutyStretches(asId('duty'), 100, 300)).toEqual([backup, stretch(100, 200), gap]);
      expect(await store.dutyStretches(asId('duty'), 0, 100)).toEqual([backup]);
      expect(await store.dutyWrittenUntil(asId('duty'))).toBe(300);
      expect(await store.dutyWrittenUntil(asId('south'))).toBeNull();
    });

    it('SWAP-6 swaps stay to be seen, the latest first; open are those not ended', async ({ store, put }) => {
      const first = swap('s1');
      const later = swap('s2', { askedAt: 200, kind: 'cover', wants: null, declined: [] });
      const north = swap('s3', { askedAt: 150, rotaId: asId('north') });
      await put(...[first, later, north].map((one) => ({ put: 'swap', swap: one }) as const));
      expect(await store.openSwaps()).toEqual([later, north, first]);
      const done = swap('s1', { state: 'done', takenBy: asId('grace'), endedAt: 300, version: 2 });
      await put({ put: 'swap', swap: done });
      expect(await store.commit([{ put: 'swap', swap: done }])).toEqual(refuse('conflict'));
      expect(await store.swap(asId('s1'))).toEqual(done);
      expect(await store.openSwaps()).toEqual([later, north]);
      expect(await store.swaps(asId('duty'), 10)).toEqual([later, done]);
      expect(await store.swaps(null, 2)).toEqual([later, north]);
    });

    it('NOTE-7 how people on duty are reached, one each', async ({ store, put }) => {
      const contact: DutyContact = {
        agentId: asId('max'),
        reach: 'phoneThenDesk',
        phone: '+886912000111' as never,
        email: 'max@example.com',
        version: 1,
      };
      await put({ put: 'dutyContact', contact });
      expect(await store.commit([{ put: 'dutyContact', contact }])).toEqual(refuse('conflict'));
      const changed: DutyContact = { ...contact, reach: 'deskOnly', phone: null, email: null, version: 2 };
      await put({ put: 'dutyContact', contact: changed });
      expect(await store.dutyContacts()).toEqual([changed]);
    });

    it('ABSENT-7 calendars that are followed, one for each person, and what became of reading them', async ({
      store,
      put,
    }) => {
      const calendar: FollowedCalendar = {
        agentId: asId('max'),
        address: 'https://calendar.example.com/secret/basic.ics',
        etag: '"1"',
        readWholeAt: 100,
        lastReadAt: 200,
        failing: null,
        version: 1,
      };
      const graces = { ...calendar, agentId: asId<'agent'>('grace'), etag: null };
      await put({ put: 'followedCalendar', calendar }, { put: 'followedCalendar', calendar: graces });
      expect(await store.commit([{ put: 'followedCalendar', calendar }])).toEqual(refuse('conflict'));
      expect(await store.followedCalendars()).toEqual([graces, calendar]);
      const failing = { since: 300, times: 2, fault: 'notValid' } as const;
      await put({ put: 'followedCalendar', calendar: { ...calendar, failing, version: 2 } });
      expect(await store.followedCalendar(asId('max'))).toEqual({ ...calendar, failing, version: 2 });
      await put({ put: 'followedCalendarGone', agentId: asId('max') });
      expect(await store.followedCalendar(asId('max'))).toBeNull();
      expect(await store.followedCalendars()).toEqual([graces]);
      await put({ put: 'followedCalendar', calendar });
    });

    it('RNOTE-2 what is done once is refused a second time, with all that came along', async ({
      store,
      put,
    }) => {
      await put({ put: 'doneOnce', key: 'warned', at: 100 });
      const again = await store.commit([
        { put: 'rotaChange', change: change('c9') },
        { put: 'doneOnce', key: 'warned', at: 200 },
      ]);
      expect(again).toEqual(refuse('conflict'));
      expect(await store.doneOnce('warned')).toBe(100);
      expect(await store.doneOnce('reminded')).toBeNull();
      expect(await store.rotaChange(asId('c9'))).toBeNull();
    });
  });
}
