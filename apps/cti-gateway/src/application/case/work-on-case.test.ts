import type { CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type { Command } from '@ringside/shared/protocol/up';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../domain/case/case.ts';
import { centre, chen, li, maya, noor, okafor } from '../../testing/cast.ts';
import { aCase, aPromise, aTask } from '../../testing/records.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig } from '../../testing/rig.ts';

const c1 = asId<'case'>('c1');
const refusedAs = (problem: string, more: object = {}) => ({
  ok: false,
  refusal: expect.objectContaining({ problem, ...more }),
});

/** when the rig's clock stands at the beginning */
const start = Date.UTC(2026, 10, 21, 2);

/** Maya's complaint of Mr Okafor, as a test needs it. */
async function given(changed: Partial<Case> = {}) {
  const rig = await openRig();
  const one = aCase('c1', {
    customerId: okafor.customerId,
    ownerId: maya.agentId,
    category: 'delivery',
    openedAt: rig.clock.now(),
    acknowledgedAt: rig.clock.now(),
    callIds: [],
    ...changed,
  });
  await rig.store.commit([{ put: 'case', case: one }]);
  return { rig, atMaya: await rig.enter(maya) };
}

const versionOf = async (rig: Rig, caseId: CaseId = c1): Promise<number> =>
  (await rig.store.case(caseId))?.version ?? 0;

async function fileAt(agent: SeatedAgent, caseId: CaseId = c1): Promise<CaseFile> {
  const answer = await agent.ask({ ask: 'case.file', caseId });
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as CaseFile;
}

type Asked = Extract<Command, { readonly do: `case.${string}`; readonly version: number }>;
type WithoutSeen<Each> = Each extends unknown ? Omit<Each, 'caseId' | 'version'> : never;

/** Does it on the version that stands now. */
const now = async (rig: Rig, command: WithoutSeen<Asked>): Promise<Command> => ({
  ...command,
  caseId: c1,
  version: await versionOf(rig),
});

/** Its history without what clocks add to it. */
const whatHappened = async (rig: Rig) =>
  (await rig.store.caseEntries(c1)).map(({ what }) => what).filter((what) => !what.startsWith('clock'));

describe('moving a case', () => {
  test('STAGE-3 goes on when everything holds, and its history says from where to where', async () => {
    const { rig, atMaya } = await given();
    await atMaya.do(await now(rig, { do: 'case.tick', item: 'listened', done: true }));
    await atMaya.do(await now(rig, { do: 'case.move', to: 'acknowledged', note: 'told in the call' }));
    expect(await rig.store.case(c1)).toMatchObject({ stage: 'acknowledged', stageSince: rig.clock.now() });
    expect((await rig.store.caseEntries(c1)).at(-1)).toMatchObject({
      who: maya.agentId,
      what: 'moved',
      text: 'told in the call',
      changes: [{ field: 'stage', from: 'received', to: 'acknowledged' }],
    });
    expect(atMaya.screen.of('caseTouched').at(-1)).toMatchObject({ caseId: c1, version: 3 });
  });

  test('STAGE-3 is refused with the first condition that does not hold, and the file names them all', async () => {
    const { rig, atMaya } = await given({ stage: 'proposed', ownerId: maya.agentId });
    expect(await atMaya.try(await now(rig, { do: 'case.move', to: 'communicated', note: '' }))).toEqual(
      refusedAs('conditionsMissing', { field: 'answerWritten' }),
    );
    const { standing } = await fileAt(atMaya);
    expect(standing.moves).toEqual([
      { to: 'communicated', missing: ['answerWritten', 'answerTold'] },
      { to: 'investigated', missing: ['answerWritten'] },
    ]);
  });

  test('STAGE-3 goes nowhere but along an arrow', async () => {
    const { rig, atMaya } = await given();
    for (const to of ['closed', 'nowhere', 'received'])
      expect(await atMaya.try(await now(rig, { do: 'case.move', to, note: '' }))).toEqual(
        refusedAs('notPossibleNow'),
      );
  });

  test('STAGE-3 looks conditions up in tasks, promises and compensations', async () => {
    const { rig, atMaya } = await given({ stage: 'checked', satisfaction: 'satisfied' });
    await rig.store.commit([
      { put: 'task', task: aTask('t1', { caseId: c1, ownerId: maya.agentId }) },
      { put: 'promise', promise: aPromise('p1', { caseId: c1 }) },
    ]);
    expect(await atMaya.try(await now(rig, { do: 'case.move', to: 'closed', note: '' }))).toEqual(
      refusedAs('conditionsMissing', { field: 'tasksFinished' }),
    );
    expect((await fileAt(atMaya)).standing.facts).toMatchObject({
      tasksFinished: false,
      promisesKept: false,
      compensationSettled: true,
    });
  });

  test('STAGE-8 coming into a closed stage closes it, and only the first time counts', async () => {
    const { rig, atMaya } = await given({ stage: 'checked', satisfaction: 'satisfied' });
    const closedAt = rig.clock.now();
    await atMaya.do(await now(rig, { do: 'case.move', to: 'closed', note: '' }));
    await rig.store.commit([
      {
        put: 'case',
        case: { ...((await rig.store.case(c1)) as Case), preventionNeeded: false, version: 3 },
      },
    ]);
    await rig.advance(hours(1));
    await atMaya.do(await now(rig, { do: 'case.move', to: 'learned', note: '' }));
    expect(await rig.store.case(c1)).toMatchObject({ stage: 'learned', closedAt });
  });

  test('STAGE-5 out of a stage that is no longer in the workflow it goes on from the start', async () => {
    const { rig, atMaya } = await given({ stage: 'pondered' });
    expect((await fileAt(atMaya)).standing).toMatchObject({
      phase: null,
      moves: [{ to: 'received', missing: [] }, { to: 'assessed' }],
    });
    await atMaya.do(await now(rig, { do: 'case.move', to: 'received', note: '' }));
    expect(await rig.store.case(c1)).toMatchObject({ stage: 'received' });
  });

  test('STAGE-6 above Maya it is Noor’s, and Maya can’t take it back', async () => {
    const { rig, atMaya } = await given({ stage: 'investigated' });
    await atMaya.do(await now(rig, { do: 'case.escalate', why: 'The third time, and he names a lawyer.' }));
    expect(await rig.store.case(c1)).toMatchObject({ stage: 'escalated', ownerId: maya.agentId });
    const back = await now(rig, { do: 'case.move', to: 'investigated', note: '' });
    expect(await atMaya.try(back)).toEqual(refusedAs('notAllowed'));
    expect(await fileAt(atMaya)).toMatchObject({ standing: { isYours: false, owner: 'supervisor' } });
    const atNoor = await rig.enter(noor);
    await atNoor.do(back);
    expect(await rig.store.case(c1)).toMatchObject({ stage: 'investigated' });
  });

  test('STAGE-7 Li reopens Maya’s closed case when the customer calls again, and the answer must be told anew', async () => {
    const { rig } = await given({
      stage: 'closed',
      closedAt: start - days(10),
      answer: { proposal: 'A new hose', toldAt: 90, customer: 'accepted' },
      satisfaction: 'satisfied',
      checked: ['received/listened'],
    });
    const atLi = await rig.enter(li);
    await atLi.do(await now(rig, { do: 'case.reopen', why: 'It leaks again.' }));
    expect(await rig.store.case(c1)).toMatchObject({
      stage: 'investigated',
      ownerId: maya.agentId,
      closedAt: null,
      timesReopened: 1,
      answer: { proposal: 'A new hose', toldAt: null, customer: null },
      satisfaction: null,
      checked: [],
    });
  });

  test('STAGE-7 after the period nobody reopens it', async () => {
    const closedAt = start - days(90);
    const { rig, atMaya } = await given({ stage: 'closed', closedAt });
    expect((await fileAt(atMaya)).reopenUntil).toBe(start);
    await rig.advance(1);
    expect(await atMaya.try(await now(rig, { do: 'case.reopen', why: 'It leaks again.' }))).toEqual(
      refusedAs('reopeningIsOver'),
    );
  });

  test('STAGE-7 an open case is not reopened', async () => {
    const { rig, atMaya } = await given();
    expect(await atMaya.try(await now(rig, { do: 'case.reopen', why: 'It leaks again.' }))).toEqual(
      refusedAs('notPossibleNow'),
    );
  });

  test('STAGE-9 under another type it stands where that has such a stage, and begins anew otherwise', async () => {
    const { rig, atMaya } = await given({ stage: 'disputed' });
    await atMaya.do(await now(rig, { do: 'case.change', changes: { type: 'billing' } }));
    expect(await rig.store.case(c1)).toMatchObject({ type: 'billing', stage: 'disputed' });
    await atMaya.do(await now(rig, { do: 'case.change', changes: { type: 'repair' } }));
    expect(await rig.store.case(c1)).toMatchObject({ type: 'repair', stage: 'received' });
  });
});

describe('two people with one case', () => {
  test('CASE-8 the second of two edits learns who was first, and loses nothing', async () => {
    const { rig, atMaya } = await given();
    const atNoor = await rig.enter(noor);
    const version = await versionOf(rig);
    await atNoor.do({ do: 'case.change', caseId: c1, version, changes: { title: 'Hose missing, twice' } });
    const mine = {
      do: 'case.change',
      caseId: c1,
      version,
      changes: { explanation: 'Packed wrongly' },
    } as const;
    expect(await atMaya.try(mine)).toEqual(refusedAs('changedMeanwhile', { by: 'Noor' }));
    const { entries, version: seen } = await fileAt(atMaya);
    expect(entries.at(-1)).toMatchObject({
      who: 'Noor',
      what: 'changed',
      changes: [{ field: 'title', from: '冷氣漏水', to: 'Hose missing, twice' }],
    });
    await atMaya.do({ ...mine, version: seen });
    expect(await rig.store.case(c1)).toMatchObject({
      title: 'Hose missing, twice',
      explanation: 'Packed wrongly',
    });
  });

  test('CASE-8 of two that come at the same moment one is done and the other is told', async () => {
    const { rig, atMaya } = await given();
    const atNoor = await rig.enter(noor);
    const version = await versionOf(rig);
    const [one, other] = await Promise.all([
      atMaya.try({ do: 'case.change', caseId: c1, version, changes: { title: 'Maya’s' } }),
      atNoor.try({ do: 'case.change', caseId: c1, version, changes: { title: 'Noor’s' } }),
    ]);
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
    expect(await versionOf(rig)).toBe(version + 1);
    expect(await whatHappened(rig)).toEqual(['changed']);
  });

  test('CASE-8 a command that is repeated after a restart is done once', async () => {
    const { rig, atMaya } = await given();
    const command = await now(rig, {
      do: 'case.assess',
      severity: 'serious',
      impact: 'many',
      urgency: 'high',
      legal: true,
    });
    expect(await atMaya.desk.command('the-same', command)).toEqual({ ok: true, value: null });
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token });
    expect(await again.desk.command('the-same', command)).toEqual({ ok: true, value: null });
    expect(await whatHappened(rig)).toEqual(['assessed']);
    expect(await again.desk.command('another', command)).toEqual(
      refusedAs('changedMeanwhile', { by: 'Maya' }),
    );
  });

  test('CASE-8 what changes nothing is written nowhere', async () => {
    const { rig, atMaya } = await given();
    await atMaya.do(await now(rig, { do: 'case.change', changes: { title: '冷氣漏水' } }));
    expect(await whatHappened(rig)).toEqual([]);
    expect(await versionOf(rig)).toBe(1);
  });

  test('CASE-14 each sees who else has it open, until they go elsewhere or their desk goes', async () => {
    const { rig, atMaya } = await given();
    const atNoor = await rig.enter(noor);
    const names = (agent: SeatedAgent) =>
      agent.screen
        .of('caseLookers')
        .at(-1)
        ?.lookers.map(({ name }) => name);
    await atMaya.do({ do: 'case.look', caseId: c1 });
    expect(names(atMaya)).toEqual(['Maya']);
    await rig.advance(1_000);
    expect(await atNoor.do({ do: 'case.look', caseId: c1 })).toMatchObject([
      { name: 'Maya' },
      { name: 'Noor' },
    ]);
    expect(names(atMaya)).toEqual(['Maya', 'Noor']);
    expect((await fileAt(atNoor)).lookers.map(({ name }) => name)).toEqual(['Maya', 'Noor']);
    atNoor.desk.close();
    expect(names(atMaya)).toEqual(['Maya']);
    await atMaya.do({ do: 'case.look', caseId: null });
    expect((await fileAt(atMaya)).lookers).toEqual([]);
  });
});

