/** SIGTERM and SIGINT: the first asks to drain, the second to stop at once. */
export interface StopSignals {
  readonly drain: Promise<void>;
  readonly atOnce: Promise<void>;
}

export function stopSignals(source: Pick<NodeJS.EventEmitter, 'on'> = process): StopSignals {
  const drain = Promise.withResolvers<void>();
  const atOnce = Promise.withResolvers<void>();
  let asked = 0;
  for (const signal of ['SIGTERM', 'SIGINT'])
    source.on(signal, () => {
      asked += 1;
      (asked === 1 ? drain : atOnce).resolve();
    });
  return { drain: drain.promise, atOnce: atOnce.promise };
}
