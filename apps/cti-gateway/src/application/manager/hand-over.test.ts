import { asId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import type { ManagerPageView } from '@ringside/shared/protocol/manager';
import { describe, expect, test } from 'vitest';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { aCase, aPromise, aTask } from '../../testing/records.ts';
import type { SeatedAgent } from '../../testing/rig.ts';
import { grace, max, openRotaRig, wei } from '../../testing/rotas.ts';

const rotaId = asId<'rota'>('duty');

const aRequest = (id: string, given: Partial<ManagerRequest>): ManagerRequest => ({
  requestId: asId(id),
  rotaId,
  way: 'hotline',
  callId: null,
  caseId: null,
  customerId: null,
  askedBy: null,
  askedAt: Date.UTC(2026, 10, 20),
  reason: null,
  note: '',
  state: 'taken',
  takenBy: max.agentId,
  takenAt: 2,
  via: 'desk',
  outcome: null,
  category: null,
  outcomeNote: '',
  promiseId: null,
  taskId: null,
  closedAt: null,
  version: 1,
  ...given,
});

const noticesOf = ({ screen }: SeatedAgent) =>
  screen.of('rotaNotice').map(({ notice, who, count }) => `${notice} ${who} ${count}`);

/** Grace is on, and Max has left: a call he has not noted, a promise he has not kept, and a call back he never made. */
async function scene() {
  const rig = await openRotaRig();
  const due = rig.clock.now() + hours(2);
  const theCase = aCase('c1', { ownerId: max.agentId, customerId: null });
  await rig.store.commit([
    { put: 'case', case: theCase },
    { put: 'promise', promise: aPromise('p1', { ownerId: max.agentId, caseId: theCase.caseId, dueAt: due }) },
    { put: 'task', task: aTask('t1', { ownerId: max.agentId, dueAt: due }) },
    { put: 'managerRequest', request: aRequest('taken', {}) },
    {
      put: 'managerRequest',
      request: aRequest('noted', {
        ...{ state: 'closed', closedAt: 3, outcome: 'promised', version: 1 },
        ...{ promiseId: asId('p1'), caseId: theCase.caseId },
      }),
    },
    {
      put: 'managerRequest',
      request: aRequest('promised', { state: 'promised', takenBy: null, takenAt: null, taskId: asId('t1') }),
    },
    { put: 'managerRequest', request: aRequest('of Wei', { takenBy: wei.agentId }) },
    { put: 'managerRequest', request: aRequest('elsewhere', { rotaId: asId('other') }) },
  ]);
  return { rig, max: await rig.enter(max), grace: await rig.enter(grace) };
}

describe('RNOTE-6 Max hands over to Grace', () => {
  test('what he has open of the rota is hers, in the history of the case too, and both are told once', async () => {
    const { rig, max: maxs, grace: graces } = await scene();
    const { store } = rig;
    const handOver = { do: 'manager.handOver', rotaId, note: 'Mr Okafor waits for the fitter' } as const;
    const done = { ok: true, value: { count: 3, toName: 'Grace' } };
    expect(await maxs.desk.command('once', handOver)).toEqual(done);
    expect(await store.managerRequest(asId('taken'))).toMatchObject({ takenBy: grace.agentId });
    expect(await store.managerRequest(asId('noted'))).toMatchObject({ takenBy: max.agentId });
    expect(await store.managerRequest(asId('of Wei'))).toMatchObject({ takenBy: wei.agentId });
    expect(await store.managerRequest(asId('elsewhere'))).toMatchObject({ takenBy: max.agentId });
    expect(await store.promise(asId('p1'))).toMatchObject({ ownerId: grace.agentId });
    expect(await store.task(asId('t1'))).toMatchObject({ ownerId: grace.agentId, version: 2 });
    expect(await store.caseEntries(asId('c1'))).toMatchObject([
      { what: 'handedOver', who: max.agentId, text: 'Grace: Mr Okafor waits for the fitter' },
    ]);
    expect([noticesOf(maxs), noticesOf(graces)]).toEqual([['handedOver Grace 3'], ['handedOver Max 3']]);
  });

  test('what he promised stands on her page as to be seen to, and on his no more', async () => {
    const { max: maxs, grace: graces } = await scene();
    const open = async (seated: SeatedAgent) => {
      const answer = await seated.ask({ ask: 'manager.page' });
      if (!answer.ok) throw new Error(answer.refusal.problem);
      return (answer.value as ManagerPageView).open.map(({ requestId }) => requestId).toSorted();
    };
    expect([await open(maxs), await open(graces)]).toEqual([['elsewhere', 'noted', 'taken'], ['promised']]);
    await maxs.do({ do: 'manager.handOver', rotaId, note: '' });
    expect([await open(maxs), await open(graces)]).toEqual([['elsewhere'], ['noted', 'promised', 'taken']]);
  });

  test('said twice, with a restart between, it is done once', async () => {
    const { rig, max: maxs } = await scene();
    const handOver = { do: 'manager.handOver', rotaId, note: '' } as const;
    await maxs.desk.command('once', handOver);
    await rig.restart([]);
    const again = await rig.visit(max.agentId, { token: maxs.token });
    expect(await again.desk.command('once', handOver)).toMatchObject({ ok: true });
    expect(noticesOf(again)).toEqual([]);
    expect(await rig.store.caseEntries(asId('c1'))).toHaveLength(1);
  });

  test('Grace, who is the only one on, has nobody to hand over to', async () => {
    const { grace: graces } = await scene();
    expect(await graces.try({ do: 'manager.handOver', rotaId, note: '' })).toEqual({
      ok: false,
      refusal: { problem: 'nobodyOnDuty' },
    });
  });
});

describe('RNOTE-5 Wei comes on after Grace', () => {
  test('she is told how much is open, and reads by mail what it is', async () => {
    const { rig } = await scene();
    await rig.store.commit([
      {
        put: 'dutyContact',
        contact: {
          agentId: wei.agentId,
          reach: 'deskThenPhone',
          phone: null,
          email: 'wei@example.com',
          version: 1,
        },
      },
    ]);
    await rig.restart([]);
    const weis = await rig.enter(wei);
    // no further than a session lasts
    await rig.advance(hours(11));
    const again = await rig.enter(wei, { takeOver: true });
    await rig.advance(hours(12));
    await rig.advance(0);
    expect([...noticesOf(weis), ...noticesOf(again)]).toEqual(['handover Grace 3']);
    expect(rig.mail.sent.filter(({ to }) => to === 'wei@example.com')).toMatchObject([
      { subject: 'You are on now: Duty managers. Open: 3' },
    ]);
  });
});
