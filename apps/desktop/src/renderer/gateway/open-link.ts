import type { Reply } from '@ringside/shared/protocol/down';
import { deskFrame, goodbye, snapshot } from '@ringside/shared/protocol/down';
import type { Problem } from '@ringside/shared/protocol/problem';
import { problem } from '@ringside/shared/protocol/problem';
import type { StationId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { PROTOCOL_VERSION } from '@ringside/shared/protocol/protocol-version';
import { unreachable } from '@ringside/shared/model/unreachable';
import { backoff } from '../waiting/backoff.ts';
import type { Command } from '@ringside/shared/protocol/up';
import { boardLine } from './board-line.ts';
import type { DeskSocket, OpenSocket } from './desk-socket.ts';
import type { Place } from './frame-order.ts';
import { frameOrder } from './frame-order.ts';
import type { GatewayHttp } from './gateway-http.ts';
import type { GatewayLink, LinkListener } from './gateway-link.ts';
import { outbox } from './outbox.ts';
import { readReply, readValue, refused } from './read-reply.ts';
import { endsSession, passesByItself } from './refusal.ts';
import type { Timers } from '../waiting/timers.ts';

/** Where the token is kept between loads of the page. */
export interface TokenStore {
  read(): string | null;
  keep(token: string | null): void;
}

export interface LinkOutfit {
  readonly http: GatewayHttp;
  readonly openSocket: OpenSocket;
  /** of the gateway's sockets, such as https://ringside.example.com */
  readonly origin: string;
  readonly stationId: string;
  readonly token: TokenStore;
  readonly timers: Timers;
  readonly random: () => number;
  readonly newId: () => string;
}

export interface OpenedLink extends GatewayLink {
  /** The network changed or the machine woke: the old line may be dead without knowing it, so a new one is made. */
  renew(): void;
}

const patienceMs = 10_000;

export function openLink(outfit: LinkOutfit): OpenedLink {
  const { http, token, timers } = outfit;
  const waiting = outbox<Reply<unknown>>(timers, patienceMs, readReply, refused('noConnection'));
  let line: Line | null = null;
  let isOwnToken = false;

  const command = (wanted: Command) =>
    post('command', { id: asId<'command'>(outfit.newId()), command: wanted });
  const board = boardLine(command, timers);
  const post = (event: 'command' | 'query', payload: unknown) =>
    waiting.post((answered) => line?.socket.send(event, payload, answered));

  function leave(): void {
    line?.end();
    line = null;
    waiting.giveUp();
  }

  async function signOut(): Promise<void> {
    const kept = token.read();
    token.keep(null);
    leave();
    if (kept !== null) await http.signOut(kept);
  }

  return {
    about: () => http.about(),
    async signIn(userName, password) {
      const reply = await http.signIn(userName, password);
      if (!reply.ok) return reply;
      token.keep(reply.value.token);
      isOwnToken = true;
      return reply;
    },
    open(takeOver, hear) {
      const kept = token.read();
      if (kept === null) return false;
      line?.end();
      line = openLine(outfit, kept, takeOver, {
        hear,
        up: () => {
          waiting.lineIsUp();
          board.lineIsUp();
        },
        board: (payload) => board.heard(payload),
        down: () => waiting.lineIsDown(),
        over: leave,
      });
      return true;
    },
    command,
    watchBoard: (hear) => board.watch(hear),
    administer: (asked) => http.administer(token.read(), asked),
    sound: async (recordingId) => {
      const kept = token.read();
      return kept === null ? refused('notSignedIn') : http.sound(kept, recordingId);
    },
    attach: async (caseId, file) => {
      const kept = token.read();
      return kept === null ? refused('notSignedIn') : http.attach(kept, caseId, file);
    },
    file: async (caseId, attachmentId) => {
      const kept = token.read();
      return kept === null ? refused('notSignedIn') : http.file(kept, caseId, attachmentId);
    },
    async query(query, schema) {
      return readValue(await post('query', query), schema);
    },
    signOut,
    async stayAway() {
      if (isOwnToken) return signOut();
      token.keep(null);
      leave();
    },
    renew: () => line?.renew(),
  };
}

interface Line {
  readonly socket: DeskSocket;
  renew(): void;
  end(): void;
}

/** One opened desk: a socket that is connected again until the gateway or the agent ends it. */
function openLine(
  { openSocket, origin, stationId, token, timers, random }: LinkOutfit,
  kept: string,
  takeOverFirst: boolean,
  owner: { hear: LinkListener; up(): void; down(): void; board(payload: unknown): void; over(): void },
): Line {
  const { hear } = owner;
  let takeOver = takeOverFirst;
  let place: Place | null = null;
  let failures = 0;
  let unreadable = 0;
  let ended = false;
  let cancelRetry = (): void => {};

  const socket = openSocket(origin, {
    up() {
      if (ended) return;
      takeOver = false;
      // A gateway that lets the desk in and drops it at once is not asked again without a pause.
      failures = Math.min(failures, 1);
      hear.state('up');
      owner.up();
    },
    down() {
      if (!ended) tryAgain();
    },
    refused(data) {
      if (ended) return;
      const refusal = problem.safeParse(data);
      if (!refusal.success || passesByItself(refusal.data)) return tryAgain();
      finish(refusal.data);
    },
    heard(event, payload) {
      if (ended) return;
      if (event === 'board') owner.board(payload);
      else if (!take(event, payload)) askSnapshot();
    },
  });

  function connect(): void {
    socket.connect({
      protocol: PROTOCOL_VERSION,
      token: kept,
      stationId: asId<'station'>(stationId) satisfies StationId,
      takeOver,
      after: place,
    });
  }

  function tryAgain(): void {
    owner.down();
    hear.state('lost');
    cancelRetry();
    cancelRetry = timers.after(backoff(failures++, random()), connect);
  }

  /** False for a message that does not fit: one of another protocol, or one after a gap. */
  function take(event: 'snapshot' | 'event' | 'goodbye', payload: unknown): boolean {
    switch (event) {
      case 'snapshot':
        return takeSnapshot(payload);
      case 'event':
        return takeFrame(payload);
      case 'goodbye':
        return takeGoodbye(payload);
      default:
        return unreachable(event);
    }
  }

  function takeSnapshot(payload: unknown): boolean {
    const parsed = snapshot.safeParse(payload);
    if (!parsed.success) {
      finish({ problem: 'protocolMismatch' });
      return true;
    }
    place = { epoch: parsed.data.epoch, seq: parsed.data.seq };
    hear.snapshot(parsed.data);
    return true;
  }

  function takeFrame(payload: unknown): boolean {
    const parsed = deskFrame.safeParse(payload);
    if (!parsed.success) return forgiveOnce();
    unreadable = 0;
    const order = frameOrder(place, parsed.data.seq);
    if (order === 'gap' || place === null) return false;
    if (order === 'known') return true;
    place = { ...place, seq: parsed.data.seq };
    hear.event(parsed.data);
    return true;
  }

  /** A snapshot mends one strange frame; a second one means that the two speak different protocols. */
  function forgiveOnce(): boolean {
    unreadable += 1;
    if (unreadable < 2) return false;
    finish({ problem: 'protocolMismatch' });
    return true;
  }

  function takeGoodbye(payload: unknown): boolean {
    const parsed = goodbye.safeParse(payload);
    if (!parsed.success) return false;
    hear.goodbye(parsed.data);
    if (parsed.data.why === 'draining') return true;
    if (parsed.data.why === 'sessionEnded' || parsed.data.why === 'signedOut') token.keep(null);
    owner.over();
    return true;
  }

  function askSnapshot(): void {
    place = null;
    socket.close();
    tryAgain();
  }

  function finish(refusal: Problem): void {
    if (endsSession(refusal)) token.keep(null);
    owner.over();
    hear.refused(refusal);
  }

  hear.state('connecting');
  connect();
  return {
    socket,
    renew() {
      failures = 0;
      socket.close();
      tryAgain();
    },
    end() {
      ended = true;
      cancelRetry();
      socket.close();
    },
  };
}
