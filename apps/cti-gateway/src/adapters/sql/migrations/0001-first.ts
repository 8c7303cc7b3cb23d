import type { Migration } from './migration.ts';

/** The tables of the first release. Released migrations are never changed; a change is a new file. */
export const first: Migration = {
  version: 1,
  name: 'first',
  sql: `
create table events (
  stream text not null, version integer not null, type text not null, at integer not null, bodyJson text not null,
  primary key (stream, version)
) strict, without rowid;
create table liveCalls (callId text primary key) strict, without rowid;
create table consequences (
  consequenceId text primary key, callId text, at integer not null, bodyJson text not null
) strict, without rowid;
create table deadlines (key text primary key, at integer not null, bodyJson text not null) strict, without rowid;
create index deadlinesByTime on deadlines (at);
create table legs (
  callId text not null, legId text not null, record text not null, primary key (callId, legId)
) strict, without rowid;
create table presences (agentId text primary key, presenceJson text not null) strict, without rowid;

create table agents (
  agentId text primary key, userName text not null unique collate nocase, name text not null, language text not null,
  rolesJson text not null, skillsJson text not null, active integer not null, passwordHash text not null
) strict;
create table sessions (
  tokenSha256 text primary key, agentId text not null references agents deferrable initially deferred,
  createdAt integer not null, expiresAt integer not null
) strict, without rowid;
create index sessionsByExpiry on sessions (expiresAt);
create table stationGrants (
  stationId text primary key, agentId text not null references agents deferrable initially deferred,
  media text not null, ha1Sha256 text not null, ha1Md5 text not null, expiresAt integer not null
) strict, without rowid;
create index stationGrantsByExpiry on stationGrants (expiresAt);

create table customers (
  rowNo integer primary key, customerId text not null unique,
  written text not null, family text, given text, spoken text, title text, language text not null,
  email text not null, address text not null, note text not null, numbersJson text not null,
  since integer not null, points integer not null, vulnerable integer not null,
  tier text not null, tierReason text not null, tierFactsJson text not null, tierDecidedAt integer not null,
  version integer not null, folded text not null, potentialMinor integer, lastContactAt integer
) strict;
create index customersByFoldedName on customers (folded);
create table customerNumbers (
  number text not null, customerRowNo integer not null references customers on delete cascade,
  reversed text not null, primary key (number, customerRowNo)
) strict, without rowid;
create index customerNumbersByCustomer on customerNumbers (customerRowNo);
create index customerNumbersReversed on customerNumbers (reversed);
create virtual table customerSearch using fts5 (
  name, pinyin, email, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
create table tierHistory (
  customerId text not null references customers (customerId) deferrable initially deferred,
  decidedAt integer not null, tier text not null, reason text not null, factsJson text not null,
  primary key (customerId, decidedAt)
) strict, without rowid;
create table products (
  customerId text not null references customers (customerId) deferrable initially deferred,
  sku text not null, name text not null, quantity integer not null, boughtAt integer not null, warrantyUntil integer,
  primary key (customerId, boughtAt, sku)
) strict, without rowid;
create table orders (
  orderId text primary key, customerId text not null references customers (customerId) deferrable initially deferred,
  at integer not null, description text not null, amountMinor integer not null, marginMinor integer not null,
  currency text not null
) strict;
create index ordersByCustomer on orders (customerId, at, marginMinor);
create table payments (
  paymentId text primary key, customerId text not null references customers (customerId) deferrable initially deferred,
  amountMinor integer not null, currency text not null, dueAt integer not null, paidAt integer,
  disputed integer not null, method text not null
) strict;
create index paymentsByCustomer on payments (customerId, coalesce(paidAt, dueAt));

create table calls (
  callId text primary key, direction text not null, trunkId text not null,
  callerKind text not null, callerText text not null, callerDisplay text not null, dialled text not null,
  hotlineId text, queueId text, customerId text, agentId text, taskId text,
  arrivedAt integer not null, queuedAt integer, answeredAt integer, endedAt integer, outcome text, endedBy text,
  waitMs integer not null, talkMs integer not null, holdMs integer not null, wrapUpMs integer not null,
  disposition text, resolved integer, feeling text, note text not null
) strict, without rowid;
create index callsByCustomer on calls (customerId, arrivedAt) where customerId is not null;
create index callsByAgent on calls (agentId, answeredAt) where agentId is not null;
create table offers (
  offerId text primary key, callId text not null, agentId text not null, at integer not null, endedAt integer, outcome text
) strict, without rowid;
create index offersByAgent on offers (agentId, at);

create table cases (
  caseId text primary key, reference text not null unique, type text not null, stage text not null,
  title text not null, whatHappened text not null, category text not null, severity text not null,
  remedyWanted text not null, feeling text, apologyGiven integer not null, commitment text not null,
  customerId text, ownerId text not null, openedBy text not null, openedAt integer not null, closedAt integer,
  callIdsJson text not null, priorityScore integer not null, priorityTermsJson text not null, version integer not null
) strict;
create index casesByCustomer on cases (customerId, openedAt) where customerId is not null;
create index openCasesByPriority on cases (priorityScore desc, openedAt) where closedAt is null;
create index openCasesByOwner on cases (ownerId, priorityScore desc, openedAt) where closedAt is null;
create table tasks (
  taskId text primary key, kind text not null, title text not null, note text not null, state text not null,
  dueAt integer not null, ownerId text not null, customerId text, caseId text, callId text, number text,
  createdAt integer not null, finishedAt integer, version integer not null
) strict;
create index openTasksByOwner on tasks (ownerId, dueAt) where finishedAt is null;
create index finishedTasksByOwner on tasks (ownerId, finishedAt) where finishedAt is not null;
create index tasksByCustomer on tasks (customerId, dueAt) where customerId is not null;
create index tasksByCase on tasks (caseId, dueAt) where caseId is not null;
create table promises (
  promiseId text primary key, caseId text, customerId text, what text not null, ownerId text not null,
  madeAt integer not null, dueAt integer not null, keptAt integer
) strict;
create index promisesByCase on promises (caseId, dueAt) where caseId is not null;
create index openPromisesByCustomer on promises (customerId, dueAt) where keptAt is null;
create index openPromisesByOwner on promises (ownerId, dueAt) where keptAt is null;
create index promisesByOwner on promises (ownerId, dueAt);

create table drafts (
  agentId text not null, about text not null, text text not null, keptAt integer not null,
  primary key (agentId, about)
) strict, without rowid;
create table audit (
  entryNo integer primary key, at integer not null, who text, did text not null, toWhat text not null,
  detailJson text not null
) strict;
create index auditByWhat on audit (toWhat, at);
create table counters (counter text primary key, next integer not null) strict, without rowid;
`,
};
