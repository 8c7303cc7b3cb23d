import type { RotaSchema } from './schema-rota.ts';

/**
 * The tables as the queries see them; migrations make them. Column names are the domain's words. Times are milliseconds
 * UTC, truth values 0 and 1, columns that end in `Json` hold JSON.
 */
export interface Schema extends RotaSchema {
  events: EventRow;
  liveCalls: { callId: string };
  consequences: ConsequenceRow;
  deadlines: DeadlineRow;
  legs: { callId: string; legId: string; record: string };
  presences: PresenceRow;
  presenceLog: PresenceLogRow;
  agents: AgentRow;
  sessions: { tokenSha256: string; agentId: string; createdAt: number; expiresAt: number };
  stationGrants: StationGrantRow;
  customers: CustomerRow & { rowNo: number };
  customerNumbers: { number: string; customerRowNo: number; reversed: string };
  customerSearch: { rowid: number; name: string; pinyin: string; email: string };
  tierHistory: TierHistoryRow;
  products: ProductRow;
  orders: OrderRow;
  payments: PaymentRow;
  calls: CallRow;
  offers: OfferRow;
  cases: CaseRow & RankColumns;
  tasks: TaskRow;
  promises: PromiseRow;
  calendarFeeds: CalendarFeedRow;
  caseEntries: CaseEntryRow & { readonly rowNo: number };
  caseClocks: CaseClockRow;
  compensations: CompensationRow;
  satisfactionChecks: SatisfactionCheckRow;
  preventions: PreventionRow;
  letters: LetterRow;
  attachments: AttachmentRow;
  notices: NoticeRow;
  apiTokens: ApiTokenRow;
  apiRequests: { requestId: string; contentSha256: string; caseId: string; at: number };
  drafts: DraftRow;
  audit: AuditRow;
  recordings: RecordingRow;
  callbacks: CallbackRow;
  messages: MessageRow;
  messageReaders: MessageReaderRow;
  counters: { counter: string; next: number };
  centreRevisions: CentreRevisionRow;
  queueVisits: QueueVisitRow;
  deskSettings: { agentId: string; about: string; text: string };
}

export interface QueueVisitRow {
  callId: string;
  queueId: string;
  enteredAt: number;
  leftAt: number;
  end: string;
  agentId: string | null;
}

export interface EventRow {
  stream: string;
  version: number;
  type: string;
  at: number;
  bodyJson: string;
}

export interface ConsequenceRow {
  consequenceId: string;
  callId: string | null;
  at: number;
  bodyJson: string;
}

export interface DeadlineRow {
  key: string;
  at: number;
  bodyJson: string;
}

export interface PresenceRow {
  agentId: string;
  presenceJson: string;
}

export interface PresenceLogRow {
  agentId: string;
  since: number;
  state: string;
  reason: string | null;
  until: number | null;
}

export interface DraftRow {
  agentId: string;
  about: string;
  text: string;
  keptAt: number;
}

export interface AgentRow {
  agentId: string;
  userName: string;
  name: string;
  language: string;
  rolesJson: string;
  skillsJson: string;
  familyId: string | null;
  active: number;
  passwordHash: string;
}

export interface StationGrantRow {
  stationId: string;
  agentId: string;
  media: string;
  ha1Sha256: string;
  ha1Md5: string;
  expiresAt: number;
}

export interface CustomerRow {
  customerId: string;
  written: string;
  family: string | null;
  given: string | null;
  spoken: string | null;
  title: string | null;
  language: string;
  email: string;
  address: string;
  note: string;
  numbersJson: string;
  since: number;
  points: number;
  vulnerable: number;
  ownerId: string | null;
  tier: string;
  tierReason: string;
  tierFactsJson: string;
  tierDecidedAt: number;
  version: number;
  /** the name as search compares it (fold-name.ts) */
  folded: string;
  potentialMinor: number | null;
  /** what the company calls them by, and callers key in */
  customerNumber: string | null;
  lastContactAt: number | null;
}

