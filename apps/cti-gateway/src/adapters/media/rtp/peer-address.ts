import type { RemoteAddress } from '../sdp/session.ts';

/**
 *  expecting ─from the signalled host─▶ settled;  expecting ─from anywhere else─▶ latched ─from the signalled host─▶ settled
 *
 * Where a plain RTP peer is. Behind a NAT packets come from elsewhere than its SDP says, so the port may differ, and the
 * host too, but only until the signalled host has been heard: after that nobody can take a call over by sending to its port.
 */
export class PeerAddress {
  #signalled: RemoteAddress | null = null;
  #current: RemoteAddress | null = null;
  #stage: 'expecting' | 'latched' | 'settled' = 'expecting';

  /** What SDP says, for the first time or anew. */
  signal(address: RemoteAddress): void {
    const before = this.#signalled;
    if (before?.address === address.address && before.port === address.port) return;
    this.#signalled = address;
    this.#current = address;
    this.#stage = 'expecting';
  }

  /** Where to send. */
  current(): RemoteAddress | null {
    return this.#current;
  }

  /** Whether a packet from there is the peer's; remembers where it comes from. */
  admits(address: string, port: number): boolean {
    if (!this.#signalled) return false;
    if (address === this.#signalled.address) return this.#settle(address, port);
    if (this.#stage === 'settled') return false;
    if (this.#stage === 'latched') return address === this.#current?.address && port === this.#current.port;
    this.#stage = 'latched';
    this.#current = { address, port };
    return true;
  }

  /** After a restart: the place found before. */
  resume(signalled: RemoteAddress, current: RemoteAddress): void {
    this.#signalled = signalled;
    this.#current = current;
    this.#stage = current.address === signalled.address ? 'settled' : 'latched';
  }

  /** What SDP said. */
  signalled(): RemoteAddress | null {
    return this.#signalled;
  }

  /** Another port of the signalled host counts until the signalled one, or some port, has been heard. */
  #settle(address: string, port: number): boolean {
    const isSignalled = port === this.#signalled?.port;
    if (this.#stage === 'settled' && !isSignalled) return port === this.#current?.port;
    this.#stage = 'settled';
    if (this.#current?.port !== port || this.#current.address !== address) this.#current = { address, port };
    return true;
  }
}
