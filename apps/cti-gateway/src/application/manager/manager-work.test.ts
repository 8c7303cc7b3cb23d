import { hours, minutes } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import type { ManagerPageView } from '@ringside/shared/protocol/manager';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../domain/case/case.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { maya, noor, okafor, okaforsNumber } from '../../testing/cast.ts';
import { dutyRota, grace, layer, max, maxsPhone, openDuty, reachedBy } from '../../testing/duty.ts';
import { aCase } from '../../testing/records.ts';
import type { SeatedAgent } from '../../testing/rig.ts';
import { settle, testSettings } from '../../testing/rig.ts';

const solved = { outcome: 'solved', category: null, note: '', promise: null } as const;
const openCase: Case = aCase('case-1', { customerId: okafor.customerId });

const request = (more: Partial<ManagerRequest>): ManagerRequest => ({
  ...{ requestId: asId('request-1'), rotaId: dutyRota, way: 'case', callId: null, caseId: null },
  ...{
    customerId: okafor.customerId,
    askedBy: maya.agentId,
    askedAt: 0,
    reason: 'promiseBroken',
    note: 'Sofa',
  },
  ...{
    state: 'asked',
    takenBy: null,
    takenAt: null,
    via: null,
    outcome: null,
    category: null,
    outcomeNote: '',
  },
  ...{ promiseId: null, taskId: null, closedAt: null, version: 1 },
  ...more,
});

/** Max is on duty and Grace is the backup; a request lies there. */
async function withRequest(more: Partial<ManagerRequest> = {}) {
  const on = await openDuty();
  await on.store.commit([
    { put: 'case', case: openCase },
    { put: 'managerRequest', request: request(more) },
  ]);
  const atMax = await on.enter(max);
  const stored = async () => (await on.store.managerRequest(asId('request-1'))) as ManagerRequest;
  const note = async (at: SeatedAgent, more: object = {}) => {
    const { version } = await stored();
    return at.try({ do: 'manager.note', requestId: asId('request-1'), version, ...solved, ...more });
  };
  const take = async (at: SeatedAgent, version = 1) =>
    at.try({ do: 'manager.take', requestId: asId('request-1'), version });
  return { on, atMax, stored, note, take };
}

const pageOf = async (at: SeatedAgent): Promise<ManagerPageView> => {
  const answer = await at.ask({ ask: 'manager.page' });
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as ManagerPageView;
};
const refused = (problem: string, more: object = {}) => ({ ok: false, refusal: { problem, ...more } });

