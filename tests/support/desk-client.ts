import { io, type Socket } from 'socket.io-client';
import type { DeskEvent, DeskFrame, Reply, Snapshot } from '@ringside/shared/protocol/down';
import { PROTOCOL_VERSION } from '@ringside/shared/protocol/protocol-version';
import type { SignInReply } from '@ringside/shared/protocol/sign-in';
import type { Command } from '@ringside/shared/protocol/up';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { toldOnFailure } from './failures.ts';
import { until } from './until.ts';

/** A desk without a screen: what the wire gives a signed-in agent, for journeys that need no browser and for load. */
export interface DeskClient {
  readonly stationId: string;
  readonly snapshot: Snapshot;
  /** every event so far, with the time it was received (performance.now()) */
  readonly events: readonly { readonly event: DeskEvent; readonly receivedAt: number }[];
  onEvent(hear: (event: DeskEvent) => void): void;
  contacts(): readonly ContactView[];
  presence(): Snapshot['presence'];
  tell(command: DeskCommand): Promise<unknown>;
  tryTell(command: DeskCommand): Promise<Reply<unknown>>;
  ask(query: unknown): Promise<unknown>;
  offered(within?: number): Promise<ContactView>;
  close(): void;
}

/** Commands as plain JSON: the gateway brands the ids when it parses them. */
export type DeskCommand = { readonly do: Command['do'] } & Readonly<Record<string, unknown>>;

/** Signs in with a password, or opens the desk of a session that there is already. */
export async function openDesk(
  settings: { readonly url: string; readonly stationId?: string } & (
    | { readonly userName: string; readonly password: string }
    | { readonly token: string; readonly stationId: string }
  ),
): Promise<DeskClient> {
  const token = 'token' in settings ? settings.token : (await signIn(settings)).token;
  const stationId =
    'token' in settings
      ? settings.stationId
      : (settings.stationId ?? `test-${settings.userName}-${process.pid}`);
  const socket = io(settings.url, {
    path: '/desk',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION, token, stationId, takeOver: true, after: null },
  });
  return deskOn(socket, stationId);
}

export async function signIn(settings: {
  url: string;
  userName: string;
  password: string;
}): Promise<SignInReply> {
  const response = await fetch(`${settings.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: settings.userName, password: settings.password }),
  });
  if (!response.ok)
    throw new Error(`Sign-in of ${settings.userName}: ${response.status} ${await response.text()}`);
  return (await response.json()) as SignInReply;
}

async function deskOn(socket: Socket, stationId: string): Promise<DeskClient> {
  const events: { event: DeskEvent; receivedAt: number }[] = [];
  const listeners: ((event: DeskEvent) => void)[] = [];
  let contacts: readonly ContactView[] = [];
  let presence: Snapshot['presence'];
  // a desk phone may answer between two looks, so that an offer is kept until somebody has asked for it
  const offers = new Map<string, ContactView>();
  const snapshot = await new Promise<Snapshot>((settle, fail) => {
    socket.once('snapshot', settle);
    socket.once('connect_error', fail);
  });
  contacts = snapshot.contacts;
  presence = snapshot.presence;
  socket.on('ping', (ack: () => void) => ack());
  socket.on('event', ({ event }: DeskFrame) => {
    events.push({ event, receivedAt: performance.now() });
    if (event.what === 'presence') presence = event.presence;
    if (event.what === 'contact' && event.contact.state.is === 'offered')
      offers.set(event.contact.callId, event.contact);
    if (event.what === 'contactGone') offers.delete(event.callId);
    if (event.what === 'contact')
      contacts = [...contacts.filter((c) => c.callId !== event.contact.callId), event.contact];
    if (event.what === 'contactGone') contacts = contacts.filter((c) => c.callId !== event.callId);
    for (const hear of listeners) hear(event);
  });
  const nextOffer = (): ContactView | undefined => {
    const offer = contacts.find((c) => c.state.is === 'offered') ?? offers.values().next().value;
    if (offer) offers.delete(offer.callId);
    return offer;
  };
  const state = (): string => `${stationId} is ${JSON.stringify(presence)} with ${JSON.stringify(contacts)}`;
  const untell = toldOnFailure(() => `Desk ${state()}`);
  let commands = 0;
  const tryTell = (command: DeskCommand): Promise<Reply<unknown>> => {
    commands += 1;
    return socket
      .timeout(30_000)
      .emitWithAck('command', { id: `${stationId}-${Date.now()}-${commands}`, command });
  };
  const ask = async (query: unknown): Promise<unknown> =>
    accepted(await socket.timeout(30_000).emitWithAck('query', query), query);
  return {
    stationId,
    snapshot,
    events,
    onEvent: (hear) => listeners.push(hear),
    contacts: () => contacts,
    presence: () => presence,
    tryTell,
    tell: async (command) => accepted(await tryTell(command), command),
    ask,
    offered: (within) => until(() => `an offer; ${state()}`, nextOffer, within),
    close: () => {
      untell();
      socket.close();
    },
  };
}

function accepted(reply: Reply<unknown>, asked: unknown): unknown {
  if (!reply.ok) throw new Error(`${JSON.stringify(asked)} was refused: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
