import { createECDH, randomBytes, type ECDH } from 'node:crypto';
import type { MasterKey } from '../srtp/derive-keys.ts';
import { ReplayWindow } from '../srtp/replay-window.ts';
import { objectionTo, readClientHello, type ClientHello } from './client-hello.ts';
import { provesPossession, readCertificate, readPoint } from './client-proof.ts';
import {
  HANDSHAKE,
  readFragments,
  Reassembly,
  writeMessage,
  type HandshakeMessage,
} from './handshake-message.ts';
import type { Identity } from './identity.ts';
import { FlightSender, type OutgoingRecord } from './flight-sender.ts';
import { openRecord } from './record-cipher.ts';
import { CONTENT, readRecords, type DtlsRecord } from './record.ts';
import { serverFlight, type Draft } from './server-hello.ts';
import { SessionSecrets } from './session-secrets.ts';

/** RFC 6347 §4.2.4.1 starts at a second; on paths that carry a conversation half of it is ample. */
const FIRST_RETRANSMISSION_MS = 500;
const MAX_RETRANSMISSION_MS = 8_000;
/** Answering every repeated datagram at once would let two impatient sides flood each other. */
const MIN_REPEAT_MS = 40;
const FATAL = 2;
const CLOSE_NOTIFY = 0;
const HANDSHAKE_FAILURE = 40;

export interface DtlsOutcome {
  /** what we encrypt with, and what the client does */
  readonly local: MasterKey;
  readonly remote: MasterKey;
  /** the client's certificate, possession of its key proven; whom it belongs to says its fingerprint */
  readonly certificate: Buffer;
}

export interface DtlsServerEvents {
  send(datagram: Buffer): void;
  connected(outcome: DtlsOutcome): void;
  failed(why: string): void;
  /** the client said goodbye */
  closed(): void;
}

/**
 *  hello ─ClientHello─▶ certificate ─Certificate─▶ keyExchange ─ClientKeyExchange─▶ verify ─CertificateVerify─▶ finished
 *        ─Finished─▶ connected ─close_notify─▶ over;   anything else ─▶ over
 */
type Stage = 'hello' | 'certificate' | 'keyExchange' | 'verify' | 'finished' | 'connected' | 'over';

/**
 * The server's side of a DTLS 1.2 handshake for SRTP (RFC 6347, RFC 5764), without sockets: datagrams in, datagrams out,
 * tick() for its timer. One suite, one curve, client certificates demanded and proven. After the handshake it only
 * listens for the goodbye.
 */
export class DtlsServer {
  readonly #identity: Identity;
  readonly #events: DtlsServerEvents;
  readonly #random = randomBytes(32);
  readonly #ecdh: ECDH = createECDH('prime256v1');
  readonly #reassembly = new Reassembly();
  readonly #window = new ReplayWindow();
  readonly #transcript: Buffer[] = [];
  #stage: Stage = 'hello';
  #hello: ClientHello | null = null;
  #certificate: Buffer | null = null;
  #secrets: SessionSecrets | null = null;
  readonly #sender: FlightSender;
  /** sent last, and again when its answer is overdue */
  #flight: readonly OutgoingRecord[] | null = null;
  #nextMessage = 0;
  #retransmitAt = Number.POSITIVE_INFINITY;
  #sentAt = Number.NEGATIVE_INFINITY;
  #retransmissionMs = FIRST_RETRANSMISSION_MS;

  constructor(identity: Identity, events: DtlsServerEvents) {
    this.#identity = identity;
    this.#events = events;
    this.#sender = new FlightSender((datagram) => events.send(datagram));
  }

