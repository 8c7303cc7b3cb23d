import { afterEach, describe, expect, it } from 'vitest';
import type { CallId, LegId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { createDigestServer } from '../authentication/digest-server.ts';
import { answerChallenge } from '../authentication/answer-challenge.ts';
import { ha1Of } from '../authentication/digest.ts';
import { answerTo } from '../dialog/answer-to.ts';
import { dialogAsClient } from '../dialog/dialog.ts';
import { requestWithin } from '../dialog/request-within.ts';
import { header, withoutHeader } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { MESSAGE_LIMITS } from '../message/message-limits.ts';
import { parseMessage } from '../message/parse-message.ts';
import { serializeMessage } from '../message/serialize-message.ts';
import type { ClientTransaction, IncomingRequest } from '../stack.ts';
import { sdpOfFarEnd } from './testing/fake-media.ts';
import { aRequest, aTrunk, someSettings, stationId } from './testing/given-switch.ts';
import type { FarEnd } from './testing/real-switch.ts';
import { password, startFarEnd, startSwitch, until } from './testing/real-switch.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function given(changes: (farEnd: FarEnd) => Parameters<typeof aTrunk>[0] = () => ({})) {
  const farEnd = await startFarEnd();
  const trunk = aTrunk({ allow: ['127.0.0.1'], outbound: null, ...changes(farEnd) });
  const gateway = await startSwitch(someSettings({ trunks: [trunk] }));
  stops.push(
    () => farEnd.stop(),
    () => gateway.stop(),
  );
  return { farEnd, gateway };
}
type Given = Awaited<ReturnType<typeof given>>;

const atOnce = { answer: 'atOnce', greeting: null, music: 'hold-music' } as const;

/** Mr Okafor dials the service line from the far end. */
function call({ farEnd, gateway }: Given, transport: 'udp' | 'tcp', headers: readonly SipHeader[] = []) {
  const port = gateway.port(transport);
  const contact = `<sip:okafor@127.0.0.1:${farEnd.port(transport)};transport=${transport}>`;
  const uri = `sip:service@127.0.0.1:${port}`;
  const callId = `${transport}-${port}-${Math.random()}`;
  const more = {
    uri,
    callId,
    contact,
    headers,
    from: '<sip:+886912345678@127.0.0.1>;tag=o',
    sdp: sdpOfFarEnd(),
  };
  const request = withoutHeader(aRequest('INVITE', more), 'Via');
  const target = { to: 'address', transport, host: '127.0.0.1', port } as const;
  const responses: SipResponse[] = [];
  const transaction: ClientTransaction = farEnd.stack.send(request, target, {
    onResponse: (response) => responses.push(response),
    onFailure: (why) =>
      responses.push({ kind: 'response', status: 900, reason: why, headers: [], body: new Uint8Array(0) }),
  });
  const final = () => until('a final response', () => responses.find(({ status }) => status >= 200));
  const dialog = async () => {
    const made = dialogAsClient(request, await final());
    if (made === null) throw new Error('The answer made no dialog');
    return made;
  };
  const within = async (method: string, cseq: number) => requestWithin(await dialog(), method, { cseq });
  return {
    responses,
    transaction,
    final,
    async ack() {
      farEnd.stack.sendAck(await within('ACK', 1), target);
    },
    async bye() {
      const answered = Promise.withResolvers<number>();
      const hear = {
        onResponse: (response: SipResponse) => answered.resolve(response.status),
        onFailure: () => answered.resolve(0),
      };
      farEnd.stack.send(await within('BYE', 2), target, hear);
      return answered.promise;
    },
  };
}

