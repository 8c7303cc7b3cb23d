import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Origins } from './origins.ts';

/** Takes a connection that asked to become a WebSocket (RFC 6455 section 4.2). */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** The path whose upgrades socket.io takes, to the letter: any other it would leave open and unanswered for ever. */
const DESK_PATH = '/desk/';

/** Hands each WebSocket to the adapter its path belongs to; pages of other sites get none. */
export function routeUpgrades(
  server: Server,
  origins: Origins,
  routes: Readonly<Record<string, Upgrade>>,
): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!origins.allow(request.headers.origin, request.headers.host)) return reject(socket, '403 Forbidden');
    if (path === DESK_PATH) return;
    const take = routes[path.endsWith('/') ? path.slice(0, -1) : path];
    if (take === undefined) return reject(socket, '404 Not Found');
    take(request, socket, head);
  });
}

function reject(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
