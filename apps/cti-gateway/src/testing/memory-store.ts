import { callStream } from '../domain/call/call-stream.ts';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Change, Store } from '../ports/store.ts';
import type { MemoryTables } from './memory-tables.ts';
import { copyTables, emptyTables } from './memory-tables.ts';
import { memoryQueries, sameUserName } from './memory-queries.ts';

export interface MemoryStore extends Store {
  /** every list of changes that was written, in order */
  readonly commits: readonly (readonly Change[])[];
  /** makes the next commits fail with a cause, as a full disk would; null: works again */
  failWith(cause: Error | null): void;
}

/** The Store port in memory, with its contract: all changes or none, versions, no half-read commits. */
export function createMemoryStore(): MemoryStore {
  let tables = emptyTables();
  let failure: Error | null = null;
  const commits: (readonly Change[])[] = [];
  return {
    ...memoryQueries(() => tables),
    commits,
    failWith: (cause) => {
      failure = cause;
    },
    ping: () => (failure === null ? Promise.resolve(0) : Promise.reject(failure)),
    commit: (changes) => {
      if (failure !== null) return Promise.reject(failure);
      const next = copyTables(tables);
      for (const change of changes) {
        const written = write(next, change);
        if (!written.ok) return Promise.resolve(written);
      }
      tables = next;
      commits.push(changes);
      return Promise.resolve(ok(undefined));
    },
  };
}

type Written = Result<void, 'conflict' | 'numberTaken'>;
const done: Written = ok(undefined);

