export type Health = 'ok' | 'silent' | 'lossy';

/** One second of a leg's life. */
export interface Sample {
  readonly expected: number;
  readonly received: number;
  /** false while the peer need not send: on hold, not yet connected */
  readonly isListening: boolean;
}

const LOSS_LIMIT = 0.01;
const SILENT_SECONDS = 3;
const LOSSY_SECONDS = 3;
const WINDOW_SECONDS = 5;

/**
 * Judges once a second (metrics.md): silent after three seconds without a packet, lossy when three of the last five lost
 * more than 1 %, ok again after five good ones.
 *
 *  ok ─3 s nothing─▶ silent;  ok ─3 of 5 lossy─▶ lossy;  lossy ─3 s nothing─▶ silent;  both ─5 good─▶ ok
 */
export class Watchdog {
  #state: Health = 'ok';
  #quiet = 0;
  #lossy: boolean[] = [];
  #good = 0;

  state(): Health {
    return this.#state;
  }

  /** The new state when it changed, else null. */
  judge(sample: Sample): Health | null {
    if (!sample.isListening) return this.#rest();
    const isQuiet = sample.received === 0;
    const isLossy = !isQuiet && sample.expected - sample.received > sample.expected * LOSS_LIMIT;
    this.#quiet = isQuiet ? this.#quiet + 1 : 0;
    this.#lossy = [...this.#lossy, isLossy].slice(-WINDOW_SECONDS);
    this.#good = isQuiet || isLossy ? 0 : this.#good + 1;
    return this.#become(this.#verdict());
  }

  #verdict(): Health {
    if (this.#quiet >= SILENT_SECONDS) return 'silent';
    if (this.#good >= WINDOW_SECONDS) return 'ok';
    const isLossy = this.#lossy.filter(Boolean).length >= LOSSY_SECONDS;
    return this.#state === 'ok' && isLossy ? 'lossy' : this.#state;
  }

  #rest(): Health | null {
    this.#quiet = 0;
    this.#lossy = [];
    this.#good = 0;
    return this.#become('ok');
  }

  #become(state: Health): Health | null {
    if (state === this.#state) return null;
    this.#state = state;
    return state;
  }
}
