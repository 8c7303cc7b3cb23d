/** A moment: milliseconds since 1970-01-01T00:00:00Z, on the gateway's clock unless said otherwise. */
export type Instant = number & { readonly __instant?: never };
/** A length of time in milliseconds. */
export type Milliseconds = number;

export const seconds = (count: number): Milliseconds => count * 1_000;
export const minutes = (count: number): Milliseconds => count * 60_000;
export const hours = (count: number): Milliseconds => count * 3_600_000;
export const days = (count: number): Milliseconds => count * 86_400_000;
