/** RFC 3711 §3.3.2 and RFC 6347 §4.1.2.6: which of the last 64 packet indices have been seen. */
export class ReplayWindow {
  #highest = -1;
  /** bit n stands for the index n below the highest: 0-31 in #near, 32-63 in #far */
  #near = 0;
  #far = 0;

  /** False for an index already accepted or too old to tell. */
  allows(index: number): boolean {
    const behind = this.#highest - index;
    if (behind < 0) return true;
    if (behind >= 64) return false;
    return ((behind < 32 ? this.#near : this.#far) & (1 << (behind & 31))) === 0;
  }

  /** Remembers an index once its packet proved authentic. */
  accept(index: number): void {
    if (index > this.#highest) this.#slide(this.#highest < 0 ? 64 : index - this.#highest, index);
    const behind = this.#highest - index;
    if (behind < 32) this.#near |= 1 << behind;
    else if (behind < 64) this.#far |= 1 << (behind & 31);
  }

  #slide(steps: number, index: number): void {
    this.#highest = index;
    if (steps >= 64) [this.#near, this.#far] = [0, 0];
    else if (steps >= 32) [this.#near, this.#far] = [0, this.#near << (steps - 32)];
    else
      [this.#near, this.#far] = [this.#near << steps, (this.#far << steps) | (this.#near >>> (32 - steps))];
  }
}
