import type { MiniView } from '../ipc/contract.ts';

/** What the desk knows that decides how loudly to draw attention. */
export interface DeskSituation extends MiniView {
  /** whether a window of the desk itself is in front */
  readonly inFront: boolean;
}

export interface AttentionWanted {
  readonly flash: boolean;
  readonly notify: boolean;
  readonly mini: boolean;
  /** keys taken from the whole system: only while they have a meaning, since other programs want them too */
  readonly keys: readonly GlobalKey[];
  readonly keepAwake: boolean;
}

export type GlobalKey = 'answer' | 'mute';

/** How to draw attention to a call (ux.md, "When another window is in front"). */
export function attentionWanted({ offer, call, inFront }: DeskSituation): AttentionWanted {
  return {
    flash: offer !== null && !inFront,
    notify: offer !== null && !inFront,
    mini: (offer !== null || call !== null) && !inFront,
    keys: [...(offer ? (['answer'] as const) : []), ...(call ? (['mute'] as const) : [])],
    keepAwake: call !== null,
  };
}
