import { BlockList, isIPv6 } from 'node:net';
import type { RemoteAddress } from '../sdp/session.ts';

/** Addresses that nobody can be reached at through a NAT: loopback, RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291. */
const privateNetworks = new BlockList();
for (const [network, length] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, length, 'ipv4');
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');
privateNetworks.addSubnet('fe80::', 10, 'ipv6');

const isPrivate = (address: string): boolean =>
  privateNetworks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 *  expecting ─from the signalled host─▶ settled;  expecting ─from anywhere else─▶ latched ─from the signalled host─▶ settled
 *
 * Where a plain RTP peer is. Behind a NAT packets come from elsewhere than its SDP says, so the port may differ, and the
 * host too, but only until the signalled host has been heard: after that nobody can take a call over by sending to its port.
 * Our packets follow to another host only where the signalled address is private and nothing else could reach it: who sends
 * to every port of ours and is early must not be sent what is said.
 */
export class PeerAddress {
  #signalled: RemoteAddress | null = null;
  #current: RemoteAddress | null = null;
  /** who was heard in place of the signalled host */
  #latched: RemoteAddress | null = null;
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
    if (this.#stage === 'latched') return address === this.#latched?.address && port === this.#latched.port;
    this.#stage = 'latched';
    this.#latched = { address, port };
    if (isPrivate(this.#signalled.address)) this.#current = this.#latched;
    return true;
  }

  /** After a restart: the place found before. */
  resume(signalled: RemoteAddress, current: RemoteAddress): void {
    this.#signalled = signalled;
    this.#current = current;
    this.#latched = current;
    this.#stage = current.address === signalled.address ? 'expecting' : 'latched';
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
