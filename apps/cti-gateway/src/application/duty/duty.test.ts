import { asId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { chensNumber, li, maya, noor, okafor, okaforsNumber } from '../../testing/cast.ts';
import {
  dutyRota,
  grace,
  gracesPhone,
  layer,
  max,
  maxsPhone,
  openDuty,
  reachedBy,
  ringFor,
} from '../../testing/duty.ts';
import { aCase } from '../../testing/records.ts';
import { settle } from '../../testing/rig.ts';

/** the key is waited for a little longer than a desk is rung */
const phoneRingsFor = ringFor + seconds(10);
const toManagers = { to: 'managers' };
const ask = { reason: 'promiseBroken', note: 'Was to be collected on Monday', caseId: null } as const;

describe('DUTY a line of its own', () => {
  test('DUTY-1 people on duty are rung, not whoever is ready', async () => {
    const on = await openDuty();
    const atMaya = await on.seatReady(maya);
    const atNoor = await on.seatReady(noor);
    const atMax = await on.seatReady(max);
    const callId = await on.callIn(toManagers);
    expect(on.rungFor(callId)).toEqual([atMax.stationId]);
    await on.answer(atMax);
    expect([atMaya, atNoor, atMax].map((at) => at.presence().state)).toEqual(['ready', 'ready', 'onCall']);
    expect(await on.requestOf(callId)).toMatchObject({
      way: 'hotline',
      rotaId: dutyRota,
      state: 'taken',
      takenBy: max.agentId,
      via: 'desk',
      customerId: okafor.customerId,
    });
  });

  test('DUTY-7 a manager who is Ready gets no call of a queue, though it needs no skill', async () => {
    const on = await openDuty();
    const atMax = await on.seatReady(max);
    const callId = await on.callIn();
    expect(on.rungFor(callId)).toEqual([]);
    const atMaya = await on.seatReady(maya);
    expect(on.rungFor(callId)).toEqual([atMaya.stationId]);
    expect(atMax.presence().state).toBe('ready');
  });

  test('DUTY-4 who has no desk is rung on their own telephone, in their language, and key 1 joins them', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    const rung = on.telephony.asked.find((one) => one.ask === 'offerByPhone');
    expect(rung).toMatchObject({
      number: maxsPhone,
      presented: '+886800111222',
      whisper: ['duty-whisper-en'],
      acceptKey: '1',
      declineKey: '2',
    });
    expect(on.telephony.asksOf(callId)).not.toContain('connect');
    await on.legUp(callId);
    expect(on.telephony.asksOf(callId).at(-1)).toBe('connect');
    expect(await on.requestOf(callId)).toMatchObject({ state: 'taken', takenBy: max.agentId, via: 'phone' });
  });

  test('DUTY-3 a voicemail is no answer: the backup is rung, in her language', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    await on.failed(callId, 'noAnswer');
    expect(on.rungFor(callId)).toEqual([maxsPhone, gracesPhone]);
    const rung = on.telephony.asked.findLast((one) => one.ask === 'offerByPhone');
    expect(rung?.['whisper']).toEqual(['duty-whisper-zh-Hant']);
    await on.legUp(callId);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'taken', takenBy: grace.agentId });
  });

  test('DUTY-3 after the time of the rota the next is rung: first the desk, then the telephone, then the backup', async () => {
    const on = await openDuty();
    const atMax = await on.seatReady(max);
    const callId = await on.callIn(toManagers);
    await on.advance(ringFor);
    expect(on.rungFor(callId)).toEqual([atMax.stationId, maxsPhone]);
    await on.advance(phoneRingsFor);
    expect(on.rungFor(callId)).toEqual([atMax.stationId, maxsPhone, gracesPhone]);
  });

  test('DUTY-2 who is Not ready at the desk has said so, and their telephone stays quiet', async () => {
    const on = await openDuty();
    const atMax = await on.seatReady(max);
    await atMax.do({ do: 'presence.notReady', reason: 'lunch' });
    const callId = await on.callIn(toManagers);
    expect(on.rungFor(callId)).toEqual([gracesPhone]);
  });

  test('DUTY-4 a telephone that the operator does not allow is not dialled; the next in line is', async () => {
    const contacts = [
      reachedBy(max, 'phoneOnly', '+44790000000' as typeof maxsPhone),
      reachedBy(grace, 'phoneOnly', gracesPhone),
    ];
    const on = await openDuty({ contacts });
    const callId = await on.callIn(toManagers);
    expect(on.rungFor(callId)).toEqual([gracesPhone]);
    expect(JSON.stringify(on.log.lines)).not.toContain('44790000000');
  });

  test('DUTY-5 two callers and one manager: the second is promised a call back while he talks', async () => {
    const on = await openDuty({ layers: [layer('duty', ['max'])] });
    const first = await on.callIn(toManagers);
    await on.legUp(first);
    const second = await on.callIn({ ...toManagers, from: chensNumber });
    expect(on.rungFor(second)).toEqual([]);
    expect(await on.requestOf(second)).toMatchObject({ state: 'promised', takenBy: null });
    expect(await on.requestOf(first)).toMatchObject({ state: 'taken' });
  });

  test('DUTY-5 who talks on their telephone gets no call of a queue at their desk', async () => {
    const contacts = [reachedBy(li, 'phoneOnly', maxsPhone)];
    const leads = { ...li, roles: ['agent', 'supervisor'] } as const;
    const on = await openDuty({ layers: [layer('duty', ['li'])], contacts, people: [leads] });
    const toManager = await on.callIn(toManagers);
    await on.legUp(toManager);
    const atLi = await on.seatReady(leads);
    const waits = await on.callIn({ from: chensNumber });
    expect(on.rungFor(waits)).toEqual([]);
    await on.phoneClears(toManager, 'normal');
    expect(on.rungFor(waits)).toEqual([atLi.stationId]);
  });

  test('DUTY-5 hanging up at the telephone ends the call, with nothing to wrap up', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    await on.legUp(callId);
    await on.phoneClears(callId, 'normal');
    expect(await on.store.call(callId)).toMatchObject({ outcome: 'handled', endedBy: 'agent', wrapUpMs: 0 });
    expect(await on.requestOf(callId)).toMatchObject({ state: 'taken', takenBy: max.agentId });
  });

  test('DUTY-5 he hangs up in the moment he took it: the caller is not left alone', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    const legId = on.telephony.lastLeg(callId);
    on.telephony.happens({ type: 'established', callId, legId });
    on.telephony.happens({
      ...{ type: 'connectionCleared', callId, legId, party: 'agent', by: 'agent', cause: 'normal' },
    });
    await settle();
    expect(await on.store.call(callId)).toMatchObject({ outcome: 'handled', endedBy: 'agent' });
    expect(on.telephony.asksOf(callId).at(-1)).toBe('release');
  });

  test('DUTY-6 a telephone that is lost on the way: he is rung again first, the caller hears music', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    await on.legUp(callId);
    await on.phoneClears(callId, 'lost');
    expect(on.rungFor(callId)).toEqual([maxsPhone, maxsPhone]);
    expect(on.telephony.asksOf(callId)).toContain('park');
    await on.failed(callId, 'noAnswer');
    await on.legUp(callId);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'taken', takenBy: grace.agentId });
  });

  test('DUTY-6 a restart while they talk: both hear each other again', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    await on.legUp(callId);
    const legId = on.telephony.lastLeg(callId);
    await on.store.commit([{ put: 'leg', leg: { callId, legId, record: 'dialogs and ports' } }]);
    await on.restart([callId]);
    expect(on.telephony.asked.filter((one) => one.callId === callId)).toEqual([
      { ask: 'connect', callId, legId },
    ]);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'taken', takenBy: max.agentId, version: 2 });
  });

  test('DUTY-6 a restart while it rings: he is rung anew, and asked for once', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    const legId = on.telephony.lastLeg(callId);
    await on.store.commit([{ put: 'leg', leg: { callId, legId, record: 'dialogs and ports' } }]);
    await on.restart([callId]);
    expect(on.rungFor(callId)).toEqual([maxsPhone]);
    await on.legUp(callId);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'taken', takenBy: max.agentId });
    expect((await on.store.openManagerRequests()).length).toBe(1);
  });

  test('DUTY-6 a restart takes the desks away for a moment: nobody is promised anything in that moment', async () => {
    const on = await openDuty({ contacts: [], layers: [layer('duty', ['max'])] });
    const atMax = await on.seatReady(max);
    const callId = await on.callIn(toManagers);
    const legId = on.telephony.lastLeg(callId);
    await on.store.commit([{ put: 'leg', leg: { callId, legId, record: 'dialogs and ports' } }]);
    await on.restart([callId]);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'asked' });
    await on.visit(max.agentId, { token: atMax.token });
    await on.happens({ type: 'stationUp', stationId: atMax.stationId });
    expect(on.rungFor(callId)).toEqual([atMax.stationId]);
  });

  test('DUTY-2 the shift changes during a call: the call stays, the next caller is the next one’s', async () => {
    const halfDays = { rotation: 'halfDaily', startsOn: '2026-11-21', changesAt: [0, 12 * 60] } as const;
    const on = await openDuty({ layers: [layer('duty', ['max', 'grace'], halfDays)] });
    const first = await on.callIn(toManagers);
    await on.legUp(first);
    await on.advance(hours(2));
    const second = await on.callIn({ ...toManagers, from: chensNumber });
    expect([on.rungFor(first), on.rungFor(second)]).toEqual([[maxsPhone], [gracesPhone]]);
    expect(await on.requestOf(first)).toMatchObject({ state: 'taken', takenBy: max.agentId });
  });

  test('DUTY-2 ten minutes before a shift it becomes somebody else’s: they are rung', async () => {
    const on = await openDuty({ layers: [layer('duty', ['max'])] });
    const atNoor = await on.enter(noor);
    await atNoor.do({
      do: 'rota.change',
      rotaId: dutyRota,
      shifts: [
        { layer: 'duty', from: '2026-11-21T10:10', until: '2026-11-21T12:00', agentId: grace.agentId },
      ],
      reason: 'Max is stuck in traffic',
      evenSo: true,
      origin: 'byHand',
    });
    const before = await on.callIn(toManagers);
    await on.hangUp(before);
    await on.advance(seconds(601));
    const after = await on.callIn(toManagers);
    expect([on.rungFor(before), on.rungFor(after)]).toEqual([[maxsPhone], [gracesPhone]]);
  });
});

