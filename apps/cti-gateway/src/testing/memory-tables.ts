import type { ApiRequest, ApiToken } from '../domain/access/api-token.ts';
import type { Agent, PresenceStretch, Session, StationGrant, StoredPresence } from '../domain/agent/agent.ts';
import type { AgentId } from '@ringside/shared/model/ids';
import type { CentreRevision } from '../domain/centre/centre-revision.ts';
import type { CallRecord, OfferRecord } from '../domain/call/call-record.ts';
import type { Case, CaseEntry, CustomerPromise } from '../domain/case/case.ts';
import type { SatisfactionCheck } from '../domain/check/satisfaction-check.ts';
import type { CaseClock } from '../domain/clock/case-clock.ts';
import type { Compensation } from '../domain/compensation/compensation.ts';
import type { Attachment, Letter } from '../domain/letter/letter.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { ManagerRequest, PopLink } from '../domain/manager/manager-request.ts';
import type { FollowedCalendar } from '../domain/calendar/followed-calendar.ts';
import type { DutyContact } from '../domain/rota/duty-contact.ts';
import type { Absence, DutyStretch, RotaChange, Swap } from '../domain/rota/rota.ts';
import type { Prevention } from '../domain/prevention/prevention.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { QueueVisit } from '../domain/metrics/queue-visit.ts';
import type { FloorMessage } from '../domain/supervision/floor-message.ts';
import type { Task } from '../domain/task/task.ts';
import type { Recording } from '../domain/waiting/recording.ts';
import type {
  AgreedCallback,
  CalendarFeed,
  Change,
  Consequence,
  Deadline,
  Draft,
  StoredEvent,
} from '../ports/store.ts';
import type { LegRecord } from '../ports/switch.ts';
import type { CaseRank } from '../ports/work-list.ts';

type ChangeOf<Put extends Change['put']> = Extract<Change, { readonly put: Put }>;

/** What the memory store holds. */
export interface MemoryTables {
  readonly streams: Map<string, readonly StoredEvent[]>;
  readonly settled: Set<string>;
  readonly consequences: Map<string, Consequence>;
  readonly deadlines: Map<string, Deadline>;
  readonly legs: Map<string, LegRecord>;
  readonly presences: Map<string, StoredPresence>;
  /** by agent and begin */
  readonly presenceLog: Map<string, PresenceStretch>;
  readonly calls: Map<string, CallRecord>;
  readonly offers: Map<string, OfferRecord>;
  readonly visits: Map<string, QueueVisit>;
  readonly deskSettings: Map<string, string>;
  readonly customers: Map<string, Customer>;
  readonly cases: Map<string, Case>;
  /** what ranking wrote beside the priority */
  readonly caseRanks: Map<string, Pick<CaseRank, 'tier' | 'dueAt'>>;
  readonly tasks: Map<string, Task>;
  readonly promises: Map<string, CustomerPromise>;
  readonly calendarFeeds: Map<string, CalendarFeed>;
  readonly caseEntries: Map<string, CaseEntry>;
  readonly compensations: Map<string, Compensation>;
  readonly satisfactionChecks: Map<string, SatisfactionCheck>;
  readonly preventions: Map<string, Prevention>;
  readonly rotaChanges: Map<string, RotaChange>;
  readonly absences: Map<string, Absence>;
  readonly swaps: Map<string, Swap>;
  readonly dutyStretches: Map<string, DutyStretch>;
  readonly followedCalendars: Map<string, FollowedCalendar>;
  readonly dutyContacts: Map<string, DutyContact>;
  readonly managerRequests: Map<string, ManagerRequest>;
  readonly popLinks: Map<string, PopLink>;
  readonly doneOnce: Map<string, number>;
  readonly letters: Map<string, Letter>;
  readonly attachments: Map<string, Attachment>;
  readonly notices: Map<string, Notice>;
  /** by case and clock */
  readonly caseClocks: Map<string, CaseClock>;
  readonly apiTokens: Map<string, ApiToken>;
  readonly apiRequests: Map<string, ApiRequest>;
  readonly drafts: Map<string, { readonly agentId: AgentId; readonly draft: Draft }>;
  readonly agents: Map<string, { readonly agent: Agent; readonly passwordHash: string }>;
  readonly sessions: Map<string, Session>;
  readonly grants: Map<string, StationGrant>;
  readonly audit: ChangeOf<'audit'>[];
  readonly orders: ChangeOf<'order'>[];
  readonly payments: ChangeOf<'payment'>[];
  readonly products: ChangeOf<'product'>[];
  readonly potentials: Map<string, number | null>;
  readonly customerNumbers: Map<string, string | null>;
  readonly counters: Map<string, number>;
  readonly centreRevisions: Map<number, CentreRevision>;
  readonly messages: Map<string, FloorMessage>;
  readonly recordings: Map<string, Recording>;
  readonly callbacks: Map<string, AgreedCallback>;
}

