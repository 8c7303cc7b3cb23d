import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CallId, LegId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { createMediaEngine } from '@ringside/cti-gateway/src/adapters/media/media-engine.ts';
import { createStack } from '@ringside/cti-gateway/src/adapters/sip/create-stack.ts';
import { createSipSwitch } from '@ringside/cti-gateway/src/adapters/sip/create-switch.ts';
import { aTrunk, someSettings } from '@ringside/cti-gateway/src/adapters/sip/switch/testing/given-switch.ts';
import { kept } from '@ringside/cti-gateway/src/adapters/sip/switch/testing/kept-records.ts';
import { systemClock } from '@ringside/cti-gateway/src/adapters/system/system-clock.ts';
import { systemIds } from '@ringside/cti-gateway/src/adapters/system/system-ids.ts';
import type { SwitchEvent } from '@ringside/cti-gateway/src/ports/switch.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { AGENT, CALLER, hears } from '../support/conversation.ts';
import { freePort } from '../support/free-port.ts';
import { level, toneRunMs, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };
const soundsFolder = new URL('../../resources/sounds', import.meta.url).pathname;

/** Switch and media engine as the gateway has them, without the application. */
async function startSwitch(ports: { readonly sip: number; readonly media: number }, mobilePort: number) {
  const media = createMediaEngine({
    addresses: { listen: '127.0.0.1', advertised: '127.0.0.1' },
    ports: { from: ports.media, to: ports.media + 99 },
    soundsFolder,
    log,
  });
  const ids = systemIds();
  const clock = systemClock;
  const listeners = [{ transport: 'udp', address: '127.0.0.1', port: ports.sip }] as const;
  const { stack } = createStack({ listeners, clock, ids, log, resolver: () => Promise.resolve([]) });
  const outbound = { transport: 'udp', host: '127.0.0.1', port: mobilePort } as const;
  const settings = someSettings({ trunks: [aTrunk({ allow: ['127.0.0.1'], outbound })] });
  const telephony = createSipSwitch({ stack, media, clock, ids, log, settings });
  const events: SwitchEvent[] = [];
  telephony.listen((event) => events.push(event));
  return {
    telephony,
    events,
    async stop() {
      await telephony.stop();
      await media.shutDown();
    },
  };
}

type Running = Awaited<ReturnType<typeof startSwitch>>;
const isOf = (leg: LegId) => (event: SwitchEvent) =>
  'legId' in event && event.legId === leg && event.type !== 'legRecord';
const graceIs = (legId: LegId, type: SwitchEvent['type']) =>
  until(`Grace’s leg to be ${type}`, () =>
    gateway.events.find((event) => isOf(legId)(event) && event.type === type),
  );
const folder = mkdtempSync(join(tmpdir(), 'ringside-mobile-'));
let ports: { readonly sip: number; readonly media: number };
let gateway: Running;
let okafor: Baresip;
/** Grace's mobile telephone: it is registered nowhere, the carrier's network is this machine */
let mobile: Baresip;
let call: { readonly callId: CallId; readonly legId: LegId };
let rings = 0;

beforeAll(async () => {
  const [callerVoice, agentVoice] = [join(folder, 'okafor.wav'), join(folder, 'grace.wav')];
  writeTone(callerVoice, CALLER, 300);
  writeTone(agentVoice, AGENT, 300);
  okafor = await startBaresip({ user: '+886912345678', microphone: callerVoice });
  mobile = await startBaresip({ user: '+886988777666', microphone: agentVoice });
  ports = { sip: await freePort(), media: await freePort(26_000, 31_000, 100) };
  gateway = await startSwitch(ports, mobile.sipPort);
  await gateway.telephony.start();
});
afterEach(async () => {
  await gateway.telephony.release(call.callId);
  await until('nobody is on the line', () => gateway.telephony.openDialogs === 0);
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all([okafor?.stop(), mobile?.stop()]);
});

/** Mr Okafor hears music and Grace's mobile rings. */
async function rung(confirmWithin = seconds(60)): Promise<LegId> {
  const before = gateway.events.length;
  okafor.dial(`sip:service@127.0.0.1:${ports.sip}`);
  call = await until('Mr Okafor’s call', () =>
    gateway.events.slice(before).find((event) => event.type === 'delivered'),
  );
  await gateway.telephony.admit(call.callId, { answer: 'atOnce', greeting: null, music: 'hold-music' });
  mobile.forgetHeard();
  rings += 1;
  const legId = asId<'leg'>(`grace-${rings}`);
  const offer = {
    callId: call.callId,
    legId,
    trunkId: asId<'trunk'>('carrier'),
    number: '+886988777666',
    presented: null,
    whisper: ['duty-whisper-en'],
    acceptKey: '1',
    declineKey: '2',
    confirmWithin,
  } as const;
  expect(await gateway.telephony.offerByPhone(offer)).toEqual({ ok: true, value: undefined });
  await until('Grace’s mobile rings', () => seen(mobile, 'CALL_INCOMING') === rings);
  return legId;
}

