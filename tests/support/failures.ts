type Tell = () => string | Promise<string>;

const tellers = new Set<Tell>();

/** What is to be read beside a test that failed, for as long as it can be told. */
export function toldOnFailure(tell: Tell): () => void {
  tellers.add(tell);
  return () => void tellers.delete(tell);
}

/** How everybody in a test stands now, and what was written last: a failure elsewhere can't be looked at again. */
export async function tellHowItStands(): Promise<void> {
  for (const tell of tellers) {
    const told = await Promise.race([Promise.resolve().then(tell).catch(String), tooLate()]);
    console.error(told);
  }
}

/** A page that hangs has nothing to tell. */
const tooLate = (): Promise<string> =>
  new Promise((settle) => setTimeout(() => settle('(no answer within 5 s)'), 5_000).unref());
