import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { ManagerDigest, ManagerReport, ManagerRequestView } from '@ringside/shared/protocol/manager';
import { describe, expect, test } from 'vitest';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { noor, maya } from '../../testing/cast.ts';
import { aCall, anOffer, aPromise } from '../../testing/records.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { dutyRota, grace, max, openRotaRig } from '../../testing/rotas.ts';

const { rotaId } = dutyRota();
/** Wednesday, 18 November 2026, 12:00 in Taipei */
const wednesday = Date.UTC(2026, 10, 18, 4);
/** Monday to Sunday around it */
const week = { from: Date.UTC(2026, 10, 15, 16), until: Date.UTC(2026, 10, 22, 16) };

function aRequest(nth: number, given: Partial<ManagerRequest> = {}): ManagerRequest {
  return {
    ...{
      requestId: asId(`request-${nth}`),
      rotaId,
      way: 'hotline',
      callId: asId(`call-${nth}`),
      caseId: null,
    },
    ...{ customerId: null, askedBy: null, askedAt: wednesday, reason: null, note: '', state: 'closed' },
    ...{ takenBy: max.agentId, takenAt: wednesday + seconds(15), via: 'desk', outcome: 'solved' },
    ...{
      category: 'billing',
      outcomeNote: '',
      promiseId: null,
      taskId: null,
      closedAt: wednesday + minutes(9),
    },
    version: 1,
    ...given,
  };
}

/** Max took two about bills and promised something for one, Grace let one pass that is missed; last week it was one. */
async function aWeek(rig: Rig): Promise<void> {
  const promise = aPromise('promise-2', { madeAt: wednesday + minutes(2), keptAt: wednesday + hours(3) });
  const missed: Partial<ManagerRequest> = {
    ...{ state: 'missed', takenBy: null, takenAt: null, outcome: null, category: null, closedAt: null },
  };
  const requests = [
    aRequest(1),
    aRequest(2, { takenAt: wednesday + seconds(50), promiseId: promise.promiseId }),
    aRequest(3, {
      category: null,
      askedAt: wednesday + hours(1),
      takenAt: wednesday + hours(1) + seconds(200),
    }),
    aRequest(4, missed),
    aRequest(5, { askedAt: wednesday - days(7), takenAt: wednesday - days(7) }),
    aRequest(6, { rotaId: asId('other') }),
  ];
  const calls = requests.map(({ callId, askedAt }, nth) =>
    aCall(callId ?? `call-${nth}`, { arrivedAt: askedAt, endedAt: askedAt + hours(1) }),
  );
  const offer = (id: string, nth: number, outcome: 'accepted' | 'notAnswered', agentId: typeof max.agentId) =>
    anOffer(id, {
      callId: asId(`call-${nth}`),
      agentId,
      at: wednesday,
      endedAt: wednesday + seconds(8),
      outcome,
    });
  await rig.store.commit([
    { put: 'promise', promise },
    ...requests.map((request) => ({ put: 'managerRequest', request }) as const),
    ...calls.map((call) => ({ put: 'call', call }) as const),
    { put: 'offer', offer: offer('o1', 1, 'accepted', max.agentId) },
    { put: 'offer', offer: offer('o2', 4, 'notAnswered', grace.agentId) },
  ]);
}

async function answer<Value>(seated: SeatedAgent, query: Parameters<SeatedAgent['ask']>[0]): Promise<Value> {
  const result = await seated.ask(query);
  if (!result.ok) throw new Error(result.refusal.problem);
  return result.value as Value;
}

describe('how managers could be reached', () => {
  test('MREP-2 MREP-5 Noor reads the week: every request once, each figure with the requests behind it', async () => {
    const rig = await openRotaRig();
    await aWeek(rig);
    const noors = await rig.enter(noor);
    const report = await answer<ManagerReport>(noors, { ask: 'manager.report', rotaId, ...week });
    expect(report.counts).toMatchObject({
      ...{ asked: 4, reached: 3, within20: 1, within60: 2, within120: 2, missed: 1, promised: 0, waiting: 0 },
    });
    const of = (agentId: string) => report.people.find((one) => one.agentId === agentId);
    expect(of(max.agentId)).toMatchObject({
      agentName: 'Max',
      calls: 3,
      letPass: 0,
      medianSecondsToAnswer: 8,
    });
    expect(of(grace.agentId)).toMatchObject({ calls: 0, letPass: 1, medianSecondsToAnswer: null });
    const behind = await answer<ManagerRequestView[]>(noors, {
      ask: 'manager.requests',
      rotaId,
      ...week,
      category: null,
      takenBy: null,
      figure: 'within60',
    });
    expect(behind.map(({ requestId }) => requestId).toSorted()).toEqual(['request-1', 'request-2']);
  });

  test('MREP-2 who was told of the call back counts as promised, who hung up as missed, also when Max has called both', async () => {
    const rig = await openRotaRig();
    const called = { takenAt: wednesday + hours(1), taskId: asId<'task'>('back') };
    const end = { arrivedAt: wednesday, endedAt: wednesday + minutes(1) };
    await rig.store.commit([
      { put: 'managerRequest', request: aRequest(1, called) },
      { put: 'call', call: aCall('call-1', { ...end, outcome: 'tookCallback' }) },
      { put: 'managerRequest', request: aRequest(2, called) },
      { put: 'call', call: aCall('call-2', { ...end, outcome: 'abandoned' }) },
    ]);
    const report = await answer<ManagerReport>(await rig.enter(noor), {
      ...{ ask: 'manager.report', rotaId, ...week },
    });
    expect(report.counts).toMatchObject({ asked: 2, reached: 0, promised: 1, missed: 1 });
  });

  test('MREP-1 what was written down counts, also after the rota is another: one hour of two was covered', async () => {
    const rig = await openRotaRig();
    const piece = (from: number, agentId: typeof max.agentId | null) => ({
      put: 'dutyStretch' as const,
      stretch: {
        ...{ rotaId, layer: 'duty', from, until: from + hours(1), agentId, how: 'turn' as const },
        ...{ gap: null, missing: null, changeId: null },
      },
    });
    const before = Date.UTC(2026, 10, 10);
    await rig.store.commit([piece(before, max.agentId), piece(before + hours(1), null)]);
    const report = await answer<ManagerReport>(await rig.enter(noor), {
      ...{ ask: 'manager.report', rotaId, from: before, until: before + hours(2) },
    });
    expect([report.neededMs, report.coveredMs]).toEqual([hours(2), hours(1)]);
    expect(report.fairness).toBeCloseTo(1 / 3);
    expect(report.people.map(({ hours: ofEach }) => ofEach)).toEqual([1, 0, 0]);
  });

  test('MREP-9 agents read none of it, and nobody a period that ends before it begins', async () => {
    const rig = await openRotaRig();
    const [mayas, noors] = [await rig.enter(maya), await rig.enter(noor)];
    const refused = async (seated: SeatedAgent, span: { from: number; until: number }) => {
      const result = await seated.ask({ ask: 'manager.digest', rotaId: null, ...span });
      return result.ok ? null : result.refusal.problem;
    };
    expect(await refused(mayas, week)).toBe('notAllowed');
    expect(await refused(noors, { from: week.until, until: week.from })).toBe('badMessage');
    expect(await refused(noors, week)).toBeNull();
  });
});