export interface TierHistoryRow {
  customerId: string;
  decidedAt: number;
  tier: string;
  reason: string;
  factsJson: string;
}

export interface ProductRow {
  customerId: string;
  sku: string;
  name: string;
  quantity: number;
  boughtAt: number;
  warrantyUntil: number | null;
}

export interface OrderRow {
  orderId: string;
  customerId: string;
  at: number;
  description: string;
  amountMinor: number;
  marginMinor: number;
  currency: string;
}

export interface PaymentRow {
  paymentId: string;
  customerId: string;
  amountMinor: number;
  currency: string;
  dueAt: number;
  paidAt: number | null;
  disputed: number;
  method: string;
}

export interface CallRow {
  callId: string;
  direction: string;
  trunkId: string;
  callerKind: string;
  callerText: string;
  callerDisplay: string;
  dialled: string;
  hotlineId: string | null;
  queueId: string | null;
  customerId: string | null;
  agentId: string | null;
  taskId: string | null;
  arrivedAt: number;
  queuedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  outcome: string | null;
  endedBy: string | null;
  waitMs: number;
  talkMs: number;
  holdMs: number;
  wrapUpMs: number;
  disposition: string | null;
  resolved: number | null;
  feeling: string | null;
  note: string;
}

export interface OfferRow {
  offerId: string;
  callId: string;
  agentId: string;
  at: number;
  endedAt: number | null;
  outcome: string | null;
}

/** What ranking writes beside the priority: for the work list to filter and sort by. */
export interface RankColumns {
  tier: string | null;
  dueAt: number | null;
}

export interface CaseRow {
  caseId: string;
  reference: string;
  type: string;
  stage: string;
  stageSince: number;
  channel: string;
  title: string;
  whatHappened: string;
  category: string;
  severity: string;
  impact: string;
  urgency: string;
  legal: number;
  product: string | null;
  productJson: string;
  servicePointId: string | null;
  contractId: string | null;
  remedyWanted: string;
  feeling: string | null;
  apologyGiven: number;
  explanation: string;
  commitment: string;
  customerId: string | null;
  ownerId: string | null;
  familyId: string | null;
  openedBy: string | null;
  openedAt: number;
  acknowledgedAt: number | null;
  assessedAt: number | null;
  answerJson: string;
  causeId: string | null;
  causeJson: string;
  preventionNeeded: number | null;
  satisfaction: string | null;
  checkedJson: string;
  timesReopened: number;
  duplicateOf: string | null;
  closedAt: number | null;
  callIdsJson: string;
  priorityScore: number;
  priorityTermsJson: string;
  rankAgainAt: number | null;
  version: number;
}

export interface TaskRow {
  taskId: string;
  kind: string;
  title: string;
  note: string;
  state: string;
  from: number | null;
  dueAt: number;
  ownerId: string | null;
  familyId: string | null;
  customerId: string | null;
  caseId: string | null;
  callId: string | null;
  number: string | null;
  madeBy: string | null;
  createdAt: number;
  remindAt: number | null;
  remindedAt: number | null;
  checklistJson: string;
  after: string | null;
  waiting: number;
  repeat: string | null;
  firstDueAt: number | null;
  nextId: string | null;
  snoozedJson: string;
  timesSnoozed: number;
  ringingJson: string;
  timesEscalated: number;
  lookAt: number | null;
  finishedAt: number | null;
  version: number;
}

export interface CalendarFeedRow {
  agentId: string;
  tokenSha256: string;
  withNames: number;
  madeAt: number;
}

export interface PromiseRow {
  promiseId: string;
  caseId: string | null;
  customerId: string | null;
  what: string;
  ownerId: string;
  madeAt: number;
  dueAt: number;
  keptAt: number | null;
}

export interface CentreRevisionRow {
  revision: number;
  at: number;
  who: string | null;
  origin: string;
  comment: string;
  documentJson: string;
  fileDigest: string | null;
}