describe('who may', () => {
  test('CASE-9 Li notes what the customer says about Maya’s case and changes nothing of it', async () => {
    const { rig, atMaya } = await given();
    const atLi = await rig.enter(li);
    expect(await atLi.try(await now(rig, { do: 'case.change', changes: { title: 'mine' } }))).toEqual(
      refusedAs('notAllowed'),
    );
    expect(await atLi.try(await now(rig, { do: 'case.move', to: 'acknowledged', note: '' }))).toEqual(
      refusedAs('notAllowed'),
    );
    await atLi.do({ do: 'case.note', caseId: c1, kind: 'internal', text: 'He called again.' });
    expect((await fileAt(atMaya)).entries.at(-1)).toMatchObject({
      who: 'Li',
      what: 'noted',
      note: 'internal',
      text: 'He called again.',
    });
    expect((await fileAt(atLi)).may).not.toContain('edit');
    expect((await fileAt(atLi)).may).toContain('note');
  });

  test('CASE-9 what the stage does not allow nobody does, whoever they are', async () => {
    const { rig } = await given({ stage: 'closed', closedAt: 100 });
    const atNoor = await rig.enter(noor);
    expect(await atNoor.try(await now(rig, { do: 'case.change', changes: { title: 'x' } }))).toEqual(
      refusedAs('notPossibleNow'),
    );
    expect((await fileAt(atNoor)).may).toEqual(['note', 'task', 'letter', 'attach', 'cause', 'reopen']);
  });

  test('CASE-9 a team works on its cases together', async () => {
    const { rig, atMaya } = await given({ ownerId: li.agentId, familyId: asId('repairs') });
    const change = await now(rig, { do: 'case.change', changes: { title: 'Hose' } });
    expect(await atMaya.try(change)).toEqual(refusedAs('notAllowed'));
    const ofRepairs = { ...maya, familyId: asId<'jobFamily'>('repairs') };
    await rig.store.commit([{ put: 'agent', agent: ofRepairs, passwordHash: 'hash of maya' }]);
    await rig.restart([]);
    const colleague = await rig.visit(maya.agentId, { token: atMaya.token });
    await colleague.do(change);
    expect(await rig.store.case(c1)).toMatchObject({ title: 'Hose' });
  });

  test('CASE-10 Maya hands it to Li with what Li needs to know, and Li is told', async () => {
    const { rig, atMaya } = await given();
    const atLi = await rig.enter(li);
    const context = 'He wants the hose, not money. Call after six.';
    await atMaya.do(
      await now(rig, { do: 'case.handOver', owner: { to: 'agent', agentId: li.agentId }, context }),
    );
    expect(await rig.store.case(c1)).toMatchObject({ ownerId: li.agentId });
    expect(atLi.screen.of('caseGiven')).toMatchObject([{ case: { caseId: c1 }, by: 'Maya', why: context }]);
    expect((await fileAt(atLi)).entries.at(-1)).toMatchObject({ what: 'handedOver', text: context });
    expect(await atMaya.try(await now(rig, { do: 'case.take' }))).toEqual(refusedAs('notAllowed'));
  });

  test('CASE-10 what is nobody’s is whoever’s who takes it', async () => {
    const { rig } = await given({ ownerId: null });
    const atLi = await rig.enter(li);
    await atLi.do(await now(rig, { do: 'case.take' }));
    expect(await rig.store.case(c1)).toMatchObject({ ownerId: li.agentId });
    expect(await whatHappened(rig)).toEqual(['taken']);
  });

  test('CASE-10 it goes to nobody who isn’t there, and people are listed by how much they have', async () => {
    const { rig, atMaya } = await given();
    expect(
      await atMaya.try(
        await now(rig, { do: 'case.assign', owner: { to: 'agent', agentId: asId('ghost') }, note: '' }),
      ),
    ).toEqual(refusedAs('unknownAgent'));
    expect(
      await atMaya.try(
        await now(rig, { do: 'case.assign', owner: { to: 'family', familyId: asId('ghosts') }, note: '' }),
      ),
    ).toEqual(refusedAs('unknownFamily'));
    expect(await atMaya.ask({ ask: 'case.people' })).toMatchObject({
      ok: true,
      value: [
        { name: 'Li', openCases: 0, isHere: false },
        { name: 'Noor', openCases: 0 },
        { name: 'Maya', openCases: 1, isHere: true },
      ],
    });
  });
});

