import { asId } from '@ringside/shared/model/ids';
import { hours, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { li, maya, noor } from '../testing/cast.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig, settle } from '../testing/rig.ts';

const signIn = (rig: Rig, userName: string, password: string, from = '127.0.0.1') =>
  rig.gateway.desk.signIn({ userName, password, from });
const refusedAs = (problem: string) => ({ ok: false, refusal: { problem } });

describe('signing in', () => {
  test('AUTH-1 only the digest of the token is kept', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(JSON.stringify(rig.store.commits)).not.toContain(atMaya.token);
  });

  test('AUTH-3 an unknown name is answered like a wrong password', async () => {
    const rig = await openRig();
    expect(await signIn(rig, 'nobody', 'x')).toEqual(await signIn(rig, 'maya', 'x'));
  });

  test('AUTH-2 after five failures even the right password must wait, and only from there', async () => {
    const rig = await openRig();
    for (let count = 0; count < 5; count += 1) await signIn(rig, 'maya', 'wrong');
    expect(await signIn(rig, 'maya', 'maya')).toEqual(refusedAs('tooManyAttempts'));
    expect((await signIn(rig, 'maya', 'maya', '10.0.0.9')).ok).toBe(true);
    await rig.advance(seconds(2));
    expect((await signIn(rig, 'maya', 'maya')).ok).toBe(true);
  });

  test('AUTH-2 guesses sent all at once are counted before they are looked at', async () => {
    const rig = await openRig();
    const guesses = await Promise.all(Array.from({ length: 9 }, () => signIn(rig, 'maya', 'wrong')));
    expect(guesses.filter((guess) => !guess.ok && guess.refusal.problem === 'tooManyAttempts')).toHaveLength(
      4,
    );
  });

  test('AUTH-2 one address that tries every name in turn is stopped too', async () => {
    const rig = await openRig();
    for (let count = 0; count < 50; count += 1) await signIn(rig, `name-${count}`, 'x');
    expect(await signIn(rig, 'maya', 'maya')).toEqual(refusedAs('tooManyAttempts'));
  });

  test('AUTH-4 a session ends after twelve hours', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await rig.advance(hours(12));
    expect(await atMaya.try({ do: 'presence.ready' })).toEqual(refusedAs('sessionEnded'));
    await expect(rig.visit(maya.agentId, { token: atMaya.token })).rejects.toThrow('sessionEnded');
  });

  test('STATION-4 nobody silences Li’s desk phone by sitting down under its name', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const stationId = asId<'station'>('li-phone');
    const grant = { stationId, agentId: li.agentId, media: 'rtp', ha1Sha256: '', ha1Md5: '' } as const;
    await rig.store.commit([{ put: 'stationGrant', grant: { ...grant, expiresAt: hours(1e6) } }]);
    await expect(rig.visit(maya.agentId, { token: atMaya.token, stationId })).rejects.toThrow('notAllowed');
  });

  test('AUTH-7 a token that was given back opens nothing', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await rig.gateway.desk.signOut(atMaya.token);
    expect(atMaya.screen.goodbyes).toEqual(['signedOut']);
    await expect(rig.visit(maya.agentId, { token: atMaya.token })).rejects.toThrow('notSignedIn');
    await rig.gateway.desk.signOut(atMaya.token);
  });

  test('AUTH-7 "Stay there" in a second tab leaves the call in the first tab alone', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.callIn();
    await rig.answer(atMaya);
    const second = await signIn(rig, 'maya', 'maya');
    if (!second.ok) throw new Error(second.refusal.problem);
    const { token } = second.value;
    const otherTab = { token, stationId: asId<'station'>('maya-second-tab') };
    await expect(rig.visit(maya.agentId, otherTab)).rejects.toThrow('takenOver');
    await rig.gateway.desk.signOut(token);
    expect(atMaya.screen.goodbyes).toEqual([]);
    expect(atMaya.screen.lastContact().state.is).toBe('talking');
    const { callId } = atMaya.screen.lastContact();
    expect(await atMaya.try({ do: 'call.hold', callId })).toMatchObject({ ok: true });
    await expect(rig.visit(maya.agentId, otherTab)).rejects.toThrow('notSignedIn');
  });

  test('AUTH-7 "Stay there" in a second tab does not take the first one out of Ready', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const second = await signIn(rig, 'maya', 'maya');
    if (!second.ok) throw new Error(second.refusal.problem);
    await rig.gateway.desk.signOut(second.value.token);
    expect(atMaya.presence().state).toBe('ready');
    await rig.callIn();
    expect(atMaya.screen.lastContact().state.is).toBe('offered');
  });

  test('AUTH-7 nobody signs out in the middle of a contact', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await rig.callIn();
    await rig.answer(atMaya);
    expect(await atMaya.try({ do: 'presence.signOut' })).toEqual(refusedAs('notPossibleNow'));
  });

  test('AUTH-5 sign-ins and failures are audited, passwords are not', async () => {
    const rig = await openRig();
    await signIn(rig, 'maya', 'hunter2');
    await signIn(rig, 'maya', 'maya');
    await rig.advance(seconds(1));
    const audited = rig.store.commits.flat().flatMap((change) => (change.put === 'audit' ? [change] : []));
    expect(audited.map(({ did }) => did)).toEqual(expect.arrayContaining(['signIn', 'signInFailed']));
    expect(JSON.stringify(audited)).not.toContain('hunter2');
  });

  test('AUTH-5 a password typed into the field for the name is written nowhere', async () => {
    const rig = await openRig();
    await signIn(rig, 'hunter2', 'maya');
    await rig.advance(seconds(1));
    expect(JSON.stringify(rig.store.commits)).toContain('signInFailed');
    expect(JSON.stringify([rig.store.commits, rig.log.lines])).not.toContain('hunter2');
  });

  test('AUTH-5 somebody who knocks a thousand times does not fill the disk with it', async () => {
    const rig = await openRig();
    for (let count = 0; count < 1_000; count += 1) await signIn(rig, 'maya', 'wrong');
    await rig.advance(seconds(1));
    const audited = rig.store.commits.flat().filter(({ put }) => put === 'audit');
    expect(audited).toHaveLength(6);
    expect(rig.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(6);
  });
});

