import { createHmac } from 'node:crypto';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { sameSecret } from './digest.ts';

/** Nonces that carry their own proof, so that a challenge costs no memory: base64url(time) . chance . signature. */
export interface Nonces {
  /** `chance` makes it the only one of its kind */
  issue(now: Instant, chance: string): string;
  /** When it was issued; null when this gateway (since its start) did not issue it. */
  issuedAt(nonce: string): Instant | null;
}

export function createNonces(key: Uint8Array, realm: string): Nonces {
  const sign = (text: string) =>
    createHmac('sha256', key).update(`${realm}\n${text}`).digest('base64url').slice(0, 22);
  return {
    issue(now, chance) {
      const text = `${now.toString(36)}.${chance}`;
      return `${text}.${sign(text)}`;
    },
    issuedAt(nonce) {
      const end = nonce.lastIndexOf('.');
      if (end === -1 || nonce.length > 128 || !sameSecret(sign(nonce.slice(0, end)), nonce.slice(end + 1)))
        return null;
      return Number.parseInt(nonce.slice(0, nonce.indexOf('.')), 36);
    },
  };
}

/** Which nonce counts were seen (RFC 7616 section 3.4), so that credentials that were overheard are worth nothing. */
export interface NonceUse {
  /** False when this count, or a later one, was used with this nonce before. */
  use(nonce: string, issuedAt: Instant, count: number, now: Instant): boolean;
}

/** Remembers at most `most` nonces: beyond that the oldest are forgotten, and everything issued before them is refused. */
export function createNonceUse(life: Milliseconds, most: number): NonceUse {
  const used = new Map<string, { readonly issuedAt: Instant; count: number }>();
  let forgottenUpTo = Number.NEGATIVE_INFINITY;

  function forget(now: Instant): void {
    for (const [nonce, { issuedAt }] of used) {
      const expired = issuedAt + life < now;
      if (!expired && used.size < most) return;
      used.delete(nonce);
      forgottenUpTo = Math.max(forgottenUpTo, issuedAt);
    }
  }

  return {
    use(nonce, issuedAt, count, now) {
      const known = used.get(nonce);
      if (known === undefined) {
        forget(now);
        // a clock that was set back must not make every new nonce one of the past
        forgottenUpTo = Math.min(forgottenUpTo, now);
        if (issuedAt <= forgottenUpTo) return false;
        used.set(nonce, { issuedAt, count });
        return true;
      }
      if (count <= known.count) return false;
      known.count = count;
      return true;
    },
  };
}
