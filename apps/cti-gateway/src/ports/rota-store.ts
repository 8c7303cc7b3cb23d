import type {
  AgentId,
  CallId,
  CaseId,
  ManagerRequestId,
  RotaChangeId,
  RotaId,
  AbsenceId,
  SwapId,
} from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { ManagerRequest, PopLink } from '../domain/manager/manager-request.ts';
import type { FollowedCalendar } from '../domain/calendar/followed-calendar.ts';
import type { DutyContact } from '../domain/rota/duty-contact.ts';
import type { Absence, DutyStretch, LocalTime, RotaChange, Swap } from '../domain/rota/rota.ts';

/** What the store keeps of rotas and of who asked for a manager: the reading half. Part of `Store`. */
export interface RotaStore {
  /** Of one rota or (null) of all, those that end after `from` and begin before `until`, in the order they were made; taken back ones too. */
  rotaChanges(rotaId: RotaId | null, from: LocalTime, until: LocalTime): Promise<readonly RotaChange[]>;
  rotaChange(changeId: RotaChangeId): Promise<RotaChange | null>;
  /** Of everybody, not removed, that touch [from, until), by when they begin. */
  absences(from: Instant, until: Instant): Promise<readonly Absence[]>;
  absence(absenceId: AbsenceId): Promise<Absence | null>;
  /** Those read from a person's calendar that are not removed. */
  absencesFromFeed(agentId: AgentId): Promise<readonly Absence[]>;
  followedCalendar(agentId: AgentId): Promise<FollowedCalendar | null>;
  followedCalendars(): Promise<readonly FollowedCalendar[]>;
  /** Who really was on, as it was written down while it passed: stretches that touch [from, until), by layer and time. */
  dutyStretches(rotaId: RotaId, from: Instant, until: Instant): Promise<readonly DutyStretch[]>;
  /** Up to when that is written down; null: not yet. */
  dutyWrittenUntil(rotaId: RotaId): Promise<Instant | null>;
  swap(swapId: SwapId): Promise<Swap | null>;
  /** Of one rota or (null) of all, the latest asked first. */
  swaps(rotaId: RotaId | null, limit: number): Promise<readonly Swap[]>;
  openSwaps(): Promise<readonly Swap[]>;
  dutyContacts(): Promise<readonly DutyContact[]>;
  managerRequest(requestId: ManagerRequestId): Promise<ManagerRequest | null>;
  /** the latest of this call */
  managerRequestOfCall(callId: CallId): Promise<ManagerRequest | null>;
  /** oldest first */
  managerRequestsOfCase(caseId: CaseId): Promise<readonly ManagerRequest[]>;
  /** Not closed, oldest first. */
  openManagerRequests(): Promise<readonly ManagerRequest[]>;
  /** Asked in [from, until), newest first, at most `limit`; of one rota or (null) of all. */
  managerRequests(
    rotaId: RotaId | null,
    from: Instant,
    until: Instant,
    limit: number,
  ): Promise<readonly ManagerRequest[]>;
  /** How many of those asked for in [from, until) each person took. */
  managerRequestsTaken(from: Instant, until: Instant): Promise<ReadonlyMap<AgentId, number>>;
  /** Taken by somebody and closed, newest first. */
  managerRequestsTakenBy(agentId: AgentId, limit: number): Promise<readonly ManagerRequest[]>;
  popLink(tokenSha256: string): Promise<PopLink | null>;
  popLinksOf(requestId: ManagerRequestId): Promise<readonly PopLink[]>;
  /** What was done once and must not be done again, e.g. a warning sent: since when. */
  doneOnce(key: string): Promise<Instant | null>;
}

/** The writing half: changes that `commit` takes. Versioned like the others. */
export type RotaWrite =
  | { readonly put: 'rotaChange'; readonly change: RotaChange }
  | { readonly put: 'absence'; readonly absence: Absence }
  | { readonly put: 'followedCalendar'; readonly calendar: FollowedCalendar }
  | { readonly put: 'followedCalendarGone'; readonly agentId: AgentId }
  /** over one of the same layer and begin */
  | { readonly put: 'dutyStretch'; readonly stretch: DutyStretch }
  | { readonly put: 'swap'; readonly swap: Swap }
  | { readonly put: 'dutyContact'; readonly contact: DutyContact }
  | { readonly put: 'managerRequest'; readonly request: ManagerRequest }
  | { readonly put: 'popLink'; readonly link: PopLink }
  /** all that are no longer good */
  | { readonly put: 'popLinksGone'; readonly before: Instant }
  /** refused with 'conflict' where it was done already */
  | { readonly put: 'doneOnce'; readonly key: string; readonly at: Instant };