describe('somebody who was disabled beside the running gateway', () => {
  const disable = async (rig: Rig) => {
    await rig.store.commit([{ put: 'agent', agent: { ...maya, active: false }, passwordHash: null }]);
    await rig.advance(seconds(10));
  };

  test('AUTH-8 is shown the door within seconds and gets no more calls', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    await disable(rig);
    expect(atMaya.screen.goodbyes).toEqual(['signedOut']);
    expect(rig.telephony.evicted).toEqual([atMaya.stationId]);
    expect(await atMaya.try({ do: 'presence.ready' })).toMatchObject({ ok: false });
    await expect(rig.visit(maya.agentId, { token: atMaya.token })).rejects.toThrow('notSignedIn');
    const callId = await rig.callIn();
    expect(rig.telephony.asksOf(callId)).toEqual(['admit']);
  });

  test('AUTH-8 does not take a caller with them', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    await disable(rig);
    await rig.loseLeg(callId);
    await rig.advance(seconds(20));
    expect(rig.telephony.asksOf(callId)).not.toContain('release');
    const atLi = await rig.seatReady(li);
    expect(rig.offerTo(atLi).callId).toBe(callId);
  });
});

describe('a desk', () => {
  test('PRES-1 begins Not ready', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(atMaya.screen.snapshots[0]?.presence).toMatchObject({ state: 'notReady', reason: 'signedIn' });
  });

  test('WIRE-1 that speaks another version is refused', async () => {
    const rig = await openRig();
    const { token } = await rig.enter(maya);
    await expect(rig.visit(maya.agentId, { token, protocol: 99 })).rejects.toThrow('protocolMismatch');
  });

  test('STATION-1 whose station could not be a SIP user name is refused', async () => {
    const rig = await openRig();
    const { token } = await rig.enter(maya);
    const stationId = asId<'station'>('maya@evil;x=1');
    await expect(rig.visit(maya.agentId, { token, stationId })).rejects.toThrow('badMessage');
  });

  test('WIRE-2 that was away for a moment gets exactly what it missed', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const { epoch, seq } = atMaya.screen.lastSnapshot();
    atMaya.desk.close();
    await rig.happens({ type: 'stationUp', stationId: atMaya.stationId });
    const again = await rig.visit(maya.agentId, { token: atMaya.token, after: { epoch, seq } });
    expect(again.screen.snapshots).toEqual([]);
    expect(again.screen.frames.map((frame) => frame.seq)).toEqual([seq + 1]);
    expect(again.screen.of('station')).toEqual([{ what: 'station', station: 'registered' }]);
  });

  test('WIRE-2 that was away too long gets a snapshot', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const { epoch, seq } = atMaya.screen.lastSnapshot();
    atMaya.desk.close();
    for (let count = 0; count < 300; count += 1)
      await rig.happens({ type: 'stationUp', stationId: atMaya.stationId });
    const again = await rig.visit(maya.agentId, { token: atMaya.token, after: { epoch, seq } });
    expect(again.screen.snapshots).toHaveLength(1);
  });

  test('WIRE-2 of an earlier run gets a snapshot', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const { epoch, seq } = atMaya.screen.lastSnapshot();
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token, after: { epoch, seq } });
    expect(again.screen.snapshots).toHaveLength(1);
  });

  test('WIRE-3 is told the counts of queues at most once a second', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    for (let count = 0; count < 3; count += 1) await rig.callIn();
    expect(atMaya.screen.of('queues')).toEqual([]);
    await rig.advance(seconds(1));
    expect(atMaya.screen.of('queues').map(({ queues }) => queues[0]?.waiting)).toEqual([3]);
  });

  test('WIRE-4 that repeats a command gets the first answer, and nothing is done twice', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const task = {
      kind: 'callBack',
      title: 'Call back',
      note: '',
      dueAt: rig.clock.now() + 1,
      customerId: null,
      caseId: null,
      callId: null,
      number: null,
      from: null,
      ownerId: null,
      familyId: null,
      remindAt: null,
      checklist: [] as { text: string; done: boolean }[],
      after: null,
      repeat: null,
    } as const;
    const first = await atMaya.desk.command('once', { do: 'task.create', task });
    expect(await atMaya.desk.command('once', { do: 'task.create', task })).toEqual(first);
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token });
    expect(await again.desk.command('once', { do: 'task.create', task })).toEqual(first);
    expect(await rig.store.tasksOfAgent(maya.agentId, 'open', 9)).toHaveLength(1);
  });

  test('STATION-3 a second desk must ask to take over, and the older one says so', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const other = asId<'station'>('maya-laptop');
    await expect(rig.visit(maya.agentId, { token: atMaya.token, stationId: other })).rejects.toThrow(
      'takenOver',
    );
    await rig.visit(maya.agentId, { token: atMaya.token, stationId: other, takeOver: true });
    expect(atMaya.screen.goodbyes).toEqual(['takenOver']);
    expect(rig.telephony.evicted).toEqual([atMaya.stationId]);
    expect(await atMaya.try({ do: 'presence.ready' })).toEqual(refusedAs('takenOver'));
  });

  test('STATION-3 the end of the older socket does not make the new page unreachable', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const again = await rig.visit(maya.agentId, { token: atMaya.token });
    atMaya.desk.close();
    const callId = await rig.callIn();
    expect(rig.offerTo(again).callId).toBe(callId);
  });

  test('STATION-3 of two tabs that open at the same moment one is told, and the other one works', async () => {
    const rig = await openRig();
    const signedIn = await signIn(rig, 'maya', 'maya');
    if (!signedIn.ok) throw new Error(signedIn.refusal.problem);
    const { token } = signedIn.value;
    const tab = (name: string) => rig.visit(maya.agentId, { token, stationId: asId<'station'>(name) });
    const [one, other] = await Promise.allSettled([tab('first'), tab('second')]);
    expect(other).toMatchObject({ status: 'rejected', reason: { message: 'takenOver' } });
    if (one.status !== 'fulfilled') throw one.reason;
    await one.value.do({ do: 'presence.ready' });
    expect(one.value.screen.of('presence')).toHaveLength(1);
  });

  test('STATION-3 nobody takes a station at which somebody else sits', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await expect(rig.enter(li, { stationId: atMaya.stationId })).rejects.toThrow('notAllowed');
  });

  test('STATION-3 a shared computer is the next person’s once the last one left', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await atMaya.do({ do: 'presence.signOut' });
    const atLi = await rig.enter(li, { stationId: atMaya.stationId });
    expect(atLi.screen.snapshots[0]?.me.name).toBe('Li');
  });

  test('STATION-2 gets credentials of which only digests are kept', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    const given = await atMaya.ask({ ask: 'station.credentials' });
    expect(given).toMatchObject({
      ok: true,
      value: { address: 'sip:maya-desk@ringside.test', userName: 'maya-desk' },
    });
    const { secret } = (given as { value: { secret: string } }).value;
    const stored = JSON.stringify(await rig.store.stationGrant(atMaya.stationId));
    expect(stored).toContain('ha1Sha256');
    expect(stored).not.toContain(secret);
  });

  test('AUTH-6 a person without the role may not take calls', async () => {
    const rig = await openRig();
    const admin = {
      ...noor,
      agentId: asId<'agent'>('ada'),
      userName: 'ada',
      name: 'Ada',
      roles: ['admin'] as const,
    };
    await rig.store.commit([{ put: 'agent', agent: admin, passwordHash: 'hash of ada' }]);
    const atAda = await rig.enter(admin);
    expect(await atAda.try({ do: 'presence.ready' })).toEqual(refusedAs('notAllowed'));
    expect(await atAda.ask({ ask: 'customer.search', text: 'a' })).toEqual(refusedAs('notAllowed'));
  });

  test('AUTH-6 nobody touches another’s call', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const callId = await rig.callIn();
    await rig.answer(atMaya);
    const atLi = await rig.enter(li);
    expect(await atLi.try({ do: 'call.end', callId })).toEqual(refusedAs('notYourCall'));
    expect(await atLi.try({ do: 'call.digits', callId, digits: '1' })).toEqual(refusedAs('notYourCall'));
  });

  test('DEMO-1 can’t use the demo caller outside the demo', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try({ do: 'demo.call', from: null, hotlineId: asId('service-line') })).toEqual(
      refusedAs('demoOnly'),
    );
  });

  test('DRAFT-1 finds what was typed again after a restart', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await atMaya.do({ do: 'draft.keep', about: 'case:1', text: 'half a sen' });
    await rig.restart([]);
    const again = await rig.visit(maya.agentId, { token: atMaya.token });
    expect(again.screen.snapshots[0]?.drafts).toMatchObject([{ about: 'case:1', text: 'half a sen' }]);
  });
});

