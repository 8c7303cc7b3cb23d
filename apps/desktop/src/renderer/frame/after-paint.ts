/** A page that is not looked at gets no frames; it does not wait longer than this for one. */
const patienceMs = 100;

/**
 * Acts once the browser has painted what is in the document now: a frame begins, is drawn, and the task after it is ours.
 * Gives back what cancels it.
 */
export function afterPaint(act: () => void): () => void {
  let isOver = false;
  const once = (): void => {
    if (isOver) return;
    cancel();
    act();
  };
  const frame = requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', once, { once: true });
    port1.start();
    port2.postMessage(null);
  });
  const timer = setTimeout(once, patienceMs);
  const cancel = (): void => {
    isOver = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  return cancel;
}