describe('DUTY a choice in a menu', () => {
  test('DUTY-9 who chooses the manager is a request by the menu', async () => {
    const on = await openDuty();
    const callId = await on.callIn({ to: 'menu' });
    await on.happens({
      ...{ type: 'digitsGenerated', callId, digit: '9' },
      legId: asId<'leg'>(`${callId}-customer`),
    });
    expect(on.rungFor(callId)).toEqual([maxsPhone]);
    expect(await on.requestOf(callId)).toMatchObject({ way: 'menu', state: 'asked' });
  });
});

describe('DUTY nobody takes it', () => {
  test('DUTY-10 one round, then the caller is told, and the call back is Max’s within the time promised', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    await on.failed(callId, 'noAnswer');
    await on.failed(callId, 'busy');
    expect(on.said(callId)).toEqual(['manager-calls-within-en', 'number-2-en', 'manager-hours-here-en']);
    const now = on.clock.now();
    const [task] = await on.tasksOf(max.agentId);
    expect(task).toMatchObject({ kind: 'callBack', number: okaforsNumber, dueAt: now + hours(2), callId });
    expect(await on.store.openPromisesOfAgent(max.agentId)).toMatchObject([
      { what: 'A manager calls back', dueAt: now + hours(2), customerId: okafor.customerId },
    ]);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'promised', taskId: task?.taskId });
    await on.hangUp(callId);
    expect(await on.store.call(callId)).toMatchObject({ outcome: 'tookCallback' });
    expect(await on.requestOf(callId)).toMatchObject({ state: 'promised' });
  });

  test('DUTY-10 in a gap nobody is rung, and the call back is whoever’s is responsible', async () => {
    const on = await openDuty({ layers: [layer('duty', [])] });
    const callId = await on.callIn(toManagers);
    expect(on.rungFor(callId)).toEqual([]);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'promised' });
    expect((await on.tasksOf(grace.agentId)).length).toBe(1);
  });

  test('DUTY-10 while nobody need be on, what is promised begins with who is on next', async () => {
    const on = await openDuty({ layers: [layer('duty', ['max'])] });
    const atNoor = await on.enter(noor);
    await atNoor.do({
      do: 'rota.change',
      rotaId: dutyRota,
      shifts: [{ layer: 'duty', from: '2026-11-21T09:00', until: '2026-11-21T14:00', agentId: null }],
      reason: 'Nobody on purpose',
      evenSo: true,
      origin: 'byHand',
    });
    const callId = await on.callIn(toManagers);
    const begins = on.clock.now() + hours(4);
    expect(on.said(callId)).toEqual(['manager-calls-within-en', 'number-6-en', 'manager-hours-here-en']);
    expect(await on.tasksOf(max.agentId)).toMatchObject([{ dueAt: begins + hours(2) }]);
    const other = await on.callIn({ ...toManagers, from: chensNumber });
    await on.hangUp(other);
    expect(await on.tasksOf(max.agentId)).toMatchObject([
      { dueAt: begins + hours(2) },
      { dueAt: begins + hours(2) },
    ]);
  });

  test('DUTY-10 a gap that comes first is nobody’s promise: it begins with whoever is on after it', async () => {
    const halfDays = { rotation: 'halfDaily', startsOn: '2026-11-21', changesAt: [0, 12 * 60] } as const;
    const on = await openDuty({ layers: [layer('duty', ['nobody', 'max'], halfDays)] });
    const callId = await on.callIn(toManagers);
    expect(on.said(callId)).toEqual(['manager-calls-within-en', 'number-4-en', 'manager-hours-here-en']);
    expect(await on.tasksOf(max.agentId)).toMatchObject([{ dueAt: on.clock.now() + hours(4) }]);
  });

  test('DUTY-10 who hides their number keys in one, and the call back is a manager’s, not an agent’s', async () => {
    const on = await openDuty({ layers: [layer('duty', [])] });
    const callId = await on.callIn({ ...toManagers, from: null });
    const key = async (digit: string) =>
      on.happens({ type: 'digitsGenerated', callId, legId: callId.concat('-customer') as never, digit });
    for (const digit of '0912345678#') await key(digit);
    await settle();
    await key('1');
    expect(await on.requestOf(callId)).toMatchObject({ state: 'promised' });
    expect(await on.tasksOf(grace.agentId)).toMatchObject([{ number: okaforsNumber }]);
    expect(on.said(callId).at(-1)).toBe('manager-hours-there-en');
  });

  test('DUTY-10 who gives no number leaves a message, which is the follow-up of who is on duty', async () => {
    const on = await openDuty({ layers: [layer('duty', [])], settings: { dialling: { ...noTrunk } } });
    const callId = await on.callIn({ ...toManagers, from: null });
    expect(on.said(callId)).toEqual(['voicemail-greeting-en']);
    const greeting = on.telephony.asked.findLast(({ ask }) => ask === 'announce');
    await on.happens({
      ...{ type: 'announced', callId, how: 'finished' },
      announcementId: String(greeting?.['announcementId']),
    });
    const recordingId = on.telephony.asked.findLast((one) => one.ask === 'record')?.['recordingId'] as never;
    await on.happens({ type: 'recorded', callId, recordingId, length: seconds(9) });
    await on.hangUp(callId);
    expect((await on.tasksOf(grace.agentId)).map(({ callId: of }) => of)).toEqual([callId]);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'missed', taskId: null });
  });

  test('DUTY-10 who is asked for a number and says nothing leaves a message, too', async () => {
    const on = await openDuty({ layers: [layer('duty', [])] });
    const callId = await on.callIn({ ...toManagers, from: null });
    for (let silences = 0; silences < 10; silences += 1) await on.advance(seconds(31));
    expect(on.said(callId)).toContain('voicemail-greeting-en');
    expect(on.said(callId).filter((sound) => sound === 'voicemail-greeting-en')).toHaveLength(1);
  });

  test('DUTY-3 a page that never comes back is waited for no longer than anybody else’s', async () => {
    const on = await openDuty({ contacts: [], layers: [layer('duty', ['max'])] });
    const atMax = await on.seatReady(max);
    await on.happens({ type: 'stationDown', stationId: atMax.stationId });
    const callId = await on.callIn(toManagers);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'asked' });
    await on.advance(minutes(1));
    expect(await on.requestOf(callId)).toMatchObject({ state: 'promised' });
  });

  test('DUTY-11 who hangs up while it rings is missed, and is called back', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    await on.hangUp(callId);
    const [task] = await on.tasksOf(max.agentId);
    expect(task).toMatchObject({ kind: 'callBack', number: okaforsNumber, callId });
    expect(await on.requestOf(callId)).toMatchObject({ state: 'missed', taskId: task?.taskId });
  });
});

