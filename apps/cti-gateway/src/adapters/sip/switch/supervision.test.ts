import { describe, expect, it } from 'vitest';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import { header } from '../message/header.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import { aRequest, deliveredCall, givenSwitch, legId, settle, stationId } from './testing/given-switch.ts';

const [mayasLeg, noorsLeg] = [legId('mayas-leg'), legId('noors-leg')];
const shown = { number: '+886912345678', display: 'Okafor' };

/** Mr Okafor talks with Maya; Noor's page is registered. */
async function talking() {
  const given = givenSwitch();
  await given.stations.register('maya');
  const { flow } = await given.stations.register('noor');
  const invite = given.caller.invite();
  const call = deliveredCall(given.events);
  const { telephony, stack, media } = given;
  await telephony.admit(call.callId, { answer: 'atOnce', greeting: null, music: 'hold-music' });
  await settle();
  given.caller.ack(invite);
  const maya = { callId: call.callId, legId: mayasLeg, stationId: stationId('maya'), caller: shown };
  await telephony.offer({ ...maya, resume: false });
  await settle();
  stack.lastSent('INVITE').answer(200, { sdp: sdpOfFarEnd() });
  await settle();
  media.say({ type: 'connected', legId: mayasLeg });
  await telephony.connect(call.callId, mayasLeg);
  return { ...given, call, noorsFlow: flow };
}

type Talking = Awaited<ReturnType<typeof talking>>;

async function supervised(mode: SupervisionMode = 'listen') {
  const given = await talking();
  const noor = {
    callId: given.call.callId,
    legId: noorsLeg,
    stationId: stationId('noor'),
    caller: shown,
    mode,
  };
  const asked = await given.telephony.supervise(noor);
  await settle();
  const ring = given.stack.lastSent('INVITE');
  return { ...given, noor, asked, ring };
}

async function joined(mode: SupervisionMode = 'listen') {
  const given = await supervised(mode);
  given.ring.answer(200, { sdp: sdpOfFarEnd() });
  await settle();
  given.media.say({ type: 'connected', legId: noorsLeg });
  return given;
}

/** Noor's page says BYE. */
function hangUp({ stack, ring, noorsFlow }: Awaited<ReturnType<typeof joined>>) {
  const [from, to] = [`${header(ring.request, 'To')};tag=far`, header(ring.request, 'From') ?? ''];
  const callId = header(ring.request, 'Call-ID') ?? '';
  stack.receive(aRequest('BYE', { from, to, callId }), noorsFlow);
}

const roles = ({ media, call }: Talking) =>
  [call.legId, mayasLeg, noorsLeg].map((leg) => media.open.get(leg)?.role ?? null);

const eventsOf = ({ events }: Talking, leg: string) =>
  events.filter((event) => 'legId' in event && event.legId === leg && event.type !== 'legRecord');

