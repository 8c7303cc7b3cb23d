import { asId } from '@ringside/shared/model/ids';
import { randomBytes } from 'node:crypto';
import type { IdSource } from '../../ports/id-source.ts';

const bytesAtOnce = 4_096;
const randomPerId = 8;

/** UUIDs of version 7 (RFC 9562 section 5.7) and secrets, both from the system's cryptographic generator. */
export const systemIds = (now: () => number = Date.now): IdSource => {
  const stamp = stamps(now);
  const random = pooledRandom();
  return {
    next: () => asId(uuid(stamp(), random(randomPerId))),
    secret: (bytes) => random(bytes).toString('base64url'),
  };
};

interface Stamp {
  readonly at: number;
  readonly count: number;
}

/** Time and a 12-bit counter (RFC 9562 section 6.2, method 1), so that ids of the same millisecond sort as they were made. */
function stamps(now: () => number): () => Stamp {
  let last: Stamp = { at: 0, count: 0 };
  return () => {
    const at = now();
    if (at > last.at) last = { at, count: 0 };
    else if (last.count < 0xfff) last = { at: last.at, count: last.count + 1 };
    else last = { at: last.at + 1, count: 0 };
    return last;
  };
}

/** One call of the generator serves hundreds of ids: a SIP dialog alone takes several tags and branches. */
function pooledRandom(): (bytes: number) => Buffer {
  let pool = Buffer.alloc(0);
  return (bytes) => {
    if (pool.length < bytes) pool = randomBytes(Math.max(bytes, bytesAtOnce));
    const taken = pool.subarray(0, bytes);
    pool = pool.subarray(bytes);
    return taken;
  };
}

function uuid({ at, count }: Stamp, random: Buffer): string {
  const time = at.toString(16).padStart(12, '0');
  const version = `7${count.toString(16).padStart(3, '0')}`;
  const tail = random.toString('hex');
  const variant = ((Number.parseInt(tail.slice(0, 1), 16) & 0b0011) | 0b1000).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
}
