import type { TrunkId } from '@ringside/shared/model/ids';

/** A PBX or carrier as the operator set it up. */
export interface TrunkSettings {
  readonly trunkId: TrunkId;
  readonly name: string;
  /** how its requests may come in */
  readonly transports: readonly TrunkTransport[];
  /** networks its requests come from, CIDR or single addresses, IPv4 and IPv6; none: it can't call in */
  readonly allow: readonly string[];
  /** what it must prove to call in (RFC 3261 section 22.2); null: the source address is enough */
  readonly digestIn: TrunkCredentials | null;
  /** what we answer its challenges with */
  readonly digestOut: TrunkCredentials | null;
  /** whether its P-Asserted-Identity and Privacy are believed (RFC 3325) */
  readonly trusted: boolean;
  /** where calls to it are sent (outbound proxy); null: it only calls in */
  readonly outbound: TrunkTarget | null;
  readonly register: TrunkRegistration | null;
  /** seconds between OPTIONS to `outbound`; 0: none */
  readonly keepAliveSeconds: number;
  /** E.164 number shown to people called through it, where the call names none; null: anonymous */
  readonly presented: string | null;
  readonly toll: TollLimits;
}

export type TrunkTransport = 'udp' | 'tcp' | 'tls';

export interface TrunkTarget {
  readonly transport: TrunkTransport;
  readonly host: string;
  readonly port: number;
}

export interface TrunkCredentials {
  readonly userName: string;
  readonly password: string;
  /** digestIn: the realm we ask with; digestOut: answer only this realm. Left out: ours, or any */
  readonly realm?: string | undefined;
}

export interface TrunkRegistration {
  readonly target: TrunkTarget;
  /** "sip:+886223456789@carrier.example" */
  readonly addressOfRecord: string;
  readonly expiresSeconds: number;
}

/** Limits against toll fraud, checked for each call out whatever the application has checked. */
export interface TollLimits {
  /** beginnings of numbers that may be called, e.g. "+886"; none allows no call */
  readonly allowedPrefixes: readonly string[];
  readonly callsAtOnce: number;
  readonly attemptsPerMinute: number;
}
