import type { QueueId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import type { Instant } from '@ringside/shared/model/instant';
import type { ClosedWhy, GuideStep, KeyedIn, MenuChoiceMade, Overflow } from './way.ts';

/** What a caller is told, in which sounds, and until when at most. */
export interface Guidance {
  readonly step: GuideStep;
  readonly sounds: readonly string[];
  readonly stopAtKey: boolean;
  readonly until: Instant;
}

/** Into a queue, perhaps through others that can't take the caller. */
export interface QueueEntry {
  readonly queueId: QueueId;
  readonly overflows: readonly Overflow[];
}

/** How the gateway lets a caller go that no agent talked with. */
export type Dismissal = 'closed' | 'overflowed' | 'tookCallback' | 'leftMessage';

/** What is wanted of a call before and between queues. */
export type GuideCommand =
  | { readonly do: 'tellClosed'; readonly why: ClosedWhy }
  | ({ readonly do: 'guide' } & Guidance)
  | { readonly do: 'awaitKey'; readonly until: Instant }
  | { readonly do: 'chooseInMenu'; readonly choice: MenuChoiceMade; readonly language: Language | null }
  | { readonly do: 'keyIn'; readonly keyedIn: KeyedIn }
  | ({ readonly do: 'enterQueue' } & QueueEntry)
  | ({ readonly do: 'overflow' } & Overflow)
  | { readonly do: 'dismiss'; readonly as: Dismissal };
