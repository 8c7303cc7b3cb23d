import type { TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { TaskInput } from '@ringside/shared/protocol/task';
import type { DayView, TaskPageView } from '@ringside/shared/protocol/task-work';
import { describe, expect, test } from 'vitest';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import { startClock } from '../../domain/clock/clock-life.ts';
import { clockRule } from '../../testing/clocks.ts';
import { centre, li, maya, noor, okafor, okaforsNumber } from '../../testing/cast.ts';
import { aCase, aPromise, aTask } from '../../testing/records.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig } from '../../testing/rig.ts';

const repairs = asId<'jobFamily'>('repairs');

/** Maya and Li are of one team. */
async function openTeam(): Promise<Rig> {
  const families = [{ familyId: repairs, name: centre.name, roles: [], skills: [] }];
  const rig = await openRig({ centre: { jobFamilies: families } });
  for (const agent of [maya, li])
    await rig.store.commit([{ put: 'agent', agent: { ...agent, familyId: repairs }, passwordHash: null }]);
  await rig.restart([]);
  return rig;
}

const send = (rig: Rig, given: Partial<TaskInput> = {}): TaskInput => ({
  kind: 'send',
  title: 'Send the hose',
  note: '',
  from: null,
  dueAt: rig.clock.now() + hours(2),
  ownerId: null,
  familyId: null,
  customerId: okafor.customerId,
  caseId: null,
  callId: null,
  number: null,
  remindAt: null,
  checklist: [],
  after: null,
  repeat: null,
  ...given,
});

async function make(at: SeatedAgent, task: TaskInput): Promise<TaskId> {
  return ((await at.do({ do: 'task.create', task })) as { taskId: TaskId }).taskId;
}
/** Time goes by in steps in which the gateway reads what is due soon. */
async function pass(rig: Rig, length: number): Promise<void> {
  for (let left = length; left > 0; left -= minutes(5)) await rig.advance(Math.min(left, minutes(5)));
  await rig.advance(0);
}
const told = (at: SeatedAgent) => at.screen.of('taskNotice').map(({ why }) => why);
const stored = async (rig: Rig, taskId: TaskId) => {
  const task = await rig.store.task(taskId);
  if (task === null) throw new Error(`There is no task ${taskId}`);
  return task;
};

describe('whose a task is', () => {
  test('TASK-4 what can’t be is refused, and says which time is wrong', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const now = rig.clock.now();
    const faults: [Partial<TaskInput>, unknown][] = [
      [{ dueAt: now - 1 }, { problem: 'badMessage', field: 'dueAt' }],
      [{ from: now + hours(3) }, { problem: 'badMessage', field: 'from' }],
      [{ remindAt: now + hours(3) }, { problem: 'badMessage', field: 'remindAt' }],
      [{ familyId: asId('nobody') }, { problem: 'badMessage', field: 'familyId' }],
      [{ ownerId: asId('nobody') }, { problem: 'unknownAgent' }],
      [{ after: asId('nothing') }, { problem: 'unknownTask' }],
      [{ customerId: asId('nobody') }, { problem: 'unknownCustomer' }],
    ];
    for (const [given, fault] of faults) {
      const reply = await atMaya.try({ do: 'task.create', task: send(rig, given) });
      expect(reply).toEqual({ ok: false, refusal: fault });
    }
    expect(await rig.store.tasksOfAgent(maya.agentId, 'open', 9)).toEqual([]);
  });

  test('TASK-5 a team’s task is taken once, whoever presses at the same time; the second is told who was first', async () => {
    const rig = await openTeam();
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    const taskId = await make(atMaya, send(rig, { familyId: repairs }));
    expect(told(atLi)).toEqual(['given']);
    const takes = await Promise.all(
      [atMaya, atLi].map((at, nth) => at.desk.command(`take-${nth}`, { do: 'task.take', taskId })),
    );
    expect(takes).toEqual([
      { ok: true, value: null },
      { ok: false, refusal: { problem: 'someoneWasFirst', by: 'Maya' } },
    ]);
    expect((await stored(rig, taskId)).ownerId).toBe('maya');
  });

  test('TASK-2, TASK-5 a task that is Li’s is nothing Maya may change; Noor hands it to her, and she is told', async () => {
    const rig = await openRig();
    const [atMaya, atLi, atNoor] = [await rig.enter(maya), await rig.enter(li), await rig.enter(noor)];
    const taskId = await make(atLi, send(rig));
    const later = { do: 'task.snooze', taskId, until: rig.clock.now() + hours(5), reason: 'busy' } as const;
    expect(await atMaya.try(later)).toMatchObject({ refusal: { problem: 'notAllowed' } });
    await atNoor.do({ do: 'task.assign', taskId, agentId: maya.agentId, familyId: null });
    expect(told(atMaya)).toEqual(['given']);
    expect(atLi.screen.of('task').at(-1)?.task.ownerId).toBe('maya');
    await atMaya.do(later);
  });

  test('TASK-6 a point is ticked as it was seen', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const taskId = await make(atMaya, send(rig, { checklist: [{ text: 'Pack it', done: false }] }));
    const tick = { do: 'task.tick', taskId, item: 0, done: true } as const;
    expect(await atMaya.try({ ...tick, text: 'Wrap it' })).toMatchObject({
      refusal: { problem: 'changedMeanwhile' },
    });
    await atMaya.do({ ...tick, text: 'Pack it' });
    expect((await stored(rig, taskId)).checklist).toEqual([{ text: 'Pack it', done: true }]);
  });

  test('TASK-19 lists come in pages by due time, and everybody’s are for those in charge', async () => {
    const rig = await openRig();
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const at = rig.clock.now() + hours(1);
    const tasks = Array.from({ length: 130 }, (_one, nth) =>
      aTask(`t${1_000 + nth}`, { dueAt: at + (nth % 7) }),
    );
    await rig.store.commit(tasks.map((task) => ({ put: 'task', task })));
    const page = { ask: 'task.page', whose: 'all', kind: null, until: null, after: null } as const;
    expect(await atMaya.ask(page)).toMatchObject({ refusal: { problem: 'notAllowed' } });
    const first = await atNoor.ask(page);
    if (!first.ok) throw new Error('no page');
    const { tasks: shown, next } = first.value as { tasks: { taskId: string }[]; next: never };
    expect(shown).toHaveLength(100);
    const second = await atNoor.ask({ ...page, after: next });
    if (!second.ok) throw new Error('no page');
    const rest = (second.value as { tasks: { taskId: string }[] }).tasks;
    expect(new Set([...shown, ...rest].map(({ taskId }) => taskId)).size).toBe(130);
  });
});