describe('DUTY a power cut', () => {
  test('DUTY-11 a caller whose line did not live through it is called back', async () => {
    const on = await openDuty();
    const callId = await on.callIn(toManagers);
    await on.rig.crash();
    expect(await on.requestOf(callId)).toMatchObject({ state: 'missed' });
    expect(await on.tasksOf(max.agentId)).toMatchObject([{ number: okaforsNumber, callId }]);
  });

  test('DUTY-10 what was promised before it is promised once', async () => {
    const on = await openDuty({ layers: [layer('duty', [])] });
    const callId = await on.callIn(toManagers);
    await on.rig.crash();
    expect(await on.requestOf(callId)).toMatchObject({ state: 'promised', version: 2 });
    expect(await on.tasksOf(grace.agentId)).toHaveLength(1);
    expect(await on.store.openPromisesOfAgent(grace.agentId)).toHaveLength(1);
  });
});

describe('DUTY an agent passes a caller on', () => {
  const talking = async () => {
    const on = await openDuty();
    const atMaya = await on.seatReady(maya);
    const callId = await on.callIn();
    await on.answer(atMaya);
    return { on, atMaya, callId };
  };

  test('DUTY-8 one command: Maya is free, the caller hears music, and Max hears who asked and why', async () => {
    const { on, atMaya, callId } = await talking();
    const atMax = await on.seatReady(max);
    await atMaya.do({ do: 'manager.ask', callId, rotaId: dutyRota, ...ask });
    expect(atMaya.presence().state).toBe('ready');
    expect(on.said(callId)).toEqual(['connecting-manager-en']);
    expect(atMax.screen.lastContact().manager).toMatchObject({ askedByName: 'Maya', ...ask });
    await on.answer(atMax);
    expect(await on.requestOf(callId)).toMatchObject({
      ...{ way: 'agent', askedBy: maya.agentId, state: 'taken', takenBy: max.agentId },
      ...ask,
    });
  });

  test('DUTY-8 the request is in the same commit as the passing on, and the same command makes it once', async () => {
    const { on, atMaya, callId } = await talking();
    const before = on.store.commits.length;
    const command = { do: 'manager.ask', callId, rotaId: dutyRota, ...ask } as const;
    const first = await atMaya.desk.command('twice', command);
    const again = await atMaya.desk.command('twice', command);
    expect([first.ok, again]).toEqual([true, first]);
    const commit = on.store.commits
      .slice(before)
      .find((some) => some.some(({ put }) => put === 'managerRequest'));
    expect(commit?.some(({ put }) => put === 'events')).toBe(true);
    expect((await on.store.openManagerRequests()).length).toBe(1);
  });

  test('DUTY-8 the case goes along, and its history tells that a manager was asked for, and what was promised', async () => {
    const { on, atMaya, callId } = await talking();
    const one = aCase('c-1', { customerId: okafor.customerId });
    const { caseId } = one;
    await on.store.commit([{ put: 'case', case: one }]);
    await atMaya.do({ do: 'manager.ask', callId, rotaId: dutyRota, ...ask, caseId });
    const rung = () => on.telephony.asked.findLast((one) => one.ask === 'offerByPhone')?.['whisper'];
    expect(rung()).toEqual(['duty-whisper-en', 'duty-why-promiseBroken-en']);
    await on.failed(callId, 'noAnswer');
    expect(rung()).toEqual(['duty-whisper-zh-Hant', 'duty-why-promiseBroken-zh-Hant']);
    await on.failed(callId, 'noAnswer');
    await on.hangUp(callId);
    expect(await on.requestOf(callId)).toMatchObject({ caseId, state: 'promised' });
    const told = (await on.store.caseEntries(caseId)).map(({ who, what, text }) => [who, what, text]);
    expect(told).toEqual([
      [maya.agentId, 'managerAsked', ask.note],
      [null, 'promised', 'A manager calls back'],
    ]);
    expect(await on.tasksOf(max.agentId)).toMatchObject([{ caseId, note: ask.note }]);
    const path = await atMaya.ask({ ask: 'call.explain', callId });
    expect(JSON.stringify(path)).toContain('"is":"passedOn","at"');
  });

  test('DUTY-8 nobody passes on a caller who is another agent’s', async () => {
    const { on, callId } = await talking();
    const atLi = await on.seatReady(li);
    const refused = await atLi.try({ do: 'manager.ask', callId, rotaId: dutyRota, ...ask });
    expect(refused).toMatchObject({ ok: false, refusal: { problem: 'notYourCall' } });
  });

  test('DUTY-8 who is on duty and has the caller passes them to the next, not to themselves', async () => {
    const on = await openDuty();
    const atMax = await on.seatReady(max);
    const callId = await on.callIn(toManagers);
    await on.answer(atMax);
    await atMax.do({ do: 'manager.ask', callId, rotaId: dutyRota, ...ask });
    expect(on.rungFor(callId)).toEqual([atMax.stationId, gracesPhone]);
  });

  test('DUTY-8 a caller who gives up waiting for a manager was helped by an agent before', async () => {
    const { on, atMaya, callId } = await talking();
    await atMaya.do({ do: 'manager.ask', callId, rotaId: dutyRota, ...ask });
    await on.hangUp(callId);
    expect(await on.store.call(callId)).toMatchObject({ outcome: 'handled' });
    expect(await on.requestOf(callId)).toMatchObject({ state: 'missed', note: ask.note });
  });
});

const noTrunk = { trunkId: null, presented: null, wrapUpMode: 'none', allowedPrefixes: [] } as const;
