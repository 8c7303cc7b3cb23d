import { unreachable } from '@ringside/shared/model/unreachable';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Log } from '../../ports/log.ts';
import { MESSAGE_LIMITS, type MessageLimits } from './message/message-limits.ts';
import type { SipRequest, SipResponse } from './message/message.ts';
import type { ReadMessage } from './message/parse-message.ts';
import type { Flow, IncomingRequest, SipStack } from './stack.ts';
import { ClientTransactions } from './transaction/client-transactions.ts';
import { createDeadlineQueue } from './transaction/deadline-queue.ts';
import { ServerTransactions } from './transaction/server-transactions.ts';
import { createLookUp, type Resolver } from './transport/address-book.ts';
import { createConnectionCensus } from './transport/connection-census.ts';
import { newCounters } from './transport/counters.ts';
import type { Hearing } from './transport/hearing.ts';
import type { ListenerSpec } from './transport/listener.ts';
import { createSeldomWarning } from './transport/seldom-warning.ts';
import { TRANSPORT_LIMITS, type TransportLimits } from './transport/transport-limits.ts';
import { createTransports, type TransportsParts } from './transport/transports.ts';
import { createWebSocketListener, type WebSocketListener } from './transport/web-socket-listener.ts';

export interface StackParts {
  readonly listeners: readonly ListenerSpec[];
  readonly clock: Clock;
  readonly ids: Pick<IdSource, 'secret'>;
  readonly log: Log;
  readonly resolver: Resolver;
  readonly limits?: StackLimits;
  /** certificates of authorities, PEM, that are trusted for TLS towards trunks instead of the system's */
  readonly trustedAuthorities?: readonly string[];
}

export interface StackLimits {
  readonly message?: Partial<MessageLimits>;
  readonly transport?: Partial<TransportLimits>;
  /** open server transactions; one lives for 32 s after its request over UDP */
  readonly serverTransactions?: number;
}

export interface RunningStack {
  readonly stack: SipStack;
  /** The HTTP server hands upgrade requests for SIP over to it. */
  readonly webSocketListener: WebSocketListener;
}

/** 1,000 calls a second leave about 64,000 behind. */
const SERVER_TRANSACTIONS = 100_000;
/** Between two lines in the log about connections that were closed for a fault of their peers. */
const QUIET_MS = 1_000;
const BRANCH_BYTES = 12;
const TAG_BYTES = 9;

/** The SIP stack below the transaction user, on real sockets. */
export function createStack(parts: StackParts): RunningStack {
  const { clock, ids, log, limits = {} } = parts;
  const counters = newCounters();
  const queue = createDeadlineQueue(clock);
  let hearRequest = (_incoming: IncomingRequest): void => {};
  let hearFlowClosed = (_flow: Flow): void => {};

  /** A fault of ours while one message is handled must not end every other call: it is told in the log, and the peer gets 500. */
  function guard(act: () => void): boolean {
    try {
      act();
      return true;
    } catch (cause) {
      counters.faults += 1;
      log.error('A SIP message or timer could not be handled', { cause });
      return false;
    }
  }

  const servers = new ServerTransactions({
    queue,
    now: () => clock.now(),
    newTag: () => ids.secret(TAG_BYTES),
    counters,
    most: limits.serverTransactions ?? SERVER_TRANSACTIONS,
    sendResponse: (flow, via, bytes, failed) => transports.sendResponse(flow, via, bytes, failed),
    deliver: (incoming) => hearRequest(incoming),
    guard,
  });
  const clients = new ClientTransactions({
    queue,
    now: () => clock.now(),
    newBranch: () => ids.secret(BRANCH_BYTES),
    counters,
    guard,
  });

  const hearing: Hearing = {
    message(read, flow) {
      if (read.ok) return void guard(() => receive(read.value, flow));
      counters.parseErrors += 1;
      servers.refuse(read.refusal, flow);
    },
    closed(flow) {
      guard(() => clients.flowClosed(flow));
      guard(() => hearFlowClosed(flow));
    },
  };

  function receive(read: ReadMessage, flow: Parameters<Hearing['message']>[1]): void {
    const { message, essentials } = read;
    switch (message.kind) {
      case 'request':
        return servers.receive({ message, essentials } satisfies ReadMessage<SipRequest>, flow);
      case 'response':
        return clients.receive({ message, essentials } satisfies ReadMessage<SipResponse>);
      default:
        return unreachable(message);
    }
  }

  const transportParts = transportsParts();
  const transports = createTransports(transportParts);

  function transportsParts(): TransportsParts {
    const transportLimits = { ...TRANSPORT_LIMITS, ...limits.transport };
    let number = 0;
    return {
      clock,
      log,
      warnSeldom: createSeldomWarning(log, clock, QUIET_MS),
      counters,
      hearing,
      listeners: parts.listeners,
      messageLimits: { ...MESSAGE_LIMITS, ...limits.message },
      limits: transportLimits,
      lookUp: createLookUp(parts.resolver, clock),
      census: createConnectionCensus(transportLimits),
      nextNumber: () => (number += 1),
      watched: new Set(),
      ...(parts.trustedAuthorities === undefined ? {} : { trustedAuthorities: parts.trustedAuthorities }),
    };
  }

  const stack: SipStack = {
    listen: () => transports.listen(),
    async close() {
      await transports.close();
      queue.clear();
    },
    onRequest(handle) {
      hearRequest = handle;
    },
    onFlowClosed(handle) {
      hearFlowClosed = handle;
    },
    send: (request, target, hear) => clients.send(request, transports.flowTo(target), hear),
    sendAck: (ack, target) => clients.sendAck(ack, transports.flowTo(target)),
    localAddress: (target) => transports.localAddress(target),
    counters,
    get listening() {
      return transports.listening;
    },
  };
  return { stack, webSocketListener: createWebSocketListener(transportParts) };
}
