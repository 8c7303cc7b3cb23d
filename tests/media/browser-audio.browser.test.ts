import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { asId } from '@ringside/shared/model/ids';
import type { CallId, LegId } from '@ringside/shared/model/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMediaEngine } from '@ringside/cti-gateway/src/adapters/media/media-engine.ts';
import { RtpPeer } from '@ringside/cti-gateway/src/adapters/media/testing/rtp-peer.ts';
import { toneShare } from '@ringside/cti-gateway/src/adapters/media/testing/goertzel.ts';
import type { MediaEngine, MediaEvent } from '@ringside/cti-gateway/src/ports/media-engine.ts';
import { openBrowser } from '../support/agent-page.ts';
import { writeTone } from '../support/tones.ts';

const AGENT_HERTZ = 697;
const CALLER_HERTZ = 1_209;
/** On a busy machine a gap in the audio takes a moment to pass. */
const POLL = { timeout: 30_000, interval: 100 };
const agent = asId<'leg'>('agent');
const caller = asId<'leg'>('caller');
const call = asId<'call'>('call');

let server: Server;
let context: BrowserContext;
let page: Page;
let media: MediaEngine;
const events: MediaEvent[] = [];

beforeAll(async () => {
  const microphone = join(mkdtempSync(join(tmpdir(), 'ringside-tone-')), 'agent.wav');
  writeTone(microphone, AGENT_HERTZ, 10, 48_000);
  server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<audio autoplay></audio>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context = await openBrowser({ microphone });
  page = context.pages()[0] ?? (await context.newPage());
  media = createMediaEngine({
    addresses: { listen: '127.0.0.1', advertised: '127.0.0.1' },
    ports: { from: 27_000, to: 27_199 },
    soundsFolder: new URL('../../resources/sounds', import.meta.url).pathname,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  media.listen((event) => events.push(event));
}, 120_000);

afterAll(async () => {
  await media.shutDown();
  await context.close();
  server.close();
});

const openPage = (): Promise<unknown> =>
  page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

/** Sets the page's connection up with a microphone; what it hears goes to its audio element. */
const prepare = (): Promise<void> =>
  page.evaluate(async () => {
    const connection = new RTCPeerConnection();
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
    connection.addEventListener('track', ({ track }) => {
      const audio = document.querySelector('audio');
      if (audio) audio.srcObject = new MediaStream([track]);
    });
    Object.assign(globalThis, { connection });
  });

const answerInPage = (offer: string): Promise<string> =>
  page.evaluate(async (sdp) => {
    const { connection } = globalThis as unknown as { connection: RTCPeerConnection };
    await connection.setRemoteDescription({ type: 'offer', sdp });
    await connection.setLocalDescription(await connection.createAnswer());
    return connection.localDescription?.sdp ?? '';
  }, offer);

const offerInPage = (): Promise<string> =>
  page.evaluate(async () => {
    const { connection } = globalThis as unknown as { connection: RTCPeerConnection };
    await connection.setLocalDescription(await connection.createOffer());
    return connection.localDescription?.sdp ?? '';
  });

const acceptInPage = (answer: string): Promise<void> =>
  page.evaluate(async (sdp) => {
    const { connection } = globalThis as unknown as { connection: RTCPeerConnection };
    await connection.setRemoteDescription({ type: 'answer', sdp });
  }, answer);

const pageHears = (hertz: number): Promise<number> =>
  page.evaluate(async (pitch) => {
    const stream = document.querySelector('audio')?.srcObject as MediaStream;
    const audio = new AudioContext();
    const analyser = audio.createAnalyser();
    analyser.fftSize = 16_384;
    audio.createMediaStreamSource(stream).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 800));
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    const coefficient = 2 * Math.cos((2 * Math.PI * pitch) / audio.sampleRate);
    let [before, last, energy] = [0, 0, 0];
    for (const sample of samples) {
      [before, last] = [last, sample + coefficient * last - before];
      energy += sample * sample;
    }
    await audio.close();
    const power = before * before + last * last - coefficient * before * last;
    return energy < 1e-3 ? 0 : (2 * power) / (energy * samples.length);
  }, hertz);

