import type { SipRequest, SipResponse } from './message/message.ts';

/**
 * The transaction user's view of the stack (RFC 3261 sections 17 and 18): requests come in with a server transaction,
 * requests go out with a client transaction, and everything below (parsing, limits, retransmission, ACK to non-2xx,
 * CANCEL matching, transports, connection reuse) is the stack's.
 */
export interface SipStack {
  /** Opens the listeners; rejects with a ListenFault that says which address and why. */
  listen(): Promise<void>;
  /** Closes listeners and flows. */
  close(): Promise<void>;

  /** One handler for requests outside and inside dialogs; ACK to a 2xx comes here too, with no transaction. */
  onRequest(handle: (incoming: IncomingRequest) => void): void;
  /** A connection (TCP, TLS, WebSocket) ended. */
  onFlowClosed(handle: (flow: Flow) => void): void;

  /**
   * Sends a request in a new client transaction. The stack puts a Via on top (branch, sent-by, rport); the caller gives
   * everything else. `target` says where to: an existing flow (agents, in-dialog on a connection) or an address.
   */
  send(request: SipRequest, target: Target, hear: ClientHandlers): ClientTransaction;
  /** Sends a request with no transaction: ACK for a 2xx (section 13.2.2.4). */
  sendAck(ack: SipRequest, target: Target): void;
  /** What to write into Contact and SDP-free headers when talking to this target: "host:port" and transport. */
  localAddress(target: Target): {
    readonly host: string;
    readonly port: number;
    readonly transport: Transport;
  };
  readonly counters: Readonly<Record<string, number>>;
  readonly listening: readonly string[];
}

export type Transport = 'udp' | 'tcp' | 'tls' | 'ws' | 'wss';

/** A way back to a peer: a connection, or a UDP socket with the peer's address. */
export interface Flow {
  readonly id: string;
  readonly transport: Transport;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** false once it is closed; sending on it then ends in `onTransportError`, never in a throw */
  readonly open: boolean;
  close(): void;
}

export type Target =
  | { readonly to: 'flow'; readonly flow: Flow }
  | {
      readonly to: 'address';
      readonly transport: 'udp' | 'tcp' | 'tls';
      /** IP address or host name (A/AAAA; the resolver is an argument of the stack) */
      readonly host: string;
      readonly port: number;
      /** where the flow to reuse came from; opened anew when closed */
    };

export interface IncomingRequest {
  readonly request: SipRequest;
  readonly flow: Flow;
  /**
   * Sends a response. Provisional ones may be sent several times; after a final one only a 2xx to an INVITE may come again
   * (its retransmission, RFC 6026 section 7.1), other calls do nothing. Via is the stack's; From, To (with a tag), Call-ID and
   * CSeq are added where they are missing.
   */
  respond(response: SipResponse): void;
  /**
   * Answers once and forgets the request, for peers that have not shown who they are (RFC 3261 section 26.3.2.4): a forged
   * sender is neither sent the answer again and again nor does the request take the place of another.
   */
  dismiss(response: SipResponse): void;
  /** INVITE only: the peer cancelled; the stack has answered the CANCEL with 200 and the INVITE with 487. */
  onCancel(handle: () => void): void;
  /** INVITE only: no ACK for a final non-2xx, or the transport failed. (2xx retransmission is the dialog's, RFC 6026.) */
  onFailure(handle: (why: 'timeout' | 'transport') => void): void;
}

export interface ClientHandlers {
  /** Every provisional and final response; several 2xx to one INVITE all arrive (forking, RFC 6026 Accepted state). */
  onResponse(response: SipResponse): void;
  /** No final response (timer B/F), or the transport failed: treat as 408 or 503. */
  onFailure(why: 'timeout' | 'transport'): void;
}

export interface ClientTransaction {
  readonly branch: string;
  /** INVITE only: sends CANCEL once a provisional response has come (section 9.1). */
  cancel(headers?: readonly { readonly name: string; readonly value: string }[]): void;
}
