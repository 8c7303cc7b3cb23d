import type {
  AgentId,
  ApiTokenId,
  AttachmentId,
  CallId,
  CaseId,
  CauseId,
  CheckId,
  CompensationId,
  CustomerId,
  JobFamilyId,
  LetterId,
  NoticeId,
  MessageId,
  PreventionId,
  PromiseId,
  QueueId,
  RecordingId,
  ServicePointId,
  StationId,
  TaskId,
} from '@ringside/shared/model/ids';
import type { CompensationKind } from '@ringside/shared/model/compensation';
import type { CaseType, Satisfaction, TaskKind } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { PresenceState } from '@ringside/shared/model/presence';
import type { Result } from '@ringside/shared/model/result';
import type { Tier } from '@ringside/shared/model/tier';
import type { ApiRequest, ApiToken } from '../domain/access/api-token.ts';
import type { Agent, PresenceStretch, Session, StationGrant, StoredPresence } from '../domain/agent/agent.ts';
import type { CentreRevision } from '../domain/centre/centre-revision.ts';
import type { CallRecord, OfferRecord } from '../domain/call/call-record.ts';
import type { Case, CaseEntry, CustomerPromise } from '../domain/case/case.ts';
import type { SatisfactionCheck } from '../domain/check/satisfaction-check.ts';
import type { CaseClock } from '../domain/clock/case-clock.ts';
import type { Compensation } from '../domain/compensation/compensation.ts';
import type { CostCell } from '../domain/compensation/costs.ts';
import type { Attachment, Letter } from '../domain/letter/letter.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { CaseCell } from '../domain/prevention/case-figures.ts';
import type { Prevention } from '../domain/prevention/prevention.ts';
import type { Customer, Order, Payment, Product, TierDecision } from '../domain/customer/customer.ts';
import type { QueueVisit } from '../domain/metrics/queue-visit.ts';
import type { FloorMessage } from '../domain/supervision/floor-message.ts';
import type { Task } from '../domain/task/task.ts';
import type { Recording } from '../domain/waiting/recording.ts';
import type { LegRecord } from './switch.ts';
import type { RotaStore, RotaWrite } from './rota-store.ts';
import type { CaseRank, WorkStore } from './work-list.ts';

/**
 * Everything that outlives the process. Writing is one door: `commit` takes a list of changes and writes all of them in
 * one transaction or none. Reading never sees half a commit.
 */
export interface Store extends WorkStore, RotaStore {
  /**
   * Writes in one transaction. Refused with 'conflict' when an `append` finds its stream at another version or a
   * versioned row (`version`) was changed meanwhile (a row is new at version 1 and is saved with version n over n-1),
   * or an agent's user name belongs to somebody else; with 'numberTaken' when a case's reference does.
   */
  commit(changes: readonly Change[]): Promise<Result<void, 'conflict' | 'numberTaken'>>;

  /** Events of one stream in order; [] for an unknown one. */
  events(stream: string): Promise<readonly StoredEvent[]>;
  /** Streams named callStream(callId) that are not settled: calls that have not ended, wrap-ups not done; for recovery. */
  liveCallStreams(): Promise<readonly { readonly callId: CallId; readonly events: readonly StoredEvent[] }[]>;
  /** Consequences that were committed and not yet marked done, oldest first. */
  pendingConsequences(): Promise<readonly Consequence[]>;
  /** Deadlines due at or before `until`, soonest first, at most `limit`. */
  deadlines(until: Instant, limit: number): Promise<readonly Deadline[]>;
  nextDeadlineAt(): Promise<Instant | null>;
  legRecords(): Promise<readonly LegRecord[]>;
  presences(): Promise<readonly StoredPresence[]>;
  /**
   * How long who stood where: stretches that touch [from, until), of one agent or (null) of all, by agent and time.
   * They begin and end when they did, also outside of the period. Time signed out has no stretch.
   */
  presenceLog(from: Instant, until: Instant, agentId: AgentId | null): Promise<readonly PresenceStretch[]>;

