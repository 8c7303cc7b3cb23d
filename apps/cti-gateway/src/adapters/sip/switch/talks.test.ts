import { describe, expect, it } from 'vitest';
import { header } from '../message/header.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import { FakeFlow } from './testing/fake-stack.ts';
import type { GivenSwitch } from './testing/given-switch.ts';
import { deliveredCall, givenSwitch, legId, ofLeg, settle, stationId } from './testing/given-switch.ts';

const music = 'hold-music';
const shown = { number: '+886912345678', display: 'Okafor' };
const mayasLeg = legId('mayas-leg');

/** Mr Okafor waits with music, Maya's page is registered. */
async function waiting(answer: 'atOnce' | 'withAgent' = 'atOnce') {
  const given = givenSwitch();
  const { flow } = await given.stations.register('maya');
  const invite = given.caller.invite();
  const call = deliveredCall(given.events);
  await given.telephony.admit(call.callId, { answer, greeting: null, music });
  await settle();
  if (answer === 'atOnce') given.caller.ack(invite);
  return { ...given, invite, call, flow, maya: stationId('maya') };
}

async function offered(answer: 'atOnce' | 'withAgent' = 'atOnce', resume = false) {
  const given = await waiting(answer);
  const { callId } = given.call;
  await given.telephony.offer({ callId, legId: mayasLeg, stationId: given.maya, caller: shown, resume });
  await settle();
  return { ...given, ring: given.stack.lastSent('INVITE') };
}

async function talking() {
  const given = await offered();
  given.ring.answer(200, { sdp: sdpOfFarEnd() });
  await settle();
  given.media.say({ type: 'connected', legId: mayasLeg });
  await given.telephony.connect(given.call.callId, mayasLeg);
  return given;
}

const playing = ({ media }: GivenSwitch, leg: string) => media.open.get(leg)?.playing;

describe('An offer to an agent', () => {
  it('rings the page over its WebSocket with the call and the caller', async () => {
    const { ring, flow, call } = await offered();
    expect(ring.target).toEqual({ to: 'flow', flow });
    expect(ring.request.uri).toBe('sip:r1@x.invalid;transport=ws');
    expect(header(ring.request, 'From')).toContain('"Okafor" <sip:+886912345678@ringside.test>');
    expect(header(ring.request, 'Ringside-Call')).toBe(call.callId);
    expect(header(ring.request, 'Answer-Mode')).toBeUndefined();
    expect(header(ring.request, 'Session-Expires')).toBeUndefined();
    expect(Buffer.from(ring.request.body).toString()).toContain('SAVPF');
  });

  it('asks for an automatic answer when a lost leg is put back', async () => {
    const { ring } = await offered('atOnce', true);
    expect(header(ring.request, 'Answer-Mode')).toBe('Auto');
  });

  it('is established only when the 200 is there and ICE and DTLS are done', async () => {
    const { ring, media, events } = await offered();
    ring.answer(180);
    expect(ofLeg(events, mayasLeg)).toEqual(['alerting']);
    ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    expect(ofLeg(events, mayasLeg)).toEqual(['alerting']);
    media.say({ type: 'connected', legId: mayasLeg });
    expect(ofLeg(events, mayasLeg)).toEqual(['alerting', 'established']);
  });

  it('is refused for a station that is not there, and for a call that is over', async () => {
    const { telephony, call, maya } = await waiting();
    const offer = { legId: mayasLeg, caller: shown, resume: false };
    const away = await telephony.offer({ ...offer, callId: call.callId, stationId: stationId('li') });
    expect(away).toEqual({ ok: false, refusal: 'stationGone' });
    await telephony.release(call.callId);
    expect(await telephony.offer({ ...offer, callId: call.callId, stationId: maya })).toEqual({
      ok: false,
      refusal: 'gone',
    });
  });

  it('may be repeated without ringing twice', async () => {
    const { telephony, call, maya, stack } = await offered();
    const again = { callId: call.callId, legId: mayasLeg, stationId: maya, caller: shown, resume: false };
    expect(await telephony.offer(again)).toEqual({ ok: true, value: undefined });
    await settle();
    expect(stack.sent.filter(({ method }) => method === 'INVITE')).toHaveLength(1);
  });

  it.each([
    [486, 'busy'],
    [603, 'declined'],
    [480, 'unreachable'],
    [488, 'media'],
    [500, 'unreachable'],
  ])('that the station answers with %i has failed as %s', async (status, cause) => {
    const { ring, events, media } = await offered();
    ring.answer(status);
    expect(events.at(-1)).toMatchObject({ type: 'failed', legId: mayasLeg, cause });
    expect(media.open.has(mayasLeg)).toBe(false);
  });

  it('fails as unreachable when the page does not answer in time, and is cancelled', async () => {
    const { ring, clock, events } = await offered();
    clock.advance(8_000);
    expect(events.at(-1)).toMatchObject({ type: 'failed', legId: mayasLeg, cause: 'unreachable' });
    expect(ring.cancelled).toBe(true);
  });

  it('fails as media when ICE does not come through, and the page gets BYE', async () => {
    const { ring, media, events, stack } = await offered();
    ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    media.say({ type: 'failed', legId: mayasLeg, why: 'ICE' });
    expect(events.at(-1)).toMatchObject({ type: 'failed', legId: mayasLeg, cause: 'media' });
    expect(stack.lastSent('BYE')).toBeDefined();
  });

  it('that is taken back ends with CANCEL; a 200 that crosses it is acknowledged and ended with BYE', async () => {
    const { ring, telephony, call, events, stack, seen } = await offered();
    await telephony.drop(call.callId, mayasLeg);
    expect(ring.cancelled).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'failed', legId: mayasLeg, cause: 'noAnswer' });
    const count = seen().length;
    ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    expect(stack.acks).toHaveLength(1);
    expect(stack.lastSent('BYE')).toBeDefined();
    expect(seen()).toHaveLength(count);
  });

  it('rings a desk phone, which is established when it is picked up', async () => {
    const given = givenSwitch();
    const desk = new FakeFlow('udp', '198.51.100.20', 5060);
    await given.stations.register('desk-li', { flow: desk, contact: '<sip:li@198.51.100.20>' });
    given.caller.invite();
    const { callId } = deliveredCall(given.events);
    await given.telephony.admit(callId, { answer: 'atOnce', greeting: null, music });
    const leg = legId('lis-leg');
    await given.telephony.offer({
      callId,
      legId: leg,
      stationId: stationId('desk-li'),
      caller: shown,
      resume: true,
    });
    await settle();
    const ring = given.stack.lastSent('INVITE');
    expect(header(ring.request, 'Call-Info')).toContain('answer-after=0');
    given.clock.advance(30_000);
    ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    expect(ofLeg(given.events, leg)).toEqual(['established']);
  });
});

