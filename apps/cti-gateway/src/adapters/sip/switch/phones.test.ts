import { describe, expect, it } from 'vitest';
import type { PhoneOffer } from '../../../ports/switch.ts';
import { seconds } from '@ringside/shared/model/instant';
import { header } from '../message/header.ts';
import { tagOf } from '../dialog/dialog.ts';
import { kept } from './testing/kept-records.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import type { Sent } from './testing/fake-stack.ts';
import type { GivenSwitch } from './testing/given-switch.ts';
import {
  aRequest,
  aTrunk,
  callId,
  deliveredCall,
  givenSwitch,
  legId,
  ofLeg,
  settle,
  someSettings,
  stationId,
  trunk,
} from './testing/given-switch.ts';
import { FakeFlow } from './testing/fake-stack.ts';

const gracesLeg = legId('graces-leg');
const grace = {
  legId: gracesLeg,
  trunkId: trunk('carrier'),
  number: '+886988777666',
  presented: '+886223456789',
  whisper: ['duty-whisper-en', 'hotline'],
  acceptKey: '1',
  declineKey: '2',
  confirmWithin: seconds(20),
} as const satisfies Omit<PhoneOffer, 'callId'>;

/** Mr Okafor hears music. */
async function waiting(given: GivenSwitch = givenSwitch()) {
  const invite = given.caller.invite();
  const call = deliveredCall(given.events);
  await given.telephony.admit(call.callId, { answer: 'atOnce', greeting: null, music: 'piano' });
  await settle();
  given.caller.ack(invite);
  await settle();
  return { ...given, call };
}

/** Grace, who is on duty, is rung at her own telephone. */
async function rung(given: GivenSwitch = givenSwitch(), changes: Partial<PhoneOffer> = {}) {
  const there = await waiting(given);
  const offer = { callId: there.call.callId, ...grace, ...changes };
  const result = await there.telephony.offerByPhone(offer);
  await settle();
  return { ...there, offer, result, ring: there.stack.lastSent('INVITE') };
}

type Rung = Awaited<ReturnType<typeof rung>>;

async function answered(given?: GivenSwitch) {
  const there = await rung(given);
  there.ring.answer(180);
  there.ring.answer(200, { sdp: sdpOfFarEnd() });
  await settle();
  return there;
}

async function talking(given?: GivenSwitch) {
  const there = await answered(given);
  press(there, '1');
  await there.telephony.connect(there.call.callId, gracesLeg);
  await settle();
  return there;
}

const press = ({ media }: Pick<Rung, 'media'>, digit: string) =>
  media.say({ type: 'digit', legId: gracesLeg, digit, length: 100 });

const whispered = async ({ media }: Rung, file: string) => {
  media.say({ type: 'played', legId: gracesLeg, sound: { file } });
  await settle();
};

/** Grace's telephone says something within its call. */
function says({ stack }: Pick<Rung, 'stack'>, ring: Sent, method: string, text?: string) {
  const [from, to] = [`${header(ring.request, 'To')};tag=far`, header(ring.request, 'From') ?? ''];
  const [of, cseq] = [header(ring.request, 'Call-ID') ?? '', 1];
  const body = text === undefined ? {} : { body: { type: 'application/dtmf-relay', text } };
  return stack.receive(aRequest(method, { from, to, callId: of, cseq, ...body }), new FakeFlow());
}

const hears = ({ media }: Pick<Rung, 'media'>) => media.open.get(gracesLeg)?.playing ?? null;
const okaforHears = ({ media, call }: Rung) => media.open.get(call.legId)?.playing ?? null;
const inBridge = ({ media, call }: Rung) =>
  [call.legId, gracesLeg].map((leg) => media.open.get(leg)?.role ?? null);
const last = ({ events }: Pick<Rung, 'events'>) => events.findLast(({ type }) => type !== 'legRecord');

