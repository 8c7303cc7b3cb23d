import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';

/** The store answers at once, so that without a turn nothing else is done until all is read. */
const turn = (): Promise<void> => new Promise(setImmediate);

/** What is found for so many at once, in their order; calls are heard between the parts. */
export async function inParts<Item, Found>(
  items: readonly Item[],
  atOnce: number,
  find: (part: readonly Item[]) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  const all: Found[] = [];
  for (let next = 0; next < items.length; next += atOnce) {
    if (next > 0) await turn();
    for (const one of await find(items.slice(next, next + atOnce))) all.push(one);
  }
  return all;
}

/** What is asked of a store in one go. */
const longest: Milliseconds = days(14);

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** A long time in short ones, the last first. */
export function spansBack({ from, until }: Span): readonly Span[] {
  const spans: Span[] = [];
  for (let end = until; end > from; end -= longest)
    spans.push({ from: Math.max(from, end - longest), until: end });
  return spans;
}
