import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import { aTask } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const ids = (tasks: readonly { taskId: string }[]): string[] => tasks.map(({ taskId }) => taskId);
const maya = asId<'agent'>('maya');

export function taskContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('follow-up tasks', () => {
    it('STORE-11 a task comes back with everything that time did to it', async ({ store, put }) => {
      const full = aTask('t1', {
        from: 150,
        familyId: asId('repairs'),
        remindAt: 160,
        remindedAt: 161,
        checklist: [{ text: '打包', done: true }],
        after: asId('t0'),
        waiting: true,
        repeat: 'workdays',
        firstDueAt: 90,
        nextId: asId('t2'),
        snoozed: { until: 400, reason: '客戶出國' },
        timesSnoozed: 2,
        ringing: { times: 2, passed: 1, again: 300, callId: asId('call-1') },
        timesEscalated: 3,
      });
      await put({ put: 'task', task: full });
      expect(await store.task(full.taskId)).toEqual(full);
    });

    it('TASK-12 gives those whose time comes, the soonest first, and none that is finished or waits', async ({
      store,
      put,
    }) => {
      const plain = { kind: 'send', number: null } as const;
      await put(
        { put: 'task', task: aTask('due', { ...plain, dueAt: 300 }) },
        { put: 'task', task: aTask('reminds', { ...plain, dueAt: 900, remindAt: 250 }) },
        { put: 'task', task: aTask('later', { ...plain, dueAt: 301 }) },
        { put: 'task', task: aTask('waits', { ...plain, dueAt: 200, after: asId('due'), waiting: true }) },
        { put: 'task', task: aTask('done', { ...plain, dueAt: 200, state: 'done', finishedAt: 210 }) },
        { put: 'task', task: aTask('rings', { from: 200, dueAt: 900 }) },
      );
      expect(ids(await store.tasksToLookAt(300, 9))).toEqual(['rings', 'reminds', 'due']);
      expect(ids(await store.tasksToLookAt(300, 1))).toEqual(['rings']);
      await put({ put: 'task', task: aTask('due', { ...plain, dueAt: 999, version: 2 }) });
      expect(ids(await store.tasksToLookAt(300, 9))).toEqual(['rings', 'reminds']);
      expect(ids(await store.tasksAfter(asId('due')))).toEqual(['waits']);
    });

    it('TASK-19 gives a person’s, a team’s, a maker’s and everybody’s open ones by due time, page by page', async ({
      store,
      put,
    }) => {
      const familyId = asId<'jobFamily'>('repairs');
      await put(
        { put: 'task', task: aTask('b', { dueAt: 20, kind: 'send' }) },
        { put: 'task', task: aTask('a', { dueAt: 20 }) },
        { put: 'task', task: aTask('c', { dueAt: 10, ownerId: asId('li') }) },
        { put: 'task', task: aTask('team', { dueAt: 30, ownerId: null, familyId, madeBy: null }) },
        { put: 'task', task: aTask('taken', { dueAt: 30, ownerId: asId('li'), familyId, madeBy: null }) },
        { put: 'task', task: aTask('done', { dueAt: 5, state: 'done', finishedAt: 6 }) },
      );
      const page = { until: null, after: null, limit: 9 };
      const mine = { ...page, whose: { of: 'owner', agentId: maya } } as const;
      expect(ids(await store.openTasks(mine))).toEqual(['a', 'b']);
      expect(ids(await store.openTasks({ ...mine, after: { dueAt: 20, taskId: asId('a') } }))).toEqual(['b']);
      expect(ids(await store.openTasks({ ...page, whose: { of: 'maker', agentId: maya } }))).toEqual([
        'c',
        'a',
        'b',
      ]);
      expect(ids(await store.openTasks({ ...page, whose: { of: 'team', familyId } }))).toEqual(['team']);
      const all = { ...page, whose: { of: 'everybody' } } as const;
      expect(ids(await store.openTasks({ ...all, limit: 3 }))).toEqual(['c', 'a', 'b']);
      expect(ids(await store.openTasks({ ...all, until: 20 }))).toEqual(['c']);
      expect(ids(await store.openTasks({ ...all, kind: 'send' }))).toEqual(['b']);
      expect(ids(await store.openTasks({ ...mine, kind: 'send' }))).toEqual(['b']);
      expect(ids(await store.openTasks({ ...mine, kind: 'visit' }))).toEqual([]);
    });

    it('TASK-18 a calendar is found by its secret alone; a new one takes the place of the old', async ({
      store,
      put,
    }) => {
      const feed = { agentId: maya, tokenSha256: 'one', withNames: false, madeAt: 5 };
      await put({ put: 'calendarFeed', feed });
      expect(await store.calendarFeed('one')).toEqual(feed);
      await put({ put: 'calendarFeed', feed: { ...feed, tokenSha256: 'two', withNames: true } });
      expect(await store.calendarFeed('one')).toBeNull();
      expect(await store.calendarFeedOf(maya)).toMatchObject({ tokenSha256: 'two', withNames: true });
      await put({ put: 'calendarFeedGone', agentId: maya });
      expect(await store.calendarFeed('two')).toBeNull();
    });
  });
}
