import { describe, expect, it } from 'vitest';
import { refuse } from '@ringside/shared/model/result';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { header, headers } from '../message/header.ts';
import { FakeMedia, sdpOfFarEnd } from '../switch/testing/fake-media.ts';
import { FakeFlow, FakeStack, Received } from '../switch/testing/fake-stack.ts';
import { aRequest, countedIds, settle } from '../switch/testing/given-switch.ts';
import type { Dialog } from './dialog.ts';
import { Session } from './session.ts';
import type { SessionParts } from './session-parts.ts';
import type { SessionTimer } from './session-timer.ts';
import { defaultTimerWish } from './session-timer.ts';
import { defaultSipTimes } from './sip-times.ts';

const dialog: Dialog = {
  callId: 'c1',
  localTag: 'us',
  remoteTag: 'them',
  local: '<sip:service@192.0.2.1>;tag=us',
  remote: '<sip:okafor@192.0.2.10>;tag=them',
  remoteTarget: 'sip:phone@192.0.2.10:5060',
  routeSet: [],
  localCSeq: 0,
  remoteCSeq: 1,
  choseCallId: false,
};

/** A confirmed session with Mr Okafor's telephone. */
function given(timer: SessionTimer | null = null, changes: Partial<SessionParts> = {}) {
  const stack = new FakeStack();
  const clock = createManualClock(0);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ground = { stack, clock, ids: countedIds(), log, times: defaultSipTimes };
  const media = new FakeMedia();
  const heard: string[] = [];
  const flow = new FakeFlow();
  const parts: SessionParts = {
    dialog,
    route: { target: () => ({ to: 'flow', flow }), contact: () => '<sip:ringside@192.0.2.1:5060>' },
    audio: {
      reoffer: () => media.reoffer('leg', 'sendrecv'),
      reanswer: (offer) => media.reanswer('leg', offer),
      accept: (answer) => media.accept('leg', answer),
    },
    timerWish: defaultTimerWish,
    timer,
    peerUpdates: true,
    credentials: null,
    ...changes,
  };
  const session = new Session(ground, parts, {
    ended: (how) => heard.push(how),
    digit: (digit) => heard.push(digit),
    changed: () => {},
  });
  void media.offer('leg', 'rtp');
  session.confirm(dialog, timer, parts.peerUpdates);
  let cseq = 1;
  const receive = (method: string, more: Parameters<typeof aRequest>[1] = {}) => {
    cseq += method === 'ACK' ? 0 : 1;
    const request = aRequest(method, { from: dialog.remote, to: dialog.local, cseq, ...more });
    const received = new Received(request, flow);
    session.receive(received.incoming);
    return received;
  };
  return { stack, clock, media, session, heard, receive };
}

const timerHeaders = (expires: string) => [
  { name: 'Supported', value: 'timer' },
  { name: 'Session-Expires', value: expires },
];

describe('A re-INVITE of the peer (RFC 3261 section 14.2)', () => {
  it('is answered with a new description and its new Contact is used', async () => {
    const { receive, session } = given();
    const invite = receive('INVITE', { sdp: sdpOfFarEnd(), contact: '<sip:phone@192.0.2.10:5070>' });
    await settle();
    expect(invite.statuses).toEqual([200]);
    expect(Buffer.from(invite.last().body).toString()).toContain('o=ringside 1 2');
    expect(session.dialog.remoteTarget).toBe('sip:phone@192.0.2.10:5070');
    receive('ACK');
  });

  it('without an offer gets ours; the ACK brings the answer', async () => {
    const { receive, media } = given();
    const invite = receive('INVITE');
    await settle();
    expect(invite.final).toBe(200);
    receive('ACK', { sdp: sdpOfFarEnd(31_000) });
    await settle();
    expect(media.open.get('leg')?.answer).toContain('31000');
  });

  it('with a description that can’t be used gets 488 and changes nothing', async () => {
    const { receive, session } = given();
    const invite = receive('INVITE', { sdp: 'unusable', contact: '<sip:phone@192.0.2.10:5070>' });
    await settle();
    expect(invite.statuses).toEqual([488]);
    expect(session.dialog.remoteTarget).toBe(dialog.remoteTarget);
  });

  it('while one is being answered gets 500 with Retry-After', async () => {
    const { receive } = given();
    receive('INVITE', { sdp: sdpOfFarEnd() });
    const second = receive('INVITE', { sdp: sdpOfFarEnd() });
    expect(second.statuses).toEqual([500]);
    expect(Number(header(second.last(), 'Retry-After'))).toBeLessThanOrEqual(10);
    await settle();
  });

  it('that meets one of ours gets 491, and ours is sent again later', async () => {
    const timer = { interval: 100, refresher: 'us' } as const;
    const { receive, stack, clock } = given(timer, { peerUpdates: false });
    clock.advance(50_000);
    await settle();
    expect(receive('INVITE', { sdp: sdpOfFarEnd() }).statuses).toEqual([491]);
    stack.lastSent('INVITE').answer(491);
    clock.advance(2_010);
    await settle();
    expect(stack.sent.filter(({ method }) => method === 'INVITE')).toHaveLength(2);
  });

  it('that ends with the call gets 487', () => {
    const { receive, heard } = given();
    const invite = receive('INVITE', { sdp: sdpOfFarEnd() });
    receive('BYE');
    expect(invite.statuses).toEqual([487]);
    expect(heard).toEqual(['peer']);
  });
});

