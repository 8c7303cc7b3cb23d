import type { Instant, Milliseconds } from '@ringside/shared/model/instant';

/** Time as a port: tests hold a manual one. */
export interface Clock {
  now(): Instant;
  /** Calls `then` once after `wait`; the returned function cancels it. A throw inside `then` is a bug and reaches the process. */
  after(wait: Milliseconds, then: () => void): () => void;
}