describe('what time does to tasks', () => {
  test('TASK-10, TASK-11 Maya is reminded, then told that it is late; half an hour later Noor is, and again until it is done', async () => {
    const rig = await openRig();
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const taskId = await make(atMaya, send(rig, { remindAt: rig.clock.now() + hours(1) }));
    await pass(rig, hours(1));
    expect(told(atMaya)).toEqual(['reminder']);
    await pass(rig, hours(1));
    expect(told(atMaya)).toEqual(['reminder', 'late']);
    await pass(rig, minutes(30));
    expect(told(atNoor)).toEqual(['lateForLong']);
    await pass(rig, hours(4));
    expect(told(atNoor)).toHaveLength(2);
    await atMaya.do({ do: 'task.finish', taskId, how: 'done', note: '' });
    await pass(rig, hours(9));
    expect(told(atNoor)).toHaveLength(2);
  });

  test('TASK-12 what fell due while the gateway was away is told once, as soon as it is back', async () => {
    const rig = await openRig();
    const dueAt = rig.clock.now() - days(3);
    const task = aTask('t1', { kind: 'send', number: null, dueAt, remindAt: dueAt - hours(1) });
    await rig.store.commit([{ put: 'task', task }]);
    const { taskId } = task;
    await rig.restart([]);
    await rig.advance(seconds(1));
    expect(await stored(rig, taskId)).toMatchObject({ timesEscalated: 19 });
    const version = (await stored(rig, taskId)).version;
    await pass(rig, minutes(10));
    expect((await stored(rig, taskId)).version).toBe(version);
  });

  test('TASK-7 what is put off is counted, and late when it comes back', async () => {
    const rig = await openRig();
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const taskId = await make(atMaya, send(rig));
    const until = rig.clock.now() + hours(5);
    await atMaya.do({ do: 'task.snooze', taskId, until, reason: 'He is travelling' });
    expect(atNoor.screen.of('task').at(-1)?.task).toMatchObject({
      timesSnoozed: 1,
      snoozed: { until, reason: 'He is travelling' },
    });
    await pass(rig, hours(4));
    expect(told(atMaya)).toEqual([]);
    await pass(rig, hours(1));
    expect(told(atMaya)).toEqual(['late']);
    const audited = await rig.store.auditOf(taskId, rig.clock.now() + 1, 9);
    expect(audited).toMatchObject([{ did: 'task.snoozed', detail: { reason: 'He is travelling' } }]);
  });

  test('TASK-7 a desk that heard no answer says it again: it is put off once', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const taskId = await make(atMaya, send(rig));
    const snooze = {
      do: 'task.snooze',
      ...{ taskId, until: rig.clock.now() + hours(5), reason: 'He is travelling' },
    } as const;
    await atMaya.do(snooze);
    await atMaya.do(snooze);
    expect(await stored(rig, taskId)).toMatchObject({ timesSnoozed: 1, version: 2 });
  });

  test('TASK-21 Maya puts off three at once: hers with the reason, Li’s and a finished one stay, and she is told why', async () => {
    const rig = await openRig();
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    const mine = await make(atMaya, send(rig));
    const done = await make(atMaya, send(rig, { title: 'Write to the carrier' }));
    await atMaya.do({ do: 'task.finish', taskId: done, how: 'done', note: '' });
    const others = await make(atLi, send(rig, { title: 'Ask the workshop' }));
    const [until, reason] = [rig.clock.now() + hours(5), 'The line is down'];
    const taskIds = [mine, others, done, mine];
    expect(await atMaya.do({ do: 'task.snoozeAll', taskIds, until, reason })).toEqual([
      { taskId: mine, title: 'Send the hose', refusal: null },
      { taskId: others, title: 'Ask the workshop', refusal: 'notAllowed' },
      { taskId: done, title: 'Write to the carrier', refusal: 'notPossibleNow' },
    ]);
    expect(await stored(rig, mine)).toMatchObject({ snoozed: { until, reason }, timesSnoozed: 1 });
    expect(await stored(rig, others)).toMatchObject({ snoozed: null });
    const tooFar = { do: 'task.snoozeAll', taskIds, until: rig.clock.now() + days(91), reason } as const;
    expect(await atMaya.try(tooFar)).toMatchObject({ refusal: { problem: 'badMessage', field: 'dueAt' } });
  });

  test('TASK-19 of everybody’s Noor sees those of one kind', async () => {
    const rig = await openRig();
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    await make(atMaya, send(rig));
    await make(atMaya, send(rig, { kind: 'visit', title: 'Look at the wall' }));
    const query = { ask: 'task.page', whose: 'all', until: null, after: null } as const;
    const titles = async (kind: 'visit' | null) => {
      const answer = await atNoor.ask({ ...query, kind });
      return (answer.ok ? (answer.value as TaskPageView) : { tasks: [] }).tasks.map(({ title }) => title);
    };
    expect(await titles('visit')).toEqual(['Look at the wall']);
    expect((await titles(null)).toSorted()).toEqual(['Look at the wall', 'Send the hose']);
  });

  test('TASK-4 a reminder that would come after the task is due is refused, and one before it is set', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const taskId = await make(atMaya, send(rig));
    const remind = (at: number) => atMaya.try({ do: 'task.remind', taskId, at });
    expect(await remind(rig.clock.now() + hours(3))).toMatchObject({
      refusal: { problem: 'badMessage', field: 'remindAt' },
    });
    await remind(rig.clock.now() + hours(1));
    expect(await stored(rig, taskId)).toMatchObject({ remindAt: rig.clock.now() + hours(1) });
  });

  test('TASK-8 the second begins when the first is done; a circle is refused', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const first = await make(atMaya, send(rig, { title: 'Ask the workshop' }));
    const second = await make(atMaya, send(rig, { after: first, dueAt: rig.clock.now() + hours(3) }));
    const circle = {
      do: 'task.change',
      taskId: first,
      version: 1,
      task: send(rig, { after: second }),
    } as const;
    expect(await atMaya.try(circle)).toMatchObject({ refusal: { problem: 'taskInCircle' } });
    await pass(rig, hours(4));
    expect((await stored(rig, second)).timesEscalated).toBe(0);
    await atMaya.do({ do: 'task.finish', taskId: first, how: 'done', note: '' });
    expect(told(atMaya).at(-1)).toBe('begins');
    expect(await stored(rig, second)).toMatchObject({ waiting: false, dueAt: rig.clock.now() + hours(1) });
  });

  test('TASK-9 a daily task goes on the next day at the same time, though it was done early, and though it was not done', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const dueAt = rig.clock.now() + hours(2);
    const taskId = await make(atMaya, send(rig, { repeat: 'daily' }));
    await atMaya.do({ do: 'task.finish', taskId, how: 'done', note: '' });
    const [next, ...others] = await rig.store.tasksOfAgent(maya.agentId, 'open', 9);
    expect(others).toEqual([]);
    expect(next).toMatchObject({ dueAt: dueAt + days(1), repeat: 'daily' });
    await pass(rig, hours(27));
    const open = await rig.store.tasksOfAgent(maya.agentId, 'open', 9);
    expect(open.map((task) => task.dueAt)).toEqual([dueAt + days(1), dueAt + days(2)]);
    const nextDay = await rig.enter(maya, { takeOver: true });
    await nextDay.do({ do: 'task.finish', taskId: open[1]?.taskId ?? taskId, how: 'cancelled', note: '' });
    expect(await rig.store.tasksOfAgent(maya.agentId, 'open', 9)).toHaveLength(1);
  });

  test('TASK-16 the case’s history says what became of its tasks', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await rig.store.commit([{ put: 'case', case: aCase('c1', { customerId: okafor.customerId }) }]);
    const taskId = await make(atMaya, send(rig, { caseId: asId('c1') }));
    await pass(rig, hours(2));
    await atMaya.do({ do: 'task.finish', taskId, how: 'done', note: '' });
    const entries = await rig.store.caseEntries(asId('c1'));
    expect(entries.map(({ what, text }) => `${what} ${text}`)).toEqual([
      'taskMade Send the hose',
      'taskLate Send the hose',
      'taskDone Send the hose',
    ]);
  });

  test('TASK-20 the day has tasks, promises and cases until tonight, with what they weigh', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const mine = { customerId: okafor.customerId, ownerId: maya.agentId } as const;
    await rig.store.commit([
      { put: 'case', case: aCase('c1', mine) },
      {
        put: 'promise',
        promise: aPromise('p1', { ...mine, caseId: asId('c1'), dueAt: rig.clock.now() + hours(1) }),
      },
    ]);
    const taskId = await make(atMaya, send(rig, { caseId: asId('c1') }));
    await rig.store.commit([
      {
        put: 'promise',
        promise: aPromise(taskId, { ...mine, caseId: asId('c1'), dueAt: rig.clock.now() + hours(1) }),
      },
    ]);
    await make(atMaya, send(rig, { title: 'Next week', dueAt: rig.clock.now() + days(7) }));
    const answer = await atMaya.ask({ ask: 'task.day' });
    if (!answer.ok) throw new Error(answer.refusal.problem);
    const { matters } = answer.value as DayView;
    expect(matters.map(({ is, priority, tier }) => ({ is, priority, tier }))).toEqual([
      { is: 'task', priority: 40, tier: 'standard' },
      { is: 'promise', priority: 40, tier: 'standard' },
      { is: 'case', priority: 40, tier: 'standard' },
    ]);
  });
});