describe('UPDATE (RFC 3311)', () => {
  it('is answered with and without a description', async () => {
    const { receive } = given();
    expect(receive('UPDATE').statuses).toEqual([200]);
    const described = receive('UPDATE', { sdp: sdpOfFarEnd() });
    await settle();
    expect(described.statuses).toEqual([200]);
    expect(header(described.last(), 'Content-Type')).toBe('application/sdp');
  });

  it('with an offer waits while ours is open (491) or another is being answered (500)', async () => {
    const { receive } = given();
    receive('INVITE');
    await settle();
    expect(receive('UPDATE', { sdp: sdpOfFarEnd() }).statuses).toEqual([491]);
    receive('ACK', { sdp: sdpOfFarEnd(), cseq: 2 });
    receive('UPDATE', { sdp: sdpOfFarEnd() });
    expect(receive('UPDATE', { sdp: sdpOfFarEnd() }).statuses).toEqual([500]);
  });
});

describe('Requests within a dialog (RFC 3261 section 12.2.2)', () => {
  it('with a number that is not above the last get 500', () => {
    const { receive } = given();
    expect(receive('INFO', { cseq: 5 }).statuses).toEqual([200]);
    expect(receive('INFO', { cseq: 5 }).statuses).toEqual([500]);
    expect(receive('INFO', { cseq: 4 }).statuses).toEqual([500]);
    expect(receive('INFO', { cseq: 900 }).statuses).toEqual([200]);
  });

  it.each([
    ['OPTIONS', 200],
    ['REFER', 403],
    ['NOTIFY', 481],
    ['PRACK', 481],
    ['MESSAGE', 405],
  ])('%s gets %i', (method, status) => {
    expect(given().receive(method).statuses).toEqual([status]);
  });

  it('with an extension that we don’t know get 420 and its name', () => {
    const received = given().receive('INFO', { headers: [{ name: 'Require', value: 'timer, teleport' }] });
    expect(received.statuses).toEqual([420]);
    expect(headers(received.last(), 'Unsupported')).toEqual(['teleport']);
  });

  it('INFO brings keys, and 415 for what we can’t read', () => {
    const { receive, heard } = given();
    receive('INFO', { body: { type: 'application/dtmf-relay', text: 'Signal= 5\r\nDuration= 160\r\n' } });
    receive('INFO', { body: { type: 'application/dtmf', text: '#' } });
    expect(heard).toEqual(['5', '#']);
    expect(receive('INFO', { body: { type: 'text/plain', text: '5' } }).statuses).toEqual([415]);
  });

  it('after the end get 481, but a BYE that crosses ours gets 200', () => {
    const { receive, session, heard, stack } = given();
    session.end();
    expect(stack.lastSent('BYE').request.uri).toBe(dialog.remoteTarget);
    expect(receive('INFO').statuses).toEqual([481]);
    expect(receive('BYE').statuses).toEqual([200]);
    expect(heard).toEqual([]);
  });
});

