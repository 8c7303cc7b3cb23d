import type { Migration } from './migration.ts';

/** Managers who take turns, who asked for one, and what came of it. */
export const rota: Migration = {
  version: 5,
  name: 'rota',
  sql: `
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
