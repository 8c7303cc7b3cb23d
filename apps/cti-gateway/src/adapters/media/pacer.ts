export const FRAME_MS = 20;
/** After a longer stall the beat begins anew instead of making up for it in a burst. */
const MAX_BEHIND = 5;

/** Calls `beat` every 20 ms on a steady clock; a late beat does not delay the ones after it. Returns the function that ends it. */
export const startPacer = (beat: (now: number) => void, late: () => void): (() => void) => {
  let next = performance.now() + FRAME_MS;
  let timer: NodeJS.Timeout;
  const run = (): void => {
    const now = performance.now();
    if (now - next > FRAME_MS / 2) late();
    if (now - next > MAX_BEHIND * FRAME_MS) next = now;
    beat(now);
    next += FRAME_MS;
    timer = setTimeout(run, Math.max(0, next - performance.now()));
  };
  timer = setTimeout(run, FRAME_MS);
  return () => clearTimeout(timer);
};
