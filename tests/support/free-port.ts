import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';

/**
 * A port that is free for TCP and UDP on 127.0.0.1 right now, below the ephemeral range so that nothing else takes it.
 * Two test files that run side by side look in different halves of the range: no two callers name ranges that overlap
 * (telephones 19,000 to 21,000, gateways 21,000 to 25,000, media above), or the halves would.
 */
export async function freePort(lowest = 21_000, end = 25_000): Promise<number> {
  const half = Math.floor((end - lowest) / 2);
  const from = lowest + (Number(process.env['VITEST_POOL_ID'] ?? 0) % 2) * half;
  const to = from + half;
  for (let tries = 0; tries < 200; tries += 1) {
    const port = from + Math.floor(Math.random() * (to - from));
    if ((await tcpIsFree(port)) && (await udpIsFree(port))) return port;
  }
  throw new Error(`No free port between ${from} and ${to} on 127.0.0.1.`);
}

function tcpIsFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(port, '127.0.0.1', () => server.close(() => settle(true)));
  });
}

function udpIsFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = createSocket('udp4');
    socket.once('error', () => settle(false));
    socket.bind(port, '127.0.0.1', () => socket.close(() => settle(true)));
  });
}
