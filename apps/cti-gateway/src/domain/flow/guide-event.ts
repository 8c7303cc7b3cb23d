import type { Language } from '@ringside/shared/model/language';
import type { Instant } from '@ringside/shared/model/instant';
import type { ClosedWhy, GuideStep, KeyedIn, MenuChoiceMade, Overflow } from './way.ts';

/** What happens to a caller before and between queues. */
export type GuideEvent =
  /** nobody takes calls now; what the caller is told and where they are sent follows */
  | { readonly type: 'CallClosed'; readonly why: ClosedWhy }
  /** `sounds` are said; with `stopAtKey` a key ends them. Said again after a restart */
  | {
      readonly type: 'CallGuided';
      readonly step: GuideStep;
      readonly sounds: readonly string[];
      readonly stopAtKey: boolean;
      /** when it goes on though the end of the sounds was never reported */
      readonly until: Instant;
    }
  | { readonly type: 'KeyAwaited'; readonly until: Instant }
  | { readonly type: 'MenuChosen'; readonly choice: MenuChoiceMade; readonly language: Language | null }
  | { readonly type: 'CallerKeyedIn'; readonly keyedIn: KeyedIn }
  /** to another queue at the place it had, or out of queues; then what follows is an event of its own */
  | ({ readonly type: 'CallOverflowed' } & Overflow);
