import type { PreventionId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import type {
  CasePreventionView,
  EffectView,
  MeasureView,
  PreventionFigures,
} from '@ringside/shared/protocol/prevention';
import { casesBehind, everyCase } from '@ringside/shared/protocol/prevention';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../domain/case/case.ts';
import type { Change } from '../../ports/store.ts';
import { li, maya, noor, okafor } from '../../testing/cast.ts';
import { aCall, aCase } from '../../testing/records.ts';
import type { Rig, SeatedAgent } from '../../testing/rig.ts';
import { openRig } from '../../testing/rig.ts';

const c1 = asId<'case'>('c1');
const defect = asId<'cause'>('defect');

async function investigated(changed: Partial<Case> = {}) {
  const rig = await openRig();
  const one = aCase('c1', {
    customerId: okafor.customerId,
    ownerId: maya.agentId,
    category: 'delivery',
    stage: 'investigated',
    openedAt: rig.clock.now(),
    acknowledgedAt: rig.clock.now(),
    callIds: [],
    ...changed,
  });
  await rig.store.commit([{ put: 'case', case: one }]);
  return { rig, atMaya: await rig.enter(maya) };
}

const asked = async <Value>(agent: SeatedAgent, query: Parameters<SeatedAgent['ask']>[0]): Promise<Value> => {
  const answer = await agent.ask(query);
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value as Value;
};
const ofCase = (agent: SeatedAgent) =>
  asked<CasePreventionView>(agent, { ask: 'prevention.ofCase', caseId: c1 });

const named = {
  do: 'prevention.cause' as const,
  caseId: c1,
  version: 1,
  causeId: defect,
  whys: ['The hose leaks', 'The seal is too thin'],
  note: '',
};

describe('why it happened', () => {
  test('PREV-1 Maya names the cause with two whys; it stands in the case’s history', async () => {
    const { rig, atMaya } = await investigated();
    await atMaya.do(named);
    expect((await rig.store.case(c1))?.cause).toEqual({ causeId: defect, whys: named.whys, note: '' });
    expect((await rig.store.caseEntries(c1)).at(-1)).toMatchObject({
      what: 'causeNamed',
      who: maya.agentId,
      changes: [{ field: 'cause', from: null }],
    });
    expect(await atMaya.try(named)).toMatchObject({ ok: true });
    expect(await atMaya.try({ ...named, whys: ['Another'] })).toMatchObject({
      ok: false,
      refusal: { problem: 'changedMeanwhile' },
    });
  });

  test('PREV-1 a cause that does not exist, and a case of somebody else, are refused', async () => {
    const { rig, atMaya } = await investigated({ familyId: asId('sales') });
    expect(await atMaya.try({ ...named, causeId: asId('moon') })).toMatchObject({
      ok: false,
      refusal: { problem: 'unknownCause' },
    });
    const atLi = await rig.enter(li);
    expect(await atLi.try(named)).toMatchObject({ ok: false, refusal: { problem: 'notAllowed' } });
  });

  test('PREV-2 whether something must be done is a decision of its own', async () => {
    const { rig, atMaya } = await investigated();
    expect((await ofCase(atMaya)).preventionNeeded).toBeNull();
    await atMaya.do({ do: 'prevention.decide', caseId: c1, version: 1, needed: false });
    expect(await rig.store.case(c1)).toMatchObject({ preventionNeeded: false, version: 2 });
  });
});

/** Noor makes a measure that Li is to carry out in ten days. */
async function measured() {
  const scene = await investigated({ cause: { causeId: defect, whys: [], note: '' } });
  const atNoor = await scene.rig.enter(noor);
  const { preventionId } = (await atNoor.do({
    do: 'prevention.open',
    causeId: defect,
    caseId: c1,
    what: 'Another supplier of hoses',
    ownerId: li.agentId,
    dueAt: scene.rig.clock.now() + days(10),
  })) as { preventionId: PreventionId };
  return { ...scene, atNoor, preventionId };
}
const measureNow = async (rig: Rig, preventionId: PreventionId) => {
  const measure = await rig.store.prevention(preventionId);
  if (measure === null) throw new Error('The measure is gone');
  return measure;
};

describe('what is done against it', () => {
  test('PREV-3 a measure has an owner, a day, and a task that reminds of it', async () => {
    const { rig, preventionId, atMaya } = await measured();
    const { taskId, dueAt } = await measureNow(rig, preventionId);
    expect(await rig.store.task(taskId ?? asId(''))).toMatchObject({
      ownerId: li.agentId,
      dueAt,
      remindAt: dueAt - days(1),
      caseId: c1,
      state: 'open',
    });
    const { measures, preventionNeeded } = await ofCase(atMaya);
    expect(preventionNeeded).toBe(true);
    expect(measures).toMatchObject([{ ownerName: 'Li', state: 'open', acts: [] }]);
  });

  test('PREV-3 a later day moves its task; who neither made nor owns it is refused', async () => {
    const { rig, atNoor, atMaya, preventionId } = await measured();
    const dueAt = rig.clock.now() + days(20);
    const change = {
      ...{ preventionId, version: 1, what: 'Another supplier', dueAt, ownerId: li.agentId },
      do: 'prevention.change' as const,
    };
    expect(await atMaya.try(change)).toMatchObject({ ok: false, refusal: { problem: 'notAllowed' } });
    await atNoor.do(change);
    const { taskId } = await measureNow(rig, preventionId);
    expect(await rig.store.task(taskId ?? asId(''))).toMatchObject({ dueAt, state: 'open' });
  });

  test('PREV-4 Li has done it: Noor is to look at it in 90 days', async () => {
    const { rig, preventionId } = await measured();
    const { taskId } = await measureNow(rig, preventionId);
    const atLi = await rig.enter(li);
    await atLi.do({ do: 'prevention.done', preventionId, version: 1, note: 'Switched', verifyAfterDays: 90 });
    const done = await measureNow(rig, preventionId);
    expect(done).toMatchObject({ doneAt: rig.clock.now(), verifyAt: rig.clock.now() + days(90) });
    expect(await rig.store.task(taskId ?? asId(''))).toMatchObject({ state: 'done' });
    expect(await rig.store.task(done.taskId ?? asId(''))).toMatchObject({
      ownerId: noor.agentId,
      dueAt: done.verifyAt,
      state: 'open',
    });
  });

  test('PREV-5, PREV-7 the verdict is a person’s, and keeps the numbers they saw', async () => {
    const { rig, atNoor, preventionId } = await measured();
    const atLi = await rig.enter(li);
    await atNoor.do({ do: 'prevention.done', preventionId, version: 1, note: '', verifyAfterDays: 90 });
    const done = await measureNow(rig, preventionId);
    const doneAt = rig.clock.now() - days(40);
    await rig.store.commit([
      { put: 'prevention', prevention: { ...done, doneAt, version: 3 } },
      ...defectsBefore(doneAt, 20),
      ...contactsAround(doneAt),
    ]);
    const effect = await asked<EffectView>(atNoor, { ask: 'prevention.effect', preventionId });
    expect(effect).toMatchObject({
      before: { cases: 20, contacts: 4 },
      after: { cases: 0, contacts: 4 },
      ratio: 0,
      low: 0,
      says: 'fewer',
    });
    expect(await atLi.try({ ...verdict, preventionId })).toMatchObject({ ok: false });
    await atNoor.do({ ...verdict, preventionId });
    expect(await measureNow(rig, preventionId)).toMatchObject({ verdict: 'effective', effect });
    const mine = await asked<MeasureView[]>(atNoor, { ask: 'prevention.list', which: 'all' });
    expect(mine).toMatchObject([{ state: 'effective', acts: [] }]);
  });

  test('PREV-6 on the day after it was done it is too early to say', async () => {
    const { rig, atNoor, preventionId } = await measured();
    await atNoor.do({ do: 'prevention.done', preventionId, version: 1, note: '', verifyAfterDays: 90 });
    await rig.advance(hours(6));
    const effect = await asked<EffectView>(atNoor, { ask: 'prevention.effect', preventionId });
    expect(effect.says).toBe('tooEarly');
  });
});

const verdict = { do: 'prevention.verify', version: 3, verdict: 'effective', note: 'Gone' } as const;
const defectsBefore = (doneAt: number, count: number): Change[] =>
  Array.from({ length: count }, (_, nth) => ({
    put: 'case',
    case: aCase(`old${nth}`, {
      openedAt: doneAt - days(1) - nth,
      cause: { causeId: defect, whys: [], note: '' },
      closedAt: doneAt,
    }),
  }));
const contactsAround = (doneAt: number): Change[] =>
  [-4, -3, -2, -1, 1, 2, 3, 4].map((day) => ({
    put: 'call',
    call: aCall(`k${day}`, { answeredAt: doneAt + days(day) }),
  }));

describe('the figures', () => {
  test('PREV-11 a case is read once, however many causes something was done about', async () => {
    const { rig, atNoor, preventionId } = await measured();
    await atNoor.do({ do: 'prevention.done', preventionId, version: 1, note: '', verifyAfterDays: 90 });
    const { caseCells } = rig.store;
    let read = 0;
    rig.store.caseCells = (filter, from, until) => {
      read += until - from;
      return caseCells(filter, from, until);
    };
    const period = { from: rig.clock.now() - days(60), until: rig.clock.now() + days(60) };
    const figures = await asked<PreventionFigures>(atNoor, {
      ask: 'prevention.figures',
      ...period,
      filter: everyCase,
    });
    expect(figures.recurrence).toMatchObject([{ causeId: defect }]);
    expect(read).toBe(period.until - period.from);
  });

  test('PREV-8, PREV-9, PREV-10 Noor reads what happens most, what came back, and the cases themselves', async () => {
    const { rig, atNoor, preventionId } = await measured();
    await atNoor.do({ do: 'prevention.done', preventionId, version: 1, note: '', verifyAfterDays: 90 });
    const doneAt = rig.clock.now();
    await rig.store.commit([...defectsBefore(doneAt, 3), ...contactsAround(doneAt)]);
    const again = aCase('again', {
      openedAt: doneAt + hours(1),
      cause: { causeId: defect, whys: [], note: '' },
    });
    await rig.store.commit([{ put: 'case', case: again }]);
    const period = { from: doneAt - days(30), until: doneAt + days(2) };
    const figures = await asked<PreventionFigures>(atNoor, {
      ask: 'prevention.figures',
      ...period,
      filter: everyCase,
    });
    expect(figures).toMatchObject({
      total: { cases: 5 },
      contacts: 5,
      causesByCount: [{ key: 'defect', share: 1, shareSoFar: 1 }],
      recurrence: [{ causeId: defect, fixedAt: doneAt, cases: 2 }],
    });
    const late = { from: doneAt + hours(1), until: period.until, filter: everyCase };
    expect(await asked<PreventionFigures>(atNoor, { ask: 'prevention.figures', ...late })).toMatchObject({
      recurrence: [{ fixedAt: doneAt, since: late.from, cases: 1 }],
    });
    const behind = casesBehind.parse(
      await asked(atNoor, {
        ...{ ask: 'prevention.cases', ...period, after: null },
        filter: { ...everyCase, causes: [defect] },
      }),
    );
    expect(behind.cases.map(({ reference }) => reference).slice(0, 2)).toEqual(['C-again', 'C-c1']);
    expect(behind.cases).toHaveLength(figures.total.cases);
  });

  test('PREV-12 an agent is not told everybody’s figures', async () => {
    const { rig, atMaya } = await investigated();
    const figures = {
      ask: 'prevention.figures',
      from: 0,
      until: rig.clock.now(),
      filter: everyCase,
    } as const;
    expect(await atMaya.ask(figures)).toMatchObject({ ok: false, refusal: { problem: 'notAllowed' } });
  });
});
