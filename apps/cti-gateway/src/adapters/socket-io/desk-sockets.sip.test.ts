import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { asId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { DeskFrame, Reply, Snapshot } from '@ringside/shared/protocol/down';
import type { Problem } from '@ringside/shared/protocol/problem';
import { PROTOCOL_VERSION } from '@ringside/shared/protocol/protocol-version';
import type { Command, Hello, Query } from '@ringside/shared/protocol/up';
import type { Desk, Screen } from '../../ports/desk.ts';
import { usualDeskSockets } from './desk-socket-settings.ts';
import type { DeskSocketSettings } from './desk-socket-settings.ts';
import { LARGEST_MESSAGE, openDeskSockets } from './desk-sockets.ts';

/** Maya's desk as the gateway's application would be: it notes what it is asked and answers what the test says. */
class ScriptedDesk implements Desk {
  readonly hellos: Hello[] = [];
  readonly screens: Screen[] = [];
  readonly commands: { id: string; command: Command }[] = [];
  readonly queries: Query[] = [];
  readonly signsOfLife: boolean[] = [];
  closed = 0;
  refuseWith: Problem | null = null;
  reply: () => Promise<Result<unknown, Problem>> = async () => ok({ taskId: 'task-1' });
  /** resolves when the test lets the desk be opened */
  opening: Promise<void> = Promise.resolve();

  about = (): never => unasked();
  signIn = (): never => unasked();
  signOut = (): never => unasked();
  sound = (): never => unasked();
  attach = (): never => unasked();
  file = (): never => unasked();
  calendar = (): never => unasked();
  open = async (hello: Hello, screen: Screen) => {
    this.hellos.push(hello);
    await this.opening;
    if (this.refuseWith) return refuse(this.refuseWith);
    this.screens.push(screen);
    screen.snapshot(snapshot);
    return ok({
      agentId: asId<'agent'>('maya'),
      stationId: hello.stationId,
      command: async (id: string, command: Command) => {
        this.commands.push({ id, command });
        return this.reply();
      },
      query: async (query: Query) => {
        this.queries.push(query);
        return this.reply();
      },
      alive: (answering: boolean) => void this.signsOfLife.push(answering),
      close: () => void (this.closed += 1),
    });
  };
}

const unasked = (): never => {
  throw new Error('not asked of a socket');
};
const snapshot = { epoch: 'e1', seq: 7 } as Snapshot;
const hello = {
  protocol: PROTOCOL_VERSION,
  token: 'secret',
  stationId: 'desk-1',
  takeOver: false,
  after: null,
};

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const end of cleanUp.splice(0).toReversed()) end();
});

async function gateway(settings: Partial<DeskSocketSettings> = {}) {
  const desk = new ScriptedDesk();
  const popped: number[] = [];
  const faults: string[] = [];
  const server = createServer();
  const note = (what: string) => void faults.push(what);
  const sockets = openDeskSockets(
    server,
    { ...usualDeskSockets, ...settings },
    {
      desk,
      clock: { now: () => 1_000_250, after: () => () => undefined },
      log: { info: () => undefined, warn: note, error: note },
      allowsOrigin: (origin) => origin === undefined || origin === 'app://ringside',
      poppedAfter: (seconds) => popped.push(seconds),
    },
  );
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  cleanUp.push(() => {
    sockets.close();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { desk, url, popped, faults };
}

function page(url: string, auth: object = hello, extraHeaders: Record<string, string> = {}): Socket {
  const socket = io(url, {
    path: '/desk',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders,
  });
  cleanUp.push(() => socket.close());
  return socket;
}

const heard = <Value>(socket: Socket, event: string): Promise<Value> =>
  new Promise((settle) => void socket.once(event, settle));
const refused = async (socket: Socket): Promise<Problem | undefined> =>
  (await heard<Error & { data?: Problem }>(socket, 'connect_error')).data;
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((soon) => void setTimeout(soon, 5));
};

test('a desk that says hello is shown its snapshot', async () => {
  const { url, desk } = await gateway();
  expect(await heard(page(url), 'snapshot')).toEqual(snapshot);
  expect(desk.hellos).toEqual([hello]);
});

test('a desk whose session has ended hears why', async () => {
  const { url, desk } = await gateway();
  desk.refuseWith = { problem: 'sessionEnded' };
  expect(await refused(page(url))).toEqual({ problem: 'sessionEnded' });
});

test('a desk of another version is told so, whatever else it says', async () => {
  const { url, desk } = await gateway();
  expect(await refused(page(url, { protocol: PROTOCOL_VERSION + 1, new: true }))).toEqual({
    problem: 'protocolMismatch',
  });
  expect(desk.hellos).toEqual([]);
});

test('a hello that makes no sense is refused, naming the field', async () => {
  const { url } = await gateway();
  expect(await refused(page(url, { ...hello, stationId: 'x'.repeat(65) }))).toEqual({
    problem: 'badMessage',
    field: 'stationId',
  });
});

test('a page of another site gets no socket', async () => {
  const { url, desk } = await gateway();
  const error = await heard<Error>(page(url, hello, { origin: 'https://evil.example' }), 'connect_error');
  expect(error).toBeInstanceOf(Error);
  expect(desk.hellos).toEqual([]);
});

test('a command is carried out and its result is the ack', async () => {
  const { url, desk } = await gateway();
  const socket = page(url);
  const reply = await socket.emitWithAck('command', { id: 'c1', command: { do: 'presence.ready' } });
  expect(reply).toEqual({ ok: true, value: { taskId: 'task-1' } });
  expect(desk.commands).toEqual([{ id: 'c1', command: { do: 'presence.ready' } }]);
});

test('a refused query says which problem it is', async () => {
  const { url, desk } = await gateway();
  desk.reply = async () => refuse({ problem: 'unknownCase' });
  const reply = await page(url).emitWithAck('query', { ask: 'case.file', caseId: 'k1' });
  expect(reply).toEqual({ ok: false, problem: { problem: 'unknownCase' } });
});

test.each([
  ['no command at all', null],
  ['an unknown command', { id: 'c1', command: { do: 'gateway.stop' } }],
  ['an id beyond the limit', { id: 'c'.repeat(65), command: { do: 'presence.ready' } }],
  ['letters as DTMF keys', { id: 'c1', command: { do: 'call.digits', callId: 'k', digits: 'hello' } }],
])('%s is a bad message and reaches nobody', async (_what, message) => {
  const { url, desk } = await gateway();
  const reply: Reply<unknown> = await page(url).emitWithAck('command', message);
  expect(reply).toMatchObject({ ok: false, problem: { problem: 'badMessage' } });
  expect(desk.commands).toEqual([]);
});

test('a bug behind a command is an answer to the page and an entry in the log', async () => {
  const { url, desk, faults } = await gateway();
  desk.reply = async () => {
    throw new Error('a bug');
  };
  const reply = await page(url).emitWithAck('command', { id: 'c1', command: { do: 'presence.ready' } });
  expect(reply).toEqual({ ok: false, problem: { problem: 'internal' } });
  expect(faults).toEqual(['a command failed']);
});

test('a page gone wild is slowed down, and its other messages still get answers', async () => {
  const { url, desk } = await gateway({ burst: 3, perSecond: 0 });
  const socket = page(url);
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      socket.emitWithAck('command', { id: `c${i}`, command: { do: 'presence.ready' } }),
    ),
  );
  expect(replies.filter((reply: Reply<unknown>) => reply.ok)).toHaveLength(3);
  expect(replies.filter((reply) => reply.problem?.problem === 'tooManyAttempts')).toHaveLength(7);
  expect(desk.commands).toHaveLength(3);
});