test('MREP-9 an administrator alone reads how it went, but neither who called nor what was said', async () => {
  const rig = await openRotaRig();
  await aWeek(rig);
  const told = aRequest(7, {
    customerId: asId('okafor'),
    outcomeNote: 'He was charged twice.',
    note: 'Angry.',
  });
  const call = aCall('call-7', { endedAt: wednesday + hours(1) });
  const ada = {
    ...noor,
    agentId: asId<'agent'>('ada'),
    userName: 'ada',
    name: 'Ada',
    roles: ['admin'] as const,
  };
  await rig.store.commit([
    { put: 'agent', agent: ada, passwordHash: 'hash of ada' },
    { put: 'call', call },
    { put: 'managerRequest', request: told },
  ]);
  await rig.restart([]);
  const asked = {
    ask: 'manager.requests',
    rotaId,
    ...week,
    category: null,
    takenBy: null,
    figure: null,
  } as const;
  const byAda = await answer<ManagerRequestView[]>(await rig.enter(ada), asked);
  const byNoor = await answer<ManagerRequestView[]>(await rig.enter(noor), asked);
  const read = (views: readonly ManagerRequestView[]) =>
    views.find(({ requestId }) => requestId === told.requestId);
  expect(byAda.length).toBe(byNoor.length);
  expect(read(byNoor)).toMatchObject({ outcomeNote: told.outcomeNote, note: told.note });
  expect(read(byAda)).toMatchObject({
    customerName: '',
    number: null,
    outcomeNote: '',
    note: '',
    category: 'billing',
  });
});

describe('what customers told managers', () => {
  test('MREP-7 by category against the week before, with the requests behind each line', async () => {
    const rig = await openRotaRig();
    await aWeek(rig);
    const noors = await rig.enter(noor);
    const digest = await answer<ManagerDigest>(noors, { ask: 'manager.digest', rotaId, ...week });
    expect(digest).toMatchObject({
      total: 3,
      before: 1,
      byCategory: [
        { category: 'billing', count: 2, before: 1, promises: 1, kept: 1 },
        { category: null, count: 1, before: 0, promises: 0, kept: 0 },
      ],
    });
    expect(digest.byCategory.map(({ requests }) => requests.length)).toEqual([2, 1]);
    const unsaid = await answer<ManagerRequestView[]>(noors, {
      ask: 'manager.requests',
      rotaId,
      ...week,
      category: '',
      takenBy: null,
      figure: null,
    });
    expect(unsaid.map(({ requestId }) => requestId)).toEqual(['request-3']);
  });

  test('MREP-10 on Monday at eight Max and Noor get it by e-mail, each in their language, once, also over a restart', async () => {
    const rig = await openRotaRig();
    await aWeek(rig);
    const contact = (agentId: typeof max.agentId, email: string) => ({
      put: 'dutyContact' as const,
      contact: { agentId, reach: 'deskOnly' as const, phone: null, email, version: 1 },
    });
    await rig.store.commit([
      { put: 'agent', agent: { ...max, language: 'zh-Hant' }, passwordHash: 'hash of max' },
      contact(max.agentId, 'max@example.com'),
      contact(noor.agentId, 'noor@example.com'),
    ]);
    await rig.restart([]);
    await rig.advance(0);
    const digests = () => rig.mail.sent.filter(({ subject }) => /managers|主管/u.test(subject));
    const early = digests().length;
    await rig.advance(days(1) + hours(22) - minutes(2));
    expect(digests().length).toBe(early);
    await rig.advance(minutes(20));
    await rig.advance(minutes(1));
    expect(
      digests()
        .slice(early)
        .map(({ to, language }) => `${to} ${language}`)
        .toSorted(),
    ).toEqual(['max@example.com zh-Hant', `noor@example.com ${noor.language}`]);
    const toNoor = digests().findLast(({ to }) => to === 'noor@example.com');
    expect(toNoor?.text).toContain('3 customers spoke to a manager; the week before it was 1.');
    expect(toNoor?.text).toMatch(/: 2 \(the week before: 1\)\. Promised: 1, kept so far: 1\./u);
    await rig.crash();
    await rig.advance(hours(1));
    expect(digests().length).toBe(early + 2);
  });
});
