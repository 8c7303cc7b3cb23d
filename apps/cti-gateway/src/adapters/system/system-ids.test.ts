import { describe, expect, it } from 'vitest';
import { systemIds } from './system-ids.ts';

describe('the id source', () => {
  it('makes UUIDs of version 7 that carry their time', () => {
    const id: string = systemIds(() => 0x0193_5a3b_7c1d).next();
    expect(id).toMatch(/^01935a3b-7c1d-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('makes ids that sort as they were made, also when the clock stands still or goes back', () => {
    let now = 1_000_000;
    const ids = systemIds(() => now);
    const made = Array.from({ length: 10_000 }, (_, i) => {
      if (i === 6_000) now -= 500;
      return ids.next();
    });
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('makes secrets of the asked length that differ', () => {
    const ids = systemIds();
    const secrets = Array.from({ length: 100 }, () => ids.secret(32));
    expect(secrets.every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(true);
    expect(new Set(secrets).size).toBe(100);
  });
});
