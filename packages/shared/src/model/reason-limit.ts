import type { Instant, Milliseconds } from './instant.ts';

interface Standing {
  readonly state: string;
  readonly since: Instant;
  readonly reason?: string | undefined;
}

interface LimitedReason {
  readonly reason: string;
  readonly limitMs: Milliseconds | null;
}

/** When this Not ready has lasted as long as its reason should (SPEC PRES-9); null: no limit, or another state. */
export function limitAt(
  { state, since, reason }: Standing,
  reasons: readonly LimitedReason[],
): Instant | null {
  if (state !== 'notReady') return null;
  const limitMs = reasons.find((known) => known.reason === reason)?.limitMs ?? null;
  return limitMs === null ? null : since + limitMs;
}

/** How near the limit is: `warning` from `warnBeforeMs` before it on, `over` from it on. */
export function limitStage(
  limit: Instant | null,
  warnBeforeMs: Milliseconds,
  now: Instant,
): 'none' | 'warning' | 'over' {
  if (limit === null || now < limit - warnBeforeMs) return 'none';
  return now < limit ? 'warning' : 'over';
}