const value = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

const happened = async (is: (event: MediaEvent) => boolean): Promise<MediaEvent> => {
  for (let tries = 0; tries < 600; tries++) {
    const event = events.find(is);
    if (event) return event;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It did not happen; what happened: ${JSON.stringify(events)}`);
};

const isConnected = (legId: LegId) => (event: MediaEvent) =>
  event.type === 'connected' && event.legId === legId;

const bridgeWithCaller = async (bridge: CallId): Promise<RtpPeer> => {
  const peer = await RtpPeer.open({ codec: 'PCMU' });
  peer.follow(value(await media.answer(caller, 'rtp', peer.sdp())));
  value(await media.join(caller, bridge, 'customer'));
  value(await media.join(agent, bridge, 'agent'));
  peer.speak(CALLER_HERTZ);
  return peer;
};

const endCall = (peer: RtpPeer): void => {
  peer.close();
  media.close(agent);
  media.close(caller);
};

describe('A browser and a telephone', () => {
  test('hear each other when the gateway offers', async () => {
    events.length = 0;
    await openPage();
    await prepare();
    value(await media.accept(agent, await answerInPage(value(await media.offer(agent, 'webrtc')))));
    await happened(isConnected(agent));
    const peer = await bridgeWithCaller(call);
    await peer.hears(100);
    await expect.poll(() => pageHears(CALLER_HERTZ), POLL).toBeGreaterThan(0.8);
    await expect.poll(() => toneShare(peer.listen(1_000), AGENT_HERTZ), POLL).toBeGreaterThan(0.8);
    expect((await media.measure(agent))?.lost).toBe(0);
    endCall(peer);
  }, 120_000);

  test('hear each other when the browser offers, with digits both ways', async () => {
    events.length = 0;
    await openPage();
    await prepare();
    await acceptInPage(value(await media.answer(agent, 'webrtc', await offerInPage())));
    await happened(isConnected(agent));
    const peer = await bridgeWithCaller(call);
    await peer.hears(100);
    await expect.poll(() => pageHears(CALLER_HERTZ), POLL).toBeGreaterThan(0.8);
    await expect.poll(() => toneShare(peer.listen(1_000), AGENT_HERTZ), POLL).toBeGreaterThan(0.8);
    await page.evaluate(() => {
      const { connection } = globalThis as unknown as { connection: RTCPeerConnection };
      connection.getSenders()[0]?.dtmf?.insertDTMF('7', 100);
    });
    const digit = await happened((event) => event.type === 'digit');
    expect(digit).toMatchObject({ legId: agent, digit: '7' });
    expect(peer.heard.some(({ header, payload }) => header.payloadType === 101 && payload[0] === 7)).toBe(
      true,
    );
    endCall(peer);
  }, 120_000);

  test('the agent keeps hearing after the gateway put the call on hold and took it back', async () => {
    events.length = 0;
    await openPage();
    await prepare();
    value(await media.accept(agent, await answerInPage(value(await media.offer(agent, 'webrtc')))));
    await happened(isConnected(agent));
    const peer = await bridgeWithCaller(call);
    value(await media.accept(agent, await answerInPage(value(await media.reoffer(agent, 'inactive')))));
    value(await media.accept(agent, await answerInPage(value(await media.reoffer(agent, 'sendrecv')))));
    await peer.hears(100);
    await expect.poll(() => pageHears(CALLER_HERTZ), POLL).toBeGreaterThan(0.8);
    endCall(peer);
  }, 120_000);

  test('a browser that closes its connection fails its leg', async () => {
    events.length = 0;
    await openPage();
    await prepare();
    value(await media.accept(agent, await answerInPage(value(await media.offer(agent, 'webrtc')))));
    await happened(isConnected(agent));
    await page.evaluate(() =>
      (globalThis as unknown as { connection: RTCPeerConnection }).connection.close(),
    );
    expect(await happened((event) => event.type === 'failed')).toMatchObject({ legId: agent });
    media.close(agent);
  }, 120_000);
});
