import { isIP } from 'node:net';

/** A range of addresses: "203.0.113.0/24", "2001:db8::/32", or one address. */
export interface Cidr {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/');
  const address = slash === -1 ? text : text.slice(0, slash);
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return null;
  const longest = version === 4 ? 32 : 128;
  const prefix = slash === -1 ? longest : parsePrefix(text.slice(slash + 1));
  if (prefix === null || prefix > longest) return null;
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

function parsePrefix(digits: string): number | null {
  return /^\d{1,3}$/.test(digits) ? Number(digits) : null;
}
