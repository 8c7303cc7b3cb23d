import type { Id } from '@ringside/shared/model/ids';

/** Identity and chance as a port. */
export interface IdSource {
  /** A new id that sorts by time of making, e.g. UUID version 7 (RFC 9562). */
  next<Kind extends string>(): Id<Kind>;
  /** A secret of `bytes` random bytes, base64url. */
  secret(bytes: number): string;
}
