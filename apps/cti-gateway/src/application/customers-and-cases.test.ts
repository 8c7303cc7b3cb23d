import { asId } from '@ringside/shared/model/ids';
import type { CaseId, CustomerId, TaskId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import type { CaseInput } from '@ringside/shared/protocol/case';
import type { CustomerInput } from '@ringside/shared/protocol/customer';
import type { TaskInput } from '@ringside/shared/protocol/task';
import { describe, expect, test, vi } from 'vitest';
import { chen, li, maya, nobodysNumber, noor, okafor, okaforsNumber } from '../testing/cast.ts';
import { fakeNumbering } from '../testing/fake-ports.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

const refusedAs = (problem: string) => ({ ok: false, refusal: { problem } });

const complaint = (changed: Partial<CaseInput> = {}): CaseInput => ({
  type: 'complaint',
  customerId: okafor.customerId,
  callId: null,
  whatHappened: 'The washing machine came without its hose.\nSecond time.',
  channel: 'call',
  category: 'delivery',
  severity: 'moderate',
  impact: 'one',
  urgency: 'normal',
  legal: false,
  product: null,
  servicePointId: null,
  contractId: null,
  remedyWanted: 'the hose',
  feeling: 'upset',
  apologyGiven: true,
  explanation: 'the hose is packed apart',
  commitment: 'sent today',
  promise: null,
  ...changed,
});

const callBack = (rig: Rig, changed: Partial<TaskInput> = {}): TaskInput => ({
  kind: 'callBack',
  title: 'Ask whether the hose came',
  note: '',
  dueAt: rig.clock.now() + days(1),
  customerId: okafor.customerId,
  caseId: null,
  callId: null,
  number: okaforsNumber,
  from: null,
  ownerId: null,
  familyId: null,
  remindAt: null,
  checklist: [],
  after: null,
  repeat: null,
  ...changed,
});

const stranger: CustomerInput = {
  name: { written: 'Ines Duarte', family: 'Duarte', given: 'Ines', spoken: null, title: null },
  language: 'en',
  email: '',
  address: '',
  numbers: [{ number: nobodysNumber, label: 'mobile' }],
  note: '',
};

async function talking(rig: Rig, from: string | null = okaforsNumber) {
  const atMaya = await rig.seatReady(maya);
  const callId = await rig.callIn({ from });
  await rig.answer(atMaya);
  return { atMaya, callId };
}

describe('who is calling', () => {
  test('MATCH-1 a withheld number says so', async () => {
    const rig = await openRig();
    const { atMaya } = await talking(rig, null);
    expect(atMaya.screen.lastContact()).toMatchObject({
      caller: { kind: 'withheld' },
      pop: { match: { kind: 'withheld' } },
    });
  });

  test('MATCH-1 a number is found however the network writes it', async () => {
    const rig = await openRig();
    const { atMaya } = await talking(rig, '0912-345-678');
    expect(atMaya.screen.lastContact().pop.match).toMatchObject({
      kind: 'known',
      customer: { customerId: okafor.customerId },
    });
  });

  test('MATCH-1 a number in E.164 that a customer has is theirs, and no numbering plan is asked', async () => {
    const rig = await openRig();
    const read = vi.spyOn(fakeNumbering, 'parse').mockReturnValue(null);
    const { atMaya } = await talking(rig, okaforsNumber);
    read.mockRestore();
    expect(atMaya.screen.lastContact()).toMatchObject({
      caller: { kind: 'number', number: okaforsNumber },
      pop: { match: { kind: 'known', customer: { customerId: okafor.customerId } } },
    });
  });

  test('MATCH-1 what is no telephone number is shown as it came', async () => {
    const rig = await openRig();
    const { atMaya } = await talking(rig, 'reception');
    expect(atMaya.screen.lastContact()).toMatchObject({
      caller: { kind: 'unrecognised', text: 'reception' },
      pop: { match: { kind: 'stranger' } },
    });
  });

  test('MATCH-2 a number that two customers share offers both', async () => {
    const rig = await openRig();
    await rig.store.commit([{ put: 'customer', customer: { ...chen, numbers: okafor.numbers, version: 2 } }]);
    const { atMaya } = await talking(rig);
    const { match } = atMaya.screen.lastContact().pop;
    expect(match.kind === 'several' && match.candidates.map(({ name }) => name.written).toSorted()).toEqual([
      'Amara Okafor',
      '陳大文',
    ]);
  });

  test('MATCH-4 the agent says who it is, and the number is theirs from then on', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig, nobodysNumber);
    expect(atMaya.screen.lastContact().pop.match.kind).toBe('stranger');
    await atMaya.do({ do: 'call.identify', callId, customerId: chen.customerId, keepNumber: true });
    expect(atMaya.screen.lastContact().pop.match).toMatchObject({
      kind: 'known',
      customer: { customerId: chen.customerId },
    });
    expect((await rig.store.customersByNumber(nobodysNumber)).map(({ customerId }) => customerId)).toEqual([
      chen.customerId,
    ]);
    expect(await rig.store.call(callId)).toMatchObject({ customerId: chen.customerId });
  });

  test('MATCH-5 a stranger becomes a customer and is the caller', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig, nobodysNumber);
    const { customerId } = (await atMaya.do({ do: 'customer.create', callId, customer: stranger })) as {
      customerId: CustomerId;
    };
    expect(atMaya.screen.lastContact().pop.match).toMatchObject({
      kind: 'known',
      customer: { customerId, tier: { reason: 'new' } },
    });
  });

  test('MATCH-6 the second of two edits learns that it changed meanwhile', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const change = {
      do: 'customer.change',
      customerId: okafor.customerId,
      version: 1,
      customer: stranger,
    } as const;
    await atMaya.do(change);
    const atLi = await rig.enter(li);
    expect(await atLi.try({ ...change, customer: { ...stranger, note: 'mine' } })).toEqual(
      refusedAs('changedMeanwhile'),
    );
    expect(await rig.store.customer(okafor.customerId)).toMatchObject({
      note: '',
      version: 2,
      name: { written: 'Ines Duarte' },
    });
  });

  test('POP-1 a store that can’t be read costs the pop, not the call', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    rig.store.customersByNumber = () => Promise.reject(new Error('disk'));
    await rig.callIn();
    expect(atMaya.screen.lastContact()).toMatchObject({
      state: { is: 'offered' },
      pop: { match: { kind: 'stranger' } },
    });
  });

  test('POP-1 what Mr Okafor’s pop and his place in line are both made of is read once', async () => {
    const rig = await openRig();
    const { callsOfCustomer } = rig.store;
    let reads = 0;
    rig.store.callsOfCustomer = (...asked) => {
      reads += 1;
      return callsOfCustomer(...asked);
    };
    await rig.callIn();
    expect(reads).toBe(1);
  });

  test('POP-5 a promise is the likeliest reason, before the case it was made in', async () => {
    const rig = await openRig();
    const atLi = await rig.enter(li);
    await atLi.do({ do: 'case.open', case: complaint() });
    const { atMaya, callId } = await talking(rig);
    expect(atMaya.screen.lastContact().pop).toMatchObject({
      reason: { kind: 'openCase' },
      risks: ['openComplaint'],
    });
    const promise = { what: 'send the hose', dueAt: rig.clock.now() + hours(3), ownerId: null };
    await atMaya.do({ do: 'case.open', case: complaint({ callId, promise }) });
    expect(atMaya.screen.lastContact().pop).toMatchObject({
      reason: { kind: 'promise' },
      risks: ['promiseAtRisk', 'openComplaint'],
    });
  });
});