describe.each(['udp', 'tcp'] as const)('A caller over %s', (transport) => {
  it('is answered, hears music and hangs up', async () => {
    const all = await given();
    const { gateway } = all;
    const caller = call(all, transport);
    const { callId, dialled } = await gateway.saw('delivered');
    expect(dialled).toBe('service');
    await gateway.telephony.admit(callId, atOnce);
    expect((await caller.final()).status).toBe(200);
    await caller.ack();
    expect(await caller.bye()).toBe(200);
    expect(await gateway.saw('connectionCleared')).toMatchObject({ by: 'caller', cause: 'normal' });
    expect(gateway.media.open.size).toBe(0);
  });

  it('gives up while it rings', async () => {
    const all = await given();
    const { gateway } = all;
    const caller = call(all, transport);
    const { callId } = await gateway.saw('delivered');
    await gateway.telephony.admit(callId, { ...atOnce, answer: 'withAgent' });
    await until('180', () => caller.responses.some(({ status }) => status === 180));
    caller.transaction.cancel();
    expect((await caller.final()).status).toBe(487);
    expect(await gateway.saw('connectionCleared')).toMatchObject({ by: 'caller' });
  });

  it('is told BYE when the gateway releases the call', async () => {
    const all = await given();
    const { gateway, farEnd } = all;
    farEnd.onRequest((incoming) => incoming.respond(answerTo(incoming.request, 200)));
    const caller = call(all, transport);
    const { callId } = await gateway.saw('delivered');
    await gateway.telephony.admit(callId, atOnce);
    await caller.final();
    await caller.ack();
    await gateway.telephony.release(callId);
    await until('BYE', () => farEnd.requests().some(({ method }) => method === 'BYE'));
  });
});

it('A trunk with a password calls in only with it', async () => {
  const all = await given(() => ({ digestIn: { userName: 'pbx', password: 'secret' } }));
  const refused = await call(all, 'udp').final();
  expect(refused.status).toBe(401);
  const body = new TextEncoder().encode(sdpOfFarEnd());
  const uri = `sip:service@127.0.0.1:${all.gateway.port('udp')}`;
  const account = { userName: 'pbx', password: 'secret' };
  const authorization = answerChallenge(refused, {
    request: { method: 'INVITE', uri, body },
    account,
    cnonce: 'c',
    count: 1,
  });
  if (authorization === null) throw new Error('The challenge could not be answered');
  call(all, 'udp', [authorization]);
  await all.gateway.saw('delivered');
});

it('A trunk is asked whether it answers', async () => {
  const { gateway, farEnd } = await given((far) => ({
    outbound: { transport: 'udp', host: '127.0.0.1', port: far.port('udp') },
    keepAliveSeconds: 60,
  }));
  farEnd.onRequest((incoming) => incoming.respond(answerTo(incoming.request, 200)));
  await until('an answer', () => gateway.telephony.status().trunks[0]?.reachable);
});

it('The gateway registers at a carrier with its password', async () => {
  const far = await startFarEnd();
  const realm = 'carrier.example';
  const digest = createDigestServer({ realm, key: Buffer.alloc(32, 1), chance: () => String(Math.random()) });
  const secrets = { ha1Sha256: ha1Of('SHA-256', 'ringside', realm, 'secret'), ha1Md5: null };
  far.onRequest((incoming) => incoming.respond(registrarAnswer(incoming)));
  function registrarAnswer({ request }: IncomingRequest): SipResponse {
    const credentials = digest.credentialsIn(request, 'Authorization');
    if (credentials !== null && digest.judge(credentials, secrets, request, Date.now()) === 'good')
      return answerTo(request, 200, {
        headers: [{ name: 'Contact', value: `${header(request, 'Contact')};expires=600` }],
      });
    const challenges = digest.challenges(Date.now(), false);
    return answerTo(request, 401, {
      headers: challenges.map((value) => ({ name: 'WWW-Authenticate', value })),
    });
  }
  const trunk = aTrunk({
    allow: ['127.0.0.1'],
    digestOut: { userName: 'ringside', password: 'secret' },
    register: {
      target: { transport: 'tcp', host: '127.0.0.1', port: far.port('tcp') },
      addressOfRecord: 'sip:+886223456789@carrier.example',
      expiresSeconds: 600,
    },
  });
  const gateway = await startSwitch(someSettings({ trunks: [trunk] }));
  stops.push(
    () => far.stop(),
    () => gateway.stop(),
  );
  await until('the registration', () => gateway.telephony.status().trunks[0]?.registration === 'registered');
  expect(far.requests().map(({ uri }) => uri)).toEqual(['sip:carrier.example', 'sip:carrier.example']);
});