describe('the answer to a customer', () => {
  test('CASE-12 is written, told, and accepted; a changed one has to be told anew', async () => {
    const { rig, atMaya } = await given({ stage: 'proposed' });
    const told = { do: 'case.told', note: 'by telephone' } as const;
    expect(await atMaya.try(await now(rig, told))).toEqual(
      refusedAs('conditionsMissing', { field: 'answerWritten' }),
    );
    await atMaya.do(await now(rig, { do: 'case.change', changes: { proposal: 'A hose today' } }));
    expect(await atMaya.try(await now(rig, { do: 'case.answer', customer: 'accepted', note: '' }))).toEqual(
      refusedAs('conditionsMissing', { field: 'answerTold' }),
    );
    await atMaya.do(await now(rig, told));
    await atMaya.do(await now(rig, { do: 'case.answer', customer: 'disputed', note: 'He wants two.' }));
    expect((await rig.store.case(c1))?.answer).toEqual({
      proposal: 'A hose today',
      toldAt: rig.clock.now(),
      customer: 'disputed',
    });
    await atMaya.do(await now(rig, { do: 'case.change', changes: { proposal: 'Two hoses today' } }));
    expect((await rig.store.case(c1))?.answer).toEqual({
      proposal: 'Two hoses today',
      toldAt: null,
      customer: null,
    });
    expect(await whatHappened(rig)).toEqual(['changed', 'answerTold', 'customerDisputed', 'changed']);
  });

  test('STAGE-4 a tick says who set it, and can be taken back', async () => {
    const { rig, atMaya } = await given();
    await atMaya.do(await now(rig, { do: 'case.tick', item: 'listened', done: true }));
    expect((await fileAt(atMaya)).standing.checklist).toMatchObject([{ item: 'listened', done: true }]);
    await atMaya.do(await now(rig, { do: 'case.tick', item: 'listened', done: false }));
    expect(await whatHappened(rig)).toEqual(['ticked', 'unticked']);
    expect(await atMaya.try(await now(rig, { do: 'case.tick', item: 'no such', done: true }))).toEqual(
      refusedAs('notPossibleNow'),
    );
  });
});

