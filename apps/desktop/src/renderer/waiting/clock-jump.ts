/**
 * Notices that the machine slept, where no one says so (a browser). A worker keeps the time: a hidden page's own timers
 * may come a minute late without any sleep, a worker's do not, and one that is stopped is stopped with the machine.
 */
export function onClockJump(act: () => void): () => void {
  const worker = new Worker(new URL('./clock-jump-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', act);
  return () => worker.terminate();
}
