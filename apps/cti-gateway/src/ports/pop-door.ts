import type { Instant } from '@ringside/shared/model/instant';
import type { Language, LocalText } from '@ringside/shared/model/language';
import type { Result } from '@ringside/shared/model/result';
import type { ManagerOutcome, ManagerRequestReason } from '@ringside/shared/model/rota';
import type { Tier } from '@ringside/shared/model/tier';
import type { PromiseWhen } from '../domain/manager/promise-times.ts';

/** What a manager's own telephone asks by a one-time link (driving port; SPEC LINK). No one signs in: link and cookie say who it is. */
export interface PopDoor {
  /** what a browser may see; opens nothing */
  look(token: string, cookie: string | null): Promise<PopLook>;
  /** the first browser that opens it is the only one from then on. Gives its cookie */
  open(token: string, cookie: string | null): Promise<Result<string, PopRefusal>>;
  note(token: string, cookie: string | null, note: PopNote): Promise<Result<null, PopRefusal | NoteFault>>;
}

/**
 * `unknown`: no link is this; `over`: its time has passed; `notTheirs`: somebody else has the caller now; `used`: another
 * browser opened it
 */
export interface PopRefusal {
  readonly is: 'unknown' | 'over' | 'notTheirs' | 'used';
  /** of whoever it was made for; null: nobody knows */
  readonly language: Language | null;
}

/** what stands against a note; nothing was written */
export interface NoteFault {
  readonly is: 'promiseInThePast' | 'changedMeanwhile' | 'notNow';
}

export type PopLook =
  | PopRefusal
  /** not opened yet, or this browser did not say that it had */
  | { readonly is: 'toOpen'; readonly language: Language }
  | { readonly is: 'open'; readonly language: Language; readonly pop: Pop };

export interface PopNote {
  /** the version of the request that was on the page */
  readonly version: number;
  readonly outcome: ManagerOutcome;
  readonly category: string | null;
  readonly note: string;
  /** `dueAt` as wall clocks of the centre show it, or as an instant */
  readonly promise: { readonly what: string; readonly dueAt: Instant | string } | null;
}

/** What somebody at an ordinary telephone needs to know of their caller, and no more. */
export interface Pop {
  readonly timeZone: string;
  /** '' where nobody knows them */
  readonly customerName: string;
  readonly tier: Tier | null;
  /** the last digits of the number they call from; '': it is not shown */
  readonly numberEnd: string;
  readonly reason: ManagerRequestReason | null;
  readonly note: string;
  readonly askedByName: string;
  readonly caseReference: string;
  /** null: they did not wait in a queue */
  readonly waitedSeconds: number | null;
  readonly cases: readonly { readonly reference: string; readonly title: string }[];
  readonly promises: readonly {
    readonly what: string;
    readonly dueAt: Instant;
    readonly isBroken: boolean;
  }[];
  /** the last three, newest first */
  readonly contacts: readonly { readonly at: Instant; readonly about: string }[];
  readonly categories: readonly { readonly category: string; readonly name: LocalText }[];
  readonly times: readonly { readonly when: PromiseWhen; readonly at: Instant }[];
  readonly version: number;
  /** null: not yet */
  readonly noted: {
    readonly outcome: ManagerOutcome;
    readonly category: string | null;
    readonly note: string;
    readonly promise: { readonly what: string; readonly dueAt: Instant } | null;
  } | null;
}
