/** Waits until `look` gives something, asking every 50 ms; fails with `what` (said then) after `within` ms (default 15 s). */
export async function until<Value>(
  what: string | (() => string),
  look: () => Value | null | undefined | false | Promise<Value | null | undefined | false>,
  within = 15_000,
): Promise<Value> {
  const deadline = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline)
      throw new Error(`Waited ${within} ms for: ${typeof what === 'string' ? what : what()}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}
