import { fork, type ChildProcess } from 'node:child_process';
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { AttackReport } from './stack-under-attack.ts';

/** Somebody who means the gateway ill, and the gateway in its own process (tests only). */
export interface Attacker {
  readonly ports: AttackReport['ports'];
  /** Sends a datagram and then OPTIONS; gives the start lines that came before the answer to OPTIONS. */
  datagram(bytes: string | Buffer): Promise<readonly string[]>;
  /** Datagrams for which nobody waits. */
  flood(datagrams: Iterable<string | Buffer>): Promise<void>;
  /** Opens a TCP connection to any of the ports, sends, and gives what came back until it closed or `ms` passed. */
  stream(port: number, bytes: string | Buffer, ms?: number): Promise<{ received: string; closed: boolean }>;
  /** A normal OPTIONS over UDP: true when it is answered 200. */
  stillServes(): Promise<boolean>;
  report(): Promise<AttackReport>;
  readonly alive: boolean;
  stop(): Promise<void>;
}

const PROBE = 'sip:probe@example.com';

export async function startAttacker(): Promise<Attacker> {
  const child = fork(new URL('./stack-under-attack.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { ports } = await nextReport(child);
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  let probes = 0;

  async function exchange(bytes: string | Buffer | null): Promise<readonly string[] | null> {
    const callId = `probe-${(probes += 1)}`;
    const heard: string[] = [];
    const answered = new Promise<boolean>((resolve) => {
      const listen = (received: Buffer) => {
        const text = received.toString();
        if (!text.includes(`Call-ID: ${callId}\r\n`))
          return void heard.push(
            text.slice(0, text.indexOf('\r\n')) + (text.includes('Server: user') ? ' passed' : ''),
          );
        socket.off('message', listen);
        resolve(text.startsWith('SIP/2.0 200 '));
      };
      socket.on('message', listen);
    });
    if (bytes !== null) await sendTo(socket, bytes, ports.udp);
    for (let attempt = 0; attempt < 40; attempt += 1) {
      await sendTo(socket, probe(callId), ports.udp);
      const result = await Promise.race([answered, wait(250, null)]);
      if (result !== null) return result ? heard : null;
    }
    return null;
  }

  return {
    ports,
    datagram: async (bytes) => (await exchange(bytes)) ?? ['no answer to OPTIONS'],
    async flood(datagrams) {
      for (const bytes of datagrams) await sendTo(socket, bytes, ports.udp);
    },
    stream,
    stillServes: async () => (await exchange(null)) !== null,
    report: () => {
      child.send('report');
      return nextReport(child);
    },
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async stop() {
      socket.close();
      child.disconnect();
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

const probe = (callId: string) =>
  `OPTIONS ${PROBE} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK-${callId}\r\nMax-Forwards: 70\r\nFrom: <${PROBE}>;tag=1\r\nTo: <${PROBE}>\r\nCall-ID: ${callId}\r\nCSeq: 1 OPTIONS\r\n\r\n`;

const sendTo = (socket: UdpSocket, bytes: string | Buffer, port: number) =>
  new Promise<void>((resolve, reject) =>
    socket.send(bytes, port, '127.0.0.1', (fault) => (fault ? reject(fault) : resolve())),
  );

function nextReport(child: ChildProcess): Promise<AttackReport> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The stack ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as AttackReport);
    });
  });
}

function stream(
  port: number,
  bytes: string | Buffer,
  ms = 300,
): Promise<{ received: string; closed: boolean }> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let received = '';
    const finish = (closed: boolean) => {
      socket.destroy();
      resolve({ received, closed });
    };
    socket.on('error', () => {});
    socket.on('data', (chunk) => (received += String(chunk)));
    socket.once('close', () => finish(true));
    socket.write(bytes);
    setTimeout(() => finish(false), ms);
  });
}
