import { describe, expect, it } from 'vitest';
import { header, headers } from '../message/header.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import { FakeFlow } from './testing/fake-stack.ts';
import { aTrunk, Caller, deliveredCall, givenSwitch, settle, someSettings } from './testing/given-switch.ts';

const atOnce = { answer: 'atOnce', greeting: 'welcome-en', music: 'hold-music' } as const;
const withAgent = { answer: 'withAgent', greeting: null, music: 'hold-music' } as const;

describe('A call that comes in', () => {
  it('is acknowledged with 100 at once and delivered with who calls and what was dialled', () => {
    const { caller, events } = givenSwitch();
    const invite = caller.invite({
      headers: [
        { name: 'User-to-User', value: '56a390f3;encoding=hex' },
        { name: 'X-Campaign', value: 'spring' },
        { name: 'Subject', value: 'not handed on' },
      ],
    });
    expect(invite.statuses).toEqual([]);
    expect(events[0]).toMatchObject({
      type: 'delivered',
      trunkId: 'carrier',
      dialled: 'service',
      from: { number: '+886912345678', display: '', withheld: false },
      passed: { 'user-to-user': '56a390f3;encoding=hex', 'x-campaign': 'spring' },
    });
  });

  it('is answered at once with a greeting and then music', async () => {
    const { caller, events, telephony, media, seen } = givenSwitch();
    const invite = caller.invite();
    const { callId, legId } = deliveredCall(events);
    await telephony.admit(callId, atOnce);
    await settle();
    expect(invite.statuses).toEqual([200]);
    expect(header(invite.last(), 'Content-Type')).toBe('application/sdp');
    expect(media.open.get(legId)?.playing).toBe('welcome-en once');
    media.say({ type: 'played', legId, sound: { file: 'welcome-en' } });
    expect(media.open.get(legId)?.playing).toBe('hold-music loop');
    expect(seen()).toEqual(['delivered', 'established']);
  });

  it('hears music at once when its greeting is missing', async () => {
    const { caller, events, telephony, media } = givenSwitch();
    caller.invite();
    const { callId, legId } = deliveredCall(events);
    await telephony.admit(callId, { ...atOnce, greeting: 'missing' });
    await settle();
    expect(media.open.get(legId)?.playing).toBe('hold-music loop');
  });

  it('rings until an agent takes it when the line is answered with the agent', async () => {
    const { caller, events, telephony } = givenSwitch();
    const invite = caller.invite();
    await telephony.admit(deliveredCall(events).callId, withAgent);
    await settle();
    expect(invite.statuses).toEqual([180]);
    expect(events.map(({ type }) => type)).toEqual(['delivered']);
  });

  it.each([
    ['unknownNumber', 404],
    ['busy', 486],
    ['full', 503],
    ['closed', 480],
    ['notAllowed', 403],
  ] as const)('is refused as %s with %i and is over', async (why, status) => {
    const { caller, events, telephony, media } = givenSwitch();
    const invite = caller.invite();
    const { callId, legId } = deliveredCall(events);
    await telephony.refuse(callId, why);
    expect(invite.final).toBe(status);
    expect(header(invite.last(), 'Retry-After')).toBe(why === 'full' ? '10' : undefined);
    expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', legId, party: 'caller', by: 'gateway' });
    expect(await telephony.admit(callId, atOnce)).toEqual({ ok: false, refusal: 'gone' });
    expect(media.everOpened.size).toBe(0);
  });

  it('hears every minute that it still rings', async () => {
    const { caller, events, telephony, clock } = givenSwitch();
    const invite = caller.invite();
    await telephony.admit(deliveredCall(events).callId, withAgent);
    await settle();
    clock.advance(150_000);
    expect(invite.statuses).toEqual([180, 180, 180]);
    invite.cancel();
    clock.advance(150_000);
    expect(invite.statuses).toEqual([180, 180, 180, 487]);
  });

  it('is refused with 503 when nobody decides about it', () => {
    const { caller, events, clock } = givenSwitch();
    const invite = caller.invite();
    clock.advance(20_000);
    expect(invite.final).toBe(503);
    expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', by: 'gateway', cause: 'lost' });
  });

  it('ends by the caller when they hang up while it rings', async () => {
    const { caller, events, telephony, media } = givenSwitch();
    const invite = caller.invite();
    await telephony.admit(deliveredCall(events).callId, withAgent);
    await settle();
    invite.cancel();
    await settle();
    expect(events.at(-1)).toMatchObject({
      type: 'connectionCleared',
      party: 'caller',
      by: 'caller',
      cause: 'normal',
    });
    expect(media.open.size).toBe(0);
  });

  it('leaves no port behind when the caller hangs up while the port is being opened', async () => {
    const { caller, events, telephony, media } = givenSwitch();
    const opened = Promise.withResolvers<void>();
    media.delay = () => opened.promise;
    const invite = caller.invite();
    await telephony.admit(deliveredCall(events).callId, atOnce);
    invite.cancel();
    opened.resolve();
    await settle();
    expect(media.everOpened.size).toBe(1);
    expect(media.open.size).toBe(0);
    expect(invite.statuses).not.toContain(200);
  });

  it('ends by the caller with BYE', async () => {
    const { caller, events, telephony, media, seen } = givenSwitch();
    const invite = caller.invite();
    await telephony.admit(deliveredCall(events).callId, atOnce);
    await settle();
    caller.ack(invite);
    expect(caller.within('BYE').statuses).toEqual([200]);
    expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', by: 'caller', cause: 'normal' });
    expect(seen()).toEqual(['delivered', 'established', 'connectionCleared']);
    expect(media.open.size).toBe(0);
    expect(telephony.status().calls).toBe(0);
  });

  it('ends by the gateway with BYE only after the caller has acknowledged the answer', async () => {
    const { caller, events, telephony, stack } = givenSwitch();
    const invite = caller.invite();
    const { callId } = deliveredCall(events);
    await telephony.admit(callId, atOnce);
    await settle();
    await telephony.release(callId);
    expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', by: 'gateway' });
    expect(stack.sent).toEqual([]);
    caller.ack(invite);
    expect(stack.lastSent('BYE').request.uri).toBe('sip:phone@192.0.2.10:5060');
  });

  it('hears the answer again and again until it acknowledges, and is given up after 32 s', async () => {
    const { caller, events, telephony, clock, stack } = givenSwitch();
    const invite = caller.invite();
    await telephony.admit(deliveredCall(events).callId, atOnce);
    await settle();
    clock.advance(500 + 1_000 + 2_000 + 4_000 + 4_000);
    expect(invite.statuses.filter((status) => status === 200)).toHaveLength(6);
    clock.advance(32_000);
    expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', by: 'caller', cause: 'lost' });
    expect(stack.lastSent('BYE')).toBeDefined();
  });

  it('is not repeated once it is acknowledged', async () => {
    const { caller, events, telephony, clock } = givenSwitch();
    const invite = caller.invite();
    await telephony.admit(deliveredCall(events).callId, atOnce);
    await settle();
    caller.ack(invite);
    clock.advance(60_000);
    expect(invite.statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('may come without an offer: ours is in the 200, the answer in the ACK', async () => {
    const { caller, events, telephony, media } = givenSwitch();
    const invite = caller.invite({ sdp: null });
    const { callId, legId } = deliveredCall(events);
    await telephony.admit(callId, atOnce);
    await settle();
    expect(invite.final).toBe(200);
    caller.ack(invite, sdpOfFarEnd(31_000));
    await settle();
    expect(media.open.get(legId)?.answer).toContain('31000');
  });

  it('is lost when the ACK to our offer brings no answer', async () => {
    const { caller, events, telephony, stack } = givenSwitch();
    const invite = caller.invite({ sdp: null });
    await telephony.admit(deliveredCall(events).callId, atOnce);
    await settle();
    caller.ack(invite);
    await settle();
    expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', cause: 'lost' });
    expect(stack.lastSent('BYE')).toBeDefined();
  });

  it('is refused with 488 when there is no codec in common, with 503 when no port is free', async () => {
    for (const [refusal, status] of [
      ['noCommonCodec', 488],
      ['noPorts', 503],
    ] as const) {
      const { caller, events, telephony, media } = givenSwitch();
      media.refusal = refusal;
      const invite = caller.invite();
      await telephony.admit(deliveredCall(events).callId, atOnce);
      await settle();
      expect(invite.final).toBe(status);
      expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', by: 'gateway', cause: 'lost' });
    }
  });

  it('rings reliably when the caller requires it, and is answered only after PRACK (RFC 3262)', async () => {
    const { caller, events, telephony, clock } = givenSwitch(someSettings({ trunks: [aTrunk()] }));
    const invite = caller.invite({ headers: [{ name: 'Require', value: '100rel' }] });
    const { callId } = deliveredCall(events);
    await telephony.admit(callId, withAgent);
    await settle();
    expect(headers(invite.last(), 'Require')).toEqual(['100rel']);
    clock.advance(500);
    expect(invite.statuses).toEqual([180, 180]);
    caller.hears(invite);
    const rseq = header(invite.last(), 'RSeq');
    expect(
      caller.within('PRACK', { headers: [{ name: 'RAck', value: `${rseq} 99 INVITE` }] }).statuses,
    ).toEqual([481]);
    const prack = caller.within('PRACK', { headers: [{ name: 'RAck', value: `${rseq} 1 INVITE` }] });
    expect(prack.statuses).toEqual([200]);
    clock.advance(10_000);
    expect(invite.statuses).toEqual([180, 180]);
  });

  it('is given up when a reliable ringing is never acknowledged', async () => {
    const { caller, events, telephony, clock } = givenSwitch();
    const invite = caller.invite({ headers: [{ name: 'Require', value: '100rel' }] });
    await telephony.admit(deliveredCall(events).callId, withAgent);
    await settle();
    clock.advance(32_000);
    expect(invite.final).toBe(504);
    expect(events.at(-1)).toMatchObject({ type: 'connectionCleared', cause: 'lost' });
  });
});

describe('Who may call in', () => {
  it('a request from no trunk is refused with 403 and counted', () => {
    const { stack, events, telephony } = givenSwitch();
    const stranger = new Caller(stack, new FakeFlow('udp', '203.0.113.66', 5060));
    expect(stranger.invite().statuses).toEqual([403]);
    expect(events).toEqual([]);
    expect(telephony.status().counters['arrivals.refusedSources']).toBe(1);
  });

  it('a trunk may use only its own transports', () => {
    const { stack } = givenSwitch(someSettings({ trunks: [aTrunk({ transports: ['tls'] })] }));
    expect(new Caller(stack).invite().statuses).toEqual([403]);
  });

  it('an agent can’t dial by SIP', async () => {
    const { stations, stack, events } = givenSwitch(
      someSettings({ trunks: [aTrunk({ transports: ['udp'] })] }),
    );
    const { flow } = await stations.register('maya');
    expect(new Caller(stack, flow).invite().statuses).toEqual([403]);
    const desk = new FakeFlow('udp', '192.0.2.77', 5060);
    await stations.register('desk-li', { flow: desk });
    expect(new Caller(stack, desk).invite().statuses).toEqual([403]);
    expect(events.some(({ type }) => type === 'delivered')).toBe(false);
  });

  it('a trunk that must prove itself is challenged, strongest digest first', () => {
    const trunk = aTrunk({ digestIn: { userName: 'pbx', password: 'secret' } });
    const { caller } = givenSwitch(someSettings({ trunks: [trunk] }));
    const invite = caller.invite();
    expect(invite.statuses).toEqual([401]);
    const challenges = headers(invite.last(), 'WWW-Authenticate');
    expect(challenges.map((value) => value.includes('algorithm=MD5'))).toEqual([false, true]);
  });

  it.each([
    [482, { headers: [{ name: 'Ringside-Instance', value: 'node-1' }] }],
    [420, { headers: [{ name: 'Require', value: 'teleport' }] }],
    [416, { uri: 'mailto:service@example.org' }],
    [415, { sdp: null, headers: [{ name: 'Content-Encoding', value: 'gzip' }] }],
    [
      422,
      {
        headers: [
          { name: 'Supported', value: 'timer' },
          { name: 'Session-Expires', value: '30' },
        ],
      },
    ],
  ])('an INVITE that can’t be followed gets %i', (status, changes) => {
    const { caller, events } = givenSwitch();
    expect(caller.invite(changes).statuses).toEqual([status]);
    expect(events).toEqual([]);
  });

  it('a full gateway and one that drains answer 503 with Retry-After', () => {
    const full = givenSwitch(someSettings({ callsAtOnce: 1 }));
    full.caller.invite();
    const second = full.caller.invite();
    expect(second.statuses).toEqual([503]);
    expect(header(second.last(), 'Retry-After')).toBe('10');
    const draining = givenSwitch();
    draining.telephony.drain();
    expect(draining.caller.invite().statuses).toEqual([503]);
  });

  it('more calls a second than were set get 503', () => {
    const { caller, clock } = givenSwitch(someSettings({ callsPerSecond: 2 }));
    expect([1, 2, 3].map(() => caller.invite().statuses[0])).toEqual([undefined, undefined, 503]);
    clock.advance(1_000);
    expect(caller.invite().statuses).toEqual([]);
  });

  it('requests outside calls get what RFC 3261 says', () => {
    const { stack, caller } = givenSwitch();
    const invite = caller.invite();
    const to = '<sip:service@192.0.2.1>;tag=nobody';
    const within = (method: string) => {
      const request = {
        ...invite.request,
        method,
        headers: invite.request.headers.map((one) => ({ ...one })),
      };
      const lines = request.headers.map((one) =>
        one.name === 'To'
          ? { name: 'To', value: to }
          : one.name === 'CSeq'
            ? { name: 'CSeq', value: `2 ${method}` }
            : one,
      );
      return stack.receive({ ...request, headers: lines }, caller.flow).statuses;
    };
    expect(within('BYE')).toEqual([481]);
    expect(within('INFO')).toEqual([481]);
    expect(within('ACK')).toEqual([]);
    const outside = (method: string) => stack.receive({ ...invite.request, method }, caller.flow).statuses;
    expect(outside('OPTIONS')).toEqual([200]);
    expect(outside('MESSAGE')).toEqual([405]);
    expect(outside('SUBSCRIBE')).toEqual([405]);
    expect(outside('REFER')).toEqual([403]);
  });
});
