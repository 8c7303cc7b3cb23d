import type { CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import type {
  BulkResults,
  PeopleLoad,
  SavedFilter,
  Suggestion,
  WorkCounts,
  WorkFilterInput,
  WorkPage,
} from '@ringside/shared/protocol/work-list';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../domain/case/case.ts';
import { centre, chen, li, maya, noor, okafor, service } from '../../testing/cast.ts';
import { aCall, aCase, aPromise } from '../../testing/records.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig, settle } from '../../testing/rig.ts';

const everything: WorkFilterInput = {
  whose: 'all',
  ownerId: null,
  types: [],
  phases: [],
  severities: [],
  tiers: [],
  categories: [],
  dueWithin: null,
  reopened: false,
  text: '',
};

/** A case that came in writing, a moment ago, moderate, nobody's. */
const waiting = (rig: Rig, id: string, given: Partial<Case> = {}): Case =>
  aCase(id, {
    severity: 'moderate',
    feeling: null,
    customerId: null,
    ownerId: null,
    callIds: [],
    openedAt: rig.clock.now(),
    rankAgainAt: rig.clock.now(),
    ...given,
  });

async function having(rig: Rig, ...cases: readonly Case[]): Promise<void> {
  await rig.store.commit(cases.map((one) => ({ put: 'case', case: one })));
  await rig.advance(minutes(1));
}

/** All cases have been looked at, which a gateway that starts does in parts. */
async function started(): Promise<void> {
  for (let part = 0; part < 3; part += 1) {
    await settle();
    await new Promise(setImmediate);
  }
  await settle();
}

/** A gateway that has just started over these cases. */
async function rigWith(cases: (rig: Rig) => readonly Case[]): Promise<Rig> {
  // clocks would press, too
  const rig = await openRig({ centre: { clocks: [] } });
  await rig.store.commit(cases(rig).map((one) => ({ put: 'case', case: one })));
  await rig.restart([]);
  await started();
  return rig;
}

async function asked<Value>(agent: SeatedAgent, query: Parameters<SeatedAgent['ask']>[0]): Promise<Value> {
  const answer = await agent.ask(query);
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as Value;
}
const page = (agent: SeatedAgent, filter: Partial<WorkFilterInput> = {}, limit = 50) =>
  asked<WorkPage>(agent, {
    ask: 'work.page',
    filter: { ...everything, ...filter },
    sort: 'priority',
    after: null,
    limit,
  });
const shown = async (agent: SeatedAgent, filter: Partial<WorkFilterInput> = {}) =>
  (await page(agent, filter)).rows.map((row) => row.case.caseId as string);
const scoreOf = async (rig: Rig, id: string) => (await rig.store.case(asId(id)))?.priority.score;
const bulk = async (agent: SeatedAgent, act: object, ...ids: readonly string[]) =>
  (await agent.do({
    do: 'work.bulk',
    caseIds: ids.map((id) => asId<'case'>(id)),
    act: act as never,
  })) as BulkResults;

describe('ranking', () => {
  test('WORK-1 a case is ranked when the gateway starts, and again with each day that it waits', async () => {
    const rig = await rigWith((one) => [waiting(one, 'hose')]);
    expect(await scoreOf(rig, 'hose')).toBe(16);
    await rig.advance(days(1) - minutes(1));
    expect(await scoreOf(rig, 'hose')).toBe(16);
    await rig.advance(minutes(1));
    expect(await scoreOf(rig, 'hose')).toBe(17);
  });

  test('WORK-1 growing older is no change of the case: its version and its history stay', async () => {
    const rig = await rigWith((one) => [waiting(one, 'hose')]);
    await rig.advance(days(1));
    expect(await scoreOf(rig, 'hose')).toBe(17);
    expect((await rig.store.case(asId('hose')))?.version).toBe(1);
    expect(await rig.store.caseEntries(asId('hose'))).toEqual([]);
  });

  test('WORK-1 days that passed while the gateway was down count when it comes back', async () => {
    const rig = await rigWith((one) => [waiting(one, 'hose')]);
    await rig.gateway.stop();
    rig.clock.advance(days(5));
    await rig.restart([]);
    await started();
    expect(await scoreOf(rig, 'hose')).toBe(21);
  });

  test('WORK-2 a promise to Mr Okafor that is at risk lifts his open case, and one that is kept lets it down at once', async () => {
    const rig = await rigWith((one) => [waiting(one, 'hose', { customerId: okafor.customerId })]);
    const before = (await scoreOf(rig, 'hose')) ?? 0;
    const atMaya = await rig.enter(maya);
    const dueAt = rig.clock.now() + hours(2);
    const given = { customerId: okafor.customerId, ownerId: maya.agentId, dueAt };
    const promises = ['a hose', 'a letter'].map((id) => aPromise(id, given));
    await rig.store.commit(promises.map((promise) => ({ put: 'promise', promise })));
    await atMaya.do({ do: 'promise.kept', promiseId: asId('a letter') });
    expect(await scoreOf(rig, 'hose')).toBe(before + 5);
    expect(atMaya.screen.of('caseTouched').at(-1)).toMatchObject({ caseId: 'hose' });
    await atMaya.do({ do: 'promise.kept', promiseId: asId('a hose') });
    expect(await scoreOf(rig, 'hose')).toBe(before);
  });

  test('WORK-2 what was written just before the gateway went down counts when it comes back', async () => {
    const rig = await rigWith((one) => [waiting(one, 'hose', { customerId: okafor.customerId })]);
    const before = (await scoreOf(rig, 'hose')) ?? 0;
    await rig.gateway.stop();
    const { customerId } = okafor;
    await rig.store.commit([
      { put: 'tiers', tiers: [{ customerId, tier: { ...okafor.tier, tier: 'mvc' } }] },
    ]);
    await rig.restart([]);
    await started();
    expect(await scoreOf(rig, 'hose')).toBe(before + 8);
  });

  test('WORK-2 a case that somebody changes is ranked at once by what it has become', async () => {
    const rig = await rigWith((one) => [waiting(one, 'hose'), waiting(one, 'late', { openedAt: 1 })]);
    const atNoor = await rig.enter(noor);
    expect(await shown(atNoor)).toEqual(['late', 'hose']);
    await rig.store.commit([
      {
        put: 'case',
        case: { ...waiting(rig, 'hose', { severity: 'safety', rankAgainAt: null }), version: 2 },
      },
    ]);
    await bulk(atNoor, { act: 'take' }, 'hose');
    expect(await shown(atNoor)).toEqual(['hose', 'late']);
  });
});

describe('the list of work', () => {
  test('WORK-3 shows Maya what is hers, what nobody has, and all', async () => {
    const rig = await rigWith((one) => [
      waiting(one, 'a', { ownerId: maya.agentId }),
      waiting(one, 'b', { ownerId: li.agentId }),
      waiting(one, 'c', { severity: 'serious', stage: 'investigated' }),
    ]);
    const atMaya = await rig.enter(maya);
    expect(await shown(atMaya, { whose: 'mine' })).toEqual(['a']);
    expect(await shown(atMaya, { whose: 'nobody' })).toEqual(['c']);
    expect(await shown(atMaya, { whose: 'team' })).toEqual(['a']);
    expect(await shown(atMaya)).toEqual(['c', 'a', 'b']);
    expect(await shown(atMaya, { phases: ['work'] })).toEqual(['c']);
    expect(await shown(atMaya, { ownerId: li.agentId })).toEqual(['c', 'a', 'b']);
    expect(await shown(await rig.enter(noor), { ownerId: li.agentId })).toEqual(['b']);
  });

  test('WORK-3 finds a case by its number, its title and the name of its customer', async () => {
    const rig = await rigWith((one) => [
      waiting(one, '71', { title: 'No hose' }),
      waiting(one, '72', { customerId: chen.customerId }),
    ]);
    const atMaya = await rig.enter(maya);
    expect(await shown(atMaya, { text: 'hose' })).toEqual(['71']);
    expect(await shown(atMaya, { text: 'C-71' })).toEqual(['71']);
    expect(await shown(atMaya, { text: '大文' })).toEqual(['72']);
    const [row] = (await page(atMaya, { text: '大文' })).rows;
    expect(row).toMatchObject({ case: { customerName: '陳大文' }, tier: chen.tier.tier, clock: null });
  });

  test('WORK-3 a page goes on behind the last row though others came before it meanwhile', async () => {
    const rig = await rigWith((one) =>
      ['a', 'b', 'c'].map((id, n) => waiting(one, id, { openedAt: one.clock.now() + n })),
    );
    const atMaya = await rig.enter(maya);
    const first = await page(atMaya, {}, 2);
    expect(first.rows.map((row) => row.case.caseId)).toEqual(['a', 'b']);
    await having(rig, waiting(rig, 'urgent', { severity: 'safety' }));
    const second = await asked<WorkPage>(atMaya, {
      ask: 'work.page',
      filter: everything,
      sort: 'priority',
      after: first.next,
      limit: 2,
    });
    expect(second.rows.map((row) => row.case.caseId)).toContain('c');
    expect(second.next).toBeNull();
  });

  test('WORK-4 counts each filter', async () => {
    const rig = await rigWith((one) => [waiting(one, 'a'), waiting(one, 'b', { ownerId: maya.agentId })]);
    const counts = await asked<WorkCounts>(await rig.enter(maya), {
      ask: 'work.counts',
      filters: [everything, { ...everything, whose: 'mine' }, { ...everything, severities: ['safety'] }],
    });
    expect(counts).toEqual([
      { count: 2, more: false },
      { count: 1, more: false },
      { count: 0, more: false },
    ]);
  });

  test('WORK-8 what Li does to a case moves the list at Maya’s desk', async () => {
    const rig = await rigWith((one) => [waiting(one, 'a')]);
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    await bulk(atLi, { act: 'take' }, 'a');
    expect(atMaya.screen.of('case').at(-1)?.case).toMatchObject({ caseId: 'a', ownerName: 'Li' });
    await rig.advance(days(1));
    expect(atMaya.screen.of('workMoved').length).toBe(1);
  });
});

describe('the next case', () => {
  const next = (agent: SeatedAgent) => agent.do({ do: 'work.next' });

  test('WORK-5 Maya gets the most pressing case that nobody has, and it stands in its history', async () => {
    const rig = await rigWith((one) => [
      waiting(one, 'small', { severity: 'minor' }),
      waiting(one, 'grave', { severity: 'serious' }),
      waiting(one, 'taken', { severity: 'safety', ownerId: li.agentId }),
    ]);
    const atMaya = await rig.enter(maya);
    expect(await next(atMaya)).toEqual({ caseId: 'grave', reference: 'C-grave' });
    expect(await next(atMaya)).toEqual({ caseId: 'small', reference: 'C-small' });
    expect(await next(atMaya)).toEqual({ caseId: null, reference: '' });
    expect(await rig.store.case(asId('grave'))).toMatchObject({ ownerId: maya.agentId, version: 2 });
    expect(await rig.store.caseEntries(asId('grave'))).toMatchObject([
      { what: 'taken', who: maya.agentId, changes: [{ field: 'ownerId', from: null, to: maya.agentId }] },
    ]);
  });

  test('WORK-5 Maya presses, the gateway goes down before she hears of it, and her desk asks again: she has one case', async () => {
    const rig = await rigWith((one) => [
      waiting(one, 'grave', { severity: 'serious' }),
      waiting(one, 'small', { severity: 'minor' }),
    ]);
    const atMaya = await rig.enter(maya);
    await atMaya.desk.command('pressed', { do: 'work.next' });
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token });
    expect(await again.desk.command('pressed', { do: 'work.next' })).toEqual({
      ok: true,
      value: { caseId: 'grave', reference: 'C-grave' },
    });
    expect(await rig.store.case(asId('small'))).toMatchObject({ ownerId: null });
    expect(await again.desk.command('pressed again', { do: 'work.next' })).toMatchObject({
      value: { caseId: 'small' },
    });
  });

  test('WORK-5 Maya and Li who press at the same time never get the same case', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => `c${n}`);
    const rig = await rigWith((one) => ids.map((id) => waiting(one, id)));
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    const got: (CaseId | null)[] = [];
    for (let round = 0; round < 6; round += 1) {
      const both = await Promise.all([next(atMaya), next(atLi)]);
      got.push(...both.map((one) => (one as { caseId: CaseId | null }).caseId));
    }
    expect(new Set(got)).toEqual(new Set(ids));
    expect(got.length).toBe(ids.length);
    const owners = await Promise.all(ids.map((id) => rig.store.case(asId(id))));
    expect(owners.filter((one) => one?.ownerId === maya.agentId).length).toBe(6);
  });

  test('WORK-5 nobody gets what is another team’s, or what is decided above them', async () => {
    const rig = await rigWith((one) => [
      waiting(one, 'of billing', { severity: 'safety', familyId: asId('billing') }),
      waiting(one, 'escalated', { severity: 'serious', stage: 'escalated' }),
      waiting(one, 'anybody’s', { severity: 'minor' }),
    ]);
    expect(await next(await rig.enter(maya))).toMatchObject({ caseId: 'anybody’s' });
    expect(await next(await rig.enter(noor))).toMatchObject({ caseId: 'escalated' });
  });

  test('WORK-5 a case from a call in Mandarin waits for Li, who speaks it', async () => {
    const queues = centre.queues.map((queue) => ({
      ...queue,
      skills: [{ skillId: asId<'skill'>('mandarin'), level: 2 }],
    }));
    const rig = await openRig({ centre: { queues } });
    await rig.store.commit([
      { put: 'call', call: aCall('in mandarin', { queueId: service }) },
      { put: 'case', case: waiting(rig, 'hose', { callIds: [asId('in mandarin')] }) },
    ]);
    expect(await next(await rig.enter(maya))).toMatchObject({ caseId: null });
    expect(await next(await rig.enter(li))).toMatchObject({ caseId: 'hose' });
  });
});