it('A customer is called through a trunk, answers and hangs up', async () => {
  const { gateway, farEnd } = await given((far) => ({
    outbound: { transport: 'udp', host: '127.0.0.1', port: far.port('udp') },
  }));
  farEnd.onRequest((incoming) => {
    if (incoming.request.method !== 'INVITE') return;
    const contact = { name: 'Contact', value: `<sip:okafor@127.0.0.1:${farEnd.port('udp')}>` };
    incoming.respond(answerTo(incoming.request, 180, { tag: 'far', headers: [contact] }));
    const type = { name: 'Content-Type', value: 'application/sdp' };
    const body = Buffer.from(sdpOfFarEnd());
    incoming.respond(answerTo(incoming.request, 200, { tag: 'far', headers: [contact, type], body }));
  });
  const out = { callId: asId<'call'>('out'), legId: asId<'leg'>('leg'), trunkId: asId<'trunk'>('carrier') };
  await gateway.telephony.dial({ ...out, number: '+886912345678', presented: null });
  await gateway.saw('established');
  await until('ACK', () => farEnd.requests().some(({ method }) => method === 'ACK'));
  expect(gateway.events.map(({ type }) => type).slice(0, 2)).toEqual(['alerting', 'established']);
});

/** A page: registers over a WebSocket as sip.js does, and answers its leg at once. */
async function page(url: string, name: string) {
  const socket = new WebSocket(url, 'sip');
  stops.push(() => Promise.resolve(socket.close()));
  const heard: (SipRequest | SipResponse)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const read = parseMessage(Buffer.from(String(data)), MESSAGE_LIMITS);
    if (read.ok) heard.push(read.value.message);
  });
  await until('the WebSocket', () => socket.readyState === WebSocket.OPEN);
  const send = (message: SipRequest | SipResponse) =>
    socket.send(Buffer.from(serializeMessage(message)).toString());
  const uri = 'sip:ringside.test';
  const register = (cseq: number, headers: readonly SipHeader[]) => {
    const address = `<sip:${name}@ringside.test>`;
    const contact = `<sip:x7@random.invalid;transport=ws>;expires=600`;
    send(
      aRequest('REGISTER', {
        uri,
        from: `${address};tag=m`,
        to: address,
        callId: `r-${name}`,
        cseq,
        contact,
        headers,
      }),
    );
  };
  register(1, []);
  const challenge = await until('a challenge', () =>
    heard.find((one) => one.kind === 'response' && one.status === 401),
  );
  const request = { method: 'REGISTER', uri, body: new Uint8Array(0) };
  const account = { userName: name, password };
  const parts = { request, account, cnonce: 'c', count: 1 };
  const authorization = challenge.kind === 'response' ? answerChallenge(challenge, parts) : null;
  register(2, authorization === null ? [] : [authorization]);
  await until('the registration', () => heard.some((one) => one.kind === 'response' && one.status === 200));
  return { socket, heard, send };
}

/** Mr Okafor waits with music; `name`'s page answers the leg that `ring` has asked for, and is up. */
async function answeredBy(
  all: Given,
  name: string,
  legId: LegId,
  ring: (callId: CallId) => Promise<unknown>,
) {
  const { gateway } = all;
  const station = await page(gateway.webSocketUrl, name);
  await until('the station', () =>
    gateway.events.some((event) => event.type === 'stationUp' && event.stationId === name),
  );
  const { callId } = await gateway.saw('delivered');
  await ring(callId);
  const invite = await until('the INVITE', () =>
    station.heard.find((one) => one.kind === 'request' && one.method === 'INVITE'),
  );
  if (invite.kind !== 'request') throw new Error('No request');
  const contact = { name: 'Contact', value: '<sip:x7@random.invalid;transport=ws>' };
  const type = { name: 'Content-Type', value: 'application/sdp' };
  const body = Buffer.from(sdpOfFarEnd());
  station.send(answerTo(invite, 200, { tag: name, headers: [contact, type], body }));
  await until('ACK', () => station.heard.some((one) => one.kind === 'request' && one.method === 'ACK'));
  gateway.media.say({ type: 'connected', legId });
  return { ...station, invite };
}

