type Tick = (now: number) => void;

const listeners = new Set<Tick>();
let offset = 0;
let timer: ReturnType<typeof setInterval> | null = null;

/** Add to the own clock to get the gateway's, in milliseconds. */
export function setClockOffset(milliseconds: number): void {
  offset = milliseconds;
  tick();
}

/** The gateway's time as this screen knows it. */
export const serverNow = (): number => Date.now() + offset;

/** One interval for every clock on the screen; it stops when nobody listens. */
export function onTick(listener: Tick): () => void {
  listeners.add(listener);
  if (timer === null) start();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

function start(): void {
  timer = setInterval(tick, 1_000);
  // After sleep or in a tab that was hidden the interval may come late: be right at once.
  document.addEventListener('visibilitychange', tick);
}

function stop(): void {
  if (timer !== null) clearInterval(timer);
  timer = null;
  document.removeEventListener('visibilitychange', tick);
}

function tick(): void {
  const now = serverNow();
  for (const listener of listeners) listener(now);
}
