import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { TLSSocket } from 'node:tls';

/** What a test wants said instead of the usual answer: a reply; "cut" ends the connection there, "silence" says nothing. */
type Say = string;

export interface Script {
  readonly greeting?: Say;
  readonly ehlo?: readonly string[];
  readonly starttls?: Say;
  readonly auth?: Say;
  readonly from?: Say;
  readonly to?: Say;
  readonly data?: Say;
  /** after the final dot */
  readonly taken?: Say;
}

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** headers and body as they came over the wire, dots unstuffed */
  readonly raw: string;
  readonly overTls: boolean;
  readonly auth: string | null;
}

export interface SmtpServer {
  readonly port: number;
  /** letters whose final dot arrived, whatever was said to it */
  readonly received: readonly Received[];
  /** connections so far */
  readonly connections: () => number;
  /** how the next connections are dealt with, first to last; then the usual way */
  readonly next: Script[];
  close(): Promise<void>;
}

/** A mail server of the tests' own (RFC 5321): it takes everything, unless the test says otherwise. */
export async function openSmtpServer(tls: { cert: string; key: string } | null = null): Promise<SmtpServer> {
  const received: Received[] = [];
  const next: Script[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    converse(socket, next.shift() ?? {}, tls, (letter) => received.push(letter));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    connections: () => connections,
    next,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function converse(
  plain: Socket,
  script: Script,
  tls: { cert: string; key: string } | null,
  keep: (letter: Received) => void,
): void {
  let socket: Socket = plain;
  let [unread, from, auth, overTls, inData] = ['', '', null as string | null, false, false];
  let to: string[] = [];
  const say = (text: Say): void => {
    if (text === 'cut') socket.destroy();
    else if (text !== 'silence') socket.write(`${text}\r\n`);
  };

  function command(line: string): void {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') return offer();
    if (word === 'STAR') return startTls();
    if (word === 'AUTH') {
      auth = line;
      return say(script.auth ?? '235 2.7.0 ok');
    }
    if (word === 'MAIL') {
      from = addressIn(line);
      to = [];
      return say(script.from ?? '250 ok');
    }
    if (word === 'RCPT') {
      to.push(addressIn(line));
      return say(script.to ?? '250 ok');
    }
    if (word === 'DATA') {
      const answer = script.data ?? '354 go on';
      inData = answer.startsWith('354');
      return say(answer);
    }
    if (word === 'QUIT') {
      socket.end('221 bye\r\n');
      return;
    }
    say('250 ok');
  }

  function offer(): void {
    const lines = [
      'test.example',
      ...(script.ehlo ?? [...(tls && !overTls ? ['STARTTLS'] : []), 'AUTH PLAIN', '8BITMIME']),
    ];
    lines.forEach((line, i) => say(`250${i === lines.length - 1 ? ' ' : '-'}${line}`));
  }

  function startTls(): void {
    const answer = script.starttls ?? '220 go on';
    say(answer);
    if (!answer.startsWith('220') || tls === null) return;
    plain.removeListener('data', read);
    socket = new TLSSocket(plain, { isServer: true, ...tls });
    socket.on('error', () => undefined);
    overTls = true;
    socket.on('data', read);
  }

  function read(piece: Buffer): void {
    unread += piece.toString('latin1');
    for (;;) {
      const end = inData ? unread.indexOf('\r\n.\r\n') : unread.indexOf('\r\n');
      if (end < 0) return;
      const text = unread.slice(0, end);
      unread = unread.slice(end + (inData ? 5 : 2));
      if (!inData) {
        command(text);
        continue;
      }
      inData = false;
      const raw = Buffer.from(text.replaceAll('\r\n..', '\r\n.'), 'latin1').toString('utf8');
      keep({ from, to, raw, overTls, auth });
      say(script.taken ?? '250 2.0.0 queued');
    }
  }
  socket.on('data', read);
  say(script.greeting ?? '220 test.example ESMTP');
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
