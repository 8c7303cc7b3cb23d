/** What is asked of one leg is done in the order of asking, also when opening its sockets takes a while. */
export class InTurn {
  readonly #last = new Map<unknown, Promise<void>>();

  /** Runs `act` at once, or after what was asked under the same key before and is not finished yet. `act` must not throw. */
  take(key: unknown, act: () => void | Promise<void>): void {
    const before = this.#last.get(key);
    const running = before ? before.then(act) : act();
    if (!running) return;
    const turn: Promise<void> = running.then(() => {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    });
    this.#last.set(key, turn);
  }
}
