import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId, type CallId, type LegId } from '@ringside/shared/model/ids';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import { afterEach, beforeAll, afterAll, describe, expect, test, vi } from 'vitest';
import type { BridgeRole, MediaEngine, MediaEvent } from '../../ports/media-engine.ts';
import { createMediaEngine } from './media-engine.ts';
import { createPromptFolder } from './prompt-folder.ts';
import { sequenceDistance, timestampDistance } from './rtp/packet.ts';
import { bytesOf, readWav, samplesOf, wavHeader } from './sound/wav.ts';
import { BrowserPeer } from './testing/browser-peer.ts';
import { loudness, toneShare } from './testing/goertzel.ts';
import { portIn, RtpPeer, type PeerOptions } from './testing/rtp-peer.ts';

const CLEAR = 0.8;
const [OKAFOR, MAYA, NOOR] = [440, 1_000, 1_500];
const call: CallId = asId<'call'>('call');
const legs: readonly LegId[] = ['okafor', 'maya', 'noor', 'spare'].map((name) => asId<'leg'>(name));
const [okafor, maya, noor, spare] = legs as [LegId, LegId, LegId, LegId];

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const options = {
  addresses: { listen: '127.0.0.1', advertised: '127.0.0.1' },
  ports: { from: 28_000, to: 28_199 },
  soundsFolder: new URL('../../../../../resources/sounds', import.meta.url).pathname,
  log: quiet,
};

let media: MediaEngine;
const events: MediaEvent[] = [];
const peers: { close(): void }[] = [];

beforeAll(() => {
  media = createMediaEngine(options);
  media.listen((event) => events.push(event));
});
afterAll(() => media.shutDown());
afterEach(() => {
  for (const peer of peers.splice(0)) peer.close();
  for (const legId of legs) media.close(legId);
  events.length = 0;
});