function write(tables: MemoryTables, change: Change): Written {
  switch (change.put) {
    case 'events': {
      const before = tables.streams.get(change.stream) ?? [];
      if (before.length !== change.expectedVersion) return refuse('conflict');
      tables.streams.set(change.stream, [...before, ...stored(change.events)]);
      return done;
    }
    case 'callSettled':
      tables.settled.add(callStream(change.callId));
      return done;
    case 'consequence':
      tables.consequences.set(change.consequence.consequenceId, stored(change.consequence));
      return done;
    case 'consequenceDone':
      tables.consequences.delete(change.consequenceId);
      return done;
    case 'deadline':
      tables.deadlines.set(change.deadline.key, stored(change.deadline));
      return done;
    case 'deadlineGone':
      tables.deadlines.delete(change.key);
      return done;
    case 'leg':
      tables.legs.set(`${change.leg.callId} ${change.leg.legId}`, change.leg);
      return done;
    case 'legGone':
      tables.legs.delete(`${change.callId} ${change.legId}`);
      return done;
    case 'presence':
      tables.presences.set(change.presence.agentId, stored(change.presence));
      return done;
    case 'presenceStep':
      stepPresence(tables, change);
      return done;
    case 'call':
      tables.calls.set(change.call.callId, stored(change.call));
      return done;
    case 'offer':
      tables.offers.set(change.offer.offerId, stored(change.offer));
      return done;
    case 'visit': {
      const { callId, queueId, enteredAt } = change.visit;
      tables.visits.set(`${enteredAt} ${callId} ${queueId}`, stored(change.visit));
      return done;
    }
    case 'deskSetting':
      tables.deskSettings.set(`${change.agentId} ${change.about}`, change.text);
      return done;
    case 'customer': {
      // a tier is decided, never edited
      const tier = tables.customers.get(change.customer.customerId)?.tier ?? change.customer.tier;
      return putVersioned(tables.customers, change.customer.customerId, { ...change.customer, tier });
    }
    case 'tiers':
      for (const { customerId, tier } of change.tiers) {
        const customer = tables.customers.get(customerId);
        if (customer) tables.customers.set(customerId, { ...customer, tier });
      }
      return done;
    case 'customerNumber':
      tables.customerNumbers.set(change.customerId, change.customerNumber);
      return done;
    case 'potential':
      tables.potentials.set(change.customerId, change.potentialMinor);
      return done;
    case 'case': {
      const { case: one } = change;
      const holder = [...tables.cases.values()].find(({ reference }) => reference === one.reference);
      if (holder && holder.caseId !== one.caseId) return refuse('numberTaken');
      return putVersioned(tables.cases, one.caseId, one);
    }
    case 'caseRank': {
      const { tier, dueAt, ...ranked } = change.rank;
      const one = tables.cases.get(change.caseId);
      if (!one || one.closedAt !== null) return done;
      tables.cases.set(change.caseId, stored({ ...one, ...ranked }));
      tables.caseRanks.set(change.caseId, { tier, dueAt });
      return done;
    }
    case 'task':
      return putVersioned(tables.tasks, change.task.taskId, change.task);
    case 'promise':
      tables.promises.set(change.promise.promiseId, change.promise);
      return done;
    case 'calendarFeed':
      tables.calendarFeeds.set(change.feed.agentId, change.feed);
      return done;
    case 'calendarFeedGone':
      tables.calendarFeeds.delete(change.agentId);
      return done;
    case 'caseEntry':
      if (!tables.caseEntries.has(change.entry.entryId))
        tables.caseEntries.set(change.entry.entryId, stored(change.entry));
      return done;
    case 'caseClock':
      return putVersioned(tables.caseClocks, `${change.clock.caseId} ${change.clock.clock}`, change.clock);
    case 'compensation':
      return putVersioned(tables.compensations, change.compensation.compensationId, change.compensation);
    case 'satisfactionCheck':
      return putVersioned(tables.satisfactionChecks, change.check.checkId, change.check);
    case 'prevention':
      return putVersioned(tables.preventions, change.prevention.preventionId, change.prevention);
    case 'rotaChange':
      return putVersioned(tables.rotaChanges, change.change.changeId, change.change);
    case 'absence':
      return putVersioned(tables.absences, change.absence.absenceId, change.absence);
    case 'swap':
      return putVersioned(tables.swaps, change.swap.swapId, change.swap);
    case 'dutyStretch': {
      const { rotaId, layer, from } = change.stretch;
      tables.dutyStretches.set(`${rotaId} ${layer} ${from}`, change.stretch);
      return done;
    }
    case 'followedCalendar':
      return putVersioned(tables.followedCalendars, change.calendar.agentId, change.calendar);
    case 'followedCalendarGone':
      tables.followedCalendars.delete(change.agentId);
      return done;
    case 'dutyContact':
      return putVersioned(tables.dutyContacts, change.contact.agentId, change.contact);
    case 'managerRequest':
      return putVersioned(tables.managerRequests, change.request.requestId, change.request);
    case 'popLink':
      tables.popLinks.set(change.link.tokenSha256, change.link);
      return done;
    case 'popLinksGone':
      for (const { tokenSha256, expiresAt } of tables.popLinks.values())
        if (expiresAt < change.before) tables.popLinks.delete(tokenSha256);
      return done;
    case 'doneOnce':
      if (tables.doneOnce.has(change.key)) return refuse('conflict');
      tables.doneOnce.set(change.key, change.at);
      return done;
    case 'letter':
      return putVersioned(tables.letters, change.letter.letterId, change.letter);
    case 'attachment':
      return putVersioned(tables.attachments, change.attachment.attachmentId, change.attachment);
    case 'notice':
      return putVersioned(tables.notices, change.notice.noticeId, change.notice);
    case 'message':
      tables.messages.set(change.message.messageId, stored(change.message));
      return done;
    case 'messageRead': {
      const message = tables.messages.get(change.messageId);
      const { agentId, at: readAt } = change;
      const read = message?.readers.map((one) => (one.agentId === agentId ? { agentId, readAt } : one));
      if (message && read) tables.messages.set(change.messageId, { ...message, readers: read });
      return done;
    }
    case 'messagesGone':
      for (const { messageId, at } of tables.messages.values())
        if (at < change.before) tables.messages.delete(messageId);
      return done;
    case 'recording':
      tables.recordings.set(change.recording.recordingId, change.recording);
      return done;
    case 'callback':
      tables.callbacks.set(change.callback.callId, change.callback);
      return done;
    case 'draft':
      putDraft(tables, change);
      return done;
    case 'agent':
      return putAgent(tables, change);
    case 'apiToken':
      tables.apiTokens.set(change.token.tokenId, {
        ...change.token,
        lastUsedAt: tables.apiTokens.get(change.token.tokenId)?.lastUsedAt ?? null,
      });
      return done;
    case 'apiTokenUsed': {
      const token = tables.apiTokens.get(change.tokenId);
      if (token !== undefined) tables.apiTokens.set(change.tokenId, { ...token, lastUsedAt: change.at });
      return done;
    }
    case 'apiRequest':
      tables.apiRequests.set(change.request.requestId, change.request);
      return done;
    case 'session':
      tables.sessions.set(change.session.tokenSha256, change.session);
      return done;
    case 'sessionGone':
      tables.sessions.delete(change.tokenSha256);
      return done;
    case 'sessionsGone':
      for (const { tokenSha256, agentId } of tables.sessions.values())
        if (agentId === change.agentId) tables.sessions.delete(tokenSha256);
      for (const { stationId, agentId, media } of tables.grants.values())
        if (agentId === change.agentId && media === 'webrtc') tables.grants.delete(stationId);
      return done;
    case 'centreRevision':
      if (tables.centreRevisions.has(change.revision.revision)) return refuse('conflict');
      tables.centreRevisions.set(change.revision.revision, stored(change.revision));
      return done;
    case 'stationGrant':
      tables.grants.set(change.grant.stationId, change.grant);
      return done;
    case 'audit':
      tables.audit.push(change);
      return done;
    case 'order':
      tables.orders.push(change);
      return done;
    case 'payment':
      tables.payments.push(change);
      return done;
    case 'product':
      tables.products.push(change);
      return done;
  }
}