describe('a complaint', () => {
  test('CASE-1 gets a reference in sequence, its owner and its call', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    const first = await atMaya.do({ do: 'case.open', case: complaint({ callId }) });
    const second = await atMaya.do({ do: 'case.open', case: complaint() });
    expect([first, second]).toMatchObject([{ reference: 'C-1001' }, { reference: 'C-1002' }]);
    const { caseId } = first as { caseId: CaseId };
    expect(await rig.store.case(caseId)).toMatchObject({
      ownerId: maya.agentId,
      callIds: [callId],
      title: 'The washing machine came without its hose.',
    });
    expect(atMaya.screen.lastContact().caseIds).toEqual([caseId]);
    expect(await atMaya.ask({ ask: 'case.file', caseId })).toMatchObject({
      ok: true,
      value: { entries: expect.arrayContaining([expect.objectContaining({ what: 'opened', who: 'Maya' })]) },
    });
  });

  test('CASE-1 skips references that imported cases hold', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const { caseId } = (await atMaya.do({ do: 'case.open', case: complaint() })) as { caseId: CaseId };
    const imported = {
      ...(await rig.store.case(caseId)),
      caseId: asId<'case'>('imported'),
      reference: 'C-1002',
    };
    await rig.store.commit([{ put: 'case', case: imported as never }]);
    expect(await atMaya.do({ do: 'case.open', case: complaint() })).toMatchObject({ reference: 'C-1003' });
  });

  test('CASE-2 of somebody who complains again presses more', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await atMaya.do({ do: 'case.open', case: complaint() });
    await rig.advance(hours(1));
    await atMaya.do({ do: 'case.open', case: complaint() });
    const open = await rig.store.openCases(maya.agentId, 9);
    expect(open.map(({ reference }) => reference)).toEqual(['C-1002', 'C-1001']);
    expect(open[0]?.priority.terms).toContainEqual({ term: 'repeat', points: 3 });
  });

  test.each<[string, Partial<CaseInput>, object]>([
    ['a category nobody knows', { category: 'x' }, { problem: 'unknownCategory' }],
    ['a customer nobody knows', { customerId: asId('x') }, { problem: 'unknownCustomer' }],
    ['a call of somebody else', { callId: asId('x') }, { problem: 'notYourCall' }],
    [
      'a promise in the past',
      { promise: { what: 'x', dueAt: 1, ownerId: null } },
      { problem: 'badMessage', field: 'promise.dueAt' },
    ],
  ])('CASE-6 with %s is refused, and no reference is used up', async (_, changed, refusal) => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try({ do: 'case.open', case: complaint(changed) })).toEqual({ ok: false, refusal });
    expect(await atMaya.do({ do: 'case.open', case: complaint() })).toMatchObject({ reference: 'C-1001' });
  });

  test('CASE-5 a promise is kept by its owner or somebody in charge, and counts in the owner’s day', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const promise = { what: 'send the hose', dueAt: rig.clock.now() + hours(3), ownerId: null };
    await atMaya.do({ do: 'case.open', case: complaint({ promise }) });
    const [made] = atMaya.screen.of('promise');
    const promiseId = made?.promise.promiseId ?? asId<'promise'>('none');
    const atLi = await rig.enter(li);
    expect(await atLi.try({ do: 'promise.kept', promiseId })).toEqual(refusedAs('notAllowed'));
    const atNoor = await rig.enter(noor);
    await atNoor.do({ do: 'promise.kept', promiseId });
    expect(atMaya.screen.of('promise').at(-1)?.promise.keptAt).toBe(rig.clock.now());
    expect(atMaya.screen.of('myDay').at(-1)?.myDay).toMatchObject({ promisesKept: 1, promisesDue: 1 });
  });
});

