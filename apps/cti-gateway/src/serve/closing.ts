/** What was opened, to be closed in the opposite order, whatever happens meanwhile. */
export interface Closing {
  /** Notes how to close something that is now open. */
  later(close: () => void | Promise<void>): void;
  /** Closes everything once; a failure does not keep the rest open, and the first is thrown at the end. */
  all(): Promise<void>;
}

export function closing(): Closing {
  const steps: (() => void | Promise<void>)[] = [];
  return {
    later: (close) => void steps.push(close),
    all: async () => {
      const faults: unknown[] = [];
      for (const close of steps.splice(0).toReversed())
        try {
          await close();
        } catch (fault) {
          faults.push(fault);
        }
      if (faults.length > 0) throw faults[0];
    },
  };
}
