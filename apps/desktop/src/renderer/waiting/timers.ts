/** Waiting as an argument, so that tests hold the clock. */
export interface Timers {
  /** Gives back what cancels it. */
  after(milliseconds: number, act: () => void): () => void;
}

export const systemTimers: Timers = {
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
