import { asId } from '@ringside/shared/model/ids';
import type { CaseId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import type { CaseInput } from '@ringside/shared/protocol/case';
import { describe, expect, test } from 'vitest';
import { chen, li, maya, okafor, okaforsNumber } from '../../testing/cast.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig } from '../../testing/rig.ts';

const refusedAs = (problem: string) => ({ ok: false, refusal: { problem } });

const complaint = (changed: Partial<CaseInput> = {}): CaseInput => ({
  type: 'complaint',
  customerId: okafor.customerId,
  callId: null,
  channel: 'call',
  whatHappened: 'The washing machine came without its hose.',
  category: 'delivery',
  severity: 'moderate',
  impact: 'one',
  urgency: 'normal',
  legal: false,
  product: { name: 'Washing machine WM-15', productId: 'WM-15', orderId: null },
  servicePointId: null,
  contractId: null,
  remedyWanted: 'the hose',
  feeling: 'upset',
  apologyGiven: true,
  explanation: 'hoses are packed apart',
  commitment: 'sent today',
  promise: null,
  ...changed,
});

const opened = async (atDesk: SeatedAgent, changed: Partial<CaseInput> = {}): Promise<CaseId> =>
  ((await atDesk.do({ do: 'case.open', case: complaint(changed) })) as { caseId: CaseId }).caseId;

const similar = async (atDesk: SeatedAgent, category: string | null, text = '') => {
  const { customerId } = okafor;
  const answer = await atDesk.ask({ ask: 'intake.similar', customerId, category, product: null, text });
  return (answer as { value: { case: { reference: string }; because: string[] }[] }).value;
};

async function onTheLine(rig: Rig) {
  const atMaya = await rig.seatReady(maya);
  const callId = await rig.callIn({ from: okaforsNumber });
  await rig.answer(atMaya);
  return { atMaya, callId };
}

describe('a complaint is taken down', () => {
  test.each([
    ['call', true],
    ['visit', true],
    ['chat', true],
    ['email', false],
    ['letter', false],
    ['social', false],
  ] as const)('CASE-20 by %s: whether the customer has been told at once is %s', async (channel, isTold) => {
    const rig = await openRig();
    const caseId = await opened(await rig.enter(maya), { channel });
    expect(await rig.store.case(caseId)).toMatchObject({
      channel,
      acknowledgedAt: isTold ? rig.clock.now() : null,
      stage: 'received',
    });
  });

  test('CASE-21 its history begins with it, and with the promise Li is to keep', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const promise = { what: 'send the hose', dueAt: rig.clock.now() + hours(3), ownerId: li.agentId };
    const caseId = await opened(atMaya, { promise });
    const entries = await rig.store.caseEntries(caseId);
    expect(entries.map(({ what, who, text }) => ({ what, who, text })).toSorted(byWord)).toEqual([
      { what: 'opened', who: maya.agentId, text: 'C-1001' },
      { what: 'promised', who: maya.agentId, text: 'send the hose' },
    ]);
    expect(await rig.store.promisesOfCase(caseId)).toMatchObject([{ ownerId: li.agentId }]);
  });

  test.each<[string, Partial<CaseInput>, string]>([
    ['a service point nobody knows', { servicePointId: asId('x') }, 'unknownServicePoint'],
    ['a contract nobody knows', { contractId: asId('x') }, 'unknownContract'],
    [
      'a promise somebody is to keep who does not work here',
      { promise: { what: 'x', dueAt: Date.UTC(2030, 0, 1), ownerId: asId('x') } },
      'unknownAgent',
    ],
  ])('CASE-22 with %s is refused', async (_, changed, problem) => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try({ do: 'case.open', case: complaint(changed) })).toEqual(refusedAs(problem));
  });

  test('CASE-23 Maya sees that Mr Okafor complained of it before, and why it may be the same', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await opened(atMaya);
    await opened(atMaya, { customerId: chen.customerId });
    expect(await similar(atMaya, 'delivery')).toMatchObject([
      { case: { reference: 'C-1001' }, because: ['category'] },
    ]);
    expect(await similar(atMaya, null, 'the hose of the washing machine came late')).toMatchObject([
      { case: { reference: 'C-1001' }, because: ['text'] },
    ]);
  });

  test('CASE-23 what was 91 days ago is another matter', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const caseId = await opened(atMaya);
    const one = await rig.store.case(caseId);
    if (one === null) throw new Error('the case is not there');
    const openedAt = rig.clock.now() - days(91);
    await rig.store.commit([{ put: 'case', case: { ...one, openedAt, version: 2 } }]);
    expect(await similar(atMaya, 'delivery')).toEqual([]);
  });

  test('CASE-24 the second call is linked to the case, and what was said is noted on it', async () => {
    const rig = await openRig();
    const caseId = await opened(await rig.enter(li));
    const { atMaya, callId } = await onTheLine(rig);
    const added = { do: 'intake.addTo', caseId, callId, text: 'The hose is still missing.' } as const;
    expect(await atMaya.do(added)).toEqual({ caseId, reference: 'C-1001' });
    await atMaya.do(added);
    expect(atMaya.screen.lastContact().caseIds).toEqual([caseId]);
    expect((await rig.store.case(caseId))?.callIds).toEqual([callId]);
    const entries = await rig.store.caseEntries(caseId);
    expect(entries.filter(({ what }) => what === 'called')).toHaveLength(1);
    expect(entries.filter(({ what }) => what === 'noted')).toMatchObject([
      { who: maya.agentId, note: 'internal', text: 'The hose is still missing.' },
      { who: maya.agentId, note: 'internal', text: 'The hose is still missing.' },
    ]);
  });

  test('CASE-24 the same command again after a restart adds nothing, and its note keeps the time it was written', async () => {
    const rig = await openRig();
    const atLi = await rig.enter(li);
    const caseId = await opened(atLi);
    const added = { do: 'intake.addTo', caseId, callId: null, text: 'Still missing.' } as const;
    await atLi.desk.command('k-1', added);
    const before = [await rig.store.case(caseId), await rig.store.caseEntries(caseId)];
    await rig.restart([]);
    await rig.advance(hours(1));
    const again = await (await rig.enter(li)).desk.command('k-1', added);
    expect(again).toEqual({ ok: true, value: { caseId, reference: 'C-1001' } });
    const notes = (await rig.store.caseEntries(caseId)).filter(({ what }) => what === 'noted');
    expect(notes).toEqual((before[1] as typeof notes).filter(({ what }) => what === 'noted'));
    expect((await rig.store.case(caseId))?.version).toBe((before[0] as { version: number }).version);
  });

  test('CASE-24 a call of somebody else or a case nobody knows takes nothing', async () => {
    const rig = await openRig();
    const atLi = await rig.enter(li);
    const caseId = await opened(atLi);
    const { callId } = await onTheLine(rig);
    const text = 'x';
    expect(await atLi.try({ do: 'intake.addTo', caseId, callId, text })).toEqual(refusedAs('notYourCall'));
    expect(await atLi.try({ do: 'intake.addTo', caseId: asId('x'), callId: null, text })).toEqual(
      refusedAs('unknownCase'),
    );
    expect((await rig.store.case(caseId))?.version).toBe(1);
  });
});

const byWord = (a: { readonly what: string }, b: { readonly what: string }): number =>
  a.what.localeCompare(b.what);
