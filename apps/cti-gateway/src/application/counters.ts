/** Monotonic counts since the start, for /metrics. */
export interface Counters {
  count(name: string): void;
  all(): Readonly<Record<string, number>>;
}

export function openCounters(): Counters {
  const counts = new Map<string, number>();
  return {
    count: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    all: () => Object.fromEntries(counts),
  };
}
