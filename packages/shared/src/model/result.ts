/** What a decision gives back: a value, or a refusal in a word (style: a refusal is a value, a bug throws). */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const refuse = <const Refusal>(refusal: Refusal): Result<never, Refusal> => ({ ok: false, refusal });
