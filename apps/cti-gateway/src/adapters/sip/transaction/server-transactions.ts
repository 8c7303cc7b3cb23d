import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { SipRequest, SipResponse } from '../message/message.ts';
import type { Essentials } from '../message/essentials.ts';
import type { MessageRefusal } from '../message/message-refusal.ts';
import type { ReadMessage } from '../message/parse-message.ts';
import { responseTo, type ResponseParts } from '../message/response-to.ts';
import { serializeMessage } from '../message/serialize-message.ts';
import type { Via } from '../message/via.ts';
import type { IncomingRequest } from '../stack.ts';
import { countResponse, type Counters } from '../transport/counters.ts';
import type { LiveFlow } from '../transport/live-flow.ts';
import { stampVia } from '../transport/stamp-via.ts';
import { completeResponse } from './complete-response.ts';
import type { DeadlineQueue, Due } from './deadline-queue.ts';
import {
  inviteServer,
  inviteServerDue,
  startInviteServer,
  type InviteServer,
  type InviteServerInput,
  type InviteServerOutput,
} from './invite-server.ts';
import {
  plainServer,
  plainServerDue,
  startPlainServer,
  type PlainServer,
  type PlainServerInput,
} from './plain-server.ts';
import { hasTooManyHops } from './request-check.ts';
import { mergeKey, serverKey } from './transaction-key.ts';

export interface ServerTransactionsParts {
  readonly queue: DeadlineQueue;
  readonly now: () => Instant;
  readonly newTag: () => string;
  readonly counters: Counters;
  /** open at a time, before new requests get 503 */
  readonly most: number;
  readonly sendResponse: (flow: LiveFlow, via: Via, bytes: Uint8Array, failed: () => void) => void;
  readonly deliver: (incoming: IncomingRequest) => void;
  /** runs a handler of the transaction user; false when it threw, which is told in the log */
  readonly guard: (act: () => void) => boolean;
}

type Machine =
  | { readonly kind: 'invite'; state: InviteServer }
  | { readonly kind: 'plain'; state: PlainServer };

/** A running server transaction. The request is let go with the final response, for the answer may have to wait for 32 s. */
class ServerTransaction implements Due {
  dueAt = 0;
  place = -1;
  readonly key: string;
  readonly mergeKey: string | null;
  readonly machine: Machine;
  readonly flow: LiveFlow;
  readonly via: Via;
  readonly toTag: string;
  readonly wake: (now: Instant) => void;
  request: SipRequest | null;
  onCancel: (() => void) | null = null;
  onFailure: ((why: 'timeout' | 'transport') => void) | null = null;

  constructor(
    parts: Pick<ServerTransaction, 'key' | 'mergeKey' | 'machine' | 'flow' | 'via' | 'toTag'> & {
      request: SipRequest;
    },
    wake: (tx: ServerTransaction, now: Instant) => void,
  ) {
    this.key = parts.key;
    this.mergeKey = parts.mergeKey;
    this.machine = parts.machine;
    this.flow = parts.flow;
    this.via = parts.via;
    this.toTag = parts.toTag;
    this.request = parts.request;
    this.wake = (now) => wake(this, now);
  }
}

/** Runs the server transactions: finds the one a request belongs to, and lets the pure machines decide. */
export class ServerTransactions {
  readonly #parts: ServerTransactionsParts;
  readonly #open = new Map<string, ServerTransaction>();
  readonly #merge = new Map<string, ServerTransaction>();

  constructor(parts: ServerTransactionsParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#open.size;
  }

  receive({ message, essentials }: ReadMessage<SipRequest>, flow: LiveFlow): void {
    this.#parts.counters.requestsIn += 1;
    if (message.method === 'ACK') return this.#receiveAck(message, essentials, flow);
    const key = serverKey(message, essentials, message.method);
    const known = this.#open.get(key);
    if (known === undefined) return this.#receiveNew(key, message, essentials, flow);
    this.#parts.counters.retransmissionsIn += 1;
    this.#input(known, { type: 'request' });
  }

