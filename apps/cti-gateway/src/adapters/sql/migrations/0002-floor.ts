import type { Migration } from './migration.ts';

/** Routing, presence and the live floor: job families of people. */
export const floor: Migration = {
  version: 2,
  name: 'floor',
  sql: `
alter table agents add column familyId text;
alter table customers add column ownerId text;
create index strangersByNumber on calls (callerText, arrivedAt) where customerId is null;

create table presenceLog (
  agentId text not null, since integer not null, state text not null, reason text, until integer,
  primary key (agentId, since)
) strict, without rowid;
create index presenceLogByTime on presenceLog (since);
create unique index presenceLogOpen on presenceLog (agentId) where until is null;

create table queueVisits (
  callId text not null, queueId text not null, enteredAt integer not null, leftAt integer not null, end text not null,
  agentId text, primary key (enteredAt, callId, queueId)
) strict, without rowid;
create index callsByAnswer on calls (answeredAt, callId) where answeredAt is not null;
create index offersByTime on offers (at, offerId);
create index promisesByDueTime on promises (dueAt);
create table deskSettings (
  agentId text not null, about text not null, text text not null, primary key (agentId, about)
) strict, without rowid;
create table centreRevisions (
  revision integer primary key, at integer not null, who text, origin text not null, comment text not null,
  documentJson text not null, fileDigest text
) strict;
alter table customers add column customerNumber text;
create unique index customersByCustomerNumber on customers (customerNumber) where customerNumber is not null;
create index sessionsByAgent on sessions (agentId);

create table recordings (
  recordingId text primary key, callId text not null, queueId text not null, customerId text, number text,
  startedAt integer not null, length integer, taskId text, ownerId text, deletedAt integer
) strict, without rowid;
create index unfinishedRecordings on recordings (startedAt) where length is null;
create index keptRecordings on recordings (startedAt) where deletedAt is null and length > 0;
create index recordingsByTask on recordings (taskId) where taskId is not null;
create table callbacks (
  callId text primary key, "of" text not null, number text not null, askedFrom text, "by" text, agreedAt integer not null
) strict, without rowid;
create index callbacksByNumber on callbacks (number, agreedAt) where "by" is null;
create index callbacksByAsker on callbacks (askedFrom, agreedAt) where askedFrom is not null;

create table messages (
  messageId text primary key, at integer not null, fromId text not null, toKind text not null, toId text,
  priority text not null, text text not null
) strict, without rowid;
create index messagesByTime on messages (at, messageId);
create table messageReaders (
  messageId text not null, agentId text not null, readAt integer, primary key (messageId, agentId)
) strict, without rowid;
`,
};