describe('many at once', () => {
  test('WORK-7 of three cases Maya takes the two that are free, and is told who has the third', async () => {
    const rig = await rigWith((one) => [
      waiting(one, 'a'),
      waiting(one, 'b', { ownerId: li.agentId }),
      waiting(one, 'c'),
    ]);
    expect(await bulk(await rig.enter(maya), { act: 'take' }, 'a', 'b', 'c', 'none')).toEqual([
      { caseId: 'a', reference: 'C-a', refusal: null, by: 'Maya' },
      { caseId: 'b', reference: 'C-b', refusal: 'someoneWasFirst', by: 'Li' },
      { caseId: 'c', reference: 'C-c', refusal: null, by: 'Maya' },
      { caseId: 'none', reference: '', refusal: 'unknownCase', by: '' },
    ]);
  });

  test('WORK-7 Noor gives a case of Li’s to Maya, who is told; Maya may not give away Li’s', async () => {
    const rig = await rigWith((one) => [
      waiting(one, 'a', { ownerId: li.agentId, familyId: asId('service') }),
      waiting(one, 'closed', { closedAt: 5 }),
    ]);
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const refused = await bulk(atMaya, { act: 'assign', to: maya.agentId }, 'a');
    expect(refused[0]).toMatchObject({ refusal: 'notAllowed', by: 'Li' });
    await rig.store.commit([
      { put: 'case', case: { ...waiting(rig, 'a', { ownerId: li.agentId }), version: 2 } },
    ]);
    const given = await bulk(atNoor, { act: 'assign', to: maya.agentId }, 'a', 'closed');
    expect(given.map(({ refusal }) => refusal)).toEqual([null, 'closed']);
    expect(atMaya.screen.of('case').at(-1)?.case).toMatchObject({ ownerId: maya.agentId });
  });

  test('WORK-7 a case is given back to whoever comes, and a note stands on each', async () => {
    const rig = await rigWith((one) => [waiting(one, 'a', { ownerId: maya.agentId }), waiting(one, 'b')]);
    const atMaya = await rig.enter(maya);
    await bulk(atMaya, { act: 'giveBack' }, 'a');
    expect((await rig.store.case(asId('a')))?.ownerId).toBeNull();
    await bulk(atMaya, { act: 'note', text: 'The carrier has the van again' }, 'a', 'b');
    for (const id of ['a', 'b'])
      expect((await rig.store.caseEntries(asId(id))).at(-1)).toMatchObject({
        what: 'noted',
        text: 'The carrier has the van again',
        note: 'internal',
      });
  });

  test('WORK-6 WORK-7 Noor has five cases given out: the load is even, and who knows Mr Okafor gets his', async () => {
    const rig = await rigWith((one) => [
      ...['a', 'b', 'c', 'd'].map((id) => waiting(one, id)),
      waiting(one, 'old', { ownerId: li.agentId, customerId: okafor.customerId }),
      waiting(one, 'of okafor', { customerId: okafor.customerId }),
    ]);
    await rig.enter(maya);
    await rig.enter(li);
    const atNoor = await rig.enter(noor);
    const suggestions = await asked<Suggestion[]>(atNoor, {
      ask: 'work.suggest',
      caseId: asId('of okafor'),
    });
    expect(suggestions.map(({ name }) => name)).toEqual(['Li', 'Maya']);
    expect(suggestions[0]?.terms.map(({ term }) => term)).toEqual(['load', 'knowsCustomer', 'atWork']);
    await bulk(atNoor, { act: 'assignAll' }, 'of okafor', 'a', 'b', 'c', 'd');
    const owned = async (agentId: Case['ownerId']) =>
      (await rig.store.openCases(agentId, 9)).map(({ caseId }) => caseId as string).toSorted();
    expect(await owned(li.agentId)).toContain('of okafor');
    expect((await owned(maya.agentId)).length).toBe(3);
  });
});