async function answered(confirmWithin?: number): Promise<LegId> {
  const legId = await rung(confirmWithin);
  mobile.answer();
  await until('Grace hears who asks for her', () => level(mobile.heard().samples.subarray(-8_000)) > 300);
  return legId;
}

async function talking(): Promise<LegId> {
  const legId = await answered();
  mobile.pressKeys('1');
  await graceIs(legId, 'established');
  await gateway.telephony.connect(call.callId, legId);
  await hearEachOther();
  return legId;
}

async function hearEachOther(): Promise<void> {
  await hears(okafor, AGENT, 'Mr Okafor hears Grace');
  await hears(mobile, CALLER, 'Grace hears Mr Okafor');
}

const seen = (phone: Baresip, type: string) => phone.events.filter((one) => one.type === type).length;
const keysAt = (phone: Baresip) => phone.events.filter(({ type }) => type.startsWith('CALL_DTMF')).length;
const heardOf = (phone: Baresip, hertz: number) => {
  const { samples, rate } = phone.heard();
  return toneRunMs(samples, rate, hertz);
};

test('PHONE-3: Grace hears the whisper on her mobile, presses 1, and they hear each other; he hears no key', async () => {
  const legId = await answered();
  expect(heardOf(mobile, CALLER)).toBe(0);
  expect(heardOf(okafor, AGENT)).toBe(0);
  mobile.pressKeys('51');
  await graceIs(legId, 'established');
  await gateway.telephony.connect(call.callId, legId);
  await hearEachOther();
  expect(keysAt(okafor)).toBe(0);
  mobile.pressKeys('7');
  await until('Mr Okafor’s telephone gets a key of the talk', () => keysAt(okafor) > 0);
});

test('PHONE-4: Grace’s voicemail answers and talks, and Mr Okafor never hears it', async () => {
  const legId = await answered(seconds(4));
  expect(await graceIs(legId, 'failed')).toMatchObject({ cause: 'noAnswer' });
  await until('the voicemail is hung up on', () => seen(mobile, 'CALL_CLOSED') === rings);
  expect(heardOf(okafor, AGENT)).toBe(0);
  expect(level(okafor.heard().samples.subarray(-8_000))).toBeGreaterThan(100);
});

test('PHONE-4: Grace presses 2 and is left alone', async () => {
  const legId = await answered();
  mobile.pressKeys('2');
  expect(await graceIs(legId, 'failed')).toMatchObject({ cause: 'declined' });
  await until('her mobile is free', () => seen(mobile, 'CALL_CLOSED') === rings);
});

test('PHONE-4, PHONE-6: Grace hangs up on the whisper, and rejects the next call', async () => {
  const hungUp = await answered();
  mobile.hangUp();
  expect(await graceIs(hungUp, 'failed')).toMatchObject({ cause: 'noAnswer' });
  await gateway.telephony.release(call.callId);
  const rejected = await rung();
  mobile.hangUp();
  expect(await graceIs(rejected, 'failed')).toMatchObject({ cause: 'busy' });
});

test('PHONE-7: the next in line is asked, and Grace’s mobile stops ringing', async () => {
  const legId = await rung();
  await gateway.telephony.drop(call.callId, legId);
  await until('it stops ringing', () => seen(mobile, 'CALL_CLOSED') === rings);
  expect(gateway.events.filter(isOf(legId)).at(-1)).toMatchObject({ type: 'failed', cause: 'noAnswer' });
});

test('PHONE-9: Grace hangs up after the talk, and Mr Okafor hears that he is alone', async () => {
  const legId = await talking();
  mobile.hangUp();
  expect(await graceIs(legId, 'connectionCleared')).toMatchObject({ by: 'agent', cause: 'normal' });
  const before = okafor.heard().samples.length;
  await until('Mr Okafor hears something else', () => okafor.heard().samples.length - before > 24_000);
  const { samples, rate } = okafor.heard();
  expect(toneRunMs(samples.subarray(-8_000), rate, AGENT)).toBe(0);
  expect(level(samples.subarray(-8_000))).toBeGreaterThan(100);
});

test('PHONE-11: the gateway is started again in the middle of the talk, and they talk on', async () => {
  const legId = await talking();
  const records = kept(gateway.events).filter(({ callId }) => callId === call.callId);
  await gateway.stop();
  gateway = await startSwitch(ports, mobile.sipPort);
  expect(await gateway.telephony.resume(records)).toEqual([call.callId]);
  await gateway.telephony.start();
  await graceIs(legId, 'established');
  expect(await gateway.telephony.connect(call.callId, legId)).toEqual({ ok: true, value: undefined });
  await hearEachOther();
  expect(seen(mobile, 'CALL_INCOMING')).toBe(rings);
  mobile.hangUp();
  expect(await graceIs(legId, 'connectionCleared')).toMatchObject({ by: 'agent', cause: 'normal' });
});