function putVersioned<Row extends { readonly version: number }>(
  rows: Map<string, Row>,
  key: string,
  row: Row,
): Written {
  if ((rows.get(key)?.version ?? 0) !== row.version - 1) return refuse('conflict');
  rows.set(key, stored(row));
  return done;
}

function putAgent(tables: MemoryTables, { agent, passwordHash }: Extract<Change, { put: 'agent' }>): Written {
  const holder = [...tables.agents.values()].find((one) => sameUserName(one.agent.userName, agent.userName));
  if (holder && holder.agent.agentId !== agent.agentId) return refuse('conflict');
  const kept = passwordHash ?? tables.agents.get(agent.agentId)?.passwordHash ?? '';
  tables.agents.set(agent.agentId, { agent, passwordHash: kept });
  return done;
}

/** What a database gives back: the value, never the same object. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function stepPresence(
  { presenceLog }: MemoryTables,
  { agentId, at, state, reason }: Extract<Change, { put: 'presenceStep' }>,
): void {
  for (const [key, stretch] of presenceLog) {
    if (stretch.agentId === agentId && stretch.until === null)
      presenceLog.set(key, { ...stretch, until: Math.max(at, stretch.since) });
  }
  if (state === 'signedOut') return;
  presenceLog.set(`${agentId} ${at}`, { agentId, since: at, state, reason, until: null });
}

function putDraft({ drafts }: MemoryTables, { agentId, draft }: Extract<Change, { put: 'draft' }>): void {
  const key = `${agentId} ${draft.about}`;
  if (draft.text === '') drafts.delete(key);
  else drafts.set(key, { agentId, draft });
  const own = [...drafts].filter(([, one]) => one.agentId === agentId);
  own.sort(([, one], [, other]) => other.draft.keptAt - one.draft.keptAt);
  for (const [oldest] of own.slice(100)) drafts.delete(oldest);
}