describe('my day and clocks', () => {
  test('TASK-20 a clock that stopped presses no more: the case is due with the one that still runs', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const one = aCase('c1', { ownerId: maya.agentId, customerId: null });
    const { now } = rig.clock;
    const clock = startClock(one.caseId, now(), {
      rule: clockRule({ time: 'calendar', target: hours(5) }),
      times: { calendars: [], timeZone: 'Asia/Taipei' },
    });
    const stopped: CaseClock = { ...clock, clock: 'update', dueAt: now() - hours(1), stoppedAt: now() };
    await rig.store.commit([
      { put: 'case', case: one },
      { put: 'caseClock', clock: { ...clock, version: 1 } },
      { put: 'caseClock', clock: { ...stopped, version: 1 } },
    ]);
    const answer = await atMaya.ask({ ask: 'task.day' });
    const { matters } = answer.ok ? (answer.value as DayView) : { matters: [] };
    expect(matters).toMatchObject([{ is: 'case', dueAt: now() + hours(5) }]);
  });
});

describe('a call-back that rings', () => {
  const callBack = (rig: Rig, given: Partial<TaskInput> = {}): TaskInput =>
    send(rig, { kind: 'callBack', title: 'Ask whether it came', number: okaforsNumber, ...given });
  const dialled = (rig: Rig) => rig.telephony.asked.filter(({ ask }) => ask === 'dial');

  test('TASK-13, TASK-15 it rings Maya with his pop, dials when she accepts, and is done when they have talked', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const taskId = await make(atMaya, callBack(rig));
    await pass(rig, hours(2));
    expect(dialled(rig)).toEqual([]);
    expect(atMaya.screen.lastContact().pop.match).toMatchObject({ kind: 'known' });
    const offer = rig.offerTo(atMaya);
    await atMaya.do({ do: 'offer.accept', ...offer });
    expect(dialled(rig)).toMatchObject([{ number: okaforsNumber }]);
    const customer = asId<'leg'>(dialled(rig)[0]?.['legId'] as string);
    await rig.legUp(offer.callId);
    await rig.happens({ type: 'established', callId: offer.callId, legId: customer });
    expect((await stored(rig, taskId)).state).toBe('open');
    await atMaya.do({ do: 'call.end', callId: offer.callId });
    await atMaya.do({
      do: 'wrapUp.dispose',
      callId: offer.callId,
      disposition: { disposition: 'solved', resolved: true, feeling: null, note: '' },
    });
    await atMaya.do({ do: 'wrapUp.done', callId: offer.callId });
    expect(await stored(rig, taskId)).toMatchObject({ state: 'done', timesEscalated: 0 });
  });

  test('TASK-13 it waits until Maya is Ready', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await atMaya.do({ do: 'presence.notReady', reason: 'lunch' });
    await make(atMaya, callBack(rig));
    await pass(rig, hours(2) + minutes(10));
    expect(atMaya.screen.of('contact')).toEqual([]);
    await atMaya.do({ do: 'presence.ready' });
    expect(rig.offerTo(atMaya).callId).toBeDefined();
  });

  test('TASK-14 declined it rings again after five minutes; after three times Noor is told, and it is still to be done', async () => {
    const rig = await openRig();
    const atNoor = await rig.enter(noor);
    const atMaya = await rig.seatReady(maya);
    const taskId = await make(atMaya, callBack(rig));
    await pass(rig, hours(2));
    for (const times of [1, 2, 3]) {
      await atMaya.do({ do: 'offer.decline', ...rig.offerTo(atMaya) });
      await atMaya.do({ do: 'presence.ready' });
      expect((await stored(rig, taskId)).ringing.passed).toBe(times);
      await pass(rig, minutes(5));
    }
    expect(told(atNoor)).toEqual(['notTaken']);
    expect(await stored(rig, taskId)).toMatchObject({ state: 'open', ringing: { times: 3, again: null } });
    expect(atMaya.presence().state).toBe('ready');
    expect(await rig.store.tasksOfAgent(maya.agentId, 'open', 9)).toHaveLength(1);
  });

  test('TASK-14 whom nobody reaches stays a task, and no second one is made', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const taskId = await make(atMaya, callBack(rig));
    await pass(rig, hours(2));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { callId, offerId } = rig.offerTo(atMaya);
      await atMaya.do({ do: 'offer.accept', callId, offerId });
      const legId = asId<'leg'>(dialled(rig).at(-1)?.['legId'] as string);
      await rig.happens({ type: 'failed', callId, legId, cause: 'noAnswer' });
      await pass(rig, minutes(10));
    }
    expect(dialled(rig)).toHaveLength(3);
    expect(await rig.store.tasksOfAgent(maya.agentId, 'open', 9)).toMatchObject([
      { taskId, kind: 'callBack' },
    ]);
  });

  test('TASK-13 a task that is done, put off or given away meanwhile rings no more', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const taskId = await make(atMaya, callBack(rig));
    await pass(rig, hours(2));
    expect(rig.offerTo(atMaya).callId).toBeDefined();
    await atMaya.do({
      do: 'task.snooze',
      taskId,
      until: rig.clock.now() + hours(1),
      reason: 'he asked for it',
    });
    expect(atMaya.screen.of('contactGone').at(-1)).toMatchObject({ outcome: 'withdrawn' });
    await pass(rig, minutes(59));
    expect(atMaya.presence().state).toBe('ready');
    await pass(rig, minutes(1));
    expect(rig.offerTo(atMaya).callId).toBeDefined();
    await atMaya.do({ do: 'task.finish', taskId, how: 'done', note: 'he called himself' });
    await pass(rig, hours(1));
    expect(await rig.store.tasksOfAgent(maya.agentId, 'open', 9)).toEqual([]);
    expect(dialled(rig)).toEqual([]);
  });

  test('TASK-12, TASK-13 it rings once after a restart, whether the gateway stopped before or while it rang', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const taskId = await make(atMaya, callBack(rig, { from: rig.clock.now() + hours(1) }));
    await rig.restart([]);
    await pass(rig, hours(1));
    expect((await stored(rig, taskId)).ringing.times).toBe(1);
    await rig.restart([]);
    const again = await rig.seatReady(maya);
    await pass(rig, seconds(1));
    expect(rig.offerTo(again).callId).toBe((await stored(rig, taskId)).ringing.callId);
    expect(await rig.store.liveCallStreams()).toHaveLength(1);
  });

  test('TASK-13 a number that may not be called does not ring', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await make(atMaya, callBack(rig, { number: asId('+44201234567') }));
    await pass(rig, hours(2) + minutes(29));
    expect(atMaya.screen.of('contact')).toEqual([]);
    await pass(rig, minutes(1));
    expect(told(atMaya)).toEqual(['late']);
  });
});

