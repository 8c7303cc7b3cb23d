import { describe, expect, it } from 'vitest';
import { header } from '../message/header.ts';
import { parseAuthentication } from '../message/challenge.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import { FakeFlow } from './testing/fake-stack.ts';
import type { SwitchSettings } from './switch-settings.ts';
import {
  aRequest,
  aTrunk,
  callId,
  givenSwitch,
  legId,
  ofLeg,
  settle,
  someSettings,
  trunk,
} from './testing/given-switch.ts';

const call = callId('out-1');
const leg = legId('okafors-leg');

async function dialled(settings: SwitchSettings = someSettings(), number = '+886912345678') {
  const given = givenSwitch(settings);
  const dial = { callId: call, legId: leg, trunkId: trunk('carrier'), number, presented: '+886223456789' };
  const result = await given.telephony.dial(dial);
  await settle();
  return { ...given, result, dial };
}

describe('A call to a customer', () => {
  it('goes through the trunk with the number that is presented, our mark and session timers', async () => {
    const { stack } = await dialled(someSettings({ trunks: [aTrunk({ trusted: true })] }));
    const { request, target } = stack.lastSent('INVITE');
    expect(target).toEqual({ to: 'address', transport: 'udp', host: '192.0.2.10', port: 5060 });
    expect(request.uri).toBe('sip:+886912345678@192.0.2.10:5060');
    expect(header(request, 'From')).toContain('<sip:+886223456789@ringside.test>;tag=');
    expect(header(request, 'P-Asserted-Identity')).toBe('<sip:+886223456789@ringside.test>');
    expect(header(request, 'Ringside-Instance')).toBe('node-1');
    expect(header(request, 'Session-Expires')).toBe('1800');
  });

  it('rings, is answered and acknowledged', async () => {
    const { stack, events } = await dialled();
    const invite = stack.lastSent('INVITE');
    invite.answer(100);
    invite.answer(180);
    invite.answer(180);
    invite.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    expect(ofLeg(events, leg)).toEqual(['alerting', 'established']);
    expect(stack.acks.map(({ ack }) => header(ack, 'CSeq'))).toEqual(['1 ACK']);
  });

  it('lets early media through as soon as it is there', async () => {
    const { stack, media } = await dialled();
    stack.lastSent('INVITE').answer(183, { sdp: sdpOfFarEnd(31_002) });
    await settle();
    expect(media.open.get(leg)?.answer).toContain('31002');
  });

  it('acknowledges reliable ringing with PRACK, each once and in order (RFC 3262)', async () => {
    const { stack } = await dialled();
    const invite = stack.lastSent('INVITE');
    const reliable = (rseq: number) =>
      invite.answer(183, {
        headers: [
          { name: 'Require', value: '100rel' },
          { name: 'RSeq', value: String(rseq) },
        ],
      });
    reliable(7);
    reliable(7);
    reliable(9);
    reliable(8);
    const pracks = stack.sent
      .filter(({ method }) => method === 'PRACK')
      .map(({ request }) => header(request, 'RAck'));
    expect(pracks).toEqual(['7 1 INVITE', '8 1 INVITE']);
  });

  it('forked: the first answer wins, every other is acknowledged and ended', async () => {
    const { stack, events } = await dialled();
    const invite = stack.lastSent('INVITE');
    invite.answer(180, { tag: 'one' });
    invite.answer(183, { tag: 'two', sdp: sdpOfFarEnd(31_000) });
    invite.answer(200, { tag: 'one', sdp: sdpOfFarEnd(32_000) });
    invite.answer(200, { tag: 'two', sdp: sdpOfFarEnd(31_000) });
    invite.answer(200, { tag: 'three', sdp: sdpOfFarEnd(33_000) });
    await settle();
    const byes = stack.sent
      .filter(({ method }) => method === 'BYE')
      .map(({ request }) => header(request, 'To'));
    expect(byes).toHaveLength(2);
    expect(byes.join()).toContain('tag=two');
    expect(byes.join()).toContain('tag=three');
    expect(stack.acks).toHaveLength(3);
    invite.answer(200, { tag: 'two', sdp: sdpOfFarEnd(31_000) });
    expect(stack.acks).toHaveLength(4);
    expect(stack.sent.filter(({ method }) => method === 'BYE')).toHaveLength(2);
    expect(ofLeg(events, leg)).toEqual(['alerting', 'established']);
  });

  it.each([
    [486, 'busy'],
    [603, 'declined'],
    [404, 'wrongNumber'],
    [403, 'notAllowed'],
    [480, 'noAnswer'],
    [488, 'media'],
    [503, 'unreachable'],
    [302, 'unreachable'],
  ])('that is answered with %i has failed as %s', async (status, cause) => {
    const { stack, events, media, telephony } = await dialled();
    stack
      .lastSent('INVITE')
      .answer(status, { headers: [{ name: 'Contact', value: '<sip:else@203.0.113.9>' }] });
    expect(events.at(-1)).toMatchObject({ type: 'failed', cause });
    expect(media.open.size).toBe(0);
    expect(telephony.status().calls).toBe(0);
    expect(stack.sent).toHaveLength(1);
  });

  it('that nobody answers and one whose trunk is away have failed', async () => {
    for (const [why, cause] of [
      ['timeout', 'noAnswer'],
      ['transport', 'unreachable'],
    ] as const) {
      const { stack, events } = await dialled();
      stack.lastSent('INVITE').fail(why);
      expect(events.at(-1)).toMatchObject({ type: 'failed', cause });
    }
  });

  it('that rings for three minutes is given up', async () => {
    const { stack, events, clock } = await dialled();
    const invite = stack.lastSent('INVITE');
    invite.answer(180);
    clock.advance(180_000);
    expect(invite.cancelled).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'failed', cause: 'noAnswer' });
  });

  it('proves who we are when the trunk asks, once, with a new CSeq', async () => {
    const account = { userName: 'ringside', password: 'secret' };
    const { stack, events } = await dialled(someSettings({ trunks: [aTrunk({ digestOut: account })] }));
    const challenge = {
      name: 'Proxy-Authenticate',
      value: 'Digest realm="carrier", nonce="n", algorithm=MD5, qop="auth"',
    };
    stack.lastSent('INVITE').answer(407, { headers: [challenge] });
    const second = stack.lastSent('INVITE');
    expect(header(second.request, 'CSeq')).toBe('2 INVITE');
    expect(
      parseAuthentication(header(second.request, 'Proxy-Authorization') ?? '')?.pairs.get('username'),
    ).toBe('ringside');
    second.answer(407, { headers: [challenge] });
    expect(events.at(-1)).toMatchObject({ type: 'failed', cause: 'notAllowed' });
    expect(stack.sent).toHaveLength(2);
  });

  it('asks again with a longer session when the trunk finds ours too short (RFC 4028)', async () => {
    const { stack } = await dialled();
    stack.lastSent('INVITE').answer(422, { headers: [{ name: 'Min-SE', value: '3600' }] });
    expect(header(stack.lastSent('INVITE').request, 'Session-Expires')).toBe('3600');
    expect(header(stack.lastSent('INVITE').request, 'Min-SE')).toBe('3600');
  });

  it('that is released while it rings is cancelled, and ends in one event', async () => {
    const { stack, events, telephony } = await dialled();
    const invite = stack.lastSent('INVITE');
    invite.answer(180);
    await telephony.release(call);
    expect(invite.cancelled).toBe(true);
    invite.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    expect(stack.lastSent('BYE')).toBeDefined();
    expect(ofLeg(events, leg)).toEqual(['alerting', 'failed']);
  });

  it('that the customer ends leaves nothing behind', async () => {
    const { stack, events, telephony } = await dialled();
    const invite = stack.lastSent('INVITE');
    invite.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    const [from, to] = [`${header(invite.request, 'To')};tag=far`, header(invite.request, 'From') ?? ''];
    const of = header(invite.request, 'Call-ID') ?? '';
    stack.receive(aRequest('BYE', { from, to, callId: of }), new FakeFlow());
    expect(ofLeg(events, leg)).toEqual(['established', 'connectionCleared']);
    expect(telephony.openDialogs).toBe(0);
  });

  it('whose answer can’t be used is ended with BYE', async () => {
    const { stack, events } = await dialled();
    stack.lastSent('INVITE').answer(200, { sdp: 'unusable' });
    await settle();
    expect(stack.acks).toHaveLength(1);
    expect(stack.lastSent('BYE')).toBeDefined();
    expect(events.at(-1)).toMatchObject({ type: 'failed', cause: 'media' });
  });

  it('is not made to a number whose beginning is not allowed, nor beyond the limits', async () => {
    const abroad = await dialled(someSettings(), '+252612345678');
    expect(abroad.events).toMatchObject([{ type: 'failed', cause: 'notAllowed' }]);
    expect(abroad.stack.sent).toEqual([]);
    const toll = { allowedPrefixes: ['+886'], callsAtOnce: 1, attemptsPerMinute: 10 };
    const { telephony, events, dial } = await dialled(someSettings({ trunks: [aTrunk({ toll })] }));
    await telephony.dial({ ...dial, callId: callId('out-2'), legId: legId('second') });
    expect(events.at(-1)).toMatchObject({ type: 'failed', callId: 'out-2', cause: 'full' });
    await telephony.release(call);
    await telephony.dial({ ...dial, callId: callId('out-3'), legId: legId('third') });
    expect(events.at(-1)).toMatchObject({ type: 'failed', callId: 'out-1' });
  });

  it('is refused for a trunk that is unknown or only calls in', async () => {
    const { result } = await dialled(someSettings({ trunks: [aTrunk({ outbound: null })] }));
    expect(result).toEqual({ ok: false, refusal: 'noTrunk' });
  });
});