describe('a case whose category is about safety', () => {
  const named = { en: 'Smoke', 'zh-Hant': '冒煙', 'zh-Hans': '冒烟' };
  const smoke = { category: 'smoke', parent: null, name: named, sayFirst: null, safety: true };

  test.each([
    ['stays below it as Maya wrote it: its history says so', undefined, ['changed', 'belowSafety']],
    ['is raised with it: there is nothing to say', 'safety', ['changed']],
  ] as const)('CASE-29 %s', async (_, severity, happened) => {
    const rig = await openRig({ centre: { categories: [smoke, ...centre.categories] } });
    const one = aCase('c1', { ownerId: maya.agentId, category: 'delivery', severity: 'minor' });
    await rig.store.commit([{ put: 'case', case: one }]);
    const atMaya = await rig.enter(maya);
    const changes = { category: 'smoke', ...(severity === undefined ? {} : { severity }) };
    await atMaya.do(await now(rig, { do: 'case.change', changes }));
    expect(await whatHappened(rig)).toEqual(happened);
    await atMaya.do(await now(rig, { do: 'case.change', changes: { title: 'Smoke from the socket' } }));
    expect((await whatHappened(rig)).filter((what) => what === 'belowSafety')).toHaveLength(
      severity === undefined ? 1 : 0,
    );
  });
});

