/** While an input method composes, keys belong to it: the Enter that takes a candidate must never submit a form. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Keeps such keys from every handler of the page; the browser still gives them to the input method. */
export function guardComposition(target: Window): () => void {
  const guard = (event: KeyboardEvent) => {
    if (isComposing(event)) event.stopImmediatePropagation();
  };
  target.addEventListener('keydown', guard, { capture: true });
  return () => target.removeEventListener('keydown', guard, { capture: true });
}
