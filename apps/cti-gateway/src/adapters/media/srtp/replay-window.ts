/** RFC 3711 §3.3.2 and RFC 6347 §4.1.2.6: which of the last 64 packet indices have been seen. */
export class ReplayWindow {
  #highest = -1;
  #seen = new Uint32Array(2);

  /** False for an index already accepted or too old to tell. */
  allows(index: number): boolean {
    const behind = this.#highest - index;
    if (behind < 0) return true;
    if (behind >= 64) return false;
    return (this.#seen[behind >> 5]! & (1 << (behind & 31))) === 0;
  }

  /** Remembers an index once its packet proved authentic. */
  accept(index: number): void {
    if (index > this.#highest) this.#slide(index - this.#highest, index);
    const behind = this.#highest - index;
    if (behind < 64) this.#seen[behind >> 5]! |= 1 << (behind & 31);
  }

  #slide(steps: number, index: number): void {
    const [low, high] = this.#seen as unknown as [number, number];
    this.#highest = index;
    if (steps >= 64) this.#seen.fill(0);
    else if (steps >= 32) this.#seen.set([0, low << (steps - 32)]);
    else this.#seen.set([low << steps, (high << steps) | (low >>> (32 - steps))]);
  }
}
