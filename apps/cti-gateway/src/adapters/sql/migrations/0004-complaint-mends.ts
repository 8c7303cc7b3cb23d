import type { Migration } from './migration.ts';

/** What complaints showed to be missing once they were worked with. */
export const complaintMends: Migration = {
  version: 4,
  name: 'complaint mends',
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
`,
};
