import type { BudgetPeriod } from '@ringside/shared/model/compensation';
import type { CompensationId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { hours, minutes } from '@ringside/shared/model/instant';
import type {
  AuthorityView,
  CaseCompensation,
  CostReport,
  PrecedentsView,
  WaitingCompensation,
} from '@ringside/shared/protocol/compensation';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import type { Budget } from '../../domain/compensation/budget.ts';
import { li, maya, noor, okafor } from '../../testing/cast.ts';
import { aCase, aCompensation } from '../../testing/records.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig, settle } from '../../testing/rig.ts';

const manager = (name: string): Agent => ({
  ...noor,
  agentId: asId(name.toLowerCase()),
  userName: name.toLowerCase(),
  name,
  roles: ['manager'],
});
const max = manager('Max');
const grace = manager('Grace');

const caseId = asId<'case'>('hose');
const hose = (given: Partial<Case> = {}): Case =>
  aCase('hose', {
    customerId: okafor.customerId,
    ownerId: maya.agentId,
    category: 'delivery',
    ...given,
  });

/** The centre with two managers, and Mr Okafor's complaint, which is Maya's. */
async function openCentre(one: Case = hose(), centre: Partial<Centre> = {}): Promise<Rig> {
  const rig = await openRig({ centre: { clocks: [], ...centre } });
  for (const agent of [max, grace])
    await rig.store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  await rig.store.commit([{ put: 'case', case: one }]);
  await rig.restart([]);
  return rig;
}

type Wish = Extract<Command, { do: 'compensation.give' }>;
const give = (amount: number, given: Partial<Wish> = {}): Wish => ({
  do: 'compensation.give',
  caseId,
  kind: 'credit',
  amount,
  reason: 'waited three days',
  evidence: '',
  ...given,
});
const ask = (amount: number, given: Partial<Wish> = {}) =>
  ({ ...give(amount, given), do: 'compensation.ask' }) as const;

const made = async (at: SeatedAgent, command: Command): Promise<CompensationId> =>
  ((await at.do(command)) as { compensationId: CompensationId }).compensationId;
const approve = (compensationId: CompensationId, decision = 'fair') =>
  ({ do: 'compensation.approve', compensationId, decision }) as const;
const refusal = (problem: string, rest: object = {}) => ({ ok: false, refusal: { problem, ...rest } });

async function told<Value>(at: SeatedAgent, query: Query): Promise<Value> {
  const answer = await at.ask(query);
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as Value;
}
const seen = (at: SeatedAgent) => told<CaseCompensation>(at, { ask: 'compensation.ofCase', caseId });
const waiting = (at: SeatedAgent) => told<WaitingCompensation[]>(at, { ask: 'compensation.waiting' });
const reach = (at: SeatedAgent) =>
  told<AuthorityView>(at, { ask: 'compensation.preview', caseId, kind: 'credit' });
const news = (at: SeatedAgent) =>
  at.screen.of('compensation').flatMap((event) => (event.news === null ? [] : [event.news]));
const history = async (rig: Rig) =>
  (await rig.store.caseEntries(caseId)).map(({ what, who, text }) => [what, who, text]);

/** Nothing is written until the answer is called. */
function holdCommits(rig: Rig): () => void {
  const { commit } = rig.store;
  const gate = Promise.withResolvers<void>();
  rig.store.commit = async (changes) => {
    await gate.promise;
    return commit(changes);
  };
  return () => {
    rig.store.commit = commit;
    gate.resolve();
  };
}

describe('giving within one’s authority', () => {
  test('COMP-5 Maya gives a credit of 500 at once; it stands in the case and in its history', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    await atMaya.do(give(50_000));
    expect((await seen(atMaya)).compensations).toMatchObject([
      { state: 'granted', amount: 50_000, askedByName: 'Maya', decideBy: null, decidedByName: null },
    ]);
    expect(await history(rig)).toEqual([['compensationGiven', maya.agentId, 'waited three days']]);
    expect((await rig.store.caseEntries(caseId))[0]?.changes).toEqual([
      { field: 'compensation', from: null, to: { kind: 'credit', amount: 50_000, state: 'granted' } },
    ]);
    expect(atMaya.screen.of('caseTouched').at(-1)?.caseId).toBe(caseId);
    expect(await rig.store.auditOf('C-hose', Number.MAX_SAFE_INTEGER, 9)).toMatchObject([
      { did: 'compensationGiven', who: maya.agentId },
    ]);
  });

  test('COMP-5 one cent above it is refused, and nothing is kept of it', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try(give(50_001))).toMatchObject(refusal('aboveAuthority'));
    expect((await seen(atMaya)).compensations).toEqual([]);
    expect(await history(rig)).toEqual([]);
  });

  test('COMP-2 COMP-3 Maya sees what is left for Mr Okafor and how far those above may go', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    await atMaya.do(give(40_000));
    await atMaya.do(give(40_000));
    expect(await reach(atMaya)).toEqual({
      rule: { name: expect.anything(), upTo: 50_000, upToPerCustomer: 100_000, days: 365 },
      given: 80_000,
      left: 20_000,
      room: 20_000,
      above: [
        { grade: 'supervisor', room: 300_000 },
        { grade: 'manager', room: 2_000_000 },
      ],
    });
    expect(await atMaya.try(give(20_001))).toMatchObject(refusal('aboveAuthority'));
  });

  test('COMP-3 what was given in another case of the same customer counts, what was cancelled does not', async () => {
    const rig = await openCentre();
    const other = asId<'case'>('other');
    await rig.store.commit([{ put: 'case', case: hose({ caseId: other, reference: 'C-other' }) }]);
    const atMaya = await rig.enter(maya);
    const first = await made(atMaya, give(50_000, { caseId: other }));
    expect((await reach(atMaya)).given).toBe(50_000);
    await atMaya.do({ do: 'compensation.cancel', compensationId: first, why: 'the hose had come' });
    expect((await reach(atMaya)).given).toBe(0);
  });

  test('COMP-3 what was given before anybody knew it was Mr Okafor counts for him', async () => {
    const rig = await openCentre(hose({ customerId: null }));
    const atMaya = await rig.enter(maya);
    await atMaya.do(give(50_000));
    expect((await reach(atMaya)).given).toBe(50_000);
    await rig.store.commit([{ put: 'case', case: hose({ version: 2 }) }]);
    expect((await reach(atMaya)).given).toBe(50_000);
  });

  test('COMP-3 what Mr Okafor was given in an earlier case, before he was recognised, counts in the next', async () => {
    const other = asId<'case'>('other');
    const rig = await openCentre();
    const unknown = hose({ caseId: other, reference: 'C-other', customerId: null });
    await rig.store.commit([{ put: 'case', case: unknown }]);
    const atMaya = await rig.enter(maya);
    await atMaya.do(give(40_000, { caseId: other }));
    expect((await reach(atMaya)).given).toBe(0);
    const recognised = { ...unknown, customerId: okafor.customerId, version: 2 };
    await rig.store.commit([{ put: 'case', case: recognised }]);
    expect((await reach(atMaya)).given).toBe(40_000);
  });

  test('COMP-10 Maya’s case that was handed to Li while she waited for her turn is not hers to give in', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    const { commit } = rig.store;
    const release = holdCommits(rig);
    const [first, second] = [atMaya.try(give(1_000)), atMaya.try(give(2_000))];
    await settle();
    await commit([{ put: 'case', case: hose({ ownerId: li.agentId, version: 2 }) }]);
    release();
    expect([await first, await second]).toMatchObject([{ ok: true }, refusal('notAllowed')]);
    expect((await seen(atMaya)).compensations.map(({ amount }) => amount)).toEqual([1_000]);
  });

  test('COMP-5 a case that turns out to be of somebody else still shows what was given in it', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    await atMaya.do(give(40_000));
    await rig.store.commit([{ put: 'case', case: hose({ customerId: asId('chan'), version: 2 }) }]);
    expect((await seen(atMaya)).compensations).toMatchObject([{ state: 'granted', amount: 40_000 }]);
  });

  test('COMP-4 an amount of nothing, or one for a letter, is no message', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try(give(0))).toMatchObject(refusal('badMessage', { field: 'amount' }));
    expect(await atMaya.try(give(5, { kind: 'apologyLetter' }))).toMatchObject(refusal('badMessage'));
    await atMaya.do(give(0, { kind: 'apologyLetter' }));
    expect((await reach(atMaya)).given).toBe(0);
  });

  test('COMP-5 a colleague’s case, a closed one and one that is not there are left alone', async () => {
    const rig = await openCentre();
    const atLi = await rig.enter(li);
    expect(await atLi.try(give(100))).toMatchObject(refusal('notAllowed'));
    expect(await atLi.try(ask(100))).toMatchObject(refusal('notAllowed'));
    expect(await atLi.try(give(100, { caseId: asId('none') }))).toMatchObject(refusal('unknownCase'));
    expect((await seen(atLi)).mayGive).toBe(false);
    await rig.store.commit([{ put: 'case', case: hose({ stage: 'learned', closedAt: 5, version: 2 }) }]);
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try(give(100))).toMatchObject(refusal('notPossibleNow'));
    expect((await seen(atMaya)).mayGive).toBe(false);
  });

  test('COMP-10 Maya and Li give at the same moment: only one of them has the last that fits', async () => {
    const rig = await openCentre(hose({ ownerId: null }));
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    await atMaya.do(give(50_000));
    const [one, other] = await Promise.all([
      atMaya.desk.command('at-once-1', give(50_000)),
      atLi.desk.command('at-once-2', give(50_000)),
    ]);
    expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
    const { compensations } = await seen(atMaya);
    expect(compensations.reduce((sum, { amount }) => sum + amount, 0)).toBe(100_000);
  });

  test('COMP-10 ten commands at once for one customer never give more than the rule leaves', async () => {
    const rig = await openCentre(hose({ ownerId: null }));
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    const desks = [atMaya, atLi];
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => (desks[i % 2] ?? atMaya).desk.command(`many-${i}`, give(30_000))),
    );
    await settle();
    expect((await reach(atMaya)).given).toBe(90_000);
  });
});

