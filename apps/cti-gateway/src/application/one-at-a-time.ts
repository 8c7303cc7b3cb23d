/** Runs work for the same key one after the other, in the order asked; work for different keys runs side by side. */
export type InTurn = <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;

export function oneAtATime(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = tails.get(key);
    const mine = before === undefined ? work() : before.then(work, work);
    const tail = mine.then(ignore, ignore).then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    tails.set(key, tail);
    return mine;
  };
}

const ignore = (): void => {};
