/** Keeps what a restart needs of one leg up to date: made anew after each change, told where it is another than before. */
export class LegKeeping {
  readonly #make: () => Promise<string | null>;
  readonly #tell: (record: string | null) => void;
  #kept: string | null = null;
  #making = false;
  #changedMeanwhile = false;
  #isOver = false;

  constructor(make: () => Promise<string | null>, tell: (record: string | null) => void) {
    this.#make = make;
    this.#tell = tell;
  }

  /** A leg that was taken up again has its record already; the first change writes it anew. */
  was(record: string): void {
    this.#kept = record;
  }

  /** Tells once for changes that come together. */
  changed(): void {
    if (this.#making) {
      this.#changedMeanwhile = true;
      return;
    }
    this.#making = true;
    void this.#renew();
  }

  over(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#kept !== null) this.#tell(null);
  }

  async #renew(): Promise<void> {
    const record = await this.#make();
    this.#making = false;
    if (record === null || this.#isOver) return;
    const isNew = record !== this.#kept;
    this.#kept = record;
    if (isNew) this.#tell(record);
    if (!this.#changedMeanwhile) return;
    this.#changedMeanwhile = false;
    this.changed();
  }
}