describe('a follow-up task', () => {
  test('TASK-1 made during a call belongs to the call, the customer and the agent', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    const { taskId } = (await atMaya.do({ do: 'task.create', task: callBack(rig, { callId }) })) as {
      taskId: TaskId;
    };
    expect(atMaya.screen.lastContact().taskIds).toEqual([taskId]);
    expect(atMaya.screen.of('task').at(-1)?.task).toMatchObject({
      ownerName: 'Maya',
      customerName: 'Amara Okafor',
      state: 'open',
    });
  });

  test('TASK-2 of somebody else may not be changed', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const { taskId } = (await atMaya.do({ do: 'task.create', task: callBack(rig) })) as { taskId: TaskId };
    const atLi = await rig.enter(li);
    expect(await atLi.try({ do: 'task.finish', taskId, how: 'done', note: '' })).toEqual(
      refusedAs('notAllowed'),
    );
  });

  test('TASK-2 is changed on the version that was seen', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const { taskId } = (await atMaya.do({ do: 'task.create', task: callBack(rig) })) as { taskId: TaskId };
    await atMaya.do({ do: 'task.change', taskId, version: 1, task: callBack(rig, { title: 'Ask again' }) });
    expect(await atMaya.try({ do: 'task.change', taskId, version: 1, task: callBack(rig) })).toEqual(
      refusedAs('changedMeanwhile'),
    );
  });

  test('TASK-3 is finished once and stands among the finished', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const { taskId } = (await atMaya.do({
      do: 'task.create',
      task: callBack(rig, { note: 'ring twice' }),
    })) as { taskId: TaskId };
    for (let press = 0; press < 2; press += 1)
      await atMaya.do({ do: 'task.finish', taskId, how: 'done', note: 'it came' });
    expect(await atMaya.ask({ ask: 'task.list', state: 'finished' })).toMatchObject({
      value: [{ taskId, note: 'ring twice\nit came', version: 2 }],
    });
    expect(await atMaya.try({ do: 'task.finish', taskId, how: 'cancelled', note: '' })).toEqual(
      refusedAs('notPossibleNow'),
    );
  });

  test('TASK-1 names nothing that does not exist', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try({ do: 'task.create', task: callBack(rig, { caseId: asId('x') }) })).toEqual(
      refusedAs('unknownCase'),
    );
    expect(await atMaya.try({ do: 'task.create', task: callBack(rig, { callId: asId('x') }) })).toEqual(
      refusedAs('notYourCall'),
    );
  });

  test('the customer’s file tells of calls, cases and tasks in one timeline', async () => {
    const rig = await openRig();
    const { atMaya, callId } = await talking(rig);
    await rig.advance(10);
    await atMaya.do({ do: 'case.open', case: complaint({ callId }) });
    await rig.advance(10);
    await atMaya.do({ do: 'task.create', task: callBack(rig, { callId }) });
    await rig.hangUp(callId);
    const file = await atMaya.ask({ ask: 'customer.file', customerId: okafor.customerId });
    expect(file).toMatchObject({
      ok: true,
      value: {
        timeline: [{ kind: 'task' }, { kind: 'case' }, { kind: 'call' }],
        openCases: [{}],
        tasks: [{}],
        more: false,
      },
    });
  });
});
