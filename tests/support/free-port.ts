import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';

/** Files that run side by side at most: `journeys` in vitest.config.ts. */
const SIDE_BY_SIDE = 3;
/** What was given once is not given again: its taker may not have bound it yet. */
const given = new Set<number>();

/**
 * A port that is free for TCP and UDP on 127.0.0.1 right now, below the ephemeral range so that nothing else takes it.
 * Test files that run side by side look in parts of the range of their own: no two callers name ranges that overlap
 * (telephones 19,000 to 21,000, gateways 21,000 to 25,000, media above), or the parts would. `room` ports from it on
 * lie in the same part.
 */
export async function freePort(lowest = 21_000, end = 25_000, room = 1): Promise<number> {
  const part = Math.floor((end - lowest) / SIDE_BY_SIDE);
  const from = lowest + (Number(process.env['VITEST_POOL_ID'] ?? 0) % SIDE_BY_SIDE) * part;
  const to = from + part - room;
  for (let tries = 0; tries < 200; tries += 1) {
    const port = from + Math.floor(Math.random() * (to - from));
    if (!given.has(port) && (await tcpIsFree(port)) && (await udpIsFree(port))) {
      given.add(port);
      return port;
    }
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
