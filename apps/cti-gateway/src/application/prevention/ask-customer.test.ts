import type { CheckId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import type { CheckFile } from '@ringside/shared/protocol/prevention';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../domain/case/case.ts';
import { li, maya, noor, okafor, okaforsNumber } from '../../testing/cast.ts';
import { aCase } from '../../testing/records.ts';
import type { Rig } from '../../testing/rig.ts';
import { openRig, settle } from '../../testing/rig.ts';

const c1 = asId<'case'>('c1');
const said = { solved: 5, handled: 4, stay: 5 } as const;
const nothing = { solved: null, handled: null, stay: null } as const;

/** Maya told Mr Okafor the answer; whether he accepts it is what comes next. */
async function answered(changed: Partial<Case> = {}) {
  const rig = await openRig();
  const one = aCase('c1', {
    customerId: okafor.customerId,
    ownerId: maya.agentId,
    category: 'delivery',
    stage: 'communicated',
    openedAt: rig.clock.now() - days(3),
    acknowledgedAt: rig.clock.now() - days(3),
    answer: { proposal: 'A new hose', toldAt: rig.clock.now(), customer: 'accepted' },
    callIds: [],
    ...changed,
  });
  await rig.store.commit([{ put: 'case', case: one }]);
  return { rig, atMaya: await rig.enter(maya), atLi: await rig.enter(li) };
}

const move = async (rig: Rig, to: string) =>
  ({
    do: 'case.move',
    caseId: c1,
    version: (await rig.store.case(c1))?.version ?? 0,
    to,
    note: '',
  }) as const;

/** Mr Okafor accepted: the check that was made of it. */
async function planned(changed: Partial<Case> = {}) {
  const scene = await answered(changed);
  await scene.atMaya.do(await move(scene.rig, 'accepted'));
  const [check] = await scene.rig.store.checksOfCase(c1);
  if (!check?.taskId) throw new Error('No check was made');
  return { ...scene, check, taskId: check.taskId };
}

const checkNow = async (rig: Rig, checkId: CheckId) => {
  const check = await rig.store.satisfactionCheck(checkId);
  if (check === null) throw new Error('The check is gone');
  return check;
};

describe('asking whether the customer is satisfied', () => {
  test('CHECK-1, CHECK-3 Mr Okafor accepts: Li, who did not handle it, has a call to make in two to seven days', async () => {
    const { rig, check, taskId } = await planned();
    expect(check).toMatchObject({ attemptsAllowed: 3, outcome: null, attempts: [] });
    const day = 86_400_000;
    expect(Math.floor((check.from - rig.clock.now()) / day)).toBeGreaterThanOrEqual(1);
    expect(check.until - rig.clock.now()).toBeLessThan(8 * day);
    expect(await rig.store.task(taskId)).toMatchObject({
      kind: 'satisfactionCall',
      state: 'open',
      ownerId: li.agentId,
      from: check.from,
      dueAt: check.until,
      caseId: c1,
      customerId: okafor.customerId,
      number: okaforsNumber,
    });
    expect((await rig.store.caseEntries(c1)).some(({ what }) => what === 'checkPlanned')).toBe(true);
  });

  test('CHECK-1 the task is on Li’s desk at once', async () => {
    const { atLi, taskId } = await planned();
    expect(atLi.screen.of('task').some(({ task }) => task.taskId === taskId)).toBe(true);
  });

  test('CHECK-1 moving on within the check makes no second one', async () => {
    const { rig, atLi, atMaya, check } = await planned();
    await atLi.do({
      do: 'check.answer',
      checkId: check.checkId,
      version: 1,
      callId: null,
      outcome: 'satisfied',
      answers: said,
      comment: '',
    });
    await atMaya.do(await move(rig, 'checked'));
    expect(await rig.store.checksOfCase(c1)).toHaveLength(1);
  });

  test('CHECK-3 where Maya is alone the call waits for whoever comes, with nobody’s name on it', async () => {
    const { rig, atMaya } = await answered();
    for (const agent of [li, noor])
      await rig.store.commit([{ put: 'agent', agent: { ...agent, active: false }, passwordHash: null }]);
    await rig.advance(hours(1));
    await atMaya.do(await move(rig, 'accepted'));
    const [check] = await rig.store.checksOfCase(c1);
    expect(await rig.store.task(check?.taskId ?? asId(''))).toMatchObject({ ownerId: null, state: 'open' });
  });

  test('CHECK-5 without an asking there is no way to “checked”', async () => {
    const { rig, atMaya } = await planned();
    expect(await atMaya.try(await move(rig, 'checked'))).toMatchObject({
      ok: false,
      refusal: { problem: 'conditionsMissing', field: 'satisfactionAsked' },
    });
  });

  test('CHECK-5 whether he is satisfied is said, not ticked off in the list of tasks', async () => {
    const { rig, atLi, taskId } = await planned();
    expect(await atLi.try({ do: 'task.finish', taskId, how: 'done', note: '' })).toMatchObject({
      ok: false,
      refusal: { problem: 'notPossibleNow' },
    });
    expect(await rig.store.task(taskId)).toMatchObject({ state: 'open' });
  });

  test('CHECK-4 Li reads the case beside the call, and Mr Okafor is satisfied', async () => {
    const { rig, atLi, check, taskId } = await planned();
    const asked = await atLi.ask({ ask: 'check.ofTask', taskId });
    expect(asked.ok && (asked.value as CheckFile)).toMatchObject({
      answer: 'A new hose',
      customerName: 'Amara Okafor',
      ownerName: 'Maya',
      check: { mayAsk: true, byHandler: false },
    });
    await atLi.do({
      do: 'check.answer',
      checkId: check.checkId,
      version: check.version,
      callId: null,
      outcome: 'satisfied',
      answers: said,
      comment: 'Thanks',
    });
    expect(await checkNow(rig, check.checkId)).toMatchObject({
      outcome: 'satisfied',
      answers: said,
      attempts: [{ by: li.agentId }],
    });
    expect(await rig.store.task(taskId)).toMatchObject({ state: 'done', finishedAt: rig.clock.now() });
    expect(await rig.store.case(c1)).toMatchObject({ satisfaction: 'satisfied', stage: 'accepted' });
  });

  test('CHECK-7 not satisfied: the case is back at work, presses more, and Maya and Noor hear of it', async () => {
    const { rig, atLi, atMaya, check } = await planned();
    const atNoor = await rig.enter(noor);
    const before = await rig.store.case(c1);
    await atLi.do({
      do: 'check.answer',
      checkId: check.checkId,
      version: check.version,
      callId: null,
      outcome: 'notSatisfied',
      answers: { solved: 1, handled: 3, stay: null },
      comment: 'The hose leaks.',
    });
    await settle();
    const after = await rig.store.case(c1);
    expect(after).toMatchObject({
      stage: 'investigated',
      timesReopened: 1,
      satisfaction: null,
      answer: { toldAt: null, customer: null },
    });
    expect(after?.priority.score).toBeGreaterThan(before?.priority.score ?? 100);
    for (const desk of [atMaya, atNoor])
      expect(desk.screen.of('notSatisfied')).toMatchObject([{ caseId: c1, reference: 'C-c1' }]);
    expect(atLi.screen.of('notSatisfied')).toEqual([]);
    expect((await rig.store.caseEntries(c1)).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['checkEnded', 'reopened']),
    );
  });

  test('CHECK-6 three attempts in vain, each due the day after the last: not reached, which is not satisfied', async () => {
    const { rig, atLi, check, taskId } = await planned();
    const nextTimes: number[] = [];
    for (let nth = 1; nth <= 3; nth += 1) {
      await rig.advance(hours(1));
      await atLi.do({
        do: 'check.attempt',
        checkId: check.checkId,
        version: nth,
        callId: null,
        note: `no answer ${nth}`,
      });
      const { outcome } = await checkNow(rig, check.checkId);
      expect(outcome).toBe(nth === 3 ? 'notReached' : null);
      nextTimes.push(((await rig.store.task(taskId))?.from ?? 0) - rig.clock.now());
    }
    expect(nextTimes.slice(0, 2).every((ahead) => ahead > 0)).toBe(true);
    expect(await rig.store.case(c1)).toMatchObject({ satisfaction: 'notReached', timesReopened: 0 });
    expect(await rig.store.task(taskId)).toMatchObject({ state: 'done' });
  });

  test('CHECK-8 who neither has the task nor is in charge does not answer for the customer', async () => {
    const { rig, atMaya, check } = await planned();
    const answer = {
      do: 'check.answer',
      checkId: check.checkId,
      version: check.version,
      callId: null,
      outcome: 'satisfied',
      answers: said,
      comment: '',
    } as const;
    expect(await atMaya.try(answer)).toMatchObject({ ok: false, refusal: { problem: 'notAllowed' } });
    const atNoor = await rig.enter(noor);
    expect(await atNoor.try(answer)).toMatchObject({ ok: true });
  });

  test('CHECK-9 Mr Okafor changes his mind before anybody asked: nobody calls him', async () => {
    const { rig, atMaya, check, taskId } = await planned();
    await rig.store.commit([]);
    const one = await rig.store.case(c1);
    if (one === null) throw new Error('The case is gone');
    await rig.store.commit([
      {
        put: 'case',
        case: { ...one, answer: { ...one.answer, customer: 'disputed' }, version: one.version + 1 },
      },
    ]);
    await atMaya.do(await move(rig, 'disputed'));
    expect(await checkNow(rig, check.checkId)).toMatchObject({ outcome: null, endedAt: rig.clock.now() });
    expect(await rig.store.task(taskId)).toMatchObject({ state: 'cancelled' });
  });

  test('CHECK-11 the same answer again after a restart changes nothing', async () => {
    const { rig, atLi, check } = await planned();
    const answer = {
      do: 'check.answer',
      checkId: check.checkId,
      version: check.version,
      callId: null,
      outcome: 'notSatisfied',
      answers: nothing,
      comment: 'No.',
    } as const;
    await atLi.do(answer);
    await rig.restart([]);
    const again = await rig.enter(li);
    expect(await again.try(answer)).toMatchObject({ ok: true });
    expect(await rig.store.case(c1)).toMatchObject({ timesReopened: 1 });
    expect((await checkNow(rig, check.checkId)).attempts).toHaveLength(1);
    expect(await again.try({ ...answer, comment: 'Yes.' })).toMatchObject({
      ok: false,
      refusal: { problem: 'changedMeanwhile' },
    });
  });

  test('CHECK-10 a call that nobody made is a late task for those in charge, also when the gateway was down', async () => {
    const { rig, check } = await planned();
    await rig.gateway.stop();
    rig.clock.advance(check.until - rig.clock.now() + hours(8));
    await rig.restart([]);
    const atNoor = await rig.enter(noor);
    await rig.advance(hours(6));
    expect((await checkNow(rig, check.checkId)).outcome).toBeNull();
    expect((await rig.store.task(check.taskId ?? asId('')))?.timesEscalated).toBeGreaterThan(0);
    expect(atNoor.screen.of('taskNotice').length).toBeGreaterThan(0);
  });
});