describe('A talk', () => {
  it('starts when the agent is connected: music stops, both are in the bridge', async () => {
    const given = await talking();
    const { call, media } = given;
    expect(media.open.get(call.legId)).toMatchObject({ bridge: call.callId, playing: null, muted: false });
    expect(media.open.get(mayasLeg)).toMatchObject({ bridge: call.callId });
  });

  it('starts by itself when connect came before the page was ready', async () => {
    const { ring, media, telephony, call } = await offered();
    await telephony.connect(call.callId, mayasLeg);
    expect(media.open.get(call.legId)?.playing).toBe('hold-music loop');
    ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    media.say({ type: 'connected', legId: mayasLeg });
    expect(media.open.get(call.legId)).toMatchObject({ bridge: call.callId, playing: null });
  });

  it('answers a call that still rang', async () => {
    const { ring, media, telephony, call, invite, events } = await offered('withAgent');
    ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    media.say({ type: 'connected', legId: mayasLeg });
    expect(invite.final).toBeUndefined();
    await telephony.connect(call.callId, mayasLeg);
    expect(invite.final).toBe(200);
    expect(ofLeg(events, call.legId)).toEqual(['delivered', 'established']);
    expect(media.open.get(call.legId)).toMatchObject({ bridge: call.callId, playing: null });
  });

  it('on hold gives the caller music and keeps them out of the bridge', async () => {
    const given = await talking();
    const { telephony, call, media } = given;
    await telephony.hold(call.callId, 'piano');
    expect(media.open.get(call.legId)).toMatchObject({ playing: 'piano loop', muted: true });
    await telephony.retrieve(call.callId);
    expect(media.open.get(call.legId)).toMatchObject({ playing: null, muted: false, bridge: call.callId });
  });

  it('parked, the caller hears comfort tone, then music', async () => {
    const given = await talking();
    await given.telephony.park(given.call.callId, 'piano');
    expect(playing(given, given.call.legId)).toBe('comfort loop');
    expect(given.media.open.get(given.call.legId)?.bridge).toBeNull();
    given.clock.advance(2_000);
    expect(playing(given, given.call.legId)).toBe('piano loop');
  });

  it('whose page is closed loses only the agent: the caller hears comfort tone', async () => {
    const given = await talking();
    given.flow.close();
    expect(given.events.slice(-2)).toMatchObject([
      { type: 'connectionCleared', legId: mayasLeg, party: 'agent', by: 'agent', cause: 'lost' },
      { type: 'stationDown', stationId: 'maya' },
    ]);
    expect(playing(given, given.call.legId)).toBe('comfort loop');
    expect(given.media.open.has(mayasLeg)).toBe(false);
  });

  it('whose page registers anew over another connection loses the old leg first', async () => {
    const given = await talking();
    await given.stations.register('maya');
    expect(given.events.slice(-2)).toMatchObject([
      { type: 'connectionCleared', legId: mayasLeg, cause: 'lost' },
      { type: 'stationUp', stationId: 'maya' },
    ]);
    expect(given.flow.open).toBe(false);
  });

  it('that the caller ends takes the agent’s leg with it', async () => {
    const given = await talking();
    const byes = given.caller.within('BYE');
    expect(byes.statuses).toEqual([200]);
    expect(given.events.slice(-3)).toMatchObject([
      { type: 'legRecord', record: null },
      { type: 'connectionCleared', party: 'caller', by: 'caller' },
      { type: 'connectionCleared', party: 'agent', by: 'caller', cause: 'normal' },
    ]);
    expect(given.stack.lastSent('BYE').target).toEqual({ to: 'flow', flow: given.flow });
    expect(given.media.open.size).toBe(0);
  });

  it('that the agent ends keeps the caller', async () => {
    const given = await talking();
    await given.telephony.drop(given.call.callId, mayasLeg);
    expect(given.events.at(-1)).toMatchObject({ type: 'connectionCleared', legId: mayasLeg, by: 'gateway' });
    expect(given.telephony.status().calls).toBe(1);
    expect(playing(given, given.call.legId)).toBe('comfort loop');
  });

  it('reports keys from RFC 4733 and from INFO, and sends keys to the caller', async () => {
    const given = await talking();
    given.media.say({ type: 'digit', legId: given.call.legId, digit: '5', length: 160 });
    const info = given.caller.within('INFO', {
      body: { type: 'application/dtmf-relay', text: 'Signal=#\r\nDuration=160\r\n' },
    });
    expect(info.statuses).toEqual([200]);
    const digits = given.events.flatMap((event) => (event.type === 'digitsGenerated' ? [event.digit] : []));
    expect(digits).toEqual(['5', '#']);
    await given.telephony.sendDigits(given.call.callId, '12#');
    expect(given.media.open.get(given.call.legId)?.digits).toBe('12#');
  });

  it('reports the health of each leg', async () => {
    const given = await talking();
    given.media.say({ type: 'health', legId: given.call.legId, state: 'silent', at: 1 });
    given.media.say({ type: 'health', legId: mayasLeg, state: 'lossy', at: 1 });
    expect(given.events.slice(-2)).toMatchObject([
      { type: 'media', party: 'caller', state: 'silent' },
      { type: 'media', party: 'agent', state: 'lossy' },
    ]);
  });

  it('with a caller who vanished without a word ends when the silent dialog is unknown there', async () => {
    const given = await talking();
    given.media.say({ type: 'health', legId: given.call.legId, state: 'silent', at: 1 });
    given.clock.advance(30_000);
    given.stack.lastSent('OPTIONS').answer(200);
    expect(given.telephony.status().calls).toBe(1);
    given.clock.advance(30_000);
    given.stack.lastSent('OPTIONS').answer(481);
    expect(given.events.slice(-2)).toMatchObject([
      { type: 'connectionCleared', party: 'caller', by: 'caller', cause: 'lost' },
      { type: 'connectionCleared', party: 'agent' },
    ]);
  });

  it('is not touched by what the media engine still says about a leg that has ended', async () => {
    const given = await talking();
    await given.telephony.drop(given.call.callId, mayasLeg);
    const count = given.events.length;
    given.media.say({ type: 'failed', legId: mayasLeg, why: 'DTLS closed' });
    given.media.say({ type: 'health', legId: mayasLeg, state: 'silent', at: 1 });
    expect(given.events).toHaveLength(count);
    expect(given.telephony.status().calls).toBe(1);
  });

  it('is evicted with its station', async () => {
    const given = await talking();
    given.telephony.evict(given.maya);
    expect(ofLeg(given.events, mayasLeg)).toEqual(['established', 'connectionCleared']);
    expect(given.flow.open).toBe(false);
    expect(given.telephony.status().stations).toBe(0);
  });
});
