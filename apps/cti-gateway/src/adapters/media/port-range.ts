/** The configured range in pairs: the even port carries RTP, the odd one after it RTCP. */
export interface PortSpan {
  readonly from: number;
  readonly to: number;
}

/** Hands ports out in turn, so that a port rests as long as possible before a stranger's late packets can meet a new call. */
export class PortRange {
  readonly #free: number[] = [];
  readonly #taken = new Set<number>();

  constructor({ from, to }: PortSpan) {
    for (let port = from + (from % 2); port + 1 <= to; port += 2) this.#free.push(port);
  }

  /** An even port whose odd neighbour is free too, or null. */
  take(): number | null {
    const port = this.#free.shift();
    if (port === undefined) return null;
    this.#taken.add(port);
    return port;
  }

  /** This very port, for an endpoint that goes on after a restart. */
  takeThis(port: number): boolean {
    const at = this.#free.indexOf(port);
    if (at < 0) return false;
    this.#free.splice(at, 1);
    this.#taken.add(port);
    return true;
  }

  giveBack(port: number): void {
    if (this.#taken.delete(port)) this.#free.push(port);
  }

  get freeCount(): number {
    return this.#free.length;
  }
}