describe('asking for approval', () => {
  test('COMP-8 Noor is told what Maya asks for, with reason and evidence, and Maya is told the answer', async () => {
    const rig = await openCentre();
    const [atMaya, atNoor, atMax] = [await rig.enter(maya), await rig.enter(noor), await rig.enter(max)];
    const id = await made(atMaya, ask(120_000, { evidence: 'photo of the parcel' }));
    expect([news(atNoor), news(atMax), news(atMaya)]).toEqual([['asked'], [], []]);
    expect(await waiting(atNoor)).toMatchObject([
      {
        compensationId: id,
        caseReference: 'C-hose',
        customerName: 'Amara Okafor',
        askedByName: 'Maya',
        reason: 'waited three days',
        evidence: 'photo of the parcel',
        decideBy: rig.clock.now() + hours(2),
        room: 300_000,
        given: 0,
        may: { approve: true, endorse: false, refuse: true, withdraw: false },
      },
    ]);
    await atNoor.do(approve(id, 'a good customer'));
    expect(news(atMaya)).toEqual(['granted']);
    expect((await seen(atMaya)).compensations).toMatchObject([
      { state: 'granted', decidedByName: 'Noor', decision: 'a good customer' },
    ]);
    expect(await waiting(atNoor)).toEqual([]);
    expect(await history(rig)).toEqual([
      ['compensationAsked', maya.agentId, 'waited three days'],
      ['compensationGranted', noor.agentId, 'a good customer'],
    ]);
  });

  test('COMP-13 Maya can’t approve, refuse or list requests, whatever she sends', async () => {
    const rig = await openCentre();
    const [atMaya, atLi] = [await rig.enter(maya), await rig.enter(li)];
    const id = await made(atMaya, ask(120_000));
    for (const at of [atMaya, atLi]) {
      expect(await at.try(approve(id))).toMatchObject(refusal('notAllowed'));
      expect(await at.try({ do: 'compensation.refuse', compensationId: id, decision: 'no' })).toMatchObject(
        refusal('notAllowed'),
      );
      expect(await at.ask({ ask: 'compensation.waiting' })).toMatchObject(refusal('notAllowed'));
      const period = { from: '2026-11-01', until: '2026-11-30' };
      expect(await at.ask({ ask: 'compensation.report', ...period })).toMatchObject(refusal('notAllowed'));
    }
    expect((await rig.store.compensation(id))?.state).toBe('asked');
  });

  test('COMP-6 Noor does not approve her own request; Max does', async () => {
    const rig = await openCentre();
    const [atNoor, atMax] = [await rig.enter(noor), await rig.enter(max)];
    const id = await made(atNoor, ask(400_000));
    expect([news(atNoor), news(atMax)]).toEqual([[], ['asked']]);
    expect(await atNoor.try(approve(id))).toMatchObject(refusal('ownRequest'));
    await atMax.do(approve(id));
    expect((await rig.store.compensation(id))?.decidedBy).toBe(max.agentId);
  });

  test('COMP-6 what was within Noor’s authority when it was asked for, and is not any more, goes to Max', async () => {
    const rig = await openCentre();
    const [atMaya, atNoor, atMax] = [await rig.enter(maya), await rig.enter(noor), await rig.enter(max)];
    const id = await made(atMaya, ask(290_000));
    await atNoor.do(give(300_000));
    await atNoor.do(give(200_000));
    expect(await atNoor.try(approve(id))).toMatchObject(refusal('aboveAuthority'));
    expect((await waiting(atNoor))[0]?.may).toMatchObject({ approve: false, notApprove: 'aboveAuthority' });
    await atMax.do(approve(id));
  });

  test('COMP-7 what is above any manager’s authority takes Max and Grace, whoever of them is first', async () => {
    const rig = await openCentre();
    const [atMaya, atMax, atGrace] = [await rig.enter(maya), await rig.enter(max), await rig.enter(grace)];
    const id = await made(atMaya, ask(3_000_000));
    expect((await waiting(atMax))[0]?.may).toMatchObject({ approve: true, endorse: true });
    expect(await atMax.do(approve(id))).toEqual({ state: 'asked' });
    expect(news(atGrace)).toEqual(['asked', 'endorsed']);
    expect((await waiting(atMax))[0]).toMatchObject({ endorsedByName: 'Max', may: { approve: false } });
    expect(await atMax.do(approve(id))).toEqual({ state: 'asked' });
    expect(await atGrace.do(approve(id))).toEqual({ state: 'granted' });
    expect((await history(rig)).map(([what]) => what)).toEqual([
      'compensationAsked',
      'compensationEndorsed',
      'compensationGranted',
    ]);
  });

  test('COMP-10 Noor and Max decide at once: the second is told who was first', async () => {
    const rig = await openCentre();
    const [atMaya, atNoor, atMax] = [await rig.enter(maya), await rig.enter(noor), await rig.enter(max)];
    const id = await made(atMaya, ask(120_000));
    const refuse = { do: 'compensation.refuse', compensationId: id, decision: 'no' } as const;
    const [first, second] = await Promise.all([
      atNoor.desk.command('n', approve(id)),
      atMax.desk.command('m', refuse),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject(refusal('alreadyDecided', { by: 'Noor' }));
    expect((await rig.store.compensation(id))?.state).toBe('granted');
  });

  test('COMP-5 Maya withdraws what nobody has decided; nobody else can', async () => {
    const rig = await openCentre();
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const id = await made(atMaya, ask(120_000));
    expect(await atNoor.try({ do: 'compensation.withdraw', compensationId: id })).toMatchObject(
      refusal('notAllowed'),
    );
    await atMaya.do({ do: 'compensation.withdraw', compensationId: id });
    expect(await waiting(atNoor)).toEqual([]);
    expect(await atNoor.try(approve(id))).toMatchObject(refusal('notPossibleNow'));
  });

  test('COMP-5 what was granted is carried out, and then stays', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    const id = await made(atMaya, give(100));
    await atMaya.do({ do: 'compensation.done', compensationId: id, note: 'credit note 77' });
    expect((await seen(atMaya)).compensations).toMatchObject([{ state: 'done', doneAt: rig.clock.now() }]);
    expect(await atMaya.try({ do: 'compensation.cancel', compensationId: id, why: 'no' })).toMatchObject(
      refusal('notPossibleNow'),
    );
    expect((await history(rig)).at(-1)).toEqual(['compensationDone', maya.agentId, 'credit note 77']);
  });
});

describe('the clock of a request', () => {
  test('COMP-9 approvers are reminded after an hour, managers told after two, and again after two more', async () => {
    const rig = await openCentre();
    const [atMaya, atNoor, atMax] = [await rig.enter(maya), await rig.enter(noor), await rig.enter(max)];
    await atMaya.do(ask(120_000));
    await rig.advance(hours(1) - 1);
    expect(news(atNoor)).toEqual(['asked']);
    await rig.advance(1);
    expect([news(atNoor), news(atMax)]).toEqual([['asked', 'reminder'], []]);
    await rig.advance(hours(1));
    expect([news(atNoor), news(atMax)]).toEqual([['asked', 'reminder', 'overdue'], ['overdue']]);
    await rig.advance(hours(2));
    expect(news(atMax)).toEqual(['overdue', 'overdue']);
    expect((await history(rig)).filter(([what]) => what === 'compensationOverdue')).toHaveLength(1);
  });

  test('COMP-9 once it is decided nobody is reminded', async () => {
    const rig = await openCentre();
    const [atMaya, atNoor, atMax] = [await rig.enter(maya), await rig.enter(noor), await rig.enter(max)];
    await atNoor.do(approve(await made(atMaya, ask(120_000))));
    await rig.advance(hours(5));
    expect([news(atNoor), news(atMax)]).toEqual([['asked'], []]);
    expect(await rig.store.deadlines(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  });

  test('COMP-9 what Max approves at the very moment it becomes overdue does not become overdue', async () => {
    const rig = await openCentre();
    const [atMaya, atMax] = [await rig.enter(maya), await rig.enter(max)];
    const asked = await made(atMaya, ask(120_000));
    const release = holdCommits(rig);
    const approved = atMax.try(approve(asked));
    await settle();
    await rig.advance(hours(2));
    release();
    expect(await approved).toMatchObject({ ok: true });
    await settle();
    expect((await history(rig)).map(([what]) => what)).toEqual(['compensationAsked', 'compensationGranted']);
  });

  test('COMP-9 a gateway that was away when it became overdue says so once it is back', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    await atMaya.do(ask(120_000));
    await rig.gateway.stop();
    rig.clock.advance(hours(3));
    await rig.restart([]);
    const atMax = await rig.enter(max);
    expect((await waiting(atMax))[0]?.decideBy).toBe(rig.clock.now() - hours(1));
    await rig.advance(minutes(1));
    expect((await history(rig)).map(([what]) => what)).toEqual(['compensationAsked', 'compensationOverdue']);
  });
});

describe('a gateway that is killed', () => {
  test('COMP-10 before the disk had it: nothing is given, and the repeated command gives it once', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    rig.store.failWith(new Error('disk full'));
    const lost = atMaya.desk.command('same', give(50_000));
    await settle();
    const stopped = rig.gateway.stop();
    await rig.advance(minutes(1));
    await stopped;
    expect((await lost).ok).toBe(false);
    rig.store.failWith(null);
    await rig.restart([]);
    const again = await rig.enter(maya);
    expect((await seen(again)).compensations).toEqual([]);
    expect(await history(rig)).toEqual([]);
    expect(await again.desk.command('same', give(50_000))).toMatchObject({ ok: true });
    expect((await seen(again)).compensations).toHaveLength(1);
  });

  test('COMP-10 after giving: the repeated command has the same answer and gives nothing twice', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    const first = await atMaya.desk.command('same', give(50_000));
    await rig.restart([]);
    const again = await rig.enter(maya);
    expect(await again.desk.command('same', give(50_000))).toEqual(first);
    expect((await seen(again)).compensations).toHaveLength(1);
    expect((await history(rig)).length).toBe(1);
  });

  test('COMP-10 after a decision: the repeated decision has the same answer, and the clock stays stopped', async () => {
    const rig = await openCentre();
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    const id = await made(atMaya, ask(120_000));
    const first = await atNoor.desk.command('decide', approve(id));
    await rig.restart([]);
    const again = await rig.enter(noor);
    expect(await again.desk.command('decide', approve(id))).toEqual(first);
    expect(await history(rig)).toHaveLength(2);
    await rig.advance(hours(3));
    expect(news(again)).toEqual([]);
  });

  test('COMP-10 decision, history and clock are one commit: there is none of them without the others', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    await atMaya.do(ask(120_000));
    const puts = rig.store.commits.map((changes) => changes.map(({ put }) => put));
    expect(puts.filter((one) => one.includes('compensation'))).toEqual([
      expect.arrayContaining(['compensation', 'caseEntry', 'audit', 'deadline']),
    ]);
  });
});

