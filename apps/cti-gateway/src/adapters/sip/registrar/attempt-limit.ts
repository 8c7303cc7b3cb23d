import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';

/** Wrong passwords by address: a fixed window each, so that guessing is hopeless and a typing error is not punished. */
export interface AttemptLimit {
  isBlocked(address: string, now: Instant): boolean;
  failed(address: string, now: Instant): void;
  succeeded(address: string): void;
}

/** More addresses than attack at once from one network; beyond it the oldest are forgotten. */
const MOST_ADDRESSES = 10_000;

export function attemptLimit(most = 20, window: Milliseconds = minutes(1)): AttemptLimit {
  const failures = new Map<string, { readonly since: Instant; count: number }>();
  const current = (address: string, now: Instant) => {
    const known = failures.get(address);
    return known !== undefined && now - known.since < window ? known : null;
  };
  return {
    isBlocked: (address, now) => (current(address, now)?.count ?? 0) >= most,
    failed(address, now) {
      const known = current(address, now);
      if (known !== null) {
        known.count += 1;
        return;
      }
      failures.delete(address);
      if (failures.size >= MOST_ADDRESSES) failures.delete(failures.keys().next().value ?? '');
      failures.set(address, { since: now, count: 1 });
    },
    succeeded: (address) => void failures.delete(address),
  };
}
