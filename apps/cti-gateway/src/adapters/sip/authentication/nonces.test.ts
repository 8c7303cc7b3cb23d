import { describe, expect, it } from 'vitest';
import { createNonces, createNonceUse } from './nonces.ts';

describe('nonces', () => {
  const ours = createNonces(new Uint8Array(32).fill(1), 'ringside');

  it('prove when they were issued', () => {
    expect(ours.issuedAt(ours.issue(1_234_567, 'c'))).toBe(1_234_567);
  });

  it.each(['', '.', 'x', '0.c.', `0.c.${'A'.repeat(22)}`, 'A'.repeat(10_000)])(
    'that others made are not ours: "%s"',
    (nonce) => {
      expect(ours.issuedAt(nonce)).toBeNull();
    },
  );

  it('of another key or realm are not ours', () => {
    expect(ours.issuedAt(createNonces(new Uint8Array(32).fill(2), 'ringside').issue(0, 'c'))).toBeNull();
    expect(ours.issuedAt(createNonces(new Uint8Array(32).fill(1), 'other').issue(0, 'c'))).toBeNull();
  });
});

describe('the memory of used nonces', () => {
  it('stays small, and what it had to forget is not taken again', () => {
    const use = createNonceUse(60_000, 3);
    for (const [index, nonce] of ['a', 'b', 'c', 'd'].entries())
      expect(use.use(nonce, index, 1, index)).toBe(true);
    expect(use.use('a', 0, 2, 5)).toBe(false);
    expect(use.use('d', 3, 2, 5)).toBe(true);
  });

  it('lets telephones register after the clock was set back', () => {
    const use = createNonceUse(1_000, 100);
    expect(use.use('a', 3_600_000, 1, 3_600_000)).toBe(true);
    expect(use.use('b', 3_700_000, 1, 3_700_000)).toBe(true);
    expect(use.use('c', 500, 1, 500)).toBe(false);
    expect(use.use('d', 501, 1, 501)).toBe(true);
  });

  it('forgets what has expired', () => {
    const use = createNonceUse(1_000, 100);
    expect(use.use('a', 0, 1, 0)).toBe(true);
    expect(use.use('b', 2_000, 1, 2_000)).toBe(true);
    expect(use.use('b', 2_000, 1, 2_001)).toBe(false);
  });
});
