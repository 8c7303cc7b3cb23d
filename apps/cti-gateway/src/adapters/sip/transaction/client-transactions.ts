import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import { parameter } from '../message/parameter.ts';
import { withTopHeader } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import type { ReadMessage } from '../message/parse-message.ts';
import { serializeMessage } from '../message/serialize-message.ts';
import type { ClientHandlers, ClientTransaction as ClientTransactionPort } from '../stack.ts';
import { countResponse, type Counters } from '../transport/counters.ts';
import type { LiveFlow } from '../transport/live-flow.ts';
import type { DeadlineQueue, Due } from './deadline-queue.ts';
import {
  inviteClient,
  inviteClientDue,
  startInviteClient,
  type InviteClient,
  type InviteClientInput,
  type InviteClientOutput,
} from './invite-client.ts';
import {
  plainClient,
  plainClientDue,
  startPlainClient,
  type PlainClient,
  type PlainClientInput,
} from './plain-client.ts';
import { ackFor, cancelFor } from './request-within-transaction.ts';
import { clientKey, MAGIC_COOKIE } from './transaction-key.ts';

export interface ClientTransactionsParts {
  readonly queue: DeadlineQueue;
  readonly now: () => Instant;
  /** unguessable, so that nobody can answer in a peer's name without having seen the request */
  readonly newBranch: () => string;
  readonly counters: Counters;
  /** runs a handler of the transaction user; false when it threw, which the log tells */
  readonly guard: (act: () => void) => boolean;
}

type Machine =
  | { readonly kind: 'invite'; state: InviteClient }
  | { readonly kind: 'plain'; state: PlainClient };

/** A running client transaction. */
class ClientTransaction implements Due {
  dueAt = 0;
  place = -1;
  readonly key: string;
  readonly branch: string;
  readonly machine: Machine;
  readonly flow: LiveFlow;
  readonly request: SipRequest;
  readonly hear: ClientHandlers;
  readonly wake: (now: Instant) => void;
  readonly failed: () => void;
  /** for retransmission, over UDP */
  bytes: Uint8Array;
  ack: Uint8Array | null = null;
  cancelHeaders: readonly SipHeader[] = [];

  constructor(
    parts: Pick<ClientTransaction, 'branch' | 'machine' | 'flow' | 'request' | 'hear'>,
    input: (tx: ClientTransaction, input: PlainClientInput) => void,
  ) {
    this.branch = parts.branch;
    this.machine = parts.machine;
    this.flow = parts.flow;
    this.request = parts.request;
    this.hear = parts.hear;
    this.key = clientKey(parts.branch, parts.request.method);
    this.bytes = serializeMessage(parts.request);
    this.wake = () => input(this, { type: 'time' });
    this.failed = () => input(this, { type: 'transportFailed' });
  }
}

/** Runs the client transactions: sends, repeats, and matches responses. */
export class ClientTransactions {
  readonly #parts: ClientTransactionsParts;
  readonly #open = new Map<string, ClientTransaction>();
  /** those that wait for an answer on a connection, so that its end is their end */
  readonly #byFlow = new Map<LiveFlow, Set<ClientTransaction>>();

