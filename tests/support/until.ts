/**
 * Waits until `look` gives something, asking every 50 ms, and less often where looking itself takes long; fails with
 * `what` (said then) after `within` ms: 30 s unless written, since a machine that does much else is slow, not wrong.
 */
export async function until<Value>(
  what: string | (() => string),
  look: () => Value | null | undefined | false | Promise<Value | null | undefined | false>,
  within = 30_000,
): Promise<Value> {
  const deadline = Date.now() + within;
  for (;;) {
    const from = Date.now();
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline)
      throw new Error(`Waited ${within} ms for: ${typeof what === 'string' ? what : what()}`);
    const rest = Math.min(200, Math.max(50, Date.now() - from));
    await new Promise((again) => setTimeout(again, rest));
  }
}