  receive(datagram: Buffer, now: number): void {
    for (const record of readRecords(datagram)) {
      if (this.#stage === 'over') return;
      if (record.epoch === 0) this.#hearPlain(record, now);
      else if (record.epoch === 1) this.#hearSealed(record, now);
    }
  }

  /** Sends the last flight again when its answer is overdue. */
  tick(now: number): void {
    if (now < this.#retransmitAt) return;
    this.#retransmissionMs = Math.min(this.#retransmissionMs * 2, MAX_RETRANSMISSION_MS);
    this.#retransmitAt = now + this.#retransmissionMs;
    this.#sendFlight(now);
  }

  /** Says goodbye if there is anybody to say it to. */
  close(): void {
    if (this.#stage === 'connected') this.#sender.send([this.#alert(1, CLOSE_NOTIFY)]);
    this.#end();
  }

  #hearPlain(record: DtlsRecord, now: number): void {
    // Anybody can forge a record of epoch 0, so once there are keys it counts for nothing.
    if (this.#stage === 'connected') return;
    if (record.type === CONTENT.handshake) this.#hearFragments(record.body, 0, now);
    else if (record.type === CONTENT.alert && record.body[0] === FATAL) {
      this.#end();
      this.#events.failed(`the peer broke the DTLS handshake off with alert ${record.body[1]}`);
    }
  }

  #hearSealed(record: DtlsRecord, now: number): void {
    if (!this.#secrets || !this.#window.allows(record.sequence)) return;
    const body = openRecord(this.#secrets.clientKey, record);
    if (!body) return;
    this.#window.accept(record.sequence);
    if (record.type === CONTENT.handshake) this.#hearFragments(body, 1, now);
    else if (record.type === CONTENT.alert && (body[1] === CLOSE_NOTIFY || body[0] === FATAL))
      this.#hearGoodbye();
  }

  #hearGoodbye(): void {
    const wasConnected = this.#stage === 'connected';
    this.#end();
    if (wasConnected) this.#events.closed();
    else this.#events.failed('the peer closed DTLS in the handshake');
  }

  #hearFragments(body: Buffer, epoch: 0 | 1, now: number): void {
    let repeated = false;
    for (const fragment of readFragments(body)) {
      const messages = this.#reassembly.add(fragment);
      if (messages === 'repeat') repeated = true;
      else for (const message of messages) this.#hearMessage(message, epoch, now);
    }
    // The peer repeats itself when our last flight was lost.
    if (repeated && now - this.#sentAt >= MIN_REPEAT_MS) this.#sendFlight(now);
  }

  #hearMessage(message: HandshakeMessage, epoch: 0 | 1, now: number): void {
    const why = this.#take(message, epoch, now);
    if (why) this.#fail(why);
  }

  /** What is wrong with a message, or null. */
  #take(message: HandshakeMessage, epoch: 0 | 1, now: number): string | null {
    const { type, body } = message;
    if (this.#stage === 'hello' && type === HANDSHAKE.clientHello) return this.#takeHello(message, now);
    if (this.#stage === 'certificate' && type === HANDSHAKE.certificate)
      return this.#takeCertificate(message);
    if (this.#stage === 'keyExchange' && type === HANDSHAKE.clientKeyExchange) return this.#takeKey(message);
    if (this.#stage === 'verify' && type === HANDSHAKE.certificateVerify) return this.#takeProof(message);
    if (this.#stage === 'finished' && type === HANDSHAKE.finished && epoch === 1)
      return this.#takeFinished(message, now);
    if (this.#stage === 'connected' || this.#stage === 'over') return null;
    return `handshake message ${type} of ${body.length} bytes out of turn`;
  }

  #takeHello(message: HandshakeMessage, now: number): string | null {
    const hello = readClientHello(message.body);
    const objection = hello ? objectionTo(hello) : 'a ClientHello that is cut short';
    if (!hello || objection) return objection;
    this.#hello = hello;
    this.#remember(message);
    const drafts = serverFlight(hello, this.#random, this.#ecdh.generateKeys(), this.#identity);
    this.#flight = drafts.map((draft) => this.#handshakeRecord(draft, false));
    this.#stage = 'certificate';
    this.#retransmitAt = now + this.#retransmissionMs;
    this.#sendFlight(now);
    return null;
  }

  #takeCertificate(message: HandshakeMessage): string | null {
    this.#certificate = readCertificate(message.body);
    if (!this.#certificate) return 'no client certificate';
    this.#remember(message);
    this.#stage = 'keyExchange';
    return null;
  }

  #takeKey(message: HandshakeMessage): string | null {
    const premaster = this.#agree(readPoint(message.body));
    if (!premaster || !this.#hello) return 'a key share that is not on the curve';
    this.#remember(message);
    const randoms = { client: this.#hello.random, server: this.#random };
    this.#secrets = new SessionSecrets(premaster, this.#transcript, randoms);
    this.#sender.sealWith(this.#secrets.serverKey);
    this.#stage = 'verify';
    return null;
  }

  #agree(point: Buffer | null): Buffer | null {
    try {
      return point && this.#ecdh.computeSecret(point);
    } catch {
      return null;
    }
  }

  #takeProof(message: HandshakeMessage): string | null {
    const transcript = Buffer.concat(this.#transcript);
    if (!this.#certificate || !provesPossession(message.body, this.#certificate, transcript)) {
      return 'a certificate whose key the peer does not hold';
    }
    this.#remember(message);
    this.#stage = 'finished';
    return null;
  }

  #takeFinished(message: HandshakeMessage, now: number): string | null {
    const certificate = this.#certificate;
    if (!certificate || !this.#secrets?.isClientFinished(message.body, this.#transcript)) {
      return 'a Finished that does not fit';
    }
    this.#remember(message);
    const finished = { type: HANDSHAKE.finished, body: this.#secrets.serverFinished(this.#transcript) };
    const change = { type: CONTENT.changeCipherSpec, sealed: false, body: Buffer.from([1]) };
    this.#flight = [change, this.#handshakeRecord(finished, true)];
    this.#stage = 'connected';
    this.#retransmitAt = Number.POSITIVE_INFINITY;
    this.#sendFlight(now);
    const { client, server } = this.#secrets.srtpKeys();
    this.#events.connected({ local: server, remote: client, certificate });
    return null;
  }

  #remember(message: HandshakeMessage): void {
    this.#transcript.push(writeMessage(message));
  }

  #handshakeRecord(draft: Draft, sealed: boolean): OutgoingRecord {
    const bytes = writeMessage({ ...draft, sequence: this.#nextMessage++ });
    this.#transcript.push(bytes);
    return { type: CONTENT.handshake, sealed, body: bytes };
  }

  #alert(level: number, description: number): OutgoingRecord {
    return {
      type: CONTENT.alert,
      sealed: this.#stage === 'connected',
      body: Buffer.from([level, description]),
    };
  }

  #sendFlight(now: number): void {
    this.#sentAt = now;
    if (this.#flight) this.#sender.send(this.#flight);
  }

  #fail(why: string): void {
    this.#sender.send([this.#alert(FATAL, HANDSHAKE_FAILURE)]);
    this.#end();
    this.#events.failed(`the DTLS handshake met ${why}`);
  }

  #end(): void {
    this.#stage = 'over';
    this.#flight = null;
    this.#retransmitAt = Number.POSITIVE_INFINITY;
  }
}
