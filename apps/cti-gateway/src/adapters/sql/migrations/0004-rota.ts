import type { Migration } from './migration.ts';

/** Managers who take turns, who asked for one, and what came of it; and what complaints showed to be missing. */
export const rota: Migration = {
  version: 4,
  name: 'rota',
  sql: `
alter table apiTokens add column expiresAt integer;
alter table apiTokens add column lastUsedAt integer;
alter table messages add column caseId text;
alter table messages add column caseReference text;

create table notices (
  noticeId text primary key, toAgentId text not null, address text not null, language text not null, subject text not null,
  text text not null, calendar text, usefulUntil integer not null, state text not null, queuedAt integer not null,
  sentAt integer, attempts integer not null, nextAttemptAt integer, trouble text, version integer not null
) strict;
create index noticesUnderWay on notices (state, queuedAt) where state in ('queued', 'sending', 'unsure', 'failed');

alter table compensations add column causeOfCase text;
update compensations set causeOfCase = (select causeId from cases where cases.caseId = compensations.caseId);
create trigger compensationTakesCause after insert on compensations begin
  update compensations set causeOfCase = (select causeId from cases where caseId = new.caseId)
    where compensationId = new.compensationId;
end;
create trigger compensationFollowsCause after update of causeId on cases when old.causeId is not new.causeId begin
  update compensations set causeOfCase = new.causeId where caseId = new.caseId;
end;
drop index compensationsByDecision;
create index compensationsGiven on compensations (decidedAt, compensationId, state, kind, tier, causeOfCase, amount)
  where state in ('granted', 'done');
create index warnedClocks on caseClocks (dueAt, caseId, clock)
  where metAt is null and stoppedAt is null and dueAt is not null and warningsGiven > 0;
create index openCasesBySeverity on cases (
  severity, priorityScore desc, openedAt, caseId, ownerId, familyId, type, stage, category, tier, dueAt, timesReopened,
  customerId
) where closedAt is null;
create index openTasksByKind on tasks (kind, dueAt, taskId) where finishedAt is null;

create table rotaChanges (
  changeId text primary key, rotaId text not null, layer text not null, "from" text not null, until text not null, agentId text,
  origin text not null, swapId text, reason text not null, madeBy text not null, madeAt integer not null,
  undoneBy text, undoneAt integer, version integer not null, check ("from" < until)
) strict;
create index rotaChangesByEnd on rotaChanges (until, rotaId);

create table absences (
  absenceId text primary key, agentId text not null, "from" integer not null, until integer not null, kind text not null,
  note text not null, feedUid text, madeBy text, madeAt integer not null, removedAt integer, version integer not null,
  check ("from" < until)
) strict;
create index absencesByEnd on absences (until) where removedAt is null;
create index absencesFromFeed on absences (agentId, feedUid) where removedAt is null and feedUid is not null;

create table followedCalendars (
  agentId text primary key, address text not null, etag text, readWholeAt integer not null, lastReadAt integer not null,
  failingSince integer, failedTimes integer not null, fault text, version integer not null
) strict, without rowid;

create table dutyStretches (
  rotaId text not null, layer text not null, "from" integer not null, until integer not null, agentId text,
  how text not null, gap text, missing text, changeId text,
  primary key (rotaId, layer, "from")
) strict, without rowid;
create index dutyStretchesByEnd on dutyStretches (rotaId, until);

create table swaps (
  swapId text primary key, kind text not null, rotaId text not null, layer text not null, "from" text not null, until text not null,
  askedBy text not null, askedAt integer not null, reason text not null, wantsJson text not null, askedJson text not null,
  declinedJson text not null, state text not null, takenBy text, endedAt integer, version integer not null
) strict;
create index swapsByRota on swaps (rotaId, askedAt);
create index swapsByTime on swaps (askedAt);
create index openSwaps on swaps (askedAt) where endedAt is null;

create table dutyContacts (
  agentId text primary key, reach text not null, phone text, email text, version integer not null
) strict, without rowid;

create table managerRequests (
  requestId text primary key, rotaId text not null, way text not null, callId text, caseId text, customerId text, askedBy text,
  askedAt integer not null, reason text, note text not null, state text not null, takenBy text, takenAt integer, via text,
  outcome text, category text, outcomeNote text not null, promiseId text, taskId text, closedAt integer, version integer not null
) strict;
create index managerRequestsByTime on managerRequests (askedAt);
create index managerRequestsByCall on managerRequests (callId, askedAt) where callId is not null;
create index managerRequestsByCase on managerRequests (caseId, askedAt) where caseId is not null;
create index openManagerRequests on managerRequests (askedAt) where closedAt is null;
create index managerRequestsByTaker on managerRequests (takenBy, closedAt) where closedAt is not null;

create table popLinks (
  tokenSha256 text primary key, requestId text not null, agentId text not null, madeAt integer not null, expiresAt integer not null,
  openedBySha256 text, openedAt integer
) strict, without rowid;
create index popLinksByEnd on popLinks (expiresAt);
create index popLinksByRequest on popLinks (requestId, madeAt);

create table doneOnce (key text primary key, at integer not null) strict, without rowid;
`,
};