  agents(): Promise<readonly Agent[]>;
  agentByUserName(userName: string): Promise<{ readonly agent: Agent; readonly passwordHash: string } | null>;
  session(tokenSha256: string): Promise<Session | null>;
  /** States the centre was in before this revision, newest first, at most `limit`. */
  centreRevisions(before: number, limit: number): Promise<readonly CentreRevision[]>;
  centreRevision(revision: number): Promise<CentreRevision | null>;
  /** What was audited about one thing (`to`) before a time, newest first, at most `limit`. */
  auditOf(to: string, before: Instant, limit: number): Promise<readonly AuditEntry[]>;
  stationGrant(stationId: StationId): Promise<StationGrant | null>;

  /** All customers with this number, most recent contact first. Under a millisecond among a million. */
  customersByNumber(number: PhoneNumber): Promise<readonly Customer[]>;
  /** What the company calls a customer by; callers key it in and other systems pass it on. */
  customerByCustomerNumber(customerNumber: string): Promise<Customer | null>;
  customerNumber(customerId: CustomerId): Promise<string | null>;
  customer(customerId: CustomerId): Promise<Customer | null>;
  customersById(ids: readonly CustomerId[]): Promise<readonly Customer[]>;
  /** By name in any script, pinyin, part of a number, or e-mail; best first. */
  searchCustomers(text: string, limit: number): Promise<readonly Customer[]>;
  products(customerId: CustomerId): Promise<readonly Product[]>;
  orders(customerId: CustomerId, before: Instant, limit: number): Promise<readonly Order[]>;
  /** Newest first by when they were paid or, unpaid, are due. */
  payments(customerId: CustomerId, before: Instant, limit: number): Promise<readonly Payment[]>;
  paymentFigures(customerId: CustomerId, now: Instant): Promise<PaymentFigures>;
  /** Margin of orders since then, in minor units of the centre's currency. */
  marginSince(customerId: CustomerId, since: Instant): Promise<number>;
  /** What each customer brought and cost since then: the input of value tiers. */
  valueFigures(since: Instant): Promise<readonly ValueFigures[]>;

  callsOfCustomer(customerId: CustomerId, before: Instant, limit: number): Promise<readonly CallRecord[]>;
  callsOfAgent(
    agentId: AgentId,
    before: Instant,
    limit: number,
  ): Promise<readonly { readonly offer: OfferRecord; readonly call: CallRecord }[]>;
  call(callId: CallId): Promise<CallRecord | null>;
  /** In any order; those that do not exist are left out. */
  callsById(ids: readonly CallId[]): Promise<readonly CallRecord[]>;
  callsSince(customerId: CustomerId, since: Instant): Promise<number>;
  /** Calls from this number since then that were given up before anybody answered, of callers nobody recognised. */
  abandonedByNumber(number: PhoneNumber, since: Instant): Promise<number>;