  constructor(parts: ClientTransactionsParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Null flow: there is no way to the target; that is told like any other failure of the transport, after this call. */
  send(request: SipRequest, flow: LiveFlow | null, hear: ClientHandlers): ClientTransactionPort {
    const branch = `${MAGIC_COOKIE}${this.#parts.newBranch()}`;
    if (flow === null) {
      this.#parts.counters.transportFailures += 1;
      queueMicrotask(() => this.#parts.guard(() => hear.onFailure('transport')));
      return { branch, cancel: ignore };
    }
    const tx = this.#begin(withVia(request, flow, branch), branch, flow, hear);
    return {
      branch,
      cancel: (headers = []) => {
        tx.cancelHeaders = headers;
        if (tx.machine.kind === 'invite') this.#input(tx, { type: 'cancel' });
      },
    };
  }

  /** With a Via of its own, and no transaction (RFC 3261 section 13.2.2.4). */
  sendAck(ack: SipRequest, flow: LiveFlow | null): void {
    if (flow === null) return;
    this.#parts.counters.requestsOut += 1;
    flow.send(serializeMessage(withVia(ack, flow, `${MAGIC_COOKIE}${this.#parts.newBranch()}`)), ignore);
  }

  receive({ message, essentials }: ReadMessage<SipResponse>): void {
    const { via, viaCount, cSeq } = essentials;
    countResponse(this.#parts.counters, 'in', message.status);
    const tx = this.#open.get(clientKey(parameter(via, 'branch') ?? '', cSeq.method));
    // sections 8.1.3.3 and 18.1.2: a response with other Vias was not meant for us
    if (tx === undefined || viaCount !== 1 || !isOurs(tx.flow, via))
      return void (this.#parts.counters.dropped += 1);
    if (message.status >= 300 && tx.machine.kind === 'invite')
      tx.ack ??= serializeMessage(ackFor(tx.request, message));
    this.#input(tx, { type: 'response', status: message.status }, message);
  }

  flowClosed(flow: LiveFlow): void {
    const waiting = this.#byFlow.get(flow);
    if (waiting === undefined) return;
    this.#byFlow.delete(flow);
    for (const tx of waiting) this.#input(tx, { type: 'transportFailed' });
  }

  #begin(request: SipRequest, branch: string, flow: LiveFlow, hear: ClientHandlers): ClientTransaction {
    const now = this.#parts.now();
    const machine: Machine =
      request.method === 'INVITE'
        ? { kind: 'invite', state: startInviteClient(now, flow.reliable) }
        : { kind: 'plain', state: startPlainClient(now, flow.reliable) };
    const tx = new ClientTransaction({ branch, machine, flow, request, hear }, (one, input) =>
      this.#input(one, input),
    );
    this.#open.set(tx.key, tx);
    this.#awaitOnFlow(tx);
    this.#schedule(tx);
    this.#parts.counters.requestsOut += 1;
    flow.send(tx.bytes, tx.failed);
    return tx;
  }

  #awaitOnFlow(tx: ClientTransaction): void {
    if (!tx.flow.reliable) return;
    const waiting = this.#byFlow.get(tx.flow);
    if (waiting === undefined) this.#byFlow.set(tx.flow, new Set([tx]));
    else waiting.add(tx);
  }

  #awaitNoMore(tx: ClientTransaction): void {
    const waiting = this.#byFlow.get(tx.flow);
    if (waiting?.delete(tx) && waiting.size === 0) this.#byFlow.delete(tx.flow);
  }

  #input(tx: ClientTransaction, input: InviteClientInput, response: SipResponse | null = null): void {
    const { machine } = tx;
    const now = this.#parts.now();
    if (machine.kind === 'plain') {
      if (input.type === 'cancel') return;
      const next = plainClient(machine.state, input, now, tx.flow.reliable);
      machine.state = next.state;
      this.#schedule(tx);
      for (const output of next.outputs) this.#carryOut(tx, output, response);
    } else {
      const next = inviteClient(machine.state, input, now, tx.flow.reliable);
      machine.state = next.state;
      this.#schedule(tx);
      for (const output of next.outputs) this.#carryOut(tx, output, response);
    }
  }

  #carryOut(tx: ClientTransaction, output: InviteClientOutput, response: SipResponse | null): void {
    switch (output.do) {
      case 'resend':
        this.#parts.counters.retransmissionsOut += 1;
        return tx.flow.send(tx.bytes, tx.failed);
      case 'deliver':
        if (response !== null) this.#parts.guard(() => tx.hear.onResponse(response));
        return;
      case 'sendAck':
        if (tx.ack !== null) tx.flow.send(tx.ack, ignore);
        return;
      case 'sendCancel':
        return this.#sendCancel(tx);
      case 'fail':
        this.#parts.counters[output.why === 'timeout' ? 'timeouts' : 'transportFailures'] += 1;
        return void this.#parts.guard(() => tx.hear.onFailure(output.why));
      default:
        return unreachable(output);
    }
  }

  /** A transaction of its own with the branch of the INVITE; the answer to it tells nothing. */
  #sendCancel(tx: ClientTransaction): void {
    this.#begin(cancelFor(tx.request, tx.cancelHeaders), tx.branch, tx.flow, {
      onResponse: ignore,
      onFailure: ignore,
    });
  }

  #schedule(tx: ClientTransaction): void {
    const { machine } = tx;
    this.#parts.queue.schedule(
      tx,
      machine.kind === 'invite' ? inviteClientDue(machine.state) : plainClientDue(machine.state),
    );
    const { state } = machine.state;
    if (state === 'completed' || state === 'accepted' || state === 'terminated') this.#settle(tx);
    if (state === 'terminated' && this.#open.get(tx.key) === tx) this.#open.delete(tx.key);
  }

  /** Nothing will be sent again, and the end of the connection changes nothing. */
  #settle(tx: ClientTransaction): void {
    tx.bytes = NOTHING;
    this.#awaitNoMore(tx);
  }
}

const ignore = (): void => {};
const NOTHING = new Uint8Array(0);

function withVia(request: SipRequest, flow: LiveFlow, branch: string): SipRequest {
  const { host, port } = flow.local;
  return withTopHeader(
    request,
    'Via',
    `SIP/2.0/${flow.transport.toUpperCase()} ${host}:${port};rport;branch=${branch}`,
  );
}

function isOurs(flow: LiveFlow, via: { readonly host: string; readonly port: number | null }): boolean {
  const { host, port } = flow.local;
  return via.host.toLowerCase() === host.toLowerCase() && (via.port ?? 5060) === port;
}