describe('Session timers (RFC 4028)', () => {
  it('we refresh with UPDATE at half the interval, and again', () => {
    const { stack, clock } = given({ interval: 1_800, refresher: 'us' });
    clock.advance(900_000);
    const update = stack.lastSent('UPDATE');
    expect(header(update.request, 'Session-Expires')).toBe('1800;refresher=uac');
    update.answer(200, { headers: [{ name: 'Session-Expires', value: '1800;refresher=uac' }] });
    clock.advance(900_000);
    expect(stack.sent.filter(({ method }) => method === 'UPDATE')).toHaveLength(2);
  });

  it('with a peer that does not know UPDATE we refresh by re-INVITE, acknowledged', async () => {
    const { stack, clock, media } = given({ interval: 1_800, refresher: 'us' }, { peerUpdates: false });
    clock.advance(900_000);
    await settle();
    const invite = stack.lastSent('INVITE');
    invite.answer(200, { sdp: sdpOfFarEnd(31_000) });
    invite.answer(200, { sdp: sdpOfFarEnd(31_000) });
    await settle();
    expect(stack.acks.map(({ ack }) => header(ack, 'CSeq'))).toEqual(['1 ACK', '1 ACK']);
    expect(stack.acks[0]?.ack.uri).toBe('sip:far@192.0.2.10:5060');
    expect(media.open.get('leg')?.answer).toContain('31000');
  });

  it('a peer that no longer knows the call ends it; one that refuses to be refreshed does not', () => {
    const forgetful = given({ interval: 1_800, refresher: 'us' });
    forgetful.clock.advance(900_000);
    forgetful.stack.lastSent('UPDATE').answer(481);
    expect(forgetful.heard).toEqual(['lost']);
    const old = given({ interval: 1_800, refresher: 'us' });
    old.clock.advance(900_000);
    old.stack.lastSent('UPDATE').answer(501);
    old.clock.advance(890_000);
    old.stack.lastSent('OPTIONS').answer(200);
    expect(old.heard).toEqual([]);
  });

  it('a peer that does not answer a refresh has lost the call, and gets BYE', () => {
    const { stack, clock, heard } = given({ interval: 1_800, refresher: 'us' });
    clock.advance(900_000);
    stack.lastSent('UPDATE').fail('timeout');
    expect(heard).toEqual(['lost']);
    expect(stack.lastSent('BYE')).toBeDefined();
  });

  it('a peer that promised to refresh and does not has lost the call', () => {
    const { clock, heard, receive } = given({ interval: 100, refresher: 'them' });
    clock.advance(60_000);
    const refresh = receive('UPDATE', { headers: timerHeaders('100;refresher=uac') });
    expect(header(refresh.last(), 'Session-Expires')).toBe('100;refresher=uac');
    expect(header(refresh.last(), 'Require')).toBe('timer');
    clock.advance(67_000);
    expect(heard).toEqual([]);
    clock.advance(1_000);
    expect(heard).toEqual(['lost']);
  });

  it('too short an interval gets 422 with Min-SE, and ours grows after a 422', () => {
    const { receive, stack, clock } = given({ interval: 1_800, refresher: 'us' });
    const short = receive('UPDATE', { headers: timerHeaders('60') });
    expect(short.statuses).toEqual([422]);
    expect(header(short.last(), 'Min-SE')).toBe('90');
    clock.advance(900_000);
    stack.lastSent('UPDATE').answer(422, { headers: [{ name: 'Min-SE', value: '3600' }] });
    expect(header(stack.lastSent('UPDATE').request, 'Session-Expires')).toBe('3600;refresher=uac');
  });

  it('do not run on a leg that has none', () => {
    const { clock, stack, receive } = given(null, { timerWish: null });
    const update = receive('UPDATE', { headers: timerHeaders('90') });
    expect(header(update.last(), 'Session-Expires')).toBeUndefined();
    clock.advance(10_000_000);
    expect(stack.sent).toEqual([]);
  });
});

it('A trunk that challenges our BYE gets it again with credentials', () => {
  const authorization = { name: 'Authorization', value: 'Digest proof' };
  const { session, stack } = given(null, { credentials: { answer: () => authorization } });
  session.end();
  stack.lastSent('BYE').answer(401);
  const second = stack.lastSent('BYE').request;
  expect(header(second, 'Authorization')).toBe('Digest proof');
  expect(header(second, 'CSeq')).toBe('2 BYE');
});

it('A media engine that is gone ends no dialog by itself: the peer gets 488', async () => {
  const gone = () => Promise.resolve(refuse('gone' as const));
  const { receive } = given(null, { audio: { reoffer: gone, reanswer: gone, accept: gone } });
  const invite = receive('INVITE', { sdp: sdpOfFarEnd() });
  await settle();
  expect(invite.statuses).toEqual([488]);
});