  case(caseId: CaseId): Promise<Case | null>;
  caseByReference(reference: string): Promise<Case | null>;
  casesOfCustomer(customerId: CustomerId, which: 'open' | 'all'): Promise<readonly Case[]>;
  /** Opened since then, newest first, at most `limit`. */
  recentCasesOfCustomer(customerId: CustomerId, since: Instant, limit: number): Promise<readonly Case[]>;
  openCases(owner: AgentId | null, limit: number): Promise<readonly Case[]>;
  /** How many open cases each owner has who has any. */
  openCaseCounts(): Promise<readonly { readonly ownerId: AgentId; readonly count: number }[]>;
  task(taskId: TaskId): Promise<Task | null>;
  tasksOfAgent(owner: AgentId, which: 'open' | 'finished', limit: number): Promise<readonly Task[]>;
  tasksOfCustomer(customerId: CustomerId): Promise<readonly Task[]>;
  tasksOfCase(caseId: CaseId): Promise<readonly Task[]>;
  /** Those that begin when that one is finished. */
  tasksAfter(taskId: TaskId): Promise<readonly Task[]>;
  /** To which something happens by itself until then (`nextLook`), soonest first. */
  tasksToLookAt(
    until: Instant,
    limit: number,
  ): Promise<readonly { readonly taskId: TaskId; readonly at: Instant }[]>;
  /** Open ones by due time. */
  openTasks(page: TaskPage): Promise<readonly Task[]>;
  calendarFeed(tokenSha256: string): Promise<CalendarFeed | null>;
  calendarFeedOf(agentId: AgentId): Promise<CalendarFeed | null>;
  promise(promiseId: PromiseId): Promise<CustomerPromise | null>;
  /** Not yet kept, by due time. */
  openPromisesOfCustomer(customerId: CustomerId): Promise<readonly CustomerPromise[]>;
  openPromisesOfAgent(owner: AgentId): Promise<readonly CustomerPromise[]>;
  promisesOfCase(caseId: CaseId): Promise<readonly CustomerPromise[]>;
  /** What happened to a case, first to last. */
  caseEntries(caseId: CaseId): Promise<readonly CaseEntry[]>;
  clocksOfCase(caseId: CaseId): Promise<readonly CaseClock[]>;
  /** Cases that are not closed, in an order of their own, behind `after`. */
  openCaseIds(after: CaseId | null, limit: number): Promise<readonly CaseId[]>;
  /** Open ones that are due before `until`, or (null) that are past `now` or have warned; soonest first. */
  clocksAtRisk(
    of: { readonly now: Instant; readonly until: Instant | null },
    limit: number,
  ): Promise<readonly CaseClock[]>;
  /** Open, breached, and nobody sees to it: of an owner's open cases or (null) of all, then the longest breached first. */
  alertingClocks(ownerId: AgentId | null, limit: number): Promise<readonly CaseClock[]>;
  compensation(compensationId: CompensationId): Promise<Compensation | null>;
  /** oldest first */
  compensationsOfCase(caseId: CaseId): Promise<readonly Compensation[]>;
  /** Oldest first, with what was given in cases of theirs before anybody knew whose they are (COMP-3). */
  compensationsOfCustomer(customerId: CustomerId): Promise<readonly Compensation[]>;
  /** Those that wait for a decision, by when it is due. */
  compensationsAsked(): Promise<readonly Compensation[]>;
  /** Granted or carried out since then for this category, or in cases of this cause; newest first, at most `limit` each. */
  compensationsLike(like: LikeCases, limit: number): Promise<readonly Compensation[]>;
  /** Granted in [from, until) and not cancelled since, those alike counted together, in any order; read in parts (COMP-12). */
  compensationCosts(from: Instant, until: Instant): Promise<readonly CostCell[]>;
  /** What stands behind such a sum, newest first, after the one at `before`; at most `limit`. */
  compensationsBehind(which: WhichCosts, page: CostsPage): Promise<readonly Compensation[]>;
  satisfactionCheck(checkId: CheckId): Promise<SatisfactionCheck | null>;
  /** by the time they begin */
  checksOfCase(caseId: CaseId): Promise<readonly SatisfactionCheck[]>;
  checkOfTask(taskId: TaskId): Promise<SatisfactionCheck | null>;
  /** How many open tasks somebody has, counted no further than `most`. */
  openTaskCount(owner: AgentId, most: number): Promise<number>;
  prevention(preventionId: PreventionId): Promise<Prevention | null>;
  /** oldest first */
  preventionsOfCase(caseId: CaseId): Promise<readonly Prevention[]>;
  /** Open ones by when they are due, or all, the latest made first. */
  preventions(which: 'open' | 'all', limit: number): Promise<readonly Prevention[]>;
  /** Somebody's own, the latest due first. */
  preventionsOfOwner(owner: AgentId, limit: number): Promise<readonly Prevention[]>;
  /** When the latest measure against a cause was done, before a time. */
  causeFixedAt(causeId: CauseId, before: Instant): Promise<Instant | null>;
  /** Whether a case or a measure names it. */
  causeIsNamed(causeId: CauseId): Promise<boolean>;
  /** Cases opened in [from, until) that the filter leaves, those alike counted together; read in parts (PREV-11). */
  caseCells(filter: CaseFilter, from: Instant, until: Instant): Promise<readonly CaseCell[]>;
  /** The very cases, newest first, after the one at `before`; at most `limit`. */
  casesBehind(filter: CaseFilter, page: CasesPage): Promise<readonly Case[]>;
  casesOfCause(causeId: CauseId, from: Instant, until: Instant): Promise<number>;
  /** Complaints opened in [from, until) whose cause nobody has named. */
  unnamedComplaints(from: Instant, until: Instant): Promise<number>;
  /** Inbound calls answered in [from, until); read in parts. */
  contactsBetween(from: Instant, until: Instant): Promise<number>;
  letter(letterId: LetterId): Promise<Letter | null>;
  lettersOfCase(caseId: CaseId): Promise<readonly Letter[]>;
  /** how many letters are queued, being sent, unsure or failed, by state */
  lettersUnderWay(): Promise<Readonly<Record<string, number>>>;
  notice(noticeId: NoticeId): Promise<Notice | null>;
  /** how many notices to colleagues are queued, being sent, unsure or failed, by state */
  noticesUnderWay(): Promise<Readonly<Record<string, number>>>;
  /** Failed and unsure ones that were queued since then, newest first, at most `limit`. */
  noticesInTrouble(since: Instant, limit: number): Promise<readonly Notice[]>;
  attachment(attachmentId: AttachmentId): Promise<Attachment | null>;
  /** with those that were removed */
  attachmentsOfCase(caseId: CaseId): Promise<readonly Attachment[]>;
  /** Oldest first, with those that were revoked. */
  apiTokens(): Promise<readonly ApiToken[]>;
  apiToken(tokenSha256: string): Promise<ApiToken | null>;
  apiRequest(requestId: string): Promise<ApiRequest | null>;
  drafts(agentId: AgentId): Promise<readonly Draft[]>;

