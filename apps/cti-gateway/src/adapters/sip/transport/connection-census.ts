import type { TransportLimits } from './transport-limits.ts';

/** Counts connections in all and by address, so that one peer can't take every place. */
export interface ConnectionCensus {
  /** Takes a place, or says that there is none. */
  enter(address: string): boolean;
  leave(address: string): void;
}

export function createConnectionCensus(limits: TransportLimits): ConnectionCensus {
  const byAddress = new Map<string, number>();
  let all = 0;
  return {
    enter(address) {
      const here = byAddress.get(address) ?? 0;
      if (all >= limits.connections || here >= limits.connectionsPerAddress) return false;
      all += 1;
      byAddress.set(address, here + 1);
      return true;
    },
    leave(address) {
      const here = byAddress.get(address) ?? 0;
      if (here === 0) return;
      all -= 1;
      if (here === 1) byAddress.delete(address);
      else byAddress.set(address, here - 1);
    },
  };
}
