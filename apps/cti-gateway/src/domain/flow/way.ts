import type { CaseId, CustomerId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language, LocalText } from '@ringside/shared/model/language';
import type { Destination, OverflowRule } from '../centre/queue.ts';

/** What befell a caller before and between queues; kept with the call, so that the agent and the call's path show it. */
export interface Way {
  /** chosen in the menu; null: the line's own */
  readonly language: Language | null;
  readonly choices: readonly MenuChoiceMade[];
  readonly keyedIn: KeyedIn | null;
  readonly closed: ClosedWhy | null;
  readonly overflows: readonly Overflow[];
  /** queues this call has been in, the present one last: it never comes back to one (SPEC OVER-3) */
  readonly queues: readonly QueueId[];
}

export const straightWay: Way = {
  language: null,
  choices: [],
  keyedIn: null,
  closed: null,
  overflows: [],
  queues: [],
};

export interface MenuChoiceMade {
  readonly key: string;
  readonly name: LocalText;
}

/** What was asked for, and whose it was found to be. The keys themselves are kept nowhere (SPEC CALL-7). */
export interface KeyedIn {
  readonly what: 'customerNumber' | 'caseReference';
  readonly found: { readonly customerId: CustomerId | null; readonly caseId: CaseId | null } | null;
}

/** Why nobody takes calls: somebody closed the line by hand, a holiday, or the hours. */
export type ClosedWhy =
  | { readonly by: 'emergency'; readonly reason: string }
  | { readonly by: 'holiday'; readonly name: string }
  | { readonly by: 'hours' };

export interface Overflow {
  readonly from: QueueId;
  readonly to: Destination;
  readonly why: OverflowRule['when'];
}

/** Where in the guidance a caller is: what is being said, and what comes of it. */
export type GuideStep =
  /** `said`: how often the prompt has been said, 1 the first time */
  | { readonly is: 'menu'; readonly said: number; readonly otherwise: QueueId }
  | {
      readonly is: 'keyIn';
      readonly what: KeyedIn['what'];
      readonly prompt: string;
      readonly queueId: QueueId;
    }
  /** told something, then sent on; who leaves meanwhile counts as `as`. `queueId`: whose voicemail or callback it is */
  | {
      readonly is: 'sentOn';
      readonly to: Destination;
      readonly queueId: QueueId;
      readonly as: 'closed' | 'overflowed';
    };

/** A caller whom the gateway speaks to, before a queue or on the way out. */
export interface Guided {
  readonly step: GuideStep;
  /** true: the prompt is over and a key is waited for */
  readonly listening: boolean;
  /** when what is being said began */
  readonly since: Instant;
  /** when it goes on by itself: no key has come, or the end of an announcement was never reported */
  readonly until: Instant;
}
