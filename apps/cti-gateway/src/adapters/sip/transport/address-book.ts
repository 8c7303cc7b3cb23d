import { isIP, type LookupFunction } from 'node:net';
import { seconds } from '@ringside/shared/model/instant';
import type { Clock } from '../../../ports/clock.ts';

/** Gives the IP addresses of a host name (A and AAAA), best first; rejects or gives none when it has none. */
export type Resolver = (host: string) => Promise<readonly string[]>;

const REMEMBERED_FOR = seconds(30);
const MOST_NAMES = 1_000;

/** A look-up as sockets want it: IP addresses at once and without asking anybody, names from the resolver and remembered for a while. */
export function createLookUp(resolver: Resolver, clock: Clock): LookupFunction {
  const known = new Map<string, { readonly addresses: Promise<readonly string[]>; readonly until: number }>();

  function addressesOf(host: string): Promise<readonly string[]> {
    const remembered = known.get(host);
    if (remembered !== undefined && remembered.until > clock.now()) return remembered.addresses;
    if (known.size >= MOST_NAMES) known.clear();
    const addresses = resolver(host);
    known.set(host, { addresses, until: clock.now() + REMEMBERED_FOR });
    addresses.catch(() => known.delete(host));
    return addresses;
  }

  return (host, options, callback) => {
    const wanted = typeof options === 'number' ? options : familyNumber(options.family);
    const answer = (addresses: readonly string[]) => {
      const found = addresses.filter((one) => isIP(one) !== 0 && (wanted === 0 || isIP(one) === wanted));
      const first = found[0];
      if (first === undefined) return callback(notFound(host), '', 0);
      if (typeof options === 'object' && options.all === true)
        return callback(
          null,
          found.map((address) => ({ address, family: isIP(address) })),
        );
      return callback(null, first, isIP(first));
    };
    if (isIP(host) !== 0) return answer([host]);
    addressesOf(host).then(answer, () => answer([]));
  };
}

function familyNumber(family: number | 'IPv4' | 'IPv6' | undefined): number {
  return family === 'IPv4' ? 4 : family === 'IPv6' ? 6 : (family ?? 0);
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(
    new Error(
      `The name ${host} has no address that this socket can reach. Check it in the trunk's settings and in DNS.`,
    ),
    { code: 'ENOTFOUND' },
  );
}
