/** What is asked of one leg is done in the order of asking, also when opening its sockets takes a while. */
export class InTurn {
  readonly #last = new Map<unknown, Promise<void>>();

  /** Runs `act` at once, or after what was asked under the same key before and is not done yet. */
  take(key: unknown, act: () => unknown, done: (value: unknown) => void): void {
    const before = this.#last.get(key);
    const value = before ? before.then(act) : act();
    if (!(value instanceof Promise)) return done(value);
    const turn: Promise<void> = value.then(done).then(() => {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    });
    this.#last.set(key, turn);
  }
}