  /** The agent's figures over calls answered and promises due in [from, until). */
  agentFigures(agentId: AgentId, from: Instant, until: Instant): Promise<AgentFigures>;
  /** What the figures of [from, until) are counted from, oldest first; long lists are read in parts, so that calls are heard meanwhile. */
  queueVisits(from: Instant, until: Instant): Promise<readonly QueueVisit[]>;
  /** by when they were first answered */
  callsAnswered(from: Instant, until: Instant): Promise<readonly CallRecord[]>;
  /** with the direction of their call: an agent's own dialling stands as an offer, too */
  offersMade(from: Instant, until: Instant): Promise<readonly OfferMade[]>;
  /** to one agent, oldest first */
  offersTo(agentId: AgentId, from: Instant, until: Instant): Promise<readonly OfferRecord[]>;
  promisesDue(from: Instant, until: Instant): Promise<readonly CustomerPromise[]>;
  /** What a person set about a page of theirs, as the page wrote it. */
  deskSetting(agentId: AgentId, about: string): Promise<string | null>;
  /** The next number of a named counter, from `first` on; each number is given once, also over restarts. */
  nextNumber(counter: 'caseReference' | `turn ${string}`, first: number): Promise<number>;

  /** What was told people on the floor since then, oldest first. */
  messagesSince(at: Instant): Promise<readonly FloorMessage[]>;
  recording(recordingId: RecordingId): Promise<Recording | null>;
  /** Those that were begun and are not known to be over, oldest first. */
  unfinishedRecordings(): Promise<readonly Recording[]>;
  /** With a sound that is not deleted, begun before; oldest first, at most `limit`. */
  recordingsBefore(before: Instant, limit: number): Promise<readonly Recording[]>;
  recordingsOfTasks(taskIds: readonly TaskId[]): Promise<readonly Recording[]>;
  /** How often customers asked since then, from this number or for it to be called. */
  callbacksSince(number: PhoneNumber, since: Instant): Promise<number>;
  /** Talk, hold and wrap-up of calls of queues that were handled and ended since then, newest first, at most `limit`. */
  recentHandling(
    since: Instant,
    limit: number,
  ): Promise<readonly { readonly queueId: QueueId; readonly handleMs: number }[]>;

  /** Runs a cheap query and gives its duration: for /health. Fails with a cause when the database can't answer. */
  ping(): Promise<number>;
  close(): Promise<void>;
}

export interface StoredEvent {
  readonly type: string;
  readonly at: Instant;
  /** the whole event, JSON */
  readonly body: unknown;
}

/** A question to a port that must be asked because an event was committed. */
export interface Consequence {
  readonly consequenceId: string;
  readonly callId: CallId | null;
  readonly body: unknown;
  readonly at: Instant;
}

/** A time at which something must be looked at again; a row, so that it survives restarts. */
export interface Deadline {
  readonly key: string;
  readonly at: Instant;
  readonly body: unknown;
}

export type OfferMade = OfferRecord & Pick<CallRecord, 'direction'>;

/** Which cases are like another: what was given for the same, of the same kind. */
export interface LikeCases {
  readonly kind: CompensationKind;
  readonly category: string;
  /** null: no cause is named */
  readonly causeId: CauseId | null;
  readonly since: Instant;
}

