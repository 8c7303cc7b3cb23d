import { header } from '../../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../../message/message.ts';
import { reasonPhrase } from '../../message/reason-phrase.ts';
import type {
  ClientHandlers,
  ClientTransaction,
  Flow,
  IncomingRequest,
  SipStack,
  Target,
} from '../../stack.ts';

/** A way to a peer that exists in memory only. */
export class FakeFlow implements Flow {
  readonly id: string;
  readonly transport;
  readonly remoteAddress: string;
  readonly remotePort: number;
  open = true;
  #closed: () => void = () => {};

  constructor(transport: Flow['transport'] = 'udp', remoteAddress = '192.0.2.10', remotePort = 5060) {
    this.transport = transport;
    this.remoteAddress = remoteAddress;
    this.remotePort = remotePort;
    this.id = `${transport}:${remoteAddress}:${remotePort}`;
  }

  onClose(closed: () => void): void {
    this.#closed = closed;
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.#closed();
  }
}

/** A request that the gateway received, and what it answered. */
export class Received {
  readonly request: SipRequest;
  readonly responses: SipResponse[] = [];
  #cancelled: () => void = () => {};
  #failed: (why: 'timeout' | 'transport') => void = () => {};
  readonly incoming: IncomingRequest;

  constructor(request: SipRequest, flow: Flow) {
    this.request = request;
    const respond = (response: SipResponse): void => {
      if (this.final === undefined || (this.final < 300 && response.status < 300))
        this.responses.push(response);
    };
    this.incoming = {
      request,
      flow,
      respond,
      dismiss: respond,
      onCancel: (handle) => (this.#cancelled = handle),
      onFailure: (handle) => (this.#failed = handle),
    };
  }

  get statuses(): readonly number[] {
    return this.responses.map(({ status }) => status);
  }
  get final(): number | undefined {
    return this.responses.find(({ status }) => status >= 200)?.status;
  }
  last(): SipResponse {
    const response = this.responses.at(-1);
    if (response === undefined) throw new Error(`${this.request.method} was not answered`);
    return response;
  }
  /** The peer sends CANCEL; the stack answers the INVITE with 487 by itself. */
  cancel(): void {
    if (this.final !== undefined) return;
    this.responses.push({ ...this.#plain(487) });
    this.#cancelled();
  }
  fail(why: 'timeout' | 'transport'): void {
    this.#failed(why);
  }
  #plain(status: number): SipResponse {
    return { kind: 'response', status, reason: reasonPhrase(status), headers: [], body: new Uint8Array(0) };
  }
}

/** A request that the gateway sent, and the means to answer it. */
export class Sent {
  readonly request: SipRequest;
  readonly target: Target;
  readonly #hear: ClientHandlers;
  cancelled = false;
  isOver = false;

  constructor(request: SipRequest, target: Target, hear: ClientHandlers) {
    this.request = request;
    this.target = target;
    this.#hear = hear;
  }

  get method(): string {
    return this.request.method;
  }

  answer(
    status: number,
    more: {
      readonly tag?: string;
      readonly headers?: readonly SipHeader[];
      readonly sdp?: string | null;
    } = {},
  ): void {
    const { tag = 'far', headers = [], sdp = null } = more;
    if (status >= 200) this.isOver = true;
    const to = header(this.request, 'To') ?? '';
    const lines: SipHeader[] = [
      { name: 'From', value: header(this.request, 'From') ?? '' },
      { name: 'To', value: status === 100 || to.includes(';tag=') ? to : `${to};tag=${tag}` },
      { name: 'Call-ID', value: header(this.request, 'Call-ID') ?? '' },
      { name: 'CSeq', value: header(this.request, 'CSeq') ?? '' },
      { name: 'Contact', value: `<sip:${tag}@192.0.2.10:5060>` },
      ...headers,
    ];
    if (sdp !== null) lines.push({ name: 'Content-Type', value: 'application/sdp' });
    this.#hear.onResponse({
      kind: 'response',
      status,
      reason: reasonPhrase(status),
      headers: lines,
      body: Buffer.from(sdp ?? '', 'utf8'),
    });
  }

  fail(why: 'timeout' | 'transport' = 'timeout'): void {
    this.isOver = true;
    this.#hear.onFailure(why);
  }

  cancel(): void {
    this.cancelled = true;
  }
}

/** The stack without sockets: tests play the other side by hand. */
export class FakeStack implements SipStack {
  readonly sent: Sent[] = [];
  readonly acks: { readonly ack: SipRequest; readonly target: Target }[] = [];
  readonly counters = {};
  readonly listening = ['udp:192.0.2.1:5060'];
  #request: (incoming: IncomingRequest) => void = () => {};
  #flowClosed: (flow: Flow) => void = () => {};

  listen = () => Promise.resolve();
  close = () => Promise.resolve();
  onRequest(handle: (incoming: IncomingRequest) => void): void {
    this.#request = handle;
  }
  onFlowClosed(handle: (flow: Flow) => void): void {
    this.#flowClosed = handle;
  }
  send(request: SipRequest, target: Target, hear: ClientHandlers): ClientTransaction {
    const sent = new Sent(request, target, hear);
    this.sent.push(sent);
    return { branch: `z9hG4bK${this.sent.length}`, cancel: () => sent.cancel() };
  }
  sendAck(ack: SipRequest, target: Target): void {
    this.acks.push({ ack, target });
  }
  localAddress(target: Target): ReturnType<SipStack['localAddress']> {
    const transport = target.to === 'flow' ? target.flow.transport : target.transport;
    return { host: '192.0.2.1', port: 5060, transport };
  }

  receive(request: SipRequest, flow: FakeFlow): Received {
    flow.onClose(() => this.#flowClosed(flow));
    const received = new Received(request, flow);
    this.#request(received.incoming);
    return received;
  }

  /** The last request of this method, or a failure that says what was sent instead. */
  lastSent(method: string): Sent {
    const found = this.sent.findLast((one) => one.method === method);
    if (found === undefined)
      throw new Error(
        `No ${method} was sent, only ${this.sent.map((one) => one.method).join(', ') || 'nothing'}`,
      );
    return found;
  }
}
