/**
 * How much two texts speak of the same, 0 to 1: the share of words they have in common (Dice). Scripts that write
 * without spaces have no words to split at; two characters in a row stand for one there (CASE-23).
 */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [termsOf(one), termsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const term of a) if (b.has(term)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Shorter words ("the", "was") are in every text; those with a digit name a model or a sum. */
const shortestWord = 4;
const runs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{Letter}\p{Number}\p{Mark}]+/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function termsOf(text: string): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(runs)) {
    const letters = [...run];
    if (unspaced.test(run)) for (const pair of pairsOf(letters)) terms.add(pair);
    else if (letters.length >= shortestWord || /\p{Number}/u.test(run)) terms.add(run);
  }
  return terms;
}

const pairsOf = (letters: readonly string[]): readonly string[] =>
  letters.length === 1
    ? letters
    : letters.slice(1).map((letter, before) => `${letters[before] ?? ''}${letter}`);