const value = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value => {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`);
  return result.value;
};

/** A telephone that called us, in the call. */
const caller = async (
  legId: LegId,
  hertz: number,
  { role = 'agent', ...settings }: PeerOptions & { readonly role?: BridgeRole } = {},
): Promise<RtpPeer> => {
  const peer = await RtpPeer.open(settings);
  peers.push(peer);
  peer.follow(value(await media.answer(legId, 'rtp', peer.sdp())));
  value(await media.join(legId, call, role));
  peer.speak(hertz);
  return peer;
};

const browser = async (legId: LegId): Promise<BrowserPeer> => {
  const peer = await BrowserPeer.open();
  peers.push(peer);
  const offer = value(await media.offer(legId, 'webrtc'));
  value(await media.accept(legId, peer.answer()));
  await peer.connect(offer);
  return peer;
};

const happened = (expected: Partial<MediaEvent>): Promise<void> =>
  vi.waitFor(() => expect(events).toContainEqual(expect.objectContaining(expected)), { timeout: 8_000 });

const hears = (peer: RtpPeer, hertz: number, ms = 400): number => toneShare(peer.listen(ms), hertz);

/** The tone fills what is heard, now or soon: on a busy machine a gap may have been filled with silence. */
const isClear = (peer: RtpPeer, hertz: number): Promise<void> =>
  vi.waitFor(() => expect(hears(peer, hertz)).toBeGreaterThan(CLEAR), { timeout: 4_000 });

describe('Two telephones', () => {
  test('hear each other, packet for packet, with nothing lost', async () => {
    const one = await caller(okafor, OKAFOR);
    const other = await caller(maya, MAYA);
    await Promise.all([one.hears(60), other.hears(60)]);
    await isClear(one, MAYA);
    await isClear(other, OKAFOR);
    expect(await media.measure(okafor)).toMatchObject({ lost: 0, received: expect.any(Number) });
    expect((await media.measure(okafor))?.levelIn).toBeGreaterThan(-15);
  });

  test('of different laws hear each other', async () => {
    const one = await caller(okafor, OKAFOR, { codec: 'PCMA' });
    const other = await caller(maya, MAYA, { codec: 'PCMU' });
    await Promise.all([one.hears(60), other.hears(60)]);
    await isClear(one, MAYA);
    await isClear(other, OKAFOR);
  });

  test('press digits for each other under their own event types, each told once', async () => {
    const one = await caller(okafor, OKAFOR, { eventType: 96 });
    const other = await caller(maya, MAYA, { eventType: 110 });
    await other.hears(20);
    one.pressDigit(5);
    other.pressDigit(11);
    await happened({ type: 'digit', legId: okafor, digit: '5' });
    await happened({ type: 'digit', legId: maya, digit: '#' });
    await other.hears(20);
    const digits = (peer: RtpPeer): number[] => [
      ...new Set(
        peer.heard
          .filter(({ header }) => header.payloadType === peer.eventType)
          .map(({ payload }) => payload.readUInt8(0)),
      ),
    ];
    expect([digits(one), digits(other)]).toEqual([[11], [5]]);
    expect(events.filter(({ type }) => type === 'digit')).toHaveLength(2);
  });

  test('one of them on mute is not heard, and heard again afterwards', async () => {
    const one = await caller(okafor, OKAFOR);
    const other = await caller(maya, MAYA);
    value(await media.mute(okafor, true));
    await other.hears(40);
    expect(loudness(other.listen(300))).toBeLessThan(0.001);
    value(await media.mute(okafor, false));
    await other.hears(40);
    await isClear(other, OKAFOR);
    expect(one.heard.length).toBeGreaterThan(0);
  });

  test('one that holds the other is heard and hears nothing', async () => {
    const one = await caller(okafor, OKAFOR);
    const other = await caller(maya, MAYA);
    await one.hears(10);
    const answer = value(await media.reanswer(okafor, one.sdp('sendonly', 2)));
    expect(answer).toContain('a=recvonly');
    expect(portIn(answer)).toBe(portIn(value(await media.reoffer(okafor, 'sendrecv'))));
    value(await media.reanswer(okafor, one.sdp('sendonly', 3)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = one.heard.length;
    await other.hears(30);
    expect(one.heard.length).toBe(before);
    await isClear(other, OKAFOR);
    value(await media.reanswer(okafor, one.sdp('sendrecv', 4)));
    await one.hears(40);
    await isClear(one, MAYA);
  });
});

describe('A caller', () => {
  test('hears hold music instead of the agent, and then the agent again, in one continuous stream', async () => {
    const one = await caller(okafor, OKAFOR);
    await caller(maya, MAYA);
    await one.hears(30);
    value(await media.play(okafor, { file: 'hold-music' }, 'loop'));
    await one.hears(60);
    expect(hears(one, MAYA)).toBeLessThan(0.1);
    expect(loudness(one.listen(800))).toBeGreaterThan(0.01);
    value(await media.stop(okafor));
    await one.hears(60);
    await isClear(one, MAYA);
    for (const [at, { header }] of one.heard.slice(1).entries()) {
      const before = one.heard[at]?.header ?? header;
      expect(header.ssrc).toBe(before.ssrc);
      expect(sequenceDistance(before.sequence, header.sequence)).toBe(1);
      expect(timestampDistance(before.timestamp, header.timestamp)).toBeGreaterThan(0);
      expect(timestampDistance(before.timestamp, header.timestamp)).toBeLessThan(8_000);
    }
  });

  test('hears a prompt to its end, which is told', async () => {
    await caller(okafor, OKAFOR);
    const sound = { file: 'please-hold-zh-Hant' };
    value(await media.play(okafor, sound, 'once'));
    await happened({ type: 'played', legId: okafor, sound });
  });

  test('hears ringing', async () => {
    const one = await caller(okafor, OKAFOR);
    value(await media.play(okafor, { tone: 'ringback' }, 'loop'));
    await one.hears(40);
    await vi.waitFor(() => expect(hears(one, 440) + hears(one, 480)).toBeGreaterThan(CLEAR));
  });

  test('alone hears silence, so that the path stays open', async () => {
    const one = await caller(okafor, OKAFOR);
    await one.hears(20);
    expect(loudness(one.listen(200))).toBeLessThan(0.001);
  });

  test('is sent nothing, not even silence, before anything is done with the call', async () => {
    const one = await RtpPeer.open();
    peers.push(one);
    one.follow(value(await media.answer(okafor, 'rtp', one.sdp())));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(one.heard).toEqual([]);
    one.speak(OKAFOR);
    await one.hears(5);
  });

  test('is sent digits, with all their ends', async () => {
    const one = await caller(okafor, OKAFOR);
    value(await media.sendDigits(okafor, '1#'));
    await vi.waitFor(() =>
      expect(one.heard.filter(({ header }) => header.payloadType === 101)).toHaveLength(16),
    );
    const ends = one.heard.filter(
      ({ header, payload }) => header.payloadType === 101 && payload.readUInt8(1) >= 0x80,
    );
    expect(ends.map(({ payload }) => payload.readUInt8(0))).toEqual([1, 1, 1, 11, 11, 11]);
    expect(ends.every(({ payload }) => payload.readUInt16BE(2) === 800)).toBe(true);
  });

  test('is refused a sound that is not there', async () => {
    await caller(okafor, OKAFOR);
    expect(await media.play(okafor, { file: 'no-such-sound' }, 'once')).toEqual({
      ok: false,
      refusal: 'noSuchSound',
    });
  });

  test('that falls silent is noticed after three seconds, and after five good ones it is well again', async () => {
    const one = await caller(okafor, OKAFOR);
    one.hush();
    await happened({ type: 'health', legId: okafor, state: 'silent' });
    one.speak(OKAFOR);
    await happened({ type: 'health', legId: okafor, state: 'ok' });
  }, 20_000);
});

describe('Three in a call', () => {
  test('each hears the two others and not itself; when one leaves, the others go on', async () => {
    const one = await caller(okafor, OKAFOR, { codec: 'PCMA' });
    const two = await caller(maya, MAYA);
    const three = await caller(noor, NOOR);
    await Promise.all([one.hears(60), two.hears(60), three.hears(60)]);
    const heard = [one, two, three].map((peer) =>
      [OKAFOR, MAYA, NOOR].map((hertz) => hears(peer, hertz) > 0.35),
    );
    expect(heard).toEqual([
      [false, true, true],
      [true, false, true],
      [true, true, false],
    ]);
    value(await media.leave(noor));
    await Promise.all([one.hears(40), two.hears(40)]);
    await isClear(one, MAYA);
    await isClear(two, OKAFOR);
  });

  test('one on mute is not heard, and digits reach everybody', async () => {
    const one = await caller(okafor, OKAFOR);
    const two = await caller(maya, MAYA);
    const three = await caller(noor, NOOR);
    value(await media.mute(noor, true));
    await Promise.all([one.hears(60), two.hears(60)]);
    await isClear(one, MAYA);
    three.pressDigit(7);
    await Promise.all([one.hears(20), two.hears(20)]);
    for (const peer of [one, two]) {
      const digits = peer.heard
        .filter(({ header }) => header.payloadType === 101)
        .map(({ payload }) => payload.readUInt8(0));
      expect(new Set(digits)).toEqual(new Set([7]));
    }
  });
});

describe('A browser', () => {
  test('and a telephone hear each other through SRTP', async () => {
    const agent = await browser(maya);
    await happened({ type: 'connected', legId: maya });
    const one = await caller(okafor, OKAFOR);
    value(await media.join(maya, call, 'agent'));
    const plain: number[] = [];
    agent.hearMedia = (packet) => {
      if (agent.receiver?.unprotect(packet) === 172) plain.push(packet.readUInt8(1) & 0x7f);
    };
    await vi.waitFor(() => expect(plain.length).toBeGreaterThan(20));
    expect(new Set(plain)).toEqual(new Set([0]));
    const packet = Buffer.alloc(12 + 160 + 16, 0x20);
    packet.set([0x80, 0x80, 0, 1, 0, 0, 0, 160, 0, 0, 0, 9]);
    agent.sendRtp(packet, 172);
    await vi.waitFor(() =>
      expect(one.heard.some(({ payload }) => payload.equals(Buffer.alloc(160, 0x20)))).toBe(true),
    );
  });

  test('with another certificate than its SDP says is not let in', async () => {
    const peer = await BrowserPeer.open();
    peers.push(peer);
    const offer = value(await media.offer(maya, 'webrtc'));
    value(await media.accept(maya, peer.answer({ hash: 'sha-256', value: Array(32).fill('AB').join(':') })));
    await peer.connect(offer).catch(() => {});
    await happened({ type: 'failed', legId: maya, why: 'the certificate is not the one in the SDP' });
    expect(events).not.toContainEqual(expect.objectContaining({ type: 'connected' }));
  });

  test('is offered a call from the offers made in advance, each with a port and a password of its own', async () => {
    const offers = [value(await media.offer(maya, 'webrtc')), value(await media.offer(noor, 'webrtc'))];
    const passwords = offers.map((offer) => offer.split('\r\n').find((line) => line.startsWith('a=ice-pwd')));
    expect(new Set(passwords).size).toBe(2);
    expect(new Set(offers.map(portIn)).size).toBe(2);
  });
});

describe('The engine', () => {
  test('goes on after a restart where it was: same port, same stream, same place of the peer', async () => {
    const one = await caller(okafor, OKAFOR);
    await one.hears(20);
    const record = (await media.record(okafor)) ?? '';
    const before = one.heard.at(-1)?.header;
    media.close(okafor);
    value(await media.resume(okafor, record));
    value(await media.join(okafor, call, 'customer'));
    const other = await caller(maya, MAYA);
    await Promise.all([one.hears(50), other.hears(50)]);
    await isClear(one, MAYA);
    await isClear(other, OKAFOR);
    const after = one.heard.find(({ header }) => header.sequence !== before?.sequence)?.header;
    const first = one.heard[one.heard.findIndex(({ header }) => header === before) + 1]?.header;
    expect(after?.ssrc).toBe(before?.ssrc);
    expect(sequenceDistance(before?.sequence ?? 0, first?.sequence ?? 0)).toBeGreaterThan(0);
    expect(timestampDistance(before?.timestamp ?? 0, first?.timestamp ?? 0)).toBeGreaterThan(0);
    expect(await media.record(spare)).toBeNull();
  });

  test('without a free port says so, and has it back when a leg is closed', async () => {
    const small = createMediaEngine({ ...options, ports: { from: 28_300, to: 28_303 } });
    const offers = [
      await small.offer(okafor, 'rtp'),
      await small.offer(maya, 'rtp'),
      await small.offer(noor, 'rtp'),
    ];
    expect(offers.map((offer) => offer.ok || offer.refusal)).toEqual([true, true, 'noPorts']);
    small.close(maya);
    expect((await small.offer(noor, 'rtp')).ok).toBe(true);
    await small.shutDown();
  });

  test('refuses what it cannot speak, and what is asked of legs it does not have', async () => {
    expect(await media.answer(okafor, 'rtp', 'nonsense')).toEqual({ ok: false, refusal: 'badSdp' });
    expect(await media.join(okafor, call, 'customer')).toEqual({ ok: false, refusal: 'gone' });
    expect(await media.accept(okafor, 'v=0')).toEqual({ ok: false, refusal: 'gone' });
    expect(await media.measure(okafor)).toBeNull();
  });

  test('a leg closed while it is being opened keeps no port', async () => {
    const small = createMediaEngine({ ...options, ports: { from: 28_310, to: 28_313 } });
    for (let times = 0; times < 10; times++) {
      const offer = small.offer(okafor, 'rtp');
      small.close(okafor);
      await offer;
    }
    const offers = [await small.offer(maya, 'rtp'), await small.offer(noor, 'rtp')];
    expect(offers.map(({ ok }) => ok)).toEqual([true, true]);
    await small.shutDown();
  });

  test('a telephone that sends rubbish, floods and lies disturbs nobody', async () => {
    const one = await caller(okafor, OKAFOR);
    const other = await caller(maya, MAYA);
    const agent = await browser(noor);
    for (let times = 0; times < 2_000; times++) {
      const rubbish = randomBytes(times % 200);
      if (times % 3 === 0 && rubbish.length > 1)
        rubbish.set([0x80 | (times & 0x3f), [0, 101, 200, 201, 8][times % 5] ?? 0]);
      one.sendRaw(rubbish);
      agent.sendRaw(
        times % 2 === 0 ? Buffer.concat([Buffer.from([20 + (times % 44), 0xfe, 0xfd]), rubbish]) : rubbish,
      );
      if (times % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    one.heard.length = 0;
    await Promise.all([one.hears(60), other.hears(60)]);
    await isClear(one, MAYA);
    expect(media.status()).toMatchObject({ workerCrashes: 0 });
  });

  test('a stranger who sends to a caller’s port is not heard and gets nothing', async () => {
    const one = await caller(okafor, OKAFOR);
    const other = await caller(maya, MAYA);
    const answer = value(await media.reoffer(okafor, 'sendrecv'));
    const stranger = await RtpPeer.open({ address: '127.0.0.2' });
    peers.push(stranger);
    stranger.follow(answer);
    stranger.speak(NOOR);
    await Promise.all([one.hears(50), other.hears(50)]);
    expect(hears(other, NOOR)).toBeLessThan(0.05);
    expect(stranger.heard).toEqual([]);
  });
});

describe('Noor, who supervises', () => {
  /** Mr Okafor and Maya talk, Noor is in their call in `mode`. */
  const supervised = async (mode: SupervisionMode) => {
    const one = await caller(okafor, OKAFOR, { codec: 'PCMA', role: 'customer' });
    const two = await caller(maya, MAYA);
    const three = await caller(noor, NOOR, { role: mode });
    return { okafor: one, maya: two, noor: three };
  };
  const isHeard = (peer: RtpPeer, hertz: number) =>
    vi.waitFor(() => expect(hears(peer, hertz)).toBeGreaterThan(0.35), { timeout: 4_000 });
  const isNotHeard = (peer: RtpPeer, hertz: number) => expect(hears(peer, hertz, 1_000)).toBeLessThan(0.001);

  test.each([
    ['listen', { okafor: false, maya: false }],
    ['whisper', { okafor: false, maya: true }],
    ['barge', { okafor: true, maya: true }],
  ] as const)('SUP-MEDIA-1: in %s is heard as that says, and hears both', async (mode, heardBy) => {
    const peers = await supervised(mode);
    await peers.okafor.hears(80);
    await Promise.all([isHeard(peers.noor, OKAFOR), isHeard(peers.noor, MAYA)]);
    await Promise.all([isHeard(peers.okafor, MAYA), isHeard(peers.maya, OKAFOR)]);
    for (const who of ['okafor', 'maya'] as const) {
      if (heardBy[who]) await isHeard(peers[who], NOOR);
      else isNotHeard(peers[who], NOOR);
    }
  });

  test('SUP-MEDIA-2: listening loses the two no packet and sends them none of another making', async () => {
    const peers = await supervised('listen');
    await peers.okafor.hears(100);
    const heard = peers.okafor.heard.slice(-80).map(({ header }) => header.sequence);
    expect(
      heard.every((sequence, at) => at === 0 || sequence === (((heard[at - 1] ?? 0) + 1) & 0xffff)),
    ).toBe(true);
    const spoken = peers.maya.sequence - 1_000;
    expect(peers.okafor.heard.length).toBeLessThanOrEqual(spoken + 2);
    expect(await media.measure(maya)).toMatchObject({ lost: 0 });
  });

  test('SUP-MEDIA-3: changes from listening to whispering and back, and no word of hers reaches Mr Okafor', async () => {
    const peers = await supervised('listen');
    await peers.maya.hears(60);
    isNotHeard(peers.maya, NOOR);
    value(await media.join(noor, call, 'whisper'));
    await isHeard(peers.maya, NOOR);
    value(await media.join(noor, call, 'listen'));
    await peers.maya.hears(70);
    isNotHeard(peers.maya, NOOR);
    expect(hears(peers.okafor, NOOR, 5_000)).toBeLessThan(0.001);
    await isClear(peers.maya, OKAFOR);
  });
});

describe('A voicemail', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-voicemail-'));
  const recordingId = asId<'recording'>('message');
  let recorder: MediaEngine;
  const told: MediaEvent[] = [];
  beforeAll(() => {
    recorder = createMediaEngine({ ...options, ports: { from: 28_320, to: 28_339 }, dataFolder: folder });
    recorder.listen((event) => told.push(event));
  });
  afterAll(async () => {
    await recorder.shutDown();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => {
    told.length = 0;
    recorder.close(okafor);
  });

  const callerOf = async (): Promise<RtpPeer> => {
    const peer = await RtpPeer.open();
    peers.push(peer);
    peer.follow(value(await recorder.answer(okafor, 'rtp', peer.sdp())));
    return peer;
  };
  const dictated = () =>
    vi.waitFor(
      () => {
        const event = told.find((one) => one.type === 'dictated');
        if (event?.type !== 'dictated') throw new Error('nothing was dictated');
        return event;
      },
      { timeout: 8_000 },
    );
  const limits = { longest: 60_000, silence: 2_000 };

  test('RECORD-1: holds what Mr Okafor says after the tone, also when he hangs up', async () => {
    const one = await callerOf();
    value(await recorder.dictate(okafor, recordingId, limits));
    await vi.waitFor(() => expect(hears(one, 1_000, 200)).toBeGreaterThan(CLEAR), { timeout: 4_000 });
    one.speak(OKAFOR);
    await one.hears(80);
    recorder.close(okafor);
    const { length } = await dictated();
    const file = readFileSync(join(folder, 'recordings', 'message.wav'));
    const samples = samplesOf(readWav(file)?.body ?? Buffer.alloc(0));
    expect(samples.length / 8).toBe(length);
    expect(length).toBeGreaterThan(800);
    expect(toneShare(samples.slice(-4_000), OKAFOR)).toBeGreaterThan(CLEAR);
  });

  test('RECORD-3: of a caller who says nothing leaves nothing', async () => {
    await callerOf();
    value(await recorder.dictate(okafor, recordingId, { ...limits, silence: 300 }));
    expect((await dictated()).length).toBe(0);
    expect(existsSync(join(folder, 'recordings', 'message.wav'))).toBe(false);
  });

  test('SOUND-7: an own greeting is played from the data folder', async () => {
    const prompts = createPromptFolder(folder, quiet);
    const tone = Int16Array.from(
      { length: 8_000 },
      (_, at) => 8_000 * Math.sin((2 * Math.PI * NOOR * at) / 8_000),
    );
    const bytes = bytesOf(tone);
    value(await prompts.save('welcome', Buffer.concat([wavHeader(bytes.length), bytes])));
    const one = await callerOf();
    value(await recorder.play(okafor, { file: 'welcome' }, 'once'));
    await isClear(one, NOOR);
  });
});
