import { randomBytes } from 'node:crypto';
import { bindingSuccess, isSignedWith, readBindingRequest, roleConflict, type Peer } from './stun.ts';

/** RFC 7675 §5.1: without a check from the peer for this long, consent to send is gone. */
const CONSENT_MS = 30_000;
/** How many addresses a peer may prove itself from: its interfaces and their NAT bindings. */
const MAX_PROVEN = 32;

export interface IceCredentials {
  /** a=ice-ufrag, RFC 8839 §5.4: at least 24 bits */
  readonly fragment: string;
  /** a=ice-pwd: at least 128 bits */
  readonly password: string;
}

/** Base64 letters without "=" are ice-chars. */
export const makeCredentials = (): IceCredentials => ({
  fragment: randomBytes(6).toString('base64'),
  password: randomBytes(18).toString('base64'),
});

/**
 * The controlled, lite half of ICE (RFC 8445 §2.5): the gateway is reachable at the address it gives, so it answers the
 * browser's connectivity checks and sends none. The browser's candidates are not needed: an address counts once a check
 * signed with our password came from it.
 */
export class IceLite {
  #current: IceCredentials;
  /** still good until a check with the new ones comes */
  #previous: IceCredentials | null = null;
  #proven = new Set<string>();
  #selected: Peer | null = null;
  #checkedAt: number;

  constructor(credentials: IceCredentials, now: number) {
    this.#current = credentials;
    this.#checkedAt = now;
  }

  credentials(): IceCredentials {
    return this.#current;
  }

  /** ICE restart (RFC 8839 §4.4.1.1): checks with the old credentials count until one with the new ones comes. */
  restart(credentials: IceCredentials): void {
    this.#previous = this.#current;
    this.#current = credentials;
  }

  /** What to send back to where the packet came from; null when it proves nothing. */
  check(packet: Buffer, from: Peer, now: number): Buffer | null {
    const request = readBindingRequest(packet);
    if (!request) return null;
    const fragment = request.username.split(':', 1)[0];
    const credentials = [this.#current, this.#previous].find((known) => known?.fragment === fragment);
    if (!credentials || !isSignedWith(packet, request, credentials.password)) return null;
    if (request.conflicts) return roleConflict(request.transaction, credentials.password);
    this.#prove(from, request.nominates, credentials, now);
    return bindingSuccess(request.transaction, from, credentials.password);
  }

  /** Where to send: the nominated address, before that the one proven first. */
  selected(): Peer | null {
    return this.#selected;
  }

  isProven(from: Peer): boolean {
    return this.#isSelected(from) || this.#proven.has(`${from.address} ${from.port}`);
  }

  hasConsent(now: number): boolean {
    return now - this.#checkedAt < CONSENT_MS;
  }

  #prove(from: Peer, nominates: boolean, credentials: IceCredentials, now: number): void {
    const key = `${from.address} ${from.port}`;
    if (!this.#proven.has(key) && this.#proven.size >= MAX_PROVEN) this.#proven.clear();
    this.#proven.add(key);
    this.#checkedAt = now;
    if (credentials === this.#current) this.#previous = null;
    if (!this.#selected || (nominates && !this.#isSelected(from))) this.#select(from);
  }

  #isSelected(from: Peer): boolean {
    return this.#selected?.address === from.address && this.#selected.port === from.port;
  }

  #select(from: Peer): void {
    this.#selected = { address: from.address, port: from.port };
  }
}