describe('what came of it', () => {
  test('NOTE-3 Max promises a delivery: request, promise, task and the history of the case say so', async () => {
    const { on, atMax, stored, note } = await withRequest({
      ...{ state: 'taken', takenBy: max.agentId, takenAt: 5, caseId: openCase.caseId },
    });
    const dueAt = on.clock.now() + hours(2);
    const said = { outcome: 'promised', note: 'Sorry', promise: { what: 'Deliver on Friday', dueAt } };
    expect(await note(atMax, said)).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({
      ...{ state: 'closed', outcome: 'promised', outcomeNote: 'Sorry', closedAt: on.clock.now(), version: 2 },
    });
    expect(await on.store.openPromisesOfAgent(max.agentId)).toMatchObject([
      {
        what: 'Deliver on Friday',
        dueAt,
        caseId: openCase.caseId,
        customerId: okafor.customerId,
        keptAt: null,
      },
    ]);
    expect(await on.tasksOf(max.agentId)).toMatchObject([
      { title: 'Deliver on Friday', dueAt, kind: 'other', number: okaforsNumber, caseId: openCase.caseId },
    ]);
    const entries = await on.store.caseEntries(openCase.caseId);
    expect(entries.map(({ what, text }) => [what, text])).toEqual([
      ['managerNoted', 'Sorry'],
      ['promised', 'Deliver on Friday'],
    ]);
    expect(atMax.screen.of('managerRequest').at(-1)?.request).toMatchObject({ state: 'closed', acts: [] });
  });

  test('NOTE-2 Grace is in charge and notes for Max; Maya may not, and once noted it is', async () => {
    const { on, stored, note, atMax } = await withRequest({
      state: 'taken',
      takenBy: max.agentId,
      takenAt: 5,
    });
    expect(await note(await on.enter(maya))).toEqual(refused('notAllowed'));
    expect(await note(await on.enter(grace))).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({ state: 'closed', takenBy: max.agentId });
    expect(await note(atMax, { note: 'Something else' })).toMatchObject(
      refused('changedMeanwhile', { by: 'Max' }),
    );
  });

  test('NOTE-2 the same note twice, as after an answer that was lost, is one', async () => {
    const { on, atMax, stored, note } = await withRequest({
      state: 'taken',
      takenBy: max.agentId,
      takenAt: 5,
    });
    const promise = { what: 'Call', dueAt: on.clock.now() + 1 };
    await note(atMax, { promise });
    expect(await note(atMax, { promise })).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({ version: 2 });
    expect(await on.store.openPromisesOfAgent(max.agentId)).toHaveLength(1);
  });

  test.each<[string, object, object]>([
    ['a category that is none', { category: 'nonsense' }, { problem: 'unknownCategory' }],
    [
      'a promise in the past',
      { promise: { what: 'Call', dueAt: 1 } },
      { problem: 'badMessage', field: 'promise.dueAt' },
    ],
    ['an older version', { version: 0 }, { problem: 'changedMeanwhile', by: 'Max' }],
  ])('NOTE-3 with %s nothing is written', async (_, wrong, refusal) => {
    const { atMax, stored, note } = await withRequest({ state: 'taken', takenBy: max.agentId, takenAt: 5 });
    expect(await note(atMax, wrong)).toEqual({ ok: false, refusal });
    expect(await stored()).toMatchObject({ state: 'taken', version: 1 });
  });

  test('NOTE-2 while it rings there is nothing to note', async () => {
    const { atMax, note } = await withRequest({ callId: asId('call-x'), way: 'agent' });
    expect(await note(atMax)).toEqual(refused('notPossibleNow'));
  });

  test('NOTE-4 the call back that was promised is kept, and its task done, unless nobody was reached', async () => {
    for (const [outcome, kept, left] of [
      ['solved', true, 0],
      ['notReached', false, 1],
    ] as const) {
      const on = await openDuty();
      const callId = await on.callIn({ to: 'managers' });
      await on.failed(callId, 'noAnswer');
      await on.failed(callId, 'noAnswer');
      await settle();
      const waiting = await on.requestOf(callId);
      expect(waiting.state).toBe('promised');
      const atMax = await on.enter(max);
      const { requestId, version } = waiting;
      await atMax.do({ do: 'manager.note', requestId, version, ...solved, outcome });
      const promises = await on.store.openPromisesOfAgent(max.agentId);
      expect([promises.length === 0, (await on.tasksOf(max.agentId)).length]).toEqual([kept, left]);
    }
  });
});

describe('taking what waits', () => {
  test('NOTE-5 Max takes a complaint: it is his, and the customer’s number rings him as soon as he is free', async () => {
    const { on, atMax, stored, take } = await withRequest({ caseId: openCase.caseId });
    expect(await take(atMax)).toMatchObject({ ok: true });
    const taken = await stored();
    expect(taken).toMatchObject({ state: 'taken', takenBy: max.agentId, via: 'desk', version: 2 });
    expect(await on.tasksOf(max.agentId)).toMatchObject([
      { kind: 'callBack', number: okaforsNumber, dueAt: on.clock.now() + hours(2), taskId: taken.taskId },
    ]);
    const entries = await on.store.caseEntries(openCase.caseId);
    expect(entries.map(({ what }) => what)).toContain('managerTook');
  });

  test('NOTE-5 Grace comes second and hears that Max was first', async () => {
    const { on, atMax, take } = await withRequest();
    await take(atMax);
    expect(await take(await on.enter(grace))).toEqual(refused('someoneWasFirst', { by: 'Max' }));
    expect(await take(atMax)).toMatchObject({ ok: true });
  });

  test('NOTE-1 a caller who is being rung for is not taken by hand', async () => {
    const { atMax, take } = await withRequest({ callId: asId('call-x'), way: 'hotline' });
    expect(await take(atMax)).toEqual(refused('notPossibleNow'));
  });

  test('NOTE-5 a promised call back of another becomes Max’s own', async () => {
    const on = await openDuty({ layers: [layer('duty', ['grace'])] });
    const callId = await on.callIn({ to: 'managers' });
    await on.failed(callId, 'noAnswer');
    const { requestId, version } = await on.requestOf(callId);
    expect(await on.tasksOf(grace.agentId)).toHaveLength(1);
    const atMax = await on.enter(max);
    await atMax.do({ do: 'manager.take', requestId, version });
    expect([await on.tasksOf(grace.agentId), await on.tasksOf(max.agentId)]).toMatchObject([
      [],
      [{ kind: 'callBack' }],
    ]);
  });

  test('AUTH-6 Maya takes nothing and has no manager’s page', async () => {
    const { on, take } = await withRequest();
    const atMaya = await on.enter(maya);
    expect(await take(atMaya)).toEqual(refused('notAllowed'));
    expect(await atMaya.ask({ ask: 'manager.page' })).toEqual(refused('notAllowed'));
  });
});

