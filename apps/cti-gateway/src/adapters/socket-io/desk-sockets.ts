import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { seconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Clock } from '../../ports/clock.ts';
import type { Desk, DeskConnection } from '../../ports/desk.ts';
import type { Log } from '../../ports/log.ts';
import { answerMessages } from './answer-messages.ts';
import type { DeskSocketSettings } from './desk-socket-settings.ts';
import { readHello } from './read-hello.ts';
import { refusal } from './refusal.ts';
import { socketScreen } from './socket-screen.ts';
import type { SocketScreen } from './socket-screen.ts';
import { watchPage } from './watch-page.ts';

export interface DeskSocketParts {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  /** the web server's rule for Origin headers */
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  readonly poppedAfter: (seconds: number) => void;
}

/** In bytes. A calendar file of 2 MB (ABSENT-6) with its signs escaped; a case with all its texts at their limits takes about 150 kB. */
export const LARGEST_MESSAGE = 4_194_304;
const DESK_PATH = '/desk';

/** Attaches desks' sockets to the web server: one socket.io connection a page, opened with a Hello (protocol/up.ts). */
export function openDeskSockets(
  server: HttpServer,
  settings: DeskSocketSettings,
  parts: DeskSocketParts,
): { close(): void } {
  const io = new Server(server, {
    path: DESK_PATH,
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
    connectTimeout: seconds(10),
    pingInterval: seconds(10),
    pingTimeout: seconds(10),
    allowRequest: (request, decide) => decide(...admitted(io, request, settings, parts)),
  });
  const opened = new WeakMap<Socket, OpenDesk>();
  const admit = async (socket: Socket, next: (refused?: Error) => void): Promise<void> => {
    const result = await openDesk(socket, parts);
    if (result.ok) opened.set(socket, result.value);
    next(result.ok ? undefined : refusal(result.refusal));
  };
  io.use((socket, next) => void admit(socket, next));
  io.on('connection', (socket) => {
    const desk = opened.get(socket);
    if (desk !== undefined) serve(socket, desk, settings, parts);
  });
  return {
    close: () => {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

function serve(
  socket: Socket,
  { screen, connection }: OpenDesk,
  settings: DeskSocketSettings,
  { clock, log }: DeskSocketParts,
): void {
  socket.once('disconnect', () => connection.close());
  answerMessages(socket, connection, { settings, clock, log });
  watchPage(socket, connection, settings);
  screen.show();
}

function admitted(
  io: Server,
  request: IncomingMessage,
  { mostSockets }: DeskSocketSettings,
  { allowsOrigin }: DeskSocketParts,
): [string | null, boolean] {
  if (!allowsOrigin(request.headers.origin, request.headers.host)) return ['origin not allowed', false];
  return io.engine.clientsCount >= mostSockets ? ['too many desks', false] : [null, true];
}

interface OpenDesk {
  readonly screen: SocketScreen;
  readonly connection: DeskConnection;
}

async function openDesk(
  socket: Socket,
  { desk, log, clock, poppedAfter }: DeskSocketParts,
): Promise<Result<OpenDesk, Problem>> {
  const hello = readHello(socket.handshake.auth);
  if (!hello.ok) return hello;
  const screen = socketScreen(socket, clock, poppedAfter);
  try {
    const opened = await desk.open(hello.value, screen);
    return opened.ok ? ok({ screen, connection: boundTo(socket, opened.value) }) : opened;
  } catch (cause) {
    log.error('a desk could not be opened', { why: cause instanceof Error ? cause.message : String(cause) });
    return refuse({ problem: 'internal' });
  }
}

/** Closes with the socket. The page may go while its desk is being opened; socket.io then says nothing more about it. */
function boundTo(socket: Socket, connection: DeskConnection): DeskConnection {
  const closing = closedOnce(connection);
  socket.conn.once('close', () => closing.close());
  if (socket.conn.readyState !== 'open') closing.close();
  return closing;
}

function closedOnce(connection: DeskConnection): DeskConnection {
  let open = true;
  return {
    agentId: connection.agentId,
    stationId: connection.stationId,
    command: (id, command) => connection.command(id, command),
    query: (query) => connection.query(query),
    alive: (answering) => {
      if (open) connection.alive(answering);
    },
    close: () => {
      if (!open) return;
      open = false;
      connection.close();
    },
  };
}