/** Which sums: all, or those under one cause, kind or tier; null: that have none. */
export type WhichCosts =
  | { readonly by: 'all' }
  | { readonly by: 'cause' | 'kind' | 'tier'; readonly key: string | null };

export interface CostsPage {
  readonly from: Instant;
  readonly until: Instant;
  /** the last one of the page before; null: the first page */
  readonly before: { readonly decidedAt: Instant; readonly compensationId: CompensationId } | null;
  readonly limit: number;
}

/** One row a callback that was agreed: which call it became, and who asked for whom to be called. */
export interface AgreedCallback {
  readonly callId: CallId;
  /** the contact it was agreed in */
  readonly of: CallId;
  readonly number: PhoneNumber;
  /** the number its customer called from; null: withheld, or an agent asked */
  readonly askedFrom: PhoneNumber | null;
  readonly by: AgentId | null;
  readonly agreedAt: Instant;
}

/** Which cases figures are about; null: all. In a list, null stands for those that have none. */
export interface CaseFilter {
  readonly types: readonly CaseType[] | null;
  readonly categories: readonly string[] | null;
  readonly causes: readonly (CauseId | null)[] | null;
  readonly tiers: readonly (Tier | null)[] | null;
  readonly servicePoints: readonly (ServicePointId | null)[] | null;
  readonly products: readonly (string | null)[] | null;
  readonly outcomes: readonly Satisfaction[] | null;
  /** only those that were reopened */
  readonly reopened: boolean;
}

export interface CasesPage {
  readonly from: Instant;
  readonly until: Instant;
  readonly before: Pick<Case, 'openedAt' | 'caseId'> | null;
  readonly limit: number;
}

export interface Draft {
  readonly about: string;
  readonly text: string;
  readonly keptAt: Instant;
}

export interface PaymentFigures {
  readonly paidOnTime: number;
  readonly due: number;
  readonly overdueMinor: number;
  readonly disputedMinor: number;
}

export interface ValueFigures {
  readonly customerId: CustomerId;
  readonly since: Instant;
  readonly marginMinor: number;
  readonly serviceMs: number;
  /** margin they could bring in 13 months if they bought all of this kind here; null unknown */
  readonly potentialMinor: number | null;
}

export interface AgentFigures {
  readonly handled: number;
  readonly resolved: number;
  readonly resolvedAsked: number;
  readonly promisesKept: number;
  readonly promisesDue: number;
  readonly pleased: number;
  readonly felt: number;
}

/** Who did what to what, as it was audited. */
export type AuditEntry = Omit<Extract<Change, { readonly put: 'audit' }>, 'put'>;

export interface TaskPage {
  readonly whose:
    | { readonly of: 'owner' | 'maker'; readonly agentId: AgentId }
    /** a team's, that nobody has taken */
    | { readonly of: 'team'; readonly familyId: JobFamilyId }
    | { readonly of: 'everybody' };
  /** absent or null: of every kind */
  readonly kind?: TaskKind | null;
  /** due before; null: whenever */
  readonly until: Instant | null;
  /** the last of the page before; null: from the beginning */
  readonly after: { readonly dueAt: Instant; readonly taskId: TaskId } | null;
  readonly limit: number;
}

/** A calendar that a person's own calendar software reads, by a secret address. */
export interface CalendarFeed {
  readonly agentId: AgentId;
  readonly tokenSha256: string;
  /** whether customers' names stand in it */
  readonly withNames: boolean;
  readonly madeAt: Instant;
}