describe('the manager’s page', () => {
  test('NOTE-6 what waits is shown to Max, who is on duty, and not to Noor, who is not', async () => {
    const { on, atMax } = await withRequest();
    expect((await pageOf(atMax)).open).toMatchObject([
      { customerName: 'Amara Okafor', number: okaforsNumber, askedByName: 'Maya', acts: ['take', 'note'] },
    ]);
    expect((await pageOf(await on.enter(noor))).open).toEqual([]);
  });

  test('NOTE-6 a promise stays among what is to do until it is kept; then it is among what was done', async () => {
    const { on, atMax, note } = await withRequest({ state: 'taken', takenBy: max.agentId, takenAt: 5 });
    await note(atMax, { promise: { what: 'Call', dueAt: on.clock.now() + hours(1) } });
    const before = await pageOf(atMax);
    expect([before.open.length, before.closed.length]).toEqual([1, 0]);
    await atMax.do({ do: 'promise.kept', promiseId: before.open[0]?.promise?.promiseId ?? asId('') });
    const after = await pageOf(atMax);
    expect([after.open.length, after.closed.length]).toEqual([0, 1]);
  });

  test('NOTE-6 what was closed more than four weeks ago is not shown', async () => {
    const closed = { state: 'closed', takenBy: max.agentId, takenAt: 5, outcome: 'solved' } as const;
    const { atMax } = await withRequest({ ...closed, closedAt: 5 });
    expect((await pageOf(atMax)).closed).toEqual([]);
    const { atMax: recently } = await withRequest({ ...closed, closedAt: Date.UTC(2026, 10, 20) });
    expect((await pageOf(recently)).closed).toHaveLength(1);
  });

  test('NOTE-6 how a call would reach Max now: at the desk while he is Ready, then by telephone, otherwise not', async () => {
    const on = await openDuty();
    const atMax = await on.seatReady(max);
    const now = async () => (await pageOf(atMax)).reach.now;
    expect(await now()).toBe('desk');
    await atMax.do({ do: 'presence.notReady', reason: 'lunch' });
    expect(await now()).toBe('nowhere');
    await on.happens({ type: 'stationDown', stationId: atMax.stationId });
    expect(await now()).toBe('phone');
    await atMax.do({ do: 'manager.reach', agentId: null, reach: 'phoneOnly', phone: null, email: null });
    expect(await now()).toBe('nowhere');
  });

  test('NOTE-6 who is in a call at the desk is reached there after it, unless they chose not to be', async () => {
    const on = await openDuty({ contacts: [reachedBy(max, 'deskOnly')] });
    const atMax = await on.seatReady(max);
    const now = async () => (await pageOf(atMax)).reach.now;
    await on.callIn({ to: 'managers' });
    expect([atMax.presence().state, await now()]).toEqual(['reserved', 'desk']);
    await on.answer(atMax);
    expect([atMax.presence().state, await now()]).toEqual(['onCall', 'desk']);
    await atMax.do({ do: 'presence.next', reason: 'lunch' });
    expect(await now()).toBe('nowhere');
  });

  test('NOTE-6 the case says who asked for a manager', async () => {
    const { on } = await withRequest({ caseId: openCase.caseId });
    const atMaya = await on.enter(maya);
    const answer = await atMaya.ask({ ask: 'manager.ofCase', caseId: openCase.caseId });
    expect(answer).toMatchObject({ ok: true, value: [{ reason: 'promiseBroken', acts: [] }] });
  });
});

