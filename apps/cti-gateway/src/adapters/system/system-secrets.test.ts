import { describe, expect, it } from 'vitest';
import { ourCost, scryptSecrets } from './system-secrets.ts';

/** Cheap, so that the tests need not wait for what a guesser should. */
const { hashPassword, verifyPassword, sha256Hex, md5Hex } = scryptSecrets({ ln: 8, r: 8, p: 1 });

describe('passwords', () => {
  it('the right one is known by its hash, a wrong one is not', async () => {
    const hash = await hashPassword('correct horse 電池');
    expect(await verifyPassword('correct horse 電池', hash)).toBe(true);
    expect(await verifyPassword('correct horse 电池', hash)).toBe(false);
  });

  it('the hash carries its salt and its cost and not the password', async () => {
    const [one, two] = await Promise.all([hashPassword('secret'), hashPassword('secret')]);
    expect(one).toMatch(/^\$scrypt\$ln=8,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/u);
    expect(one).not.toBe(two);
  });

  it('a hash made at another cost is still known', async () => {
    const before = scryptSecrets({ ln: 6, r: 4, p: 2 });
    expect(await verifyPassword('secret', await before.hashPassword('secret'))).toBe(true);
  });

  it('a guess costs at least what OWASP asks for: N·r·p of 2^15·8·3', () => {
    expect(2 ** ourCost.ln * ourCost.r * ourCost.p).toBeGreaterThanOrEqual(2 ** 15 * 8 * 3);
  });

  it('the same password typed in full-width letters is the same', async () => {
    expect(await verifyPassword('secret', await hashPassword('ｓｅｃｒｅｔ'))).toBe(true);
  });

  it.each(['', 'secret', '$scrypt$', '$scrypt$ln=99,r=8,p=1$AAAAAAAAAAA$AAAA', '$argon2id$v=19$m=1$a$b'])(
    'a text that is no hash of ours (%j) opens nothing',
    async (hash) => {
      expect(await verifyPassword('secret', hash)).toBe(false);
      expect(await verifyPassword('', hash)).toBe(false);
    },
  );

  it('digests are those of the standards (RFC 1321 A.5, FIPS 180-4)', () => {
    expect(md5Hex('abc')).toBe('900150983cd24fb0d6963f7d28e17f72');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
