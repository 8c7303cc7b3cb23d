import type { Instant } from '@ringside/shared/model/instant';

interface Entry<What> {
  readonly at: Instant;
  /** of the same moment, what was added first comes first */
  readonly order: number;
  readonly what: What;
}

/** What is to happen, soonest first: a binary heap. */
export class Agenda<What> {
  readonly #heap: Entry<What>[] = [];
  #added = 0;

  nextAt = (): Instant | null => this.#heap[0]?.at ?? null;

  add(at: Instant, what: What): void {
    const heap = this.#heap;
    let i = heap.push({ at, order: (this.#added += 1), what }) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#isBefore(i, parent)) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  take(): { readonly at: Instant; readonly what: What } | null {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < this.#heap.length && this.#isBefore(child, least)) least = child;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x === undefined || y === undefined) return false;
    return x.at < y.at || (x.at === y.at && x.order < y.order);
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (x === undefined || y === undefined) return;
    this.#heap[a] = y;
    this.#heap[b] = x;
  }
}