describe('how somebody is reached', () => {
  const reach = { do: 'manager.reach', agentId: null, reach: 'phoneOnly', email: 'max@example.com' } as const;

  test('NOTE-7 a number is kept as the gateway dials it; the person is told by e-mail, and the audit has no number', async () => {
    const on = await openDuty({ contacts: [reachedBy(max, 'deskOnly')] });
    const atMax = await on.enter(max);
    await atMax.do({ ...reach, phone: '0955-000-111' });
    await on.advance(minutes(1));
    expect((await pageOf(atMax)).reach).toMatchObject({
      phone: maxsPhone,
      reach: 'phoneOnly',
      email: 'max@example.com',
    });
    expect(on.mail.sent).toMatchObject([{ to: 'max@example.com', text: expect.stringContaining('111') }]);
    expect(on.mail.sent[0]?.text).not.toContain('955');
    const audited = await on.store.auditOf(max.agentId, on.clock.now() + 1, 9);
    expect(audited[0]).toMatchObject({
      did: 'duty.reach',
      who: max.agentId,
      detail: { phoneChanged: true },
    });
    expect(JSON.stringify(audited)).not.toContain('955');
  });

  test('NOTE-7 whoever changes somebody else’s number is heard of at the address before', async () => {
    const on = await openDuty({ contacts: [{ ...reachedBy(max, 'deskOnly'), email: 'old@example.com' }] });
    const atNoor = await on.enter(noor);
    await atNoor.do({ ...reach, agentId: max.agentId, phone: maxsPhone });
    await on.advance(minutes(1));
    expect(on.mail.sent.map(({ to }) => to).sort()).toEqual(['max@example.com', 'old@example.com']);
    expect(on.mail.sent[0]?.text).toContain('Noor');
  });

  test('NOTE-7 whoever moves the address first is found out, too: the old one hears of it', async () => {
    const kept = { ...reachedBy(max, 'deskOnly'), email: 'old@example.com' };
    const on = await openDuty({ contacts: [kept] });
    const atNoor = await on.enter(noor);
    await atNoor.do({ ...reach, agentId: max.agentId, reach: 'deskOnly', phone: kept.phone });
    await on.advance(minutes(1));
    expect(on.mail.sent.map(({ to }) => to).sort()).toEqual(['max@example.com', 'old@example.com']);
    expect(on.mail.sent[0]?.text).toContain('e-mail address');
  });

  test.each<[string, object, object]>([
    [
      'a number that may not be dialled',
      { phone: '+447900000000' },
      { problem: 'numberNotAllowed', field: 'phone' },
    ],
    ['no number at all', { phone: 'call me' }, { problem: 'wrongNumber', field: 'phone' }],
    ['no address', { phone: null, email: 'max at home' }, { problem: 'wrongAddress', field: 'email' }],
    ['somebody who is not there', { phone: null, agentId: 'nobody' }, { problem: 'notAllowed' }],
  ])('NOTE-7 Max’s own with %s is refused', async (_, wrong, refusal) => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    expect(await atMax.try({ ...reach, ...(wrong as { phone: string }) })).toEqual({
      ok: false,
      refusal,
    });
  });

  test('NOTE-7 without a trunk nobody is promised to be rung', async () => {
    const dialling = { ...testSettings.dialling, trunkId: null };
    const on = await openDuty({ settings: { dialling } });
    const atMax = await on.enter(max);
    expect(await atMax.try({ ...reach, phone: maxsPhone })).toEqual(refused('noTrunk', { field: 'phone' }));
  });

  test('NOTE-7 Max does not set Grace’s, and Maya nobody’s', async () => {
    const on = await openDuty();
    const atMax = await on.enter(max);
    expect(await atMax.try({ ...reach, agentId: grace.agentId, phone: maxsPhone })).toEqual(
      refused('notAllowed'),
    );
    expect(await (await on.enter(maya)).try({ ...reach, phone: maxsPhone })).toEqual(refused('notAllowed'));
  });
});

describe('a link shown at the desk', () => {
  test('LINK-2 whoever has the request may have it shown, nobody else', async () => {
    const { on, atMax } = await withRequest({ state: 'taken', takenBy: max.agentId, takenAt: 5 });
    const ask = { do: 'manager.link', requestId: asId<'managerRequest'>('request-1') } as const;
    expect(await atMax.do(ask)).toMatchObject({ path: expect.stringMatching(/^\/pop\/\S{16}/u) });
    expect(await (await on.enter(grace)).try(ask)).toEqual(refused('notAllowed'));
  });
});