describe('Noor, who supervises', () => {
  it('SUP-MEDIA-5: is rung like an agent, and her page is told in which way she comes', async () => {
    const { ring, asked, call, noorsFlow } = await supervised('whisper');
    expect(asked).toEqual({ ok: true, value: undefined });
    expect(ring.target).toEqual({ to: 'flow', flow: noorsFlow });
    expect(header(ring.request, 'Ringside-Call')).toBe(call.callId);
    expect(header(ring.request, 'Ringside-Supervision')).toBe('whisper');
  });

  it.each(['listen', 'whisper', 'barge'] as const)(
    'SUP-MEDIA-5: is in the call to %s as soon as her leg is up',
    async (mode) => {
      const given = await supervised(mode);
      expect(roles(given)).toEqual(['customer', 'agent', null]);
      given.ring.answer(180);
      given.ring.answer(200, { sdp: sdpOfFarEnd() });
      await settle();
      given.media.say({ type: 'connected', legId: noorsLeg });
      expect(roles(given)).toEqual(['customer', 'agent', mode]);
      expect(eventsOf(given, noorsLeg)).toMatchObject([
        { type: 'alerting', party: 'supervisor' },
        { type: 'established', party: 'supervisor' },
      ]);
    },
  );

  it('SUP-MEDIA-3: changes the way while she is in, and before she is', async () => {
    const given = await supervised();
    await given.telephony.setSupervision(given.call.callId, noorsLeg, 'whisper');
    given.ring.answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    given.media.say({ type: 'connected', legId: noorsLeg });
    expect(roles(given).at(-1)).toBe('whisper');
    await given.telephony.setSupervision(given.call.callId, noorsLeg, 'barge');
    expect(roles(given)).toEqual(['customer', 'agent', 'barge']);
  });

  it('SUP-MEDIA-6: goes, is cut off or never comes, and the two talk on', async () => {
    for (const end of ['drop', 'hangs up', 'page closes', 'media fails'] as const) {
      const given = await joined('barge');
      if (end === 'drop') await given.telephony.drop(given.call.callId, noorsLeg);
      if (end === 'hangs up') hangUp(given);
      if (end === 'page closes') given.noorsFlow.close();
      if (end === 'media fails') given.media.say({ type: 'failed', legId: noorsLeg, why: 'ICE' });
      await settle();
      expect(eventsOf(given, noorsLeg).at(-1)).toMatchObject({
        type: 'connectionCleared',
        party: 'supervisor',
        by: end === 'drop' ? 'gateway' : 'agent',
        cause: end === 'drop' || end === 'hangs up' ? 'normal' : 'lost',
      });
      expect(given.media.open.has(noorsLeg)).toBe(false);
      expect(roles(given)).toEqual(['customer', 'agent', null]);
      expect(given.media.open.get(given.call.legId)?.playing).toBeNull();
      expect(await given.telephony.setSupervision(given.call.callId, noorsLeg, 'listen')).toMatchObject({
        refusal: 'gone',
      });
    }
    const refused = await supervised();
    refused.ring.answer(486);
    expect(eventsOf(refused, noorsLeg)).toMatchObject([
      { type: 'failed', cause: 'busy', party: 'supervisor' },
    ]);
  });

  it('SUP-MEDIA-7: stays while Maya’s leg is lost and put back, and never makes up for it', async () => {
    const given = await joined();
    given.media.say({ type: 'failed', legId: mayasLeg, why: 'ICE' });
    expect(given.media.open.get(given.call.legId)?.playing).toBe('comfort loop');
    expect(roles(given)).toEqual([null, null, 'listen']);
    expect(eventsOf(given, mayasLeg).at(-1)).toMatchObject({ type: 'connectionCleared', party: 'agent' });
    const again = legId('mayas-second-leg');
    const maya = { callId: given.call.callId, legId: again, stationId: stationId('maya'), caller: shown };
    await given.telephony.offer({ ...maya, resume: true });
    await settle();
    given.stack.lastSent('INVITE').answer(200, { sdp: sdpOfFarEnd() });
    await settle();
    given.media.say({ type: 'connected', legId: again });
    await given.telephony.connect(given.call.callId, again);
    expect(roles(given)).toEqual(['customer', null, 'listen']);
    expect(given.media.open.get(again)?.role).toBe('agent');
  });

  it('SUP-MEDIA-7: can’t be connected as an agent, nor an agent’s leg be used to listen', async () => {
    const given = await joined();
    const { telephony, call, noor, maya } = { ...given, maya: mayasLeg };
    expect(await telephony.connect(call.callId, noorsLeg)).toMatchObject({ refusal: 'gone' });
    expect(await telephony.setSupervision(call.callId, maya, 'whisper')).toMatchObject({ refusal: 'gone' });
    expect(await telephony.supervise({ ...noor, legId: mayasLeg })).toMatchObject({ refusal: 'gone' });
    expect(await telephony.offer({ ...noor, resume: false })).toMatchObject({ refusal: 'gone' });
    expect(await telephony.supervise(noor)).toMatchObject({ ok: true });
    expect(given.stack.sent.filter(({ method }) => method === 'INVITE')).toHaveLength(2);
    expect(roles(given)).toEqual(['customer', 'agent', 'listen']);
  });

  it('SUP-MEDIA-10: takes the call over: her leg is the agent’s, and Maya’s can go', async () => {
    const given = await joined('whisper');
    const { telephony, call, media } = given;
    await telephony.hold(call.callId, 'piano');
    expect(await telephony.promote(call.callId, noorsLeg)).toMatchObject({ ok: true });
    expect(roles(given)).toEqual(['customer', 'agent', 'agent']);
    expect(media.open.get(call.legId)).toMatchObject({ playing: null, muted: false });
    await telephony.drop(call.callId, mayasLeg);
    expect(media.open.get(call.legId)?.playing).toBeNull();
    expect(await telephony.promote(call.callId, noorsLeg)).toMatchObject({ ok: true });
    expect(await telephony.setSupervision(call.callId, noorsLeg, 'listen')).toMatchObject({
      refusal: 'gone',
    });
    given.noorsFlow.close();
    expect(eventsOf(given, noorsLeg).at(-1)).toMatchObject({ type: 'connectionCleared', party: 'agent' });
    expect(media.open.get(call.legId)?.playing).toBe('comfort loop');
  });

  it('SUP-MEDIA-10: becomes the agent, and only then does Maya’s leg go', async () => {
    const given = await joined('listen');
    const { telephony, call, media } = given;
    await telephony.hold(call.callId, 'hold-music');
    expect(await telephony.promote(call.callId, noorsLeg)).toMatchObject({ ok: true });
    expect(roles(given)).toEqual(['customer', 'agent', 'agent']);
    await telephony.drop(call.callId, mayasLeg);
    expect(roles(given)).toEqual(['customer', null, 'agent']);
    expect(media.open.get(call.legId)?.playing).toBeNull();
    expect(await telephony.setSupervision(call.callId, noorsLeg, 'listen')).toMatchObject({
      refusal: 'gone',
    });
    hangUp(given);
    expect(eventsOf(given, noorsLeg).at(-1)).toMatchObject({ type: 'connectionCleared', party: 'agent' });
    expect(media.open.get(call.legId)?.playing).toBe('comfort loop');
  });

  it('SUP-MEDIA-8: leaves with the call, after the two', async () => {
    const given = await joined();
    given.caller.within('BYE');
    expect(given.events.slice(-3)).toMatchObject([
      { type: 'connectionCleared', party: 'caller' },
      { type: 'connectionCleared', party: 'agent' },
      { type: 'connectionCleared', party: 'supervisor', by: 'caller', cause: 'normal' },
    ]);
    expect(given.media.open.size).toBe(0);
  });

  it('SUP-MEDIA-9: presses keys and loses packets without anybody being told', async () => {
    const given = await joined();
    const before = given.events.length;
    given.media.say({ type: 'digit', legId: noorsLeg, digit: '5', length: 100 });
    given.media.say({ type: 'health', legId: noorsLeg, state: 'lossy', at: 1 });
    expect(given.events).toHaveLength(before);
  });

  it('is refused at a station that is not there, and in a call that is over', async () => {
    const { telephony, noor, call } = await supervised();
    const elsewhere = { ...noor, legId: legId('other'), stationId: stationId('li') };
    expect(await telephony.supervise(elsewhere)).toEqual({ ok: false, refusal: 'stationGone' });
    await telephony.release(call.callId);
    expect(await telephony.supervise({ ...noor, legId: legId('other') })).toMatchObject({ refusal: 'gone' });
  });
});