  /** Answers what could not be read, where that is possible, and remembers nothing. */
  refuse({ status, reason, answerable }: MessageRefusal, flow: LiveFlow): void {
    if (answerable === null) return void (this.#parts.counters.dropped += 1);
    const request = stampVia(answerable.request, answerable.via, flow);
    this.#answerWithoutState(request, answerable.via, flow, status, reason, {});
  }

  #receiveAck(ack: SipRequest, essentials: Essentials, flow: LiveFlow): void {
    const known = this.#open.get(serverKey(ack, essentials, 'INVITE'));
    const nothing = { respond: ignore, dismiss: ignore, onCancel: ignore, onFailure: ignore };
    const pass = () => this.#deliver({ request: ack, flow, ...nothing });
    if (known === undefined) pass();
    else this.#input(known, { type: 'ack' }, pass);
  }

  /** When the transaction user fails, the peer must still get an answer. */
  #deliver(incoming: IncomingRequest): void {
    const handled = this.#parts.guard(() => this.#parts.deliver(incoming));
    if (!handled) incoming.respond(responseTo(incoming.request, 500, null));
  }

  #receiveNew(key: string, message: SipRequest, essentials: Essentials, flow: LiveFlow): void {
    const request = stampVia(message, essentials.via, flow);
    if (this.#open.size >= this.#parts.most) {
      this.#parts.counters.overload += 1;
      return this.#answerWithoutState(request, essentials.via, flow, 503, null, { headers: RETRY_LATER });
    }
    const merge = request.method === 'CANCEL' ? null : mergeKey(essentials);
    const tx = this.#begin(key, merge, request, essentials, flow);
    if (request.method === 'CANCEL') return this.#cancel(tx, request, essentials);
    if (hasTooManyHops(request, essentials))
      return this.#respond(tx, request, responseTo(request, 483, null));
    if (merge !== null && this.#merge.get(merge) !== tx)
      return this.#respond(tx, request, responseTo(request, 482, null));
    this.#deliver(this.#incoming(tx, request));
  }

  #begin(
    key: string,
    merge: string | null,
    request: SipRequest,
    { via }: Essentials,
    flow: LiveFlow,
  ): ServerTransaction {
    const now = this.#parts.now();
    const machine: Machine =
      request.method === 'INVITE'
        ? { kind: 'invite', state: startInviteServer(now) }
        : { kind: 'plain', state: startPlainServer(now) };
    const toTag = this.#parts.newTag();
    const tx = new ServerTransaction({ key, mergeKey: merge, machine, flow, via, toTag, request }, (one) =>
      this.#input(one, { type: 'time' }),
    );
    this.#open.set(key, tx);
    if (merge !== null && !this.#merge.has(merge)) this.#merge.set(merge, tx);
    this.#schedule(tx);
    return tx;
  }

  #incoming(tx: ServerTransaction, request: SipRequest): IncomingRequest {
    return {
      request,
      flow: tx.flow,
      respond: (response) => this.#respond(tx, request, response),
      dismiss: (response) => this.#dismiss(tx, request, response),
      onCancel: (handle) => {
        tx.onCancel = handle;
      },
      onFailure: (handle) => {
        tx.onFailure = handle;
      },
    };
  }

  /** Section 9.2: the CANCEL itself is answered 200 when it matches anything, and the INVITE 487 when it has no final response yet. */
  #cancel(cancel: ServerTransaction, request: SipRequest, essentials: Essentials): void {
    const invite = this.#open.get(serverKey(request, essentials, 'INVITE'));
    if (invite === undefined) return this.#dismiss(cancel, request, responseTo(request, 481, null));
    this.#respond(cancel, request, responseTo(request, 200, null, { toTag: invite.toTag }));
    if (invite.machine.state.state !== 'proceeding' || invite.request === null) return;
    const { onCancel } = invite;
    this.#respond(invite, invite.request, responseTo(invite.request, 487, null));
    if (onCancel !== null) this.#parts.guard(onCancel);
  }

  #respond(tx: ServerTransaction, request: SipRequest, response: SipResponse): void {
    if (!takesResponse(tx.machine.state.state, response.status)) return;
    const bytes = serializeMessage(completeResponse(response, request, tx.toTag));
    countResponse(this.#parts.counters, 'out', response.status);
    this.#input(tx, { type: 'response', status: response.status, bytes });
    if (response.status < 200) return;
    tx.request = null;
    tx.onCancel = null;
    // who was refused may try again by another way
    if (response.status >= 300) this.#forgetMerge(tx);
  }

  #dismiss(tx: ServerTransaction, request: SipRequest, response: SipResponse): void {
    if (!takesResponse(tx.machine.state.state, response.status)) return;
    countResponse(this.#parts.counters, 'out', response.status);
    const bytes = serializeMessage(completeResponse(response, request, tx.toTag));
    this.#parts.sendResponse(tx.flow, tx.via, bytes, ignore);
    tx.machine.state = { state: 'terminated' };
    tx.request = null;
    this.#end(tx);
  }

  #answerWithoutState(
    request: SipRequest,
    via: Via,
    flow: LiveFlow,
    status: number,
    reason: string | null,
    more: ResponseParts,
  ): void {
    if (request.method === 'ACK') return;
    countResponse(this.#parts.counters, 'out', status);
    const response = responseTo(request, status, reason, { ...more, toTag: this.#parts.newTag() });
    this.#parts.sendResponse(flow, via, serializeMessage(response), ignore);
  }

  #input(tx: ServerTransaction, input: InviteServerInput | PlainServerInput, passAck = ignore): void {
    const { machine } = tx;
    const now = this.#parts.now();
    if (machine.kind === 'plain') {
      if (input.type === 'ack') return;
      const next = plainServer(machine.state, input, now, tx.flow.reliable);
      machine.state = next.state;
      for (const output of next.outputs) this.#carryOut(tx, output, passAck);
    } else {
      const next = inviteServer(machine.state, input, now, tx.flow.reliable);
      machine.state = next.state;
      for (const output of next.outputs) this.#carryOut(tx, output, passAck);
    }
    this.#schedule(tx);
  }

  #carryOut(tx: ServerTransaction, output: InviteServerOutput, passAck: () => void): void {
    switch (output.do) {
      case 'send':
        if (output.again) this.#parts.counters.retransmissionsOut += 1;
        return this.#parts.sendResponse(tx.flow, tx.via, output.bytes, () =>
          this.#input(tx, { type: 'transportFailed' }),
        );
      case 'sayTrying':
        if (tx.request !== null) this.#respond(tx, tx.request, responseTo(tx.request, 100, null));
        return;
      case 'fail':
        return this.#fail(tx, output.why);
      case 'passAck':
        return passAck();
      default:
        return unreachable(output);
    }
  }

  #fail({ onFailure }: ServerTransaction, why: 'timeout' | 'transport'): void {
    this.#parts.counters[why === 'timeout' ? 'timeouts' : 'transportFailures'] += 1;
    if (onFailure !== null) this.#parts.guard(() => onFailure(why));
  }

  #schedule(tx: ServerTransaction): void {
    const { machine } = tx;
    if (machine.state.state === 'terminated') return this.#end(tx);
    this.#parts.queue.schedule(
      tx,
      machine.kind === 'invite' ? inviteServerDue(machine.state) : plainServerDue(machine.state),
    );
  }

  #end(tx: ServerTransaction): void {
    this.#parts.queue.schedule(tx, null);
    if (this.#open.get(tx.key) === tx) this.#open.delete(tx.key);
    this.#forgetMerge(tx);
  }

  #forgetMerge(tx: ServerTransaction): void {
    if (tx.mergeKey !== null && this.#merge.get(tx.mergeKey) === tx) this.#merge.delete(tx.mergeKey);
  }
}

const ignore = (): void => {};
const RETRY_LATER = [{ name: 'Retry-After', value: '5' }];

/** After a final response only a 2xx to an INVITE may come again (RFC 6026 section 7.1). */
function takesResponse(state: InviteServer['state'] | PlainServer['state'], status: number): boolean {
  if (state === 'accepted') return status >= 200 && status < 300;
  return state === 'proceeding' || state === 'trying';
}
