import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Secrets } from '../../ports/secrets.ts';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** Cost N = 2^ln, block size r, parallelisation p (RFC 7914). 2^15, 8, 3 is OWASP's equal of 2^17, 8, 1 at 32 MB a hash. */
export interface Cost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}
export const ourCost: Cost = { ln: 15, r: 8, p: 3 };
/** More than this is not one of our hashes, and would let a planted one eat the memory. */
const highestCost: Cost = { ln: 20, r: 16, p: 8 };
const keyLength = 32;
const longestPassword = 1_024;

interface Hash extends Cost {
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** Passwords by scrypt, in the PHC text form `$scrypt$ln=15,r=8,p=3$salt$key`, so that the cost can rise later. */
export const scryptSecrets = (cost: Cost): Secrets => ({
  async hashPassword(password) {
    const salt = randomBytes(16);
    const key = await keyOf(password, salt, cost);
    const { ln, r, p } = cost;
    return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
  },

  async verifyPassword(password, hash) {
    const known = read(hash);
    // An unknown user's missing hash takes as long as a wrong password, so that names can't be told apart by time.
    const { salt, key, ...spent } = known ?? {
      ...cost,
      salt: Buffer.alloc(16),
      key: Buffer.alloc(keyLength),
    };
    const given = await keyOf(password, salt, spent);
    return timingSafeEqual(given, key) && known !== null;
  },

  sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
  md5Hex: (text) => createHash('md5').update(text).digest('hex'),
});

export const systemSecrets: Secrets = scryptSecrets(ourCost);

function keyOf(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const text = password.normalize('NFKC').slice(0, longestPassword);
  return derive(text, salt, keyLength, { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r });
}

function read(hash: string): Hash | null {
  const [, name, cost = '', salt = '', key = '', ...rest] = hash.split('$');
  const [ln, r, p] = ['ln', 'r', 'p'].map((part, i) => numberOf(cost.split(',')[i] ?? '', part));
  if (name !== 'scrypt' || rest.length > 0 || ln === undefined || r === undefined || p === undefined)
    return null;
  const found: Hash = { ln, r, p, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
  return isOurs(found) ? found : null;
}

const isOurs = ({ ln, r, p, salt, key }: Hash): boolean =>
  within(ln, highestCost.ln) &&
  within(r, highestCost.r) &&
  within(p, highestCost.p) &&
  salt.length >= 8 &&
  key.length === keyLength;

const within = (value: number, highest: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= highest;

const numberOf = (text: string, name: string): number =>
  text.startsWith(`${name}=`) ? Number(text.slice(name.length + 1)) : Number.NaN;