describe('what is known of what was given', () => {
  test('COMP-11 Maya sees what was given in like cases, for the same tier on wish', async () => {
    const rig = await openCentre();
    const given = (id: string, amount: number, changed: object = {}) =>
      ({
        put: 'compensation',
        compensation: aCompensation(id, {
          amount,
          category: 'delivery',
          askedAt: rig.clock.now(),
          ...changed,
        }),
      }) as const;
    await rig.store.commit([
      { put: 'case', case: aCase('c1', { reference: 'C-77' }) },
      given('1', 10_000),
      given('2', 30_000),
      given('3', 80_000, { tier: 'mvc' }),
      given('4', 99_000, { category: 'billing' }),
      given('5', 70_000, { caseId }),
    ]);
    const atMaya = await rig.enter(maya);
    const query = { ask: 'compensation.precedents', caseId, kind: 'credit' } as const;
    const all = await told<PrecedentsView>(atMaya, { ...query, sameTier: false });
    expect(all).toMatchObject({ count: 3, median: 30_000, smallest: 10_000, largest: 80_000 });
    expect(all.last[0]?.caseReference).toBe('C-77');
    const sameTier = await told<PrecedentsView>(atMaya, { ...query, sameTier: true });
    expect(sameTier).toMatchObject({ count: 2, median: 20_000 });
  });

  test('COMP-12 Noor reads what it cost by cause, kind, tier and month, and goes to the cases behind', async () => {
    const cause = { causeId: asId<'cause'>('carrier'), whys: [], note: '' };
    const rig = await openCentre(hose({ cause }));
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    await atMaya.do(give(20_000));
    await atMaya.do(give(30_000, { kind: 'voucher' }));
    await atMaya.do(give(40, { kind: 'points' }));
    await atMaya.do({
      do: 'compensation.cancel',
      compensationId: await made(atMaya, give(1_000)),
      why: 'came after all',
    });
    const period = { from: '2026-10-01', until: '2026-11-30' };
    const report = await told<CostReport>(atNoor, { ask: 'compensation.report', ...period });
    expect(report).toEqual({
      total: { count: 3, money: 50_000, points: 40 },
      cause: [{ key: 'carrier', count: 3, money: 50_000, points: 40 }],
      kind: [
        { key: 'voucher', count: 1, money: 30_000, points: 0 },
        { key: 'credit', count: 1, money: 20_000, points: 0 },
        { key: 'points', count: 1, money: 0, points: 40 },
      ],
      tier: [{ key: 'standard', count: 3, money: 50_000, points: 40 }],
      month: [
        { key: '2026-10', count: 0, money: 0, points: 0 },
        { key: '2026-11', count: 3, money: 50_000, points: 40 },
      ],
      budgets: [],
    });
    const behind = {
      ask: 'compensation.behind',
      ...period,
      heading: 'kind',
      key: 'voucher',
      before: null,
    } as const;
    expect(await told(atNoor, behind)).toMatchObject({
      rows: [{ caseReference: 'C-hose', amount: 30_000, byName: 'Maya' }],
      next: null,
    });
    const backwards = { from: '2026-11-30', until: '2026-10-01' };
    expect(await atNoor.ask({ ask: 'compensation.report', ...backwards })).toMatchObject(
      refusal('badMessage'),
    );
  });

  test('COMP-14 Noor reads what is spent of each budget in its own month, quarter or year', async () => {
    const cause = { causeId: asId<'cause'>('carrier'), whys: [], note: '' };
    const budget = (name: string, every: BudgetPeriod, of: Partial<Budget>): Budget => ({
      ...{ budget: name, name: { en: name, 'zh-Hant': name, 'zh-Hans': name }, every },
      ...{ causeId: null, amount: 100_000 },
      ...of,
    });
    const budgets = [
      budget('everything', 'month', { amount: 1_000_000 }),
      budget('partners', 'quarter', { causeId: asId('partner') }),
      budget('product', 'year', { causeId: asId('product') }),
    ];
    const rig = await openCentre(hose({ cause }), { budgets });
    const [atMaya, atNoor] = [await rig.enter(maya), await rig.enter(noor)];
    await atMaya.do(give(50_000));
    await atMaya.do(give(30_000, { kind: 'voucher' }));
    await atMaya.do(give(40, { kind: 'points' }));
    const report = (until: string) =>
      told<CostReport>(atNoor, { ask: 'compensation.report', from: '2026-11-01', until });
    expect((await report('2026-11-30')).budgets).toMatchObject([
      { budget: 'everything', from: '2026-11-01', until: '2026-11-30', spent: 80_000, standing: 'within' },
      {
        budget: 'partners',
        from: '2026-10-01',
        until: '2026-12-31',
        spent: 80_000,
        standing: 'nearlyUsedUp',
      },
      { budget: 'product', from: '2026-01-01', until: '2026-12-31', spent: 0, standing: 'within' },
    ]);
    expect((await report('2027-01-02')).budgets.map(({ spent }) => spent)).toEqual([0, 0, 0]);
  });

  test('COMP-1 a kind that no rule allows Maya is for those above her', async () => {
    const rig = await openCentre();
    const atMaya = await rig.enter(maya);
    const refund = { ask: 'compensation.preview', caseId, kind: 'refund' } as const;
    expect(await told<AuthorityView>(atMaya, refund)).toMatchObject({
      rule: null,
      room: 0,
      above: [{ grade: 'supervisor' }, { grade: 'manager' }],
    });
    expect(await atMaya.try(give(1, { kind: 'refund' }))).toMatchObject(refusal('aboveAuthority'));
  });
});