it('SUP-MEDIA-5, SUP-MEDIA-6: Noor listens over her WebSocket; her page goes, the two talk on', async () => {
  const all = await given();
  const { telephony, media, events, saw } = all.gateway;
  const caller = call(all, 'udp');
  const { callId } = await saw('delivered');
  await telephony.admit(callId, atOnce);
  await caller.final();
  await caller.ack();
  const shown = { number: '+886912345678', display: '陳大文' };
  const [maya, noor] = [asId<'leg'>('mayas-leg'), asId<'leg'>('noors-leg')];
  await answeredBy(all, 'maya', maya, () =>
    telephony.offer({ callId, legId: maya, stationId: stationId('maya'), caller: shown, resume: false }),
  );
  await telephony.connect(callId, maya);
  const leg = { callId, legId: noor, stationId: stationId('noor'), caller: shown, mode: 'listen' } as const;
  const page = await answeredBy(all, 'noor', noor, () => telephony.supervise(leg));
  expect(header(page.invite, 'Ringside-Supervision')).toBe('listen');
  expect(media.open.get(noor)).toMatchObject({ bridge: callId, role: 'listen' });
  await telephony.setSupervision(callId, noor, 'whisper');
  expect(media.open.get(noor)).toMatchObject({ role: 'whisper' });
  page.socket.close();
  expect(await saw('connectionCleared')).toMatchObject({ legId: noor, party: 'supervisor', cause: 'lost' });
  expect(media.open.get(maya)).toMatchObject({ bridge: callId, role: 'agent' });
  expect(await caller.bye()).toBe(200);
  await until('the end of all', () => events.filter(({ type }) => type === 'connectionCleared').length === 3);
});

it('An agent’s page is rung over its WebSocket, and losing it loses the agent only', async () => {
  const all = await given();
  const { gateway } = all;
  const maya = await page(gateway.webSocketUrl, 'maya');
  await gateway.saw('stationUp');
  const caller = call(all, 'udp');
  const { callId } = await gateway.saw('delivered');
  await gateway.telephony.admit(callId, atOnce);
  await caller.final();
  await caller.ack();
  const legId = asId<'leg'>('mayas-leg');
  const shown = { number: '+886912345678', display: '陳大文' };
  await gateway.telephony.offer({
    callId,
    legId,
    stationId: stationId('maya'),
    caller: shown,
    resume: false,
  });
  const ring = await until('the INVITE', () =>
    maya.heard.find((one) => one.kind === 'request' && one.method === 'INVITE'),
  );
  if (ring.kind !== 'request') throw new Error('No request');
  expect(ring.uri).toBe('sip:x7@random.invalid;transport=ws');
  expect(header(ring, 'From')).toContain('"陳大文" <sip:+886912345678@ringside.test>');
  const contact = { name: 'Contact', value: '<sip:x7@random.invalid;transport=ws>' };
  const type = { name: 'Content-Type', value: 'application/sdp' };
  maya.send(answerTo(ring, 200, { tag: 'maya', headers: [contact, type], body: Buffer.from(sdpOfFarEnd()) }));
  await until('ACK', () => maya.heard.some((one) => one.kind === 'request' && one.method === 'ACK'));
  gateway.media.say({ type: 'connected', legId });
  await gateway.telephony.connect(callId, legId);
  expect(gateway.media.open.get(legId)?.bridge).toBe(callId);
  maya.socket.close();
  expect(await gateway.saw('connectionCleared')).toMatchObject({ legId, party: 'agent', cause: 'lost' });
  await gateway.saw('stationDown');
  expect(gateway.telephony.status().calls).toBe(1);
});
