const key = 'ringside.station';
/** How long a page that is being left may still hold its station. */
const usualPatienceMs = 1_000;

/**
 * The station this page is: the same after a reload, another in a second tab. A duplicated tab copies the storage of
 * the first, so the id also has to be free: the page that lives holds it as a lock.
 */
export async function claimStation(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  locks: LockManager | undefined,
  newId: () => string,
  patienceMs = usualPatienceMs,
): Promise<string> {
  const kept = storage.getItem(key);
  if (kept !== null && (!locks || (await hold(locks, kept, patienceMs)))) return kept;
  const fresh = newId();
  storage.setItem(key, fresh);
  if (locks) await hold(locks, fresh, patienceMs);
  return fresh;
}

/** Holds the lock until the page goes away. */
function hold(locks: LockManager, stationId: string, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patienceMs);
    locks
      .request(`ringside.station.${stationId}`, { signal }, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