describe('Grace, who is on duty and away from her desk', () => {
  it('PHONE-1: is rung through the trunk as a customer is, and Mr Okafor hears music on', async () => {
    const there = await rung(givenSwitch(someSettings({ trunks: [aTrunk({ trusted: true })] })));
    const { request, target } = there.ring;
    expect(there.result).toEqual({ ok: true, value: undefined });
    expect(target).toEqual({ to: 'address', transport: 'udp', host: '192.0.2.10', port: 5060 });
    expect(request.uri).toBe('sip:+886988777666@192.0.2.10:5060');
    expect(header(request, 'P-Asserted-Identity')).toBe('<sip:+886223456789@ringside.test>');
    expect(header(request, 'Max-Forwards')).toBe('70');
    expect(header(request, 'Ringside-Instance')).toBe('node-1');
    there.ring.answer(180);
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting']);
    expect(okaforHears(there)).toBe('piano loop');
  });

  it('PHONE-1: asked for twice, she is rung once', async () => {
    const there = await rung();
    expect(await there.telephony.offerByPhone(there.offer)).toEqual({ ok: true, value: undefined });
    await settle();
    expect(there.stack.sent.filter(({ method }) => method === 'INVITE')).toHaveLength(1);
  });

  it('PHONE-1: is not rung for a call that is over, nor through a trunk that only calls in', async () => {
    const { telephony } = givenSwitch();
    const gone = { ok: false, refusal: 'gone' };
    expect(await telephony.offerByPhone({ callId: callId('over'), ...grace })).toEqual(gone);
    const noTrunk = await rung(givenSwitch(someSettings({ trunks: [aTrunk({ outbound: null })] }))).catch(
      (fault: Error) => fault.message,
    );
    expect(noTrunk).toContain('No INVITE was sent');
  });

  it('PHONE-2: hears who asks for her, again and again, alone', async () => {
    const there = await answered();
    const said: (string | null)[] = [];
    for (const file of ['duty-whisper-en', 'hotline']) {
      said.push(hears(there));
      await whispered(there, file);
    }
    there.clock.advance(999);
    expect(hears(there)).toBe('hotline once');
    there.clock.advance(1);
    await settle();
    expect([...said, hears(there)]).toEqual(['duty-whisper-en once', 'hotline once', 'duty-whisper-en once']);
    expect(inBridge(there)).toEqual([null, null]);
    expect(okaforHears(there)).toBe('piano loop');
  });

  it('PHONE-2: takes the call in the pause, and is whispered nothing more', async () => {
    const there = await answered();
    for (const file of ['duty-whisper-en', 'hotline']) await whispered(there, file);
    press(there, '1');
    there.clock.advance(60_000);
    await settle();
    expect(hears(there)).toBe(null);
  });

  it('PHONE-2: hears the rest where a sound is missing', async () => {
    const there = await rung(givenSwitch(), { whisper: ['missing', 'hotline'] });
    there.ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    expect(hears(there)).toBe('hotline once');
  });

  it('PHONE-2: what her network plays while it rings is not let through to Mr Okafor', async () => {
    const there = await rung();
    there.ring.answer(183, { sdp: sdpOfFarEnd(31_002) });
    await settle();
    expect(inBridge(there)).toEqual([null, null]);
    expect(hears(there)).toBe(null);
  });

  it('PHONE-3: takes the call with 1, and only when she is connected do they hear each other', async () => {
    const there = await answered();
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting']);
    press(there, '1');
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting', 'established']);
    expect(hears(there)).toBe(null);
    expect(inBridge(there)).toEqual([null, null]);
    await there.telephony.connect(there.call.callId, gracesLeg);
    expect(inBridge(there)).toEqual(['customer', 'agent']);
    expect(okaforHears(there)).toBe(null);
    there.clock.advance(600_000);
    expect(inBridge(there)).toEqual(['customer', 'agent']);
  });

  it('PHONE-3: takes the call with a key that comes as INFO', async () => {
    const there = await answered();
    expect(says(there, there.ring, 'INFO', 'Signal=1').statuses).toEqual([200]);
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting', 'established']);
  });

  it('PHONE-3: connected before she has pressed the key, is heard when she has', async () => {
    const there = await answered();
    await there.telephony.connect(there.call.callId, gracesLeg);
    expect(inBridge(there)).toEqual([null, null]);
    press(there, '1');
    expect(inBridge(there)).toEqual(['customer', 'agent']);
  });

  it('PHONE-3: a key before she has answered takes nothing', async () => {
    const there = await rung();
    there.ring.answer(183, { sdp: sdpOfFarEnd() });
    await settle();
    press(there, '1');
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting']);
  });

  it('PHONE-4: lets the call pass with 2', async () => {
    const there = await answered();
    press(there, '2');
    expect(there.stack.lastSent('BYE')).toBeDefined();
    expect(last(there)).toMatchObject({ type: 'failed', legId: gracesLeg, cause: 'declined' });
    expect(there.media.open.has(gracesLeg)).toBe(false);
    expect(kept(there.events).map(({ legId: of }) => of)).toEqual([there.call.legId]);
    expect(okaforHears(there)).toBe('piano loop');
  });

  it('PHONE-4: her voicemail, which presses no key, does not get Mr Okafor', async () => {
    const there = await answered();
    there.clock.advance(19_999);
    expect(there.media.open.has(gracesLeg)).toBe(true);
    there.clock.advance(1);
    expect(there.stack.lastSent('BYE')).toBeDefined();
    expect(last(there)).toMatchObject({ type: 'failed', legId: gracesLeg, cause: 'noAnswer' });
    there.clock.advance(600_000);
    expect(there.media.open.has(gracesLeg)).toBe(false);
    expect(okaforHears(there)).toBe('piano loop');
  });

  it('PHONE-4: hanging up before the key is no answer', async () => {
    const there = await answered();
    expect(says(there, there.ring, 'BYE').statuses).toEqual([200]);
    expect(last(there)).toMatchObject({ type: 'failed', legId: gracesLeg, cause: 'noAnswer' });
  });

  it('PHONE-5: presses another key, which changes nothing and is nobody’s', async () => {
    const there = await answered();
    for (const digit of ['5', '#', '0']) press(there, digit);
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting']);
    expect(hears(there)).toBe('duty-whisper-en once');
  });

  it.each([
    [486, 'busy'],
    [600, 'busy'],
    [603, 'declined'],
    [404, 'wrongNumber'],
    [480, 'noAnswer'],
    [403, 'notAllowed'],
    [503, 'unreachable'],
  ])('PHONE-6: her network says %i: %s', async (status, cause) => {
    const there = await rung();
    there.ring.answer(status);
    expect(last(there)).toMatchObject({ type: 'failed', legId: gracesLeg, cause });
    expect(there.media.open.has(gracesLeg)).toBe(false);
  });

  it('PHONE-6: with the trunk down she is unreachable; ringing in vain ends after three minutes', async () => {
    const down = await rung();
    down.ring.fail('transport');
    expect(last(down)).toMatchObject({ type: 'failed', cause: 'unreachable' });
    const there = await rung();
    there.ring.answer(180);
    there.clock.advance(180_000);
    expect(there.ring.cancelled).toBe(true);
    expect(last(there)).toMatchObject({ type: 'failed', cause: 'noAnswer' });
  });

  it('PHONE-7: is rung no more when the next in line is asked; answering in that moment takes nothing', async () => {
    const there = await rung();
    there.ring.answer(180);
    await there.telephony.drop(there.call.callId, gracesLeg);
    expect(there.ring.cancelled).toBe(true);
    there.ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    expect(there.stack.acks).toHaveLength(1);
    expect(there.stack.lastSent('BYE')).toBeDefined();
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting', 'failed']);
    expect(there.media.open.has(gracesLeg)).toBe(false);
  });

  it('PHONE-7: Mr Okafor hangs up while she is told who he is, and her telephone is free at once', async () => {
    const there = await answered();
    there.caller.within('BYE');
    expect(header(there.stack.lastSent('BYE').request, 'To')).toContain('+886988777666');
    press(there, '1');
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting', 'failed']);
    expect(there.media.open.size).toBe(0);
    expect(there.telephony.status().calls).toBe(0);
  });

  it('PHONE-8: counts for her trunk until her leg is over', async () => {
    const toll = { allowedPrefixes: ['+886'], callsAtOnce: 1, attemptsPerMinute: 10 };
    const there = await rung(givenSwitch(someSettings({ trunks: [aTrunk({ toll })] })));
    const max = { ...there.offer, legId: legId('max') };
    await there.telephony.offerByPhone(max);
    expect(last(there)).toMatchObject({ type: 'failed', legId: 'max', cause: 'full' });
    expect(await there.telephony.offerByPhone(max)).toEqual({ ok: false, refusal: 'gone' });
    there.ring.answer(486);
    await there.telephony.offerByPhone({ ...there.offer, legId: legId('max-again') });
    await settle();
    expect(there.stack.sent.filter(({ method }) => method === 'INVITE')).toHaveLength(2);
    expect(there.telephony.status().counters).toMatchObject({
      'calls.phonesRung': 2,
      'calls.tollRefused': 1,
    });
  });

  it('PHONE-8: is not rung at a number whose beginning the trunk does not allow', async () => {
    const there = await waiting();
    await there.telephony.offerByPhone({ callId: there.call.callId, ...grace, number: '+252612345678' });
    expect(last(there)).toMatchObject({ type: 'failed', legId: gracesLeg, cause: 'notAllowed' });
    expect(there.stack.sent).toEqual([]);
  });

  it('PHONE-8: has not her whole number in the log, neither rung nor refused', async () => {
    const toll = { allowedPrefixes: ['+886'], callsAtOnce: 1, attemptsPerMinute: 10 };
    const there = await rung(givenSwitch(someSettings({ trunks: [aTrunk({ toll })] })));
    await there.telephony.offerByPhone({ ...there.offer, legId: legId('max') });
    const lines = there.logged.filter((line) => line.includes('*666'));
    expect(lines).toHaveLength(2);
    expect(there.logged.join()).not.toContain('7666');
  });

  it('PHONE-9: hangs up after the talk as on a desk phone', async () => {
    const there = await talking();
    expect(says(there, there.ring, 'BYE').statuses).toEqual([200]);
    expect(last(there)).toEqual({
      type: 'connectionCleared',
      callId: there.call.callId,
      legId: gracesLeg,
      party: 'agent',
      by: 'agent',
      cause: 'normal',
    });
    expect(okaforHears(there)).toBe('comfort loop');
  });

  it('PHONE-9: puts Mr Okafor on hold and takes him back; keys while they talk are told', async () => {
    const there = await talking();
    await there.telephony.hold(there.call.callId, 'strings');
    expect(okaforHears(there)).toBe('strings loop');
    await there.telephony.retrieve(there.call.callId);
    expect(okaforHears(there)).toBe(null);
    press(there, '7');
    expect(last(there)).toMatchObject({ type: 'digitsGenerated', legId: gracesLeg, digit: '7' });
  });

  it('PHONE-9: Noor listens to her, and drop ends her leg with BYE', async () => {
    const there = await talking();
    await there.stations.register('noor');
    const noor = { callId: there.call.callId, legId: legId('noors-leg'), stationId: stationId('noor') };
    await there.telephony.supervise({ ...noor, mode: 'listen', caller: { number: null, display: '' } });
    await settle();
    there.stack.lastSent('INVITE').answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    there.media.say({ type: 'connected', legId: noor.legId });
    expect(there.media.open.get(noor.legId)?.role).toBe('listen');
    expect(inBridge(there)).toEqual(['customer', 'agent']);
    await there.telephony.drop(there.call.callId, gracesLeg);
    expect(header(there.stack.lastSent('BYE').request, 'To')).toContain('+886988777666');
    expect(last(there)).toMatchObject({ type: 'connectionCleared', party: 'agent', by: 'gateway' });
  });

  it('PHONE-10: is asked whether she is there when nothing is heard of her, and is lost when not', async () => {
    const there = await talking();
    there.media.say({ type: 'health', legId: gracesLeg, state: 'silent', at: 1 });
    expect(last(there)).toMatchObject({ type: 'media', party: 'agent', state: 'silent' });
    there.clock.advance(30_000);
    there.stack.lastSent('OPTIONS').answer(481);
    expect(last(there)).toMatchObject({ type: 'connectionCleared', party: 'agent', cause: 'lost' });
  });

  it('PHONE-10: is not told to be silent before she has taken the call', async () => {
    const there = await answered();
    there.media.say({ type: 'health', legId: gracesLeg, state: 'silent', at: 1 });
    expect(ofLeg(there.events, gracesLeg)).toEqual(['alerting']);
  });
});