describe('a calendar of one’s own', () => {
  const readBy = async (rig: Rig, made: unknown): Promise<string | null> => {
    const { path } = made as { path: string };
    return rig.gateway.desk.calendar(path.slice('/calendar/'.length, -'.ics'.length));
  };

  test('TASK-18 Maya’s has what is hers, names only where she wants them, and ends when she ends it or makes another', async () => {
    const rig = await openRig();
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    await make(atMaya, send(rig, { remindAt: rig.clock.now() + hours(1) }));
    await make(atLi, send(rig, { title: 'Li’s own' }));
    const first = await atMaya.do({ do: 'task.makeCalendar', withNames: false });
    const text = (await readBy(rig, first)) ?? '';
    expect(text).toContain('SUMMARY:Send the hose\r\n');
    expect(text).toContain('TRIGGER;VALUE=DATE-TIME:20261121T030000Z');
    expect(text).not.toContain('Okafor');
    expect(text).not.toContain('Li’s own');
    const second = await atMaya.do({ do: 'task.makeCalendar', withNames: true });
    expect(await readBy(rig, first)).toBeNull();
    expect(await readBy(rig, second)).toContain('Amara Okafor');
    expect(JSON.stringify(rig.store.commits)).not.toContain((second as { path: string }).path.slice(10, -4));
    await atMaya.do({ do: 'task.revokeCalendar' });
    expect(await readBy(rig, second)).toBeNull();
  });
});