describe('those in charge', () => {
  test('WORK-9 Noor sees what lies on each desk; Maya does not', async () => {
    const rig = await rigWith((one) => [
      waiting(one, 'a', { ownerId: li.agentId, severity: 'serious' }),
      waiting(one, 'b', { ownerId: li.agentId }),
      waiting(one, 'c', { ownerId: maya.agentId }),
    ]);
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const loads = await asked<PeopleLoad>(atNoor, { ask: 'work.load' });
    expect(loads.map(({ name, weight, atWork }) => [name, weight, atWork])).toEqual([
      ['Li', 6, false],
      ['Maya', 2, true],
      ['Noor', 0, true],
    ]);
    expect(await atMaya.ask({ ask: 'work.load' })).toMatchObject({ refusal: { problem: 'notAllowed' } });
  });

  test('WORK-9 Noor sees what was promised to whom, the soonest first', async () => {
    const rig = await openRig();
    const now = rig.clock.now();
    await rig.store.commit([
      { put: 'case', case: waiting(rig, 'a') },
      { put: 'promise', promise: aPromise('later', { dueAt: now + days(3), ownerId: li.agentId }) },
      {
        put: 'promise',
        promise: aPromise('late', {
          dueAt: now - 1,
          ownerId: maya.agentId,
          caseId: asId('a'),
          customerId: okafor.customerId,
        }),
      },
    ]);
    expect(await asked(await rig.enter(noor), { ask: 'work.promises' })).toMatchObject([
      { promiseId: 'late', standing: 'broken', caseReference: 'C-a', customerName: 'Amara Okafor' },
      { promiseId: 'later', standing: 'due', ownerName: 'Li' },
    ]);
  });

  test('WORK-10 a filter that Noor names for everybody is on Maya’s desk; Maya may not name one', async () => {
    const rig = await openRig();
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const saved: SavedFilter = {
      name: 'Safety',
      filter: { ...everything, severities: ['safety'] },
      sort: 'due',
    };
    await atNoor.do({ do: 'work.share', saved });
    await atNoor.do({ do: 'work.share', saved: { ...saved, sort: 'priority' } });
    expect(await asked(atMaya, { ask: 'work.shared' })).toEqual([{ ...saved, sort: 'priority' }]);
    expect((await atMaya.try({ do: 'work.share', saved })).ok).toBe(false);
    await atNoor.do({ do: 'work.unshare', name: 'Safety' });
    expect(await asked(atMaya, { ask: 'work.shared' })).toEqual([]);
  });

  test('WORK-10 two filters that are named for everybody in the same moment are both there', async () => {
    const rig = await openRig();
    const atNoor = await rig.enter(noor);
    const named = (name: string) => ({ name, filter: everything, sort: 'due' }) as const;
    await Promise.all(['Safety', 'Leaks'].map((name) => atNoor.do({ do: 'work.share', saved: named(name) })));
    const all = await asked<SavedFilter[]>(atNoor, { ask: 'work.shared' });
    expect(all.map(({ name }) => name)).toEqual(['Safety', 'Leaks']);
  });
});
