import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { tortureMessages } from '@ringside/cti-gateway/src/adapters/sip/transport/testing/torture-messages.ts';
import { branch, token } from './sip-text.ts';

/** Somebody on the network who means the gateway ill. Each attack is bounded in count and ends by itself. */
export interface Attack {
  readonly name: string;
  run(target: { readonly sipPort: number; readonly url: string }): Promise<void>;
}

const fill = (piece: string, bytes = 60_000): string => piece.repeat(Math.floor(bytes / piece.length));

/** What costs a careless parser most: each is a whole request, or what pretends to be one. */
const floods: readonly string[] = [
  fill('x\r\n\r\n'),
  fill(' '),
  fill('\0'),
  asked(`Subject:${fill(' ')}y`),
  asked(`Subject: ${fill('\r\n ')}y`),
  asked(fill('a:b\r\n').trimEnd()),
  asked(`Contact: "${fill('\\')}`),
  asked(`Contact: <sip:h>${fill(';a=1')}`),
  asked(`Route: ${fill('<sip:h>,')}`),
  asked(`Authorization: Digest ${fill('a="b",')}`),
];

function asked(line: string): string {
  return `OPTIONS sip:service@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=${branch()}\r\nMax-Forwards: 70\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: ${token()}\r\nCSeq: 1 OPTIONS\r\n${line}\r\nContent-Length: 0\r\n\r\n`;
}

const torture: readonly Buffer[] = tortureMessages.map(({ text }) => Buffer.from(text, 'utf8'));
const cutOff = (messages: readonly Buffer[]): readonly Buffer[] =>
  messages.flatMap((bytes) => [0.3, 0.7, 0.95].map((share) => bytes.subarray(0, bytes.length * share)));
const junk = (count: number): readonly Buffer[] =>
  Array.from({ length: count }, (_, at) => Buffer.alloc(1 + ((at * 37) % 1_400), at % 256));

export const attacks: readonly Attack[] = [
  {
    name: 'malformed, cut-off and meaningless datagrams',
    run: async ({ sipPort }) => {
      for (let round = 0; round < 10; round += 1)
        await datagrams(sipPort, [...torture, ...cutOff(torture), ...junk(200)]);
    },
  },
  {
    name: '60 kB floods in datagrams',
    run: async ({ sipPort }) => {
      for (let round = 0; round < 20; round += 1)
        await datagrams(
          sipPort,
          floods.map((text) => Buffer.from(text, 'latin1')),
        );
    },
  },
  {
    name: 'floods and malformed messages over TCP',
    run: async ({ sipPort }) => {
      const texts = [...floods.map((text) => Buffer.from(text, 'latin1')), Buffer.concat([...torture])];
      for (let round = 0; round < 4; round += 1)
        await Promise.all(texts.map((bytes) => stream(sipPort, bytes)));
    },
  },
  {
    name: 'senders over TCP that never finish a message',
    run: async ({ sipPort }) => {
      const sockets = Array.from({ length: 50 }, () => connect(sipPort, '127.0.0.1'));
      for (const socket of sockets) socket.on('error', () => undefined);
      for (let turn = 0; turn < 30; turn += 1) {
        for (const socket of sockets) if (socket.writable) socket.write('OPTIONS'.charAt(turn % 7));
        await wait(100);
      }
      for (const socket of sockets) socket.destroy();
    },
  },
  {
    name: 'callers over TCP who are gone before their ACK',
    run: async ({ sipPort }) => {
      for (let call = 0; call < 20; call += 1) {
        const socket = connect(sipPort, '127.0.0.1');
        socket.on('error', () => undefined);
        const invite = asked('Contact: <sip:a@127.0.0.1>').replaceAll('OPTIONS', 'INVITE');
        socket.write(invite.replace('/UDP', '/TCP').replace('service@', 'nowhere@'));
        await wait(20);
        socket.resetAndDestroy();
      }
    },
  },
  {
    name: 'floods, malformed messages and broken frames over WebSocket',
    run: async ({ url }) => {
      // a connection each: the first bad frame ends it
      const pieces = [...floods.map((text) => Buffer.from(text, 'latin1')), ...torture, ...junk(30)];
      for (let at = 0; at < pieces.length; at += 10)
        await Promise.all(pieces.slice(at, at + 10).map((piece) => webSocket(url, piece)));
      await Promise.all(Array.from({ length: 10 }, () => webSocket(url, null)));
    },
  },
];

async function datagrams(port: number, messages: readonly Buffer[]): Promise<void> {
  const socket = createSocket('udp4');
  for (const [at, message] of messages.entries()) {
    await new Promise<void>((sent) => socket.send(message, port, '127.0.0.1', () => sent()));
    if (at % 50 === 49) await wait(1);
  }
  socket.close();
}

function stream(port: number, bytes: Buffer): Promise<void> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('error', () => undefined);
    socket.on('close', () => settle());
    socket.setTimeout(1_000, () => socket.destroy());
    setTimeout(() => socket.destroy(), 2_000).unref();
  });
}

/** One message as text and as bytes on a connection of its own; null sends a frame that no client may send. */
function webSocket(url: string, message: Buffer | null): Promise<void> {
  return new Promise((settle, fail) => {
    let upgraded = false;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/sip`, 'sip');
    socket.on('error', () => undefined);
    socket.on('close', () =>
      upgraded ? settle() : fail(new Error('The gateway took no WebSocket, so nothing was attacked.')),
    );
    socket.on('upgrade', (response) => {
      upgraded = true;
      // reserved bits, an unknown opcode and no mask (RFC 6455 section 5.2)
      if (message === null) response.socket.write(Buffer.from([0xfb, 0x05, 1, 2, 3, 4, 5]));
    });
    socket.on('open', () => {
      for (const data of message === null ? [] : [message.toString('utf8'), message]) socket.send(data);
      setTimeout(() => socket.terminate(), 200).unref();
    });
  });
}
