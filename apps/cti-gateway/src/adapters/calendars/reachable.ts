import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Where calendars may be read from (ABSENT-9). Everything on the internet; inside only what the operator names. */
export interface Reachable {
  /** Whether a connection to this host of an address may be tried; one that is an IP address is judged here and now. */
  host(name: string): boolean;
  /** For connecting: gives only addresses that may be reached, so that what was checked is what is connected to. */
  readonly lookup: LookupFunction;
}

/** What a name that leads only to addresses inside ends a connection with. */
export const notAllowedCode = 'ERINGSIDENOTALLOWED';

type Resolve = (
  host: string,
  then: (cause: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;
const system: Resolve = (host, then) => lookup(host, { all: true }, then);

/** IANA’s special-purpose registry for IPv4 (RFC 6890), multicast, and the one public address that is a cloud’s own (Azure). */
const inside4 = blockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]);
/** All that is given to anybody (RFC 4291). What wraps an IPv4 address, local and multicast addresses lie outside. */
const given6 = blockList(['2000::/3']);
/** Tunnels that wrap IPv4 addresses, and documentation. */
const inside6 = blockList(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** Whether an IP address is one on the internet. */
export const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? given6.check(address, 'ipv6') && !inside6.check(address, 'ipv6')
    : isIP(address) === 4 && !inside4.check(address, 'ipv4');

/** `allowed`: host names, and networks in CIDR form or addresses, that lie inside and may be reached all the same. */
export function reachable(
  allowed: readonly string[],
  resolve: Resolve = system,
  own: () => readonly string[] = ownAddresses,
): Reachable {
  const networks = blockList(allowed.filter((one) => isIP(one.split('/')[0] ?? '') !== 0));
  const names = new Set(allowed.map((one) => one.toLowerCase()));
  const mayReach = (address: string): boolean =>
    (isPublic(address) && !isAmong(own(), address)) ||
    networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

  return {
    host(name) {
      const bare = name.replace(/^\[|\]$/gu, '');
      return isIP(bare) === 0 || mayReach(bare);
    },
    lookup: (host, { all }, then) => {
      resolve(host, (cause, addresses) => {
        if (cause !== null) return then(cause, '', 0);
        const may = names.has(host) ? addresses : addresses.filter(({ address }) => mayReach(address));
        const [first] = may;
        if (first === undefined) return then(notAllowed(), '', 0);
        return all ? then(null, [...may]) : then(null, first.address, first.family);
      });
    },
  };
}

const notAllowed = (): NodeJS.ErrnoException =>
  Object.assign(new Error('The host leads inside'), { code: notAllowedCode });

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

/** Of this machine, which may be public; they change as it runs. */
const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((some) =>
    (some ?? []).map(({ address }) => address.replace(/%.*$/u, '')),
  );

/** However either of them is spelled. */
const isAmong = (addresses: readonly string[], address: string): boolean =>
  blockList(addresses).check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