describe('a case that comes to stand above its handler', () => {
  const escalate = (rig: Rig) => now(rig, { do: 'case.escalate', why: 'He asks for somebody above me' });
  const escalations = (agent: SeatedAgent) =>
    agent.screen
      .of('message')
      .filter(({ message }) => message.escalated !== null)
      .map(({ message }) => message);

  test('STAGE-10 Noor is told on her desk, with the reason, and nobody else is', async () => {
    const { rig, atMaya } = await given({ stage: 'investigated' });
    const [atNoor, atLi] = [await rig.enter(noor), await rig.enter(li)];
    const escalation = await escalate(rig);
    await atMaya.do(escalation);
    expect(escalations(atNoor)).toMatchObject([
      {
        text: 'He asks for somebody above me',
        fromName: 'Maya',
        priority: 'high',
        escalated: { caseId: c1, reference: expect.any(String) },
      },
    ]);
    expect(escalations(atLi)).toEqual([]);
  });

  test('STAGE-10 an arrow that leads above her handler tells Noor as well', async () => {
    const { rig, atMaya } = await given({ stage: 'investigated' });
    const atNoor = await rig.enter(noor);
    await atMaya.do(await now(rig, { do: 'case.move', to: 'escalated', note: 'see the photos' }));
    expect(escalations(atNoor)).toMatchObject([{ text: 'see the photos' }]);
    await atNoor.do(await now(rig, { do: 'case.move', to: 'investigated', note: '' }));
    expect(escalations(atNoor)).toHaveLength(1);
  });

  test('STAGE-10 Noor, who was away while the gateway was killed, finds it once; the same command tells no second time', async () => {
    const { rig, atMaya } = await given({ stage: 'investigated' });
    const escalation = await escalate(rig);
    await atMaya.desk.command('k-1', escalation);
    await rig.crash();
    const again = await rig.enter(maya);
    await again.desk.command('k-1', escalation);
    const atNoor = await rig.enter(noor);
    expect(atNoor.screen.snapshots.at(-1)?.messages).toMatchObject([
      { escalated: { caseId: c1 }, readAt: null },
    ]);
  });
});

