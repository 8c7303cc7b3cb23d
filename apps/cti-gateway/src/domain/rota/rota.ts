import type {
  AbsenceId,
  AgentId,
  CalendarId,
  JobFamilyId,
  RotaChangeId,
  RotaId,
  SwapId,
} from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { LocalText } from '@ringside/shared/model/language';
import type {
  AbsenceKind,
  ChangeOrigin,
  RotationKind,
  RotaFaultKind,
  SwapKind,
  SwapState,
} from '@ringside/shared/model/rota';
import type { Weekday } from '../centre/calendar.ts';

/** Wall time in the rota's zone, ISO 8601 to the minute: "2027-03-28T09:00". Strings of it sort by time. */
export type LocalTime = string;

/** Senior people who take turns, so that one of them can always be reached (P3, SPEC ROTA). An item of the centre. */
export interface Rota {
  readonly rotaId: RotaId;
  readonly name: LocalText;
  /** IANA zone in which turns begin and end; null: the centre's */
  readonly timeZone: string | null;
  /** whose openings say when somebody must be on; null: day and night */
  readonly calendarId: CalendarId | null;
  /** in the order in which they are asked: the duty manager, then backups */
  readonly layers: readonly RotaLayer[];
  /** between two shifts of one person */
  readonly minimumRest: Milliseconds;
  readonly limits: readonly RotaLimit[];
  /** how long one person is rung before the next */
  readonly ringFor: Milliseconds;
  /** where nobody could take a call, they are called back within */
  readonly promiseWithin: Milliseconds;
  /** user names of those who are warned of gaps; none: everybody with the role of a supervisor */
  readonly responsible: readonly string[];
  /** local minute of the day before, at which people are reminded of a shift; null: not at all */
  readonly remindAt: number | null;
}

export interface RotaLayer {
  /** unique in its rota: "duty", "backup" */
  readonly layer: string;
  readonly name: LocalText;
  readonly rotation: RotationKind;
  /** local date on which the first person's first turn begins */
  readonly startsOn: string;
  /** how many half-days, days or weeks one turn has */
  readonly turnLength: number;
  /** local minutes of the day at which turns change: two for half-days, otherwise one */
  readonly changesAt: readonly number[];
  /** of weekly turns */
  readonly changesOn: Weekday;
  /** user names, in the order of their turns */
  readonly people: readonly string[];
}

/** What nobody it is about may be planned for more than. */
export interface RotaLimit {
  readonly who:
    | { readonly of: 'everybody' }
    | { readonly of: 'family'; readonly familyId: JobFamilyId }
    | { readonly of: 'grade'; readonly grade: 'agent' | 'supervisor' | 'manager' }
    | { readonly of: 'person'; readonly userName: string };
  /** null: as many as it comes to */
  readonly hoursPerWeek: number | null;
  readonly shiftsPerWeek: number | null;
  readonly weekendsPerMonth: number | null;
}

/** From a local time to another somebody is on, or declared nobody, whoever's turn it is. Of two the later made counts. */
export interface RotaChange {
  readonly changeId: RotaChangeId;
  readonly rotaId: RotaId;
  readonly layer: string;
  readonly from: LocalTime;
  readonly until: LocalTime;
  /** null: declared that nobody is on */
  readonly agentId: AgentId | null;
  readonly origin: ChangeOrigin;
  readonly swapId: SwapId | null;
  readonly reason: string;
  readonly madeBy: AgentId;
  readonly madeAt: Instant;
  /** taken back; it no longer counts, and stays to be seen */
  readonly undoneBy: AgentId | null;
  readonly undoneAt: Instant | null;
  readonly version: number;
}

/** Somebody can't be on any rota. */
export interface Absence {
  readonly absenceId: AbsenceId;
  readonly agentId: AgentId;
  readonly from: Instant;
  readonly until: Instant;
  readonly kind: AbsenceKind;
  readonly note: string;
  /** the UID of the event in the person's calendar feed it was read from; null: entered here */
  readonly feedUid: string | null;
  readonly madeBy: AgentId | null;
  readonly madeAt: Instant;
  readonly removedAt: Instant | null;
  readonly version: number;
}

/** A piece of the final schedule, [from, until): of one layer pieces neither overlap nor, while somebody must be on, leave a hole. */
export interface Shift {
  readonly rotaId: RotaId;
  readonly layer: string;
  readonly from: Instant;
  readonly until: Instant;
  /** null: nobody */
  readonly agentId: AgentId | null;
  readonly how: 'turn' | ChangeOrigin | 'declared' | 'gap';
  /** of a gap: why */
  readonly gap: Extract<RotaFaultKind, 'nobody' | 'absent' | 'notActive'> | null;
  /** of a gap: who would be on */
  readonly missing: AgentId | null;
  /** the change that made it so */
  readonly changeId: RotaChangeId | null;
}

/** A piece of the schedule as it passed; later changes of the rota don't touch it. Stretches that adjoin may be of one person. */
export type DutyStretch = Shift;

/** Something that must be mended before its time comes. */
export interface RotaFault {
  readonly kind: RotaFaultKind;
  readonly rotaId: RotaId;
  readonly layer: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly agentId: AgentId | null;
}

/** Somebody asks to be relieved of a shift, for one of another's or for nothing. */
export interface Swap {
  readonly swapId: SwapId;
  readonly kind: SwapKind;
  readonly rotaId: RotaId;
  readonly layer: string;
  readonly from: LocalTime;
  readonly until: LocalTime;
  readonly askedBy: AgentId;
  readonly askedAt: Instant;
  readonly reason: string;
  /** of a swap: the shift wanted in return, and whose it is */
  readonly wants: {
    readonly agentId: AgentId;
    readonly layer: string;
    readonly from: LocalTime;
    readonly until: LocalTime;
  } | null;
  /** who is asked, in no order */
  readonly asked: readonly AgentId[];
  readonly declined: readonly { readonly agentId: AgentId; readonly at: Instant }[];
  readonly state: SwapState;
  readonly takenBy: AgentId | null;
  readonly endedAt: Instant | null;
  readonly version: number;
}