export type Change =
  | RotaWrite
  | {
      readonly put: 'events';
      readonly stream: string;
      readonly expectedVersion: number;
      readonly events: readonly StoredEvent[];
    }
  /** the call has ended and its wrap-up is done: recovery need not read it */
  | { readonly put: 'callSettled'; readonly callId: CallId }
  | { readonly put: 'consequence'; readonly consequence: Consequence }
  | { readonly put: 'consequenceDone'; readonly consequenceId: string }
  | { readonly put: 'deadline'; readonly deadline: Deadline }
  | { readonly put: 'deadlineGone'; readonly key: string }
  | { readonly put: 'leg'; readonly leg: LegRecord }
  | { readonly put: 'legGone'; readonly callId: CallId; readonly legId: LegRecord['legId'] }
  | { readonly put: 'presence'; readonly presence: StoredPresence }
  /** the agent's open stretch ends at `at` and, unless they signed out, the next begins */
  | {
      readonly put: 'presenceStep';
      readonly agentId: AgentId;
      readonly at: Instant;
      readonly state: PresenceState;
      readonly reason: string | null;
    }
  | { readonly put: 'call'; readonly call: CallRecord }
  | { readonly put: 'offer'; readonly offer: OfferRecord }
  | { readonly put: 'visit'; readonly visit: QueueVisit }
  | { readonly put: 'deskSetting'; readonly agentId: AgentId; readonly about: string; readonly text: string }
  | { readonly put: 'customer'; readonly customer: Customer }
  | {
      readonly put: 'tiers';
      readonly tiers: readonly { readonly customerId: CustomerId; readonly tier: TierDecision }[];
    }
  /** an estimate from outside (household, survey, trade data) of the margin a customer could bring in 13 months */
  | { readonly put: 'potential'; readonly customerId: CustomerId; readonly potentialMinor: number | null }
  /** one customer's alone */
  | {
      readonly put: 'customerNumber';
      readonly customerId: CustomerId;
      readonly customerNumber: string | null;
    }
  | { readonly put: 'case'; readonly case: Case }
  | { readonly put: 'caseRank'; readonly caseId: CaseId; readonly rank: CaseRank }
  | { readonly put: 'task'; readonly task: Task }
  | { readonly put: 'promise'; readonly promise: CustomerPromise }
  /** over the one that this person has */
  | { readonly put: 'calendarFeed'; readonly feed: CalendarFeed }
  | { readonly put: 'calendarFeedGone'; readonly agentId: AgentId }
  | { readonly put: 'caseEntry'; readonly entry: CaseEntry }
  | { readonly put: 'caseClock'; readonly clock: CaseClock }
  | { readonly put: 'compensation'; readonly compensation: Compensation }
  | { readonly put: 'satisfactionCheck'; readonly check: SatisfactionCheck }
  | { readonly put: 'prevention'; readonly prevention: Prevention }
  | { readonly put: 'letter'; readonly letter: Letter }
  | { readonly put: 'attachment'; readonly attachment: Attachment }
  /** version 1 of one that is there already is a conflict */
  | { readonly put: 'notice'; readonly notice: Notice }
  /** when it was last used is kept apart: noting a use must not undo a revocation */
  | { readonly put: 'apiToken'; readonly token: ApiToken }
  | { readonly put: 'apiTokenUsed'; readonly tokenId: ApiTokenId; readonly at: Instant }
  | { readonly put: 'apiRequest'; readonly request: ApiRequest }
  /** with everybody it was sent to */
  | { readonly put: 'message'; readonly message: FloorMessage }
  | {
      readonly put: 'messageRead';
      readonly messageId: MessageId;
      readonly agentId: AgentId;
      readonly at: Instant;
    }
  | { readonly put: 'messagesGone'; readonly before: Instant }
  | { readonly put: 'recording'; readonly recording: Recording }
  | { readonly put: 'callback'; readonly callback: AgreedCallback }
  | { readonly put: 'draft'; readonly agentId: AgentId; readonly draft: Draft }
  | { readonly put: 'agent'; readonly agent: Agent; readonly passwordHash: string | null }
  | { readonly put: 'session'; readonly session: Session }
  | { readonly put: 'sessionGone'; readonly tokenSha256: string }
  /** all sessions of somebody, and the SIP credentials their desktops got with them */
  | { readonly put: 'sessionsGone'; readonly agentId: AgentId }
  /** refused with 'conflict' where there is one of that number */
  | { readonly put: 'centreRevision'; readonly revision: CentreRevision }
  | { readonly put: 'stationGrant'; readonly grant: StationGrant }
  | {
      readonly put: 'audit';
      readonly at: Instant;
      readonly who: AgentId | null;
      readonly did: string;
      readonly to: string;
      readonly detail: unknown;
    }
  /** bulk rows of an import or a demo: purchases, payments, products */
  | { readonly put: 'order'; readonly customerId: CustomerId; readonly order: Order }
  | { readonly put: 'payment'; readonly customerId: CustomerId; readonly payment: Payment }
  | { readonly put: 'product'; readonly customerId: CustomerId; readonly product: Product };
