import { createSocket } from 'node:dgram';
import type { RemoteInfo, Socket } from 'node:dgram';
import { afterEach, expect, test } from 'vitest';
import { header } from '../sip/message/header.ts';
import { MESSAGE_LIMITS } from '../sip/message/message-limits.ts';
import type { SipMessage, SipRequest } from '../sip/message/message.ts';
import { parseMessage } from '../sip/message/parse-message.ts';
import { responseTo } from '../sip/message/response-to.ts';
import { serializeMessage } from '../sip/message/serialize-message.ts';
import type { CallProgress } from './call-progress.ts';
import type { DemoCall } from './place-call.ts';
import { placeCall } from './place-call.ts';
import { audioOffer, audioTarget } from './sdp.ts';

const fast = { t1: 30, t2: 60, giveUp: 300 };
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

async function socketOn(port = 0): Promise<Socket> {
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => void socket.bind(port, '127.0.0.1', bound));
  open.push(socket);
  return socket;
}

/** A gateway that the test plays by hand. */
class Peer {
  readonly heard: SipMessage[] = [];
  readonly #socket: Socket;
  #caller: RemoteInfo | null = null;
  #waiting: (() => void)[] = [];

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('message', (bytes, from) => {
      const read = parseMessage(bytes, MESSAGE_LIMITS);
      if (!read.ok) throw new Error(`The caller sent what can't be read: ${bytes.toString()}`);
      this.#caller = from;
      this.heard.push(read.value.message);
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  get port(): number {
    return this.#socket.address().port;
  }

  /** The request of this method that came as number `nth`. */
  async got(method: string, nth = 1): Promise<SipRequest> {
    for (;;) {
      const found = this.heard.filter((m): m is SipRequest => m.kind === 'request' && m.method === method)[
        nth - 1
      ];
      if (found) return found;
      await new Promise<void>((wake) => void this.#waiting.push(wake));
    }
  }

  async response(): Promise<number> {
    for (;;) {
      const found = this.heard.find((m) => m.kind === 'response');
      if (found) return found.status;
      await new Promise<void>((wake) => void this.#waiting.push(wake));
    }
  }

  count = (method: string): number =>
    this.heard.filter((m) => m.kind === 'request' && m.method === method).length;

  answer(request: SipRequest, status: number, sdp: string | null = null): void {
    const contact = { name: 'Contact', value: `<sip:gateway@127.0.0.1:${this.port}>` };
    const headers = sdp === null ? [contact] : [contact, { name: 'Content-Type', value: 'application/sdp' }];
    this.send(responseTo(request, status, null, { toTag: 'gateway', headers, body: Buffer.from(sdp ?? '') }));
  }

  send(message: SipMessage): void {
    if (this.#caller) this.#socket.send(serializeMessage(message), this.#caller.port, this.#caller.address);
  }

  /** A request inside the call that this INVITE opened. */
  ask(method: string, invite: SipRequest, body = ''): void {
    const swap = (name: string, tag: string) => ({
      name,
      value: `${header(invite, name === 'From' ? 'To' : 'From') ?? ''}${tag}`,
    });
    this.send({
      kind: 'request',
      method,
      uri: header(invite, 'Contact')?.slice(1, -1) ?? '',
      headers: [
        { name: 'Via', value: `SIP/2.0/UDP 127.0.0.1:${this.port};branch=z9hG4bK-${method}` },
        { name: 'Max-Forwards', value: '70' },
        swap('From', ';tag=gateway'),
        swap('To', ''),
        { name: 'Call-ID', value: header(invite, 'Call-ID') ?? '' },
        { name: 'CSeq', value: `7 ${method}` },
        ...(body === '' ? [] : [{ name: 'Content-Type', value: 'application/sdp' }]),
      ],
      body: Buffer.from(body),
    });
  }
}

async function scene(call: Partial<DemoCall> = {}) {
  const peer = new Peer(await socketOn());
  const progress: CallProgress['is'][] = [];
  const placed = await placeCall(
    {
      gateway: { host: '127.0.0.1', port: peer.port },
      from: '+886912345678',
      dialled: 'service',
      speech: Int16Array.from({ length: 8_000 }, (_, i) => Math.round(12_000 * Math.sin(i * 0.6))),
      hangUpAfterSeconds: null,
      longestSeconds: 20,
      times: fast,
      ...call,
    },
    ({ is }) => progress.push(is),
  );
  return { peer, placed, progress };
}

test('a customer calls, is answered, is heard, and hangs up', async () => {
  const audio = await socketOn();
  const packets: Buffer[] = [];
  const { peer, placed, progress } = await scene({ hangUpAfterSeconds: 0.3 });
  audio.on('message', (packet) => packets.push(packet));
  const invite = await peer.got('INVITE');
  expect(invite.uri).toBe(`sip:service@127.0.0.1:${peer.port}`);
  expect(header(invite, 'From')).toContain('sip:+886912345678@');
  expect(audioTarget(Buffer.from(invite.body).toString())).toMatchObject({ codec: 'PCMU' });
  peer.answer(invite, 180);
  peer.answer(invite, 200, audioOffer('127.0.0.1', audio.address().port));
  const ack = await peer.got('ACK');
  expect(ack.uri).toBe(`sip:gateway@127.0.0.1:${peer.port}`);
  const bye = await peer.got('BYE');
  expect(header(bye, 'To')).toContain('tag=gateway');
  expect(header(bye, 'CSeq')).toBe('2 BYE');
  peer.answer(bye, 200);
  expect(await placed.ended).toEqual({ how: 'hungUp', by: 'caller', talkedSeconds: 0 });
  expect(progress).toEqual(['calling', 'ringing', 'answered']);
  expect(packets.length).toBeGreaterThan(5);
  expect(packets.every((packet) => packet.length === 172)).toBe(true);
  expect(new Set(packets[3]?.subarray(12)).size).toBeGreaterThan(10);
});

test('the agent hangs up', async () => {
  const { peer, placed } = await scene();
  const invite = await peer.got('INVITE');
  peer.answer(invite, 200, audioOffer('127.0.0.1', 9));
  await peer.got('ACK');
  peer.ask('BYE', invite);
  expect(await peer.response()).toBe(200);
  expect(await placed.ended).toMatchObject({ how: 'hungUp', by: 'gateway' });
});

test('being put on hold is answered with the caller’s own audio', async () => {
  const { peer, placed } = await scene();
  const invite = await peer.got('INVITE');
  peer.answer(invite, 200, audioOffer('127.0.0.1', 9));
  await peer.got('ACK');
  peer.ask('INVITE', invite, audioOffer('127.0.0.1', 10));
  expect(await peer.response()).toBe(200);
  const answer = peer.heard.find((m) => m.kind === 'response');
  expect(audioTarget(Buffer.from(answer?.body ?? '').toString())).not.toBeNull();
  placed.hangUp();
  peer.answer(await peer.got('BYE'), 200);
  await placed.ended;
});

test('a withheld number stands nowhere', async () => {
  const { peer, placed } = await scene({ from: null });
  const invite = await peer.got('INVITE');
  expect(header(invite, 'From')).toContain('sip:anonymous@anonymous.invalid');
  expect(header(invite, 'Privacy')).toBe('id');
  peer.answer(invite, 486);
  await placed.ended;
});

test('a refusal is acknowledged in its own transaction and told', async () => {
  const { peer, placed } = await scene();
  const invite = await peer.got('INVITE');
  peer.answer(invite, 404);
  const ack = await peer.got('ACK');
  expect(header(ack, 'Via')).toBe(header(invite, 'Via'));
  expect(header(ack, 'To')).toContain('tag=gateway');
  expect(await placed.ended).toEqual({ how: 'refused', status: 404, reason: 'Not Found' });
});

test('a lost INVITE is sent again until something comes', async () => {
  const { peer, placed } = await scene();
  const again = await peer.got('INVITE', 3);
  peer.answer(again, 486);
  await placed.ended;
  expect(header(again, 'Via')).toBe(header(await peer.got('INVITE'), 'Via'));
});

test('a repeated 200 is acknowledged again', async () => {
  const { peer, placed } = await scene();
  const invite = await peer.got('INVITE');
  peer.answer(invite, 200, audioOffer('127.0.0.1', 9));
  await peer.got('ACK');
  peer.answer(invite, 200, audioOffer('127.0.0.1', 9));
  await peer.got('ACK', 2);
  placed.hangUp();
  peer.answer(await peer.got('BYE'), 200);
  await placed.ended;
});

test('a caller who hangs up while it rings cancels', async () => {
  const { peer, placed } = await scene();
  const invite = await peer.got('INVITE');
  peer.answer(invite, 180);
  await new Promise((soon) => void setTimeout(soon, 20));
  placed.hangUp();
  const cancel = await peer.got('CANCEL');
  expect(header(cancel, 'Via')).toBe(header(invite, 'Via'));
  peer.answer(cancel, 200);
  peer.answer(invite, 487);
  await peer.got('ACK');
  expect(await placed.ended).toEqual({ how: 'gaveUp' });
});

test('nothing is cancelled before the gateway has said anything', async () => {
  const { peer, placed } = await scene();
  const invite = await peer.got('INVITE');
  placed.hangUp();
  await peer.got('INVITE', 2);
  expect(peer.count('CANCEL')).toBe(0);
  peer.answer(invite, 100);
  peer.answer(await peer.got('CANCEL'), 200);
  peer.answer(invite, 487);
  expect(await placed.ended).toEqual({ how: 'gaveUp' });
});

test('an answer that crosses the hang-up is acknowledged and hung up', async () => {
  const { peer, placed } = await scene();
  const invite = await peer.got('INVITE');
  peer.answer(invite, 180);
  await new Promise((soon) => void setTimeout(soon, 20));
  placed.hangUp();
  peer.answer(await peer.got('CANCEL'), 481);
  peer.answer(invite, 200, audioOffer('127.0.0.1', 9));
  await peer.got('ACK');
  peer.answer(await peer.got('BYE'), 200);
  expect(await placed.ended).toMatchObject({ how: 'hungUp', by: 'caller' });
});

test('a gateway that says nothing is unreachable', async () => {
  const { peer, placed } = await scene();
  expect(await placed.ended).toEqual({ how: 'unreachable', why: 'silent' });
  expect(peer.count('INVITE')).toBeGreaterThan(2);
});

test('a machine on which nothing listens says so at once', async () => {
  const closed = await socketOn();
  const { port } = closed.address();
  await new Promise<void>((done) => void open.splice(open.indexOf(closed), 1)[0]?.close(done));
  const { placed } = await scene({ gateway: { host: '127.0.0.1', port } });
  expect(await placed.ended).toEqual({ how: 'unreachable', why: 'closed' });
});

test('a call has an end, even when nobody ends it', async () => {
  const { peer, placed } = await scene({ longestSeconds: 0.1 });
  const invite = await peer.got('INVITE');
  peer.answer(invite, 200, audioOffer('127.0.0.1', 9));
  peer.answer(await peer.got('BYE'), 200);
  expect(await placed.ended).toMatchObject({ how: 'hungUp', by: 'caller' });
});

test('what the caller hears has a level', async () => {
  const audio = await socketOn();
  const levels: number[] = [];
  const peer = new Peer(await socketOn());
  const placed = await placeCall(
    {
      gateway: { host: '127.0.0.1', port: peer.port },
      from: '1',
      dialled: '2',
      speech: new Int16Array(160),
      hangUpAfterSeconds: null,
      longestSeconds: 20,
      times: fast,
    },
    (progress) => progress.is === 'hearing' && levels.push(progress.level),
  );
  const invite = await peer.got('INVITE');
  const caller = audioTarget(Buffer.from(invite.body).toString());
  peer.answer(invite, 200, audioOffer('127.0.0.1', audio.address().port));
  const loud = Buffer.concat([Buffer.from([0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]), Buffer.alloc(160, 0x90)]);
  const sending = setInterval(() => audio.send(loud, caller?.port, '127.0.0.1'), 10);
  while (levels.length === 0) await new Promise((soon) => void setTimeout(soon, 50));
  clearInterval(sending);
  expect(levels[0]).toBeGreaterThan(-20);
  placed.hangUp();
  peer.answer(await peer.got('BYE'), 200);
  await placed.ended;
});
