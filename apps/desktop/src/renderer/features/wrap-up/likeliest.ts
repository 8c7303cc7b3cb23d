/** The list with the ones chosen most often first; those never chosen keep the centre's order. */
export function likeliestFirst<Item extends { readonly disposition: string }>(
  items: readonly Item[],
  used: Readonly<Record<string, number>>,
): Item[] {
  return [...items].sort((a, b) => (used[b.disposition] ?? 0) - (used[a.disposition] ?? 0));
}
