/** Where the desk's copy stands in the gateway's numbering. */
export interface Place {
  readonly epoch: string;
  readonly seq: number;
}

/** What to do with a frame of number `seq` when the copy stands at `place`. */
export function frameOrder(place: Place | null, seq: number): 'next' | 'known' | 'gap' {
  if (place === null || seq > place.seq + 1) return 'gap';
  return seq === place.seq + 1 ? 'next' : 'known';
}
