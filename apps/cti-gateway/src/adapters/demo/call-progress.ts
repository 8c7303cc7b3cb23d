/** What a demo call tells while it runs. */
export type CallProgress =
  | { readonly is: 'calling' }
  | { readonly is: 'ringing' }
  | { readonly is: 'answered' }
  /** mean level of what came back in the last moments, dBm0; -70 is silence */
  | { readonly is: 'hearing'; readonly level: number };

export type CallEnd =
  | { readonly how: 'hungUp'; readonly by: 'caller' | 'gateway'; readonly talkedSeconds: number }
  | { readonly how: 'gaveUp' }
  | { readonly how: 'refused'; readonly status: number; readonly reason: string }
  /** nothing answers at that address, or nothing listens there */
  | { readonly how: 'unreachable'; readonly why: 'silent' | 'closed' };
