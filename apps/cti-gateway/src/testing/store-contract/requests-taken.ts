import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const request = (id: string, askedAt: number, takenBy: AgentId | null): ManagerRequest => ({
  requestId: asId(id),
  rotaId: asId('duty'),
  way: 'agent',
  callId: null,
  caseId: null,
  customerId: null,
  askedBy: null,
  askedAt,
  reason: null,
  note: '',
  state: takenBy === null ? 'asked' : 'taken',
  takenBy,
  takenAt: takenBy === null ? null : askedAt + 1,
  via: null,
  outcome: null,
  category: null,
  outcomeNote: '',
  promiseId: null,
  taskId: null,
  closedAt: null,
  version: 1,
});

export function requestsTakenContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('customers who asked for a manager', () => {
    it('PLAN-2 are counted by who took them, of those who asked in a time', async ({ store, put }) => {
      const [grace, max] = [asId<'agent'>('grace'), asId<'agent'>('max')];
      const asked = [
        request('r1', 99, grace),
        request('r2', 100, grace),
        request('r3', 150, max),
        request('r4', 160, null),
        request('r5', 199, grace),
        request('r6', 200, max),
      ];
      await put(...asked.map((one) => ({ put: 'managerRequest', request: one }) as const));
      const counts = await store.managerRequestsTaken(100, 200);
      expect([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))).toEqual([
        [grace, 2],
        [max, 1],
      ]);
    });
  });
}
