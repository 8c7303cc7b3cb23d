/** Also on a busy desk the time comes, at the latest after this. */
const patienceMs = 5_000;

/** Waits until the page has nothing to do: no frame is due and no input waits. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: patienceMs }));
