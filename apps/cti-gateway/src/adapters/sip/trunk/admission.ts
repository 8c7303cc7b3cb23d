import { BlockList, isIP } from 'node:net';
import type { Flow } from '../stack.ts';
import type { TrunkSettings } from './trunk-settings.ts';

export interface Admission {
  /** The trunk whose networks and transports fit where a request came from; null: refuse it with 403. */
  trunkOf(flow: Flow): TrunkSettings | null;
  /** Whether a trunk's requests may be sent to this address: it is one of its own. */
  owns(trunk: TrunkSettings, host: string): boolean;
}

/** Trunks in the order of the settings; the first that fits is taken. */
export function admission(trunks: readonly TrunkSettings[]): Admission {
  const networks = new Map(trunks.map((trunk) => [trunk.trunkId, networksOf(trunk)]));
  const contains = (trunk: TrunkSettings, address: string) => {
    const plain = plainAddress(address);
    const family = isIP(plain);
    if (family === 0) return false;
    return networks.get(trunk.trunkId)?.check(plain, family === 4 ? 'ipv4' : 'ipv6') === true;
  };
  return {
    trunkOf(flow) {
      for (const trunk of trunks) {
        if (admits(trunk, flow) && contains(trunk, flow.remoteAddress)) return trunk;
      }
      return null;
    },
    owns(trunk, host) {
      const plain = plainAddress(host);
      return (
        contains(trunk, plain) || trunk.outbound?.host === plain || trunk.register?.target.host === plain
      );
    },
  };
}

const admits = (trunk: TrunkSettings, { transport }: Flow): boolean =>
  (trunk.transports as readonly string[]).includes(transport);

function networksOf(trunk: TrunkSettings): BlockList {
  const list = new BlockList();
  for (const network of trunk.allow) {
    const [address = '', length] = network.split('/', 2);
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return list;
}

/** Without the brackets of a URI; an IPv4 address on a dual-stack socket in its own form. */
function plainAddress(host: string): string {
  const bare = host.startsWith('[') ? host.slice(1, -1) : host;
  return bare.startsWith('::ffff:') && isIP(bare.slice(7)) === 4 ? bare.slice(7) : bare;
}