describe('a duplicate', () => {
  test('CASE-13 is closed and says of which; its task, promise and calls go over', async () => {
    const { rig, atMaya } = await given({ callIds: [asId('call-2')] });
    await rig.store.commit([
      {
        put: 'case',
        case: aCase('first', {
          customerId: okafor.customerId,
          callIds: [asId('call-1')],
          ownerId: li.agentId,
        }),
      },
      { put: 'task', task: aTask('t1', { caseId: c1 }) },
      { put: 'promise', promise: aPromise('p1', { caseId: c1 }) },
    ]);
    await atMaya.do(await now(rig, { do: 'case.merge', into: asId('first') }));
    expect(await rig.store.case(c1)).toMatchObject({ stage: 'closed', duplicateOf: 'first' });
    expect((await rig.store.case(asId('first')))?.callIds).toEqual(['call-1', 'call-2']);
    expect(await rig.store.task(asId('t1'))).toMatchObject({ caseId: 'first' });
    expect(await rig.store.promise(asId('p1'))).toMatchObject({ caseId: 'first' });
    expect((await fileAt(atMaya)).duplicateOf).toEqual({ caseId: 'first', reference: 'C-first' });
    expect((await rig.store.caseEntries(asId('first'))).map(({ what }) => what)).toEqual(['merged']);
  });

  test('CASE-13 of itself, of another customer’s or of a duplicate it is not', async () => {
    const { rig, atMaya } = await given();
    await rig.store.commit([
      { put: 'case', case: aCase('chens', { customerId: chen.customerId }) },
      { put: 'case', case: aCase('double', { customerId: okafor.customerId, duplicateOf: asId('x') }) },
    ]);
    for (const into of [c1, asId<'case'>('chens'), asId<'case'>('double')])
      expect(await atMaya.try(await now(rig, { do: 'case.merge', into }))).toEqual(
        refusedAs('notPossibleNow'),
      );
  });
});