describe('a page that can’t be reached', () => {
  test('PRES-6 gets no calls from the moment it does not answer', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    atMaya.desk.alive(false);
    const callId = await rig.callIn();
    expect(rig.telephony.asksOf(callId)).toEqual(['admit']);
    atMaya.desk.alive(true);
    await settle();
    expect(rig.offerTo(atMaya).callId).toBe(callId);
  });

  test('PRES-6 is Not ready, connectionLost, after twenty seconds', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    atMaya.desk.close();
    await rig.advance(seconds(19));
    expect((await rig.store.presences())[0]?.presence.state).toBe('ready');
    await rig.advance(seconds(1));
    expect((await rig.store.presences())[0]?.presence).toMatchObject({
      state: 'notReady',
      reason: 'connectionLost',
    });
  });

  test('PRES-6 that comes back in time is still Ready, at its idle place', async () => {
    const rig = await openRig();
    const atMaya = await rig.seatReady(maya);
    const before = atMaya.presence();
    atMaya.desk.close();
    await rig.advance(seconds(5));
    const again = await rig.visit(maya.agentId, { token: atMaya.token });
    await rig.advance(seconds(60));
    expect(again.screen.snapshots[0]?.presence).toEqual(before);
    expect(again.screen.of('presence')).toEqual([]);
  });

  test('PRES-6 without a station is not Ready for long', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    await atMaya.do({ do: 'presence.ready' });
    await rig.advance(seconds(20));
    expect(atMaya.presence()).toMatchObject({ state: 'notReady', reason: 'connectionLost' });
  });

  test('PRES-7 a reason must be one of the centre’s', async () => {
    const rig = await openRig();
    const atMaya = await rig.enter(maya);
    expect(await atMaya.try({ do: 'presence.notReady', reason: 'missed' })).toEqual(
      refusedAs('unknownReason'),
    );
  });
});