describe('A restart of the gateway, with Grace on her telephone', () => {
  /** The gateway stops, or is killed, and another one starts. */
  async function restarted(before: Rung, how: 'stops' | 'is killed' = 'stops') {
    const records = kept(before.events);
    if (how === 'stops') await before.telephony.stop();
    const after = givenSwitch();
    const lives = await after.telephony.resume(records);
    await after.telephony.start();
    await settle();
    return { ...before, ...after, before, records, lives };
  }

  it.each(['stops', 'is killed'] as const)(
    'PHONE-11: that %s: she talks on with Mr Okafor when she is connected again, and is not rung',
    async (how) => {
      const there = await restarted(await talking(), how);
      expect(there.before.stack.sent.filter(({ method }) => method === 'BYE')).toEqual([]);
      expect(there.records).toHaveLength(2);
      expect(there.lives).toEqual([there.call.callId]);
      expect(ofLeg(there.events, gracesLeg)).toEqual(['established']);
      expect(okaforHears(there)).toBe('piano loop');
      expect(await there.telephony.offerByPhone(there.offer)).toEqual({ ok: true, value: undefined });
      await there.telephony.connect(there.call.callId, gracesLeg);
      expect(inBridge(there)).toEqual(['customer', 'agent']);
      expect(there.stack.sent).toEqual([]);
      there.clock.advance(60_000);
      expect(says(there, there.ring, 'BYE').statuses).toEqual([200]);
      expect(last(there)).toMatchObject({ type: 'connectionCleared', party: 'agent', by: 'agent' });
    },
  );

  it('PHONE-11: nobody connects her: her leg is ended, she shall not sit in silence', async () => {
    const there = await restarted(await talking());
    there.clock.advance(20_000);
    expect(header(there.stack.lastSent('BYE').request, 'To')).toContain('+886988777666');
    expect(last(there)).toMatchObject({
      type: 'connectionCleared',
      party: 'agent',
      by: 'gateway',
      cause: 'lost',
    });
    expect(there.media.open.has(gracesLeg)).toBe(false);
  });

  it('PHONE-11: killed while she was told who calls: her leg is ended at the start, Mr Okafor is kept', async () => {
    const there = await restarted(await answered(), 'is killed');
    expect(there.lives).toEqual([there.call.callId]);
    expect(there.stack.sent.map(({ method }) => method)).toEqual(['BYE']);
    expect(ofLeg(there.events, gracesLeg)).toEqual([]);
    expect(there.events).toContainEqual({
      type: 'legRecord',
      callId: there.call.callId,
      legId: gracesLeg,
      record: null,
    });
    expect(there.telephony.status().calls).toBe(1);
  });

  it('PHONE-11: stopped while she is rung or told who calls, her telephone is freed at once', async () => {
    const ringing = await rung();
    await ringing.telephony.stop();
    expect(ringing.ring.cancelled).toBe(true);
    const told = await answered();
    await told.telephony.stop();
    expect(told.stack.sent.map(({ method }) => method)).toEqual(['INVITE', 'BYE']);
  });

  it('PHONE-11: Mr Okafor can’t be taken up, so her leg is ended', async () => {
    const before = await talking();
    const records = kept(before.events).filter(({ legId: of }) => of === gracesLeg);
    await before.telephony.stop();
    const after = givenSwitch();
    expect(await after.telephony.resume(records)).toEqual([]);
    await after.telephony.start();
    const bye = after.stack.lastSent('BYE').request;
    expect(tagOf(header(bye, 'To'))).toBe('far');
    expect(after.media.open.size).toBe(0);
  });
});
