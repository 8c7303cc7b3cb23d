/** Ends a switch over a union: the compiler proves that no case is left, and a bug throws with the value. */
export function unreachable(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
