/** Tables of rotas and of who asked for a manager; see `Schema`. */
export interface RotaSchema {
  rotaChanges: RotaChangeRow;
  absences: AbsenceRow;
  followedCalendars: FollowedCalendarRow;
  dutyStretches: DutyStretchRow;
  swaps: SwapRow;
  dutyContacts: DutyContactRow;
  managerRequests: ManagerRequestRow;
  popLinks: PopLinkRow;
  doneOnce: DoneOnceRow;
}

export interface RotaChangeRow {
  changeId: string;
  rotaId: string;
  layer: string;
  from: string;
  until: string;
  agentId: string | null;
  origin: string;
  swapId: string | null;
  reason: string;
  madeBy: string;
  madeAt: number;
  undoneBy: string | null;
  undoneAt: number | null;
  version: number;
}

export interface AbsenceRow {
  absenceId: string;
  agentId: string;
  from: number;
  until: number;
  kind: string;
  note: string;
  feedUid: string | null;
  madeBy: string | null;
  madeAt: number;
  removedAt: number | null;
  version: number;
}

export interface FollowedCalendarRow {
  agentId: string;
  address: string;
  etag: string | null;
  readWholeAt: number;
  lastReadAt: number;
  failingSince: number | null;
  failedTimes: number;
  fault: string | null;
  version: number;
}

export interface DutyStretchRow {
  rotaId: string;
  layer: string;
  from: number;
  until: number;
  agentId: string | null;
  how: string;
  gap: string | null;
  missing: string | null;
  changeId: string | null;
}

export interface SwapRow {
  swapId: string;
  kind: string;
  rotaId: string;
  layer: string;
  from: string;
  until: string;
  askedBy: string;
  askedAt: number;
  reason: string;
  wantsJson: string;
  askedJson: string;
  declinedJson: string;
  state: string;
  takenBy: string | null;
  endedAt: number | null;
  version: number;
}

export interface DutyContactRow {
  agentId: string;
  reach: string;
  phone: string | null;
  email: string | null;
  version: number;
}

export interface ManagerRequestRow {
  requestId: string;
  rotaId: string;
  way: string;
  callId: string | null;
  caseId: string | null;
  customerId: string | null;
  askedBy: string | null;
  askedAt: number;
  reason: string | null;
  note: string;
  state: string;
  takenBy: string | null;
  takenAt: number | null;
  via: string | null;
  outcome: string | null;
  category: string | null;
  outcomeNote: string;
  promiseId: string | null;
  taskId: string | null;
  closedAt: number | null;
  version: number;
}

export interface PopLinkRow {
  tokenSha256: string;
  requestId: string;
  agentId: string;
  madeAt: number;
  expiresAt: number;
  openedBySha256: string | null;
  openedAt: number | null;
}

export interface DoneOnceRow {
  key: string;
  at: number;
}
