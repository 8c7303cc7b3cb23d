import type { Instant } from '@ringside/shared/model/instant';

/** Keyed times, of which the soonest is at hand: taking one in or out of a hundred thousand costs some 17 comparisons. */
export interface SoonestFirst<Item extends Timed> {
  /** Takes the place of what has this key. */
  put(item: Item): void;
  remove(key: string): boolean;
  get(key: string): Item | undefined;
  soonest(): Item | undefined;
  clear(): void;
  size(): number;
}

interface Timed {
  readonly key: string;
  readonly at: Instant;
}

/** A binary heap; `places` knows where each key stands in it. Of equal times the one that was put in first is first. */
export function soonestFirst<Item extends Timed>(): SoonestFirst<Item> {
  interface Entry {
    readonly item: Item;
    readonly nth: number;
  }
  const heap: Entry[] = [];
  const places = new Map<string, number>();
  let puts = 0;

  const isBefore = (one: Entry, other: Entry): boolean =>
    one.item.at < other.item.at || (one.item.at === other.item.at && one.nth < other.nth);

  function set(place: number, entry: Entry): void {
    heap[place] = entry;
    places.set(entry.item.key, place);
  }

  function rise(start: number, entry: Entry): number {
    let place = start;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      set(place, parent);
      place = above;
    }
    return place;
  }

  function sink(start: number, entry: Entry): number {
    let place = start;
    for (;;) {
      const left = 2 * place + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (one === undefined) return place;
      const below = other !== undefined && isBefore(other, one) ? left + 1 : left;
      const child = heap[below];
      if (child === undefined || !isBefore(child, entry)) return place;
      set(place, child);
      place = below;
    }
  }

  function remove(key: string): boolean {
    const place = places.get(key);
    if (place === undefined) return false;
    places.delete(key);
    const last = heap.pop();
    if (last !== undefined && place < heap.length) set(sink(rise(place, last), last), last);
    return true;
  }

  return {
    put: (item) => {
      remove(item.key);
      const entry = { item, nth: (puts += 1) };
      heap.push(entry);
      set(rise(heap.length - 1, entry), entry);
    },
    remove,
    get: (key) => {
      const place = places.get(key);
      return place === undefined ? undefined : heap[place]?.item;
    },
    soonest: () => heap[0]?.item,
    clear: () => {
      heap.length = 0;
      places.clear();
    },
    size: () => heap.length,
  };
}