export const emptyTables = (): MemoryTables => ({
  streams: new Map(),
  settled: new Set(),
  consequences: new Map(),
  deadlines: new Map(),
  legs: new Map(),
  presences: new Map(),
  presenceLog: new Map(),
  calls: new Map(),
  offers: new Map(),
  customers: new Map(),
  cases: new Map(),
  caseRanks: new Map(),
  tasks: new Map(),
  promises: new Map(),
  calendarFeeds: new Map(),
  caseEntries: new Map(),
  compensations: new Map(),
  satisfactionChecks: new Map(),
  preventions: new Map(),
  rotaChanges: new Map(),
  absences: new Map(),
  swaps: new Map(),
  dutyStretches: new Map(),
  followedCalendars: new Map(),
  dutyContacts: new Map(),
  managerRequests: new Map(),
  popLinks: new Map(),
  doneOnce: new Map(),
  letters: new Map(),
  attachments: new Map(),
  notices: new Map(),
  caseClocks: new Map(),
  apiTokens: new Map(),
  apiRequests: new Map(),
  drafts: new Map(),
  agents: new Map(),
  sessions: new Map(),
  grants: new Map(),
  audit: [],
  orders: [],
  payments: [],
  products: [],
  potentials: new Map(),
  customerNumbers: new Map(),
  counters: new Map(),
  centreRevisions: new Map(),
  visits: new Map(),
  deskSettings: new Map(),
  messages: new Map(),
  recordings: new Map(),
  callbacks: new Map(),
});

/** A copy to write on; the original stays as it is if a change is refused. Counters are never taken back. */
export const copyTables = (tables: MemoryTables): MemoryTables => ({
  streams: new Map(tables.streams),
  settled: new Set(tables.settled),
  consequences: new Map(tables.consequences),
  deadlines: new Map(tables.deadlines),
  legs: new Map(tables.legs),
  presences: new Map(tables.presences),
  presenceLog: new Map(tables.presenceLog),
  calls: new Map(tables.calls),
  visits: new Map(tables.visits),
  deskSettings: new Map(tables.deskSettings),
  offers: new Map(tables.offers),
  customers: new Map(tables.customers),
  cases: new Map(tables.cases),
  caseRanks: new Map(tables.caseRanks),
  tasks: new Map(tables.tasks),
  promises: new Map(tables.promises),
  calendarFeeds: new Map(tables.calendarFeeds),
  caseEntries: new Map(tables.caseEntries),
  compensations: new Map(tables.compensations),
  satisfactionChecks: new Map(tables.satisfactionChecks),
  preventions: new Map(tables.preventions),
  rotaChanges: new Map(tables.rotaChanges),
  absences: new Map(tables.absences),
  swaps: new Map(tables.swaps),
  dutyStretches: new Map(tables.dutyStretches),
  followedCalendars: new Map(tables.followedCalendars),
  dutyContacts: new Map(tables.dutyContacts),
  managerRequests: new Map(tables.managerRequests),
  popLinks: new Map(tables.popLinks),
  doneOnce: new Map(tables.doneOnce),
  letters: new Map(tables.letters),
  attachments: new Map(tables.attachments),
  notices: new Map(tables.notices),
  caseClocks: new Map(tables.caseClocks),
  apiTokens: new Map(tables.apiTokens),
  apiRequests: new Map(tables.apiRequests),
  drafts: new Map(tables.drafts),
  agents: new Map(tables.agents),
  sessions: new Map(tables.sessions),
  grants: new Map(tables.grants),
  audit: [...tables.audit],
  orders: [...tables.orders],
  payments: [...tables.payments],
  products: [...tables.products],
  potentials: new Map(tables.potentials),
  customerNumbers: new Map(tables.customerNumbers),
  counters: tables.counters,
  messages: new Map(tables.messages),
  recordings: new Map(tables.recordings),
  callbacks: new Map(tables.callbacks),
  centreRevisions: new Map(tables.centreRevisions),
});
