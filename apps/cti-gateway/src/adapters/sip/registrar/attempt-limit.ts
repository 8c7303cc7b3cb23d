import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';

/** Wrong passwords by who sends them: a fixed window each, so that guessing is hopeless and a typing error is not punished. */
export interface AttemptLimit {
  isBlocked(guesser: string, now: Instant): boolean;
  failed(guesser: string, now: Instant): void;
  succeeded(guesser: string): void;
}

/** More than attack at once from one network; beyond it the oldest are forgotten. */
const MOST_GUESSERS = 10_000;

export function attemptLimit(most = 20, window: Milliseconds = minutes(1)): AttemptLimit {
  const failures = new Map<string, { readonly since: Instant; count: number }>();
  const current = (guesser: string, now: Instant) => {
    const known = failures.get(guesser);
    return known !== undefined && now - known.since < window ? known : null;
  };
  return {
    isBlocked: (guesser, now) => (current(guesser, now)?.count ?? 0) >= most,
    failed(guesser, now) {
      const known = current(guesser, now);
      if (known !== null) {
        known.count += 1;
        return;
      }
      failures.delete(guesser);
      if (failures.size >= MOST_GUESSERS) failures.delete(failures.keys().next().value ?? '');
      failures.set(guesser, { since: now, count: 1 });
    },
    succeeded: (guesser) => void failures.delete(guesser),
  };
}
