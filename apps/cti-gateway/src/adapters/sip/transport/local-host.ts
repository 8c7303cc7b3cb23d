import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { hostText, plainAddress } from './listener.ts';

/**
 * The host that a peer reaches us at when the listener is bound to every address: that of the interface in the peer's
 * subnet, else the first that is not loopback. Peers beyond a NAT need `advertise` instead.
 */
export function localHostTowards(peer: string): string {
  const family = isIP(peer) === 6 ? 'IPv6' : 'IPv4';
  const ours = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((one) => one.family === family);
  const near = ours.find((one) => one.cidr !== null && isInSubnet(peer, one.cidr, family));
  const chosen = near ?? ours.find((one) => !one.internal) ?? ours[0];
  return hostText(chosen?.address ?? (family === 'IPv6' ? '::1' : '127.0.0.1'));
}

function isInSubnet(address: string, cidr: string, family: 'IPv4' | 'IPv6'): boolean {
  if (isIP(address) === 0) return false;
  const slash = cidr.indexOf('/');
  const subnet = new BlockList();
  subnet.addSubnet(
    plainAddress(cidr.slice(0, slash)),
    Number(cidr.slice(slash + 1)),
    family === 'IPv6' ? 'ipv6' : 'ipv4',
  );
  return subnet.check(address, family === 'IPv6' ? 'ipv6' : 'ipv4');
}

export const isWildcard = (address: string): boolean =>
  address === '0.0.0.0' || address === '::' || address === '';

export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
