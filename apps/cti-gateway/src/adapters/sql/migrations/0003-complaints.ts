import type { Migration } from './migration.ts';

/** Complaints: workflow, clocks, compensation, follow-up, satisfaction, prevention, letters. Owners of cases and tasks may be missing. */
export const complaints: Migration = {
  version: 3,
  name: 'complaints',
  sql: `
create table casesAnew (
  caseId text primary key, reference text not null unique, type text not null, stage text not null,
  stageSince integer not null, channel text not null, title text not null, whatHappened text not null,
  category text not null, severity text not null, impact text not null, urgency text not null, legal integer not null,
  product text, productJson text not null, servicePointId text, contractId text,
  remedyWanted text not null, feeling text, apologyGiven integer not null, explanation text not null,
  commitment text not null, customerId text, ownerId text, familyId text, openedBy text, openedAt integer not null,
  acknowledgedAt integer, assessedAt integer, answerJson text not null, causeId text, causeJson text not null, preventionNeeded integer,
  satisfaction text, checkedJson text not null, timesReopened integer not null, duplicateOf text, closedAt integer,
  callIdsJson text not null, priorityScore integer not null, priorityTermsJson text not null, rankAgainAt integer,
  version integer not null, tier text, dueAt integer
) strict;
insert into casesAnew
  select caseId, reference, type, stage, openedAt, case when callIdsJson = '[]' then 'web' else 'call' end, title,
    whatHappened, category, severity, 'one', 'normal', 0, null, 'null', null, null, remedyWanted, feeling, apologyGiven,
    '', commitment, customerId, ownerId, null, openedBy, openedAt, openedAt, null,
    '{"proposal":"","toldAt":null,"customer":null}', null, 'null', null, null, '[]', 0, null, closedAt, callIdsJson,
    priorityScore, priorityTermsJson, case when closedAt is null then openedAt end, version, null, null
  from cases;
drop table cases;
alter table casesAnew rename to cases;
create index casesByCustomer on cases (customerId, openedAt) where customerId is not null;
create index openCasesByPriority on cases (
  priorityScore desc, openedAt, caseId, ownerId, familyId, type, stage, severity, category, tier, dueAt, timesReopened,
  customerId, title, reference
) where closedAt is null;
create index openCasesByOwner on cases (ownerId, priorityScore desc, openedAt, caseId, severity, dueAt)
  where closedAt is null;
create index openCasesByDue on cases (dueAt, caseId) where closedAt is null and dueAt is not null;
create index openCasesByOpening on cases (openedAt, caseId) where closedAt is null;
create index casesToRankAgain on cases (rankAgainAt) where closedAt is null and rankAgainAt is not null;
create index openPromisesByDue on promises (dueAt) where keptAt is null;
create index casesByOpening on cases (
  openedAt, caseId, type, category, causeId, servicePointId, product, customerId, timesReopened
);
create index casesByCause on cases (causeId, openedAt) where causeId is not null;
create index complaintsWithoutCause on cases (openedAt) where causeId is null and type = 'complaint';
create index inboundByAnswer on calls (answeredAt) where direction = 'inbound' and answeredAt is not null;

create table tasksAnew (
  taskId text primary key, kind text not null, title text not null, note text not null, state text not null,
  "from" integer, dueAt integer not null, ownerId text, familyId text, customerId text, caseId text, callId text,
  number text, madeBy text, createdAt integer not null, remindAt integer, remindedAt integer,
  checklistJson text not null, after text, waiting integer not null, "repeat" text, firstDueAt integer, nextId text,
  snoozedJson text not null, timesSnoozed integer not null, ringingJson text not null,
  timesEscalated integer not null, lookAt integer, finishedAt integer, version integer not null
) strict;
insert into tasksAnew
  select taskId, kind, title, note, state, null, dueAt, ownerId, null, customerId, caseId, callId, number, ownerId,
    createdAt, null, null, '[]', null, 0, null, null, null, 'null', 0,
    '{"times":0,"passed":0,"again":null,"callId":null}', 0, case when finishedAt is null then dueAt end, finishedAt,
    version
  from tasks;
drop table tasks;
alter table tasksAnew rename to tasks;
create index openTasksByOwner on tasks (ownerId, dueAt, taskId) where finishedAt is null;
create index finishedTasksByOwner on tasks (ownerId, finishedAt) where finishedAt is not null;
create index openTasksByFamily on tasks (familyId, dueAt, taskId) where finishedAt is null and ownerId is null;
create index tasksByCustomer on tasks (customerId, dueAt) where customerId is not null;
create index tasksByCase on tasks (caseId, dueAt) where caseId is not null;
create index tasksByEarlier on tasks (after) where after is not null;
create index openTasksByMaker on tasks (madeBy, dueAt, taskId) where finishedAt is null;
create index openTasksByTime on tasks (dueAt, taskId) where finishedAt is null;
create index tasksToLookAt on tasks (lookAt) where lookAt is not null;
create table calendarFeeds (
  agentId text primary key, tokenSha256 text not null unique, withNames integer not null, madeAt integer not null
) strict, without rowid;

create table caseEntries (
  rowNo integer primary key, entryId text not null unique, caseId text not null, at integer not null, who text,
  what text not null, text text not null, note text, changesJson text not null
) strict;
create index caseEntriesByCase on caseEntries (caseId, at);

create table caseClocks (
  caseId text not null, clock text not null, rule text not null, time text not null, calendarId text,
  startedAt integer not null, target integer not null, dueAt integer, pausesJson text not null, metAt integer,
  stoppedAt integer, warningsGiven integer not null, breachedAt integer, stepsTaken integer not null, acknowledgedAt integer, version integer not null,
  primary key (caseId, clock)
) strict, without rowid;
create index runningClocks on caseClocks (dueAt, caseId, clock)
  where metAt is null and stoppedAt is null and dueAt is not null;
create index openCases on cases (caseId) where closedAt is null;
create index alertingClocks on caseClocks (breachedAt)
  where metAt is null and stoppedAt is null and acknowledgedAt is null and breachedAt is not null;

create table compensations (
  compensationId text primary key, caseId text not null, customerId text, kind text not null, amount integer not null,
  category text not null, tier text, causeId text, state text not null, reason text not null, evidence text not null,
  askedBy text not null, grade text not null, askedAt integer not null, decideBy integer, endorsedBy text, decidedBy text,
  decidedAt integer, decision text not null, doneAt integer, version integer not null, check (amount >= 0)
) strict;
create index compensationsByCase on compensations (caseId, askedAt);
create index compensationsByCustomer on compensations (customerId, askedAt) where customerId is not null;
create index compensationsByState on compensations (state, decideBy) where state = 'asked';
create index compensationsByCategory on compensations (kind, category, decidedAt);
create index compensationsByDecision on compensations (decidedAt) where decidedAt is not null;

create table satisfactionChecks (
  checkId text primary key, caseId text not null, taskId text, "from" integer not null, until integer not null,
  attemptsAllowed integer not null, attemptsJson text not null, answersJson text not null, comment text not null,
  outcome text, endedAt integer, version integer not null
) strict;
create index satisfactionChecksByCase on satisfactionChecks (caseId, "from");
create index satisfactionChecksEnded on satisfactionChecks (caseId, "from", outcome) where outcome is not null;
create index satisfactionChecksByTask on satisfactionChecks (taskId) where taskId is not null;

create table preventions (
  preventionId text primary key, causeId text not null, caseId text, what text not null, ownerId text not null,
  dueAt integer not null, madeBy text not null, madeAt integer not null, taskId text, doneAt integer, verifyAt integer,
  verdict text, effectJson text not null, note text not null, version integer not null
) strict;
create index preventionsByCause on preventions (causeId, doneAt);
create index openPreventions on preventions (dueAt) where verdict is null;
create index preventionsByOwner on preventions (ownerId, dueAt);
create index preventionsByTime on preventions (madeAt);
create index preventionsByCase on preventions (caseId) where caseId is not null;

create table letters (
  letterId text primary key, caseId text not null, template text, purpose text not null, language text not null, channel text not null,
  "to" text not null, subject text not null, body text not null, attachmentIdsJson text not null, state text not null,
  writtenBy text, writtenAt integer not null, queuedAt integer, sentAt integer, attempts integer not null, nextAttemptAt integer,
  trouble text, version integer not null
) strict;
create index lettersByCase on letters (caseId, writtenAt);
create index lettersUnderWay on letters (state) where state in ('queued', 'sending', 'unsure', 'failed');

create table attachments (
  attachmentId text primary key, caseId text not null, name text not null, mediaType text not null, bytes integer not null,
  sha256 text not null, addedBy text, addedAt integer not null,
  removedBy text, removedAt integer, version integer not null
) strict;
create index attachmentsByCase on attachments (caseId, addedAt);

create table apiTokens (
  tokenId text primary key, name text not null, scopesJson text not null, tokenSha256 text not null unique,
  madeBy text not null, madeAt integer not null, revokedAt integer
) strict;
create table apiRequests (
  requestId text primary key, contentSha256 text not null, caseId text not null, at integer not null
) strict, without rowid;
`,
};