test('a message larger than any desk sends ends the socket', async () => {
  const { url, desk } = await gateway();
  const socket = page(url);
  await heard(socket, 'snapshot');
  socket.emit(
    'command',
    { id: 'c1', command: { do: 'draft.keep', about: 'x', text: 'x'.repeat(LARGEST_MESSAGE) } },
    () => undefined,
  );
  await heard(socket, 'disconnect');
  await until(() => desk.closed === 1);
  expect(desk.commands).toEqual([]);
});

test('goodbye is heard before the socket closes', async () => {
  const { url, desk } = await gateway();
  const socket = page(url);
  await heard(socket, 'snapshot');
  const goodbye = heard(socket, 'goodbye');
  const closed = heard(socket, 'disconnect');
  desk.screens[0]?.goodbye({ why: 'takenOver' });
  expect(await goodbye).toEqual({ why: 'takenOver' });
  await closed;
  await until(() => desk.closed === 1);
});

test('a page that answers is alive, a frozen one is not', async () => {
  const { url, desk } = await gateway({ pingEvery: 30, pingWithin: 20 });
  const socket = page(url);
  let frozen = false;
  socket.on('ping', (ack: () => void) => {
    if (!frozen) ack();
  });
  await until(() => desk.signsOfLife.includes(true));
  frozen = true;
  await until(() => desk.signsOfLife.includes(false));
  expect(desk.signsOfLife[0]).toBe(true);
});

test('a desk is closed once when its page goes', async () => {
  const { url, desk } = await gateway();
  const socket = page(url);
  await heard(socket, 'snapshot');
  socket.close();
  await until(() => desk.closed > 0);
  expect(desk.closed).toBe(1);
});

test('a page that goes while its desk is being opened leaves nothing open', async () => {
  const { url, desk } = await gateway();
  let open = (): void => undefined;
  desk.opening = new Promise((settle) => (open = settle));
  const socket = page(url);
  await until(() => desk.hellos.length === 1);
  socket.close();
  await new Promise((soon) => void setImmediate(soon));
  open();
  await until(() => desk.closed === 1);
});

test('more desks than the gateway serves are turned away', async () => {
  const { url } = await gateway({ mostSockets: 1 });
  await heard(page(url), 'snapshot');
  expect(await heard(page(url), 'connect_error')).toBeInstanceOf(Error);
});

test('how long a pop took is measured from its offer', async () => {
  const { url, desk, popped } = await gateway();
  const socket = page(url);
  await heard(socket, 'snapshot');
  const offered = { is: 'offered', offerId: 'o1', offeredAt: 1_000_000, until: 1_020_000 };
  const frame = {
    seq: 8,
    at: 1_000_000,
    event: { what: 'contact', contact: { state: offered } },
  } as DeskFrame;
  const shown = heard(socket, 'event');
  desk.screens[0]?.event(frame);
  desk.screens[0]?.event({ ...frame, seq: 9, at: 1_000_100 });
  expect(await shown).toEqual(frame);
  expect(popped).toEqual([0.25]);
});