export interface RecordingRow {
  recordingId: string;
  callId: string;
  queueId: string;
  customerId: string | null;
  number: string | null;
  startedAt: number;
  length: number | null;
  taskId: string | null;
  ownerId: string | null;
  deletedAt: number | null;
}

export interface CallbackRow {
  callId: string;
  of: string;
  number: string;
  askedFrom: string | null;
  by: string | null;
  agreedAt: number;
}

export interface MessageRow {
  messageId: string;
  at: number;
  fromId: string;
  toKind: string;
  toId: string | null;
  priority: string;
  text: string;
  caseId: string | null;
  caseReference: string | null;
}

export interface MessageReaderRow {
  messageId: string;
  agentId: string;
  readAt: number | null;
}

export interface AuditRow {
  at: number;
  who: string | null;
  did: string;
  toWhat: string;
  detailJson: string;
}

export interface ApiTokenRow {
  tokenId: string;
  name: string;
  scopesJson: string;
  tokenSha256: string;
  madeBy: string;
  madeAt: number;
  revokedAt: number | null;
  expiresAt: number | null;
  lastUsedAt: number | null;
}

export interface CaseEntryRow {
  entryId: string;
  caseId: string;
  at: number;
  who: string | null;
  what: string;
  text: string;
  note: string | null;
  changesJson: string;
}

export interface CaseClockRow {
  caseId: string;
  clock: string;
  rule: string;
  time: string;
  calendarId: string | null;
  startedAt: number;
  target: number;
  dueAt: number | null;
  pausesJson: string;
  metAt: number | null;
  stoppedAt: number | null;
  warningsGiven: number;
  breachedAt: number | null;
  stepsTaken: number;
  acknowledgedAt: number | null;
  version: number;
}

export interface CompensationRow {
  compensationId: string;
  caseId: string;
  customerId: string | null;
  kind: string;
  amount: number;
  category: string;
  tier: string | null;
  causeId: string | null;
  state: string;
  reason: string;
  evidence: string;
  askedBy: string;
  grade: string;
  askedAt: number;
  decideBy: number | null;
  endorsedBy: string | null;
  decidedBy: string | null;
  decidedAt: number | null;
  decision: string;
  doneAt: number | null;
  version: number;
  /** kept by the database: what the case's cause is now */
  causeOfCase: string | null;
}

export interface SatisfactionCheckRow {
  checkId: string;
  caseId: string;
  taskId: string | null;
  from: number;
  until: number;
  attemptsAllowed: number;
  attemptsJson: string;
  answersJson: string;
  comment: string;
  outcome: string | null;
  endedAt: number | null;
  version: number;
}

export interface PreventionRow {
  preventionId: string;
  causeId: string;
  caseId: string | null;
  what: string;
  ownerId: string;
  dueAt: number;
  madeBy: string;
  madeAt: number;
  taskId: string | null;
  doneAt: number | null;
  verifyAt: number | null;
  verdict: string | null;
  effectJson: string;
  note: string;
  version: number;
}

export interface LetterRow {
  letterId: string;
  caseId: string;
  template: string | null;
  purpose: string;
  language: string;
  channel: string;
  to: string;
  subject: string;
  body: string;
  attachmentIdsJson: string;
  state: string;
  writtenBy: string | null;
  writtenAt: number;
  queuedAt: number | null;
  sentAt: number | null;
  attempts: number;
  nextAttemptAt: number | null;
  trouble: string | null;
  version: number;
}

export interface AttachmentRow {
  attachmentId: string;
  caseId: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedBy: string | null;
  addedAt: number;
  removedBy: string | null;
  removedAt: number | null;
  version: number;
}

export interface NoticeRow {
  noticeId: string;
  toAgentId: string;
  address: string;
  language: string;
  subject: string;
  text: string;
  calendar: string | null;
  usefulUntil: number;
  state: string;
  queuedAt: number;
  sentAt: number | null;
  attempts: number;
  nextAttemptAt: number | null;
  trouble: string | null;
  version: number;
}
