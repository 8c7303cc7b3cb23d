import type { Instant } from '@ringside/shared/model/instant';
import type SqliteFile from 'better-sqlite3';
import type { Store, ValueFigures } from '../../ports/store.ts';
import { backup } from './backup.ts';
import { checkpointBeside } from './checkpoint-beside.ts';
import { committer } from './commit.ts';
import { lockFolder } from './folder-lock.ts';
import { knownVersion, migrate, refuseNewer, versionOf } from './migrate.ts';
import { databaseFile, makeFolder, openFile, openForReading } from './open-file.ts';
import { costsInParts } from './costs-in-parts.ts';
import { figuresInParts } from './figures-in-parts.ts';
import type { SqlDatabase } from './sql-database.ts';
import { sqlDatabase } from './sql-database.ts';
import { valueFiguresBatch } from './tables/figures.ts';
import type { Tables } from './tables/tables.ts';
import { openTables } from './tables/tables.ts';
import { writability } from './writability.ts';

export interface OpenStore extends Store {
  /** The version of the tables. */
  readonly schemaVersion: number;
  /** Copies the database as it is now into a new file, while the gateway works. */
  backup(to: string): Promise<void>;
  /** The tables themselves, for bulk seeding. */
  readonly database: SqlDatabase;
}

export interface StorePlace {
  /** the data folder, made where it is missing */
  readonly folder: string;
  /** country code that numbers typed with a leading 0 belong to, e.g. "886" */
  readonly callingCode?: string;
  /**
   * `gateway` (default): alone in the folder, brings the tables up to date. `visitor`: a command beside a running
   * gateway (`ringside user`, `ringside backup`); it changes no tables that are there.
   */
  readonly as?: 'gateway' | 'visitor';
}

/**
 * Opens the embedded store. Fails with FolderInUse, DatabaseTooNew or the cause why the folder or the file can't be used;
 * each says what to do.
 */
export function openStore({ folder, callingCode, as = 'gateway' }: StorePlace): OpenStore {
  makeFolder(folder);
  const release = as === 'gateway' ? lockFolder(folder) : () => undefined;
  try {
    const file = openFile(databaseFile(folder));
    try {
      if (as === 'gateway') migrate(file, Date.now());
      else visit(file, folder);
      return storeOn(file, callingCode ?? null, release);
    } catch (error) {
      file.close();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}

/** A new folder is made ready, so that people can be added before the gateway's first start; nothing else is changed. */
function visit(file: SqliteFile.Database, folder: string): void {
  refuseNewer(file);
  const found = versionOf(file);
  if (found === knownVersion) return;
  if (found !== 0) {
    throw new Error(
      `The database ${file.name} is of version ${found}, this release works with ${knownVersion}. ` +
        `Run "ringside migrate" while the gateway is stopped, or start the gateway once.`,
    );
  }
  const release = lockFolder(folder);
  try {
    migrate(file, Date.now());
  } finally {
    release();
  }
}

function storeOn(file: SqliteFile.Database, callingCode: string | null, release: () => void): OpenStore {
  const database = sqlDatabase(file);
  const tables = openTables(database, callingCode);
  const commit = committer(file, tables);
  const checkpoints = checkpointBeside(file);
  const writing = writability();
  return {
    ...readings(tables),
    schemaVersion: versionOf(file),
    database,
    async commit(changes) {
      const committed = writing.watch(() => commit(changes));
      checkpoints.committed();
      return committed;
    },
    valueFigures: (since) => allValueFigures(file.name, since),
    nextNumber: async (counter, first) => tables.nextNumber(counter, first),
    ping: async () => pinged(file, writing.trouble()),
    backup: (to) => backup(file, to),
    async close() {
      if (!file.open) return;
      await checkpoints.stop();
      file.close();
      release();
    },
  };
}

type Readings = Omit<Store, 'commit' | 'valueFigures' | 'nextNumber' | 'ping' | 'close'>;

/** Reads are synchronous inside; as promises they fail by rejection, like those of any other store. */
function readings(tables: Tables): Readings {
  return {
    events: async (stream) => tables.events(stream),
    liveCallStreams: async () => tables.liveCallStreams(),
    pendingConsequences: async () => tables.pendingConsequences(),
    deadlines: async (until, limit) => tables.deadlines(until, limit),
    nextDeadlineAt: async () => tables.nextDeadlineAt(),
    legRecords: async () => tables.legRecords(),
    presences: async () => tables.presences(),
    presenceLog: async (from, until, agentId) => tables.presenceLog(from, until, agentId),
    agents: async () => tables.agents(),
    agentByUserName: async (userName) => tables.agentByUserName(userName),
    centreRevisions: async (before, limit) => tables.centreRevisions(before, limit),
    centreRevision: async (revision) => tables.centreRevision(revision),
    auditOf: async (to, before, limit) => tables.auditOf(to, before, limit),
    session: async (tokenSha256) => tables.session(tokenSha256),
    stationGrant: async (stationId) => tables.stationGrant(stationId),
    customerByCustomerNumber: async (customerNumber) => tables.customerByCustomerNumber(customerNumber),
    customerNumber: async (customerId) => tables.customerNumber(customerId),
    customersByNumber: async (number) => tables.customersByNumber(number),
    customer: async (customerId) => tables.customer(customerId),
    customersById: async (ids) => tables.customersById(ids),
    searchCustomers: async (text, limit) => tables.searchCustomers(text, limit),
    products: async (customerId) => tables.products(customerId),
    orders: async (customerId, before, limit) => tables.orders(customerId, before, limit),
    payments: async (customerId, before, limit) => tables.payments(customerId, before, limit),
    paymentFigures: async (customerId, now) => tables.paymentFigures(customerId, now),
    marginSince: async (customerId, since) => tables.marginSince(customerId, since),
    callsOfCustomer: async (customerId, before, limit) => tables.callsOfCustomer(customerId, before, limit),
    callsOfAgent: async (agentId, before, limit) => tables.callsOfAgent(agentId, before, limit),
    call: async (callId) => tables.call(callId),
    callsSince: async (customerId, since) => tables.callsSince(customerId, since),
    abandonedByNumber: async (number, since) => tables.abandonedByNumber(number, since),
    case: async (caseId) => tables.case(caseId),
    caseByReference: async (reference) => tables.caseByReference(reference),
    casesOfCustomer: async (customerId, which) => tables.casesOfCustomer(customerId, which),
    recentCasesOfCustomer: async (customerId, since, limit) =>
      tables.recentCasesOfCustomer(customerId, since, limit),
    openCaseCounts: async () => tables.openCaseCounts(),
    openCases: async (owner, limit) => tables.openCases(owner, limit),
    casesToRank: async (until, limit) => tables.casesToRank(until, limit),
    caseRanksOf: async (caseIds) => tables.caseRanksOf(caseIds),
    nextRankAt: async () => tables.nextRankAt(),
    workPage: tables.workPage,
    workCount: tables.workCount,
    workLoad: async (agentId, now, endOfDay) => tables.workLoad(agentId, now, endOfDay),
    openPromises: async (limit) => tables.openPromises(limit),
    task: async (taskId) => tables.task(taskId),
    tasksOfAgent: async (owner, which, limit) => tables.tasksOfAgent(owner, which, limit),
    tasksOfCustomer: async (customerId) => tables.tasksOfCustomer(customerId),
    tasksOfCase: async (caseId) => tables.tasksOfCase(caseId),
    tasksAfter: async (taskId) => tables.tasksAfter(taskId),
    tasksToLookAt: async (until, limit) => tables.tasksToLookAt(until, limit),
    openTasks: async (page) => tables.openTasks(page),
    calendarFeed: async (tokenSha256) => tables.calendarFeed(tokenSha256),
    calendarFeedOf: async (agentId) => tables.calendarFeedOf(agentId),
    promise: async (promiseId) => tables.promise(promiseId),
    openPromisesOfCustomer: async (customerId) => tables.openPromisesOfCustomer(customerId),
    openPromisesOfAgent: async (owner) => tables.openPromisesOfAgent(owner),
    promisesOfCase: async (caseId) => tables.promisesOfCase(caseId),
    caseEntries: async (caseId) => tables.caseEntries(caseId),
    clocksOfCase: async (caseId) => tables.clocksOfCase(caseId),
    openCaseIds: async (after, limit) => tables.openCaseIds(after, limit),
    clocksAtRisk: async (of, limit) => tables.clocksAtRisk(of, limit),
    alertingClocks: async (ownerId, limit) => tables.alertingClocks(ownerId, limit),
    compensation: async (id) => tables.compensation(id),
    compensationsOfCase: async (caseId) => tables.compensationsOfCase(caseId),
    compensationsOfCustomer: async (customerId) => tables.compensationsOfCustomer(customerId),
    compensationsAsked: async () => tables.compensationsAsked(),
    compensationsLike: async (like, limit) => tables.compensationsLike(like, limit),
    ...costsInParts(tables),
    satisfactionCheck: async (id) => tables.satisfactionCheck(id),
    checksOfCase: async (caseId) => tables.checksOfCase(caseId),
    checkOfTask: async (taskId) => tables.checkOfTask(taskId),
    openTaskCount: async (owner, most) => tables.openTaskCount(owner, most),
    prevention: async (id) => tables.prevention(id),
    preventionsOfCase: async (caseId) => tables.preventionsOfCase(caseId),
    preventions: async (which, limit) => tables.preventions(which, limit),
    preventionsOfOwner: async (owner, limit) => tables.preventionsOfOwner(owner, limit),
    causeFixedAt: async (causeId, before) => tables.causeFixedAt(causeId, before),
    causeIsNamed: async (causeId) => tables.causeIsNamed(causeId),
    ...figuresInParts(tables),
    rotaChanges: async (rotaId, from, until) => tables.rotaChanges(rotaId, from, until),
    rotaChange: async (id) => tables.rotaChange(id),
    absences: async (from, until) => tables.absences(from, until),
    absence: async (id) => tables.absence(id),
    absencesFromFeed: async (agentId) => tables.absencesFromFeed(agentId),
    followedCalendar: async (agentId) => tables.followedCalendar(agentId),
    followedCalendars: async () => tables.followedCalendars(),
    swap: async (id) => tables.swap(id),
    swaps: async (rotaId, limit) => tables.swaps(rotaId, limit),
    openSwaps: async () => tables.openSwaps(),
    dutyStretches: async (rotaId, from, until) => tables.dutyStretches(rotaId, from, until),
    dutyWrittenUntil: async (rotaId) => tables.dutyWrittenUntil(rotaId),
    dutyContacts: async () => tables.dutyContacts(),
    managerRequest: async (id) => tables.managerRequest(id),
    managerRequestOfCall: async (callId) => tables.managerRequestOfCall(callId),
    managerRequestsOfCase: async (caseId) => tables.managerRequestsOfCase(caseId),
    openManagerRequests: async () => tables.openManagerRequests(),
    managerRequests: async (rotaId, from, until, limit) => tables.managerRequests(rotaId, from, until, limit),
    managerRequestsTaken: async (from, until) => tables.managerRequestsTaken(from, until),
    managerRequestsTakenBy: async (agentId, limit) => tables.managerRequestsTakenBy(agentId, limit),
    popLink: async (tokenSha256) => tables.popLink(tokenSha256),
    popLinksOf: async (requestId) => tables.popLinksOf(requestId),
    doneOnce: async (key) => tables.doneOnce(key),
    letter: async (id) => tables.letter(id),
    lettersOfCase: async (caseId) => tables.lettersOfCase(caseId),
    lettersUnderWay: async () => tables.lettersUnderWay(),
    notice: async (id) => tables.notice(id),
    noticesUnderWay: async () => tables.noticesUnderWay(),
    noticesInTrouble: async (since, limit) => tables.noticesInTrouble(since, limit),
    attachment: async (id) => tables.attachment(id),
    apiTokens: async () => tables.apiTokens(),
    apiToken: async (tokenSha256) => tables.apiToken(tokenSha256),
    apiRequest: async (requestId) => tables.apiRequest(requestId),
    attachmentsOfCase: async (caseId) => tables.attachmentsOfCase(caseId),
    drafts: async (agentId) => tables.drafts(agentId),
    recording: async (recordingId) => tables.recording(recordingId),
    unfinishedRecordings: async () => tables.unfinishedRecordings(),
    messagesSince: async (at) => tables.messagesSince(at),
    recordingsBefore: async (before, limit) => tables.recordingsBefore(before, limit),
    recordingsOfTasks: async (taskIds) => tables.recordingsOfTasks(taskIds),
    callbacksSince: async (number, since) => tables.callbacksSince(number, since),
    recentHandling: async (since, limit) => tables.recentHandling(since, limit),
    agentFigures: async (agentId, from, until) => tables.agentFigures(agentId, from, until),
    callsById: async (ids) => ids.flatMap((callId) => tables.call(callId) ?? []),
    queueVisits: (from, until) => inParts(tables.visitsPart, from, until),
    callsAnswered: (from, until) => inParts(tables.answeredPart, from, until),
    offersMade: (from, until) => inParts(tables.offersPart, from, until),
    offersTo: async (agentId, from, until) => tables.offersTo(agentId, from, until),
    promisesDue: async (from, until) => tables.promisesDue(from, until),
    deskSetting: async (agentId, about) => tables.deskSetting(agentId, about),
  };
}

const rowsPerPart = 500;

/** A day of a big centre is read for a good part of a second; calls are heard between the parts. */
async function inParts<Row>(
  part: (from: Instant, until: Instant, skip: number, limit: number) => readonly Row[],
  from: Instant,
  until: Instant,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (;;) {
    const rows = part(from, until, all.length, rowsPerPart);
    for (const row of rows) all.push(row);
    if (rows.length < rowsPerPart) return all;
    await new Promise(setImmediate);
  }
}

const customersPerBatch = 500;

/** Read in batches over one unchanging view, letting calls be heard between them. */
async function allValueFigures(path: string, since: Instant): Promise<readonly ValueFigures[]> {
  const view = openForReading(path);
  try {
    view.exec('begin');
    const batch = valueFiguresBatch(sqlDatabase(view));
    const all: ValueFigures[] = [];
    for (let after: number | null = 0; after !== null;) {
      const { figures, last } = batch(since, after, customersPerBatch);
      for (const figure of figures) all.push(figure);
      after = last;
      await new Promise(setImmediate);
    }
    return all;
  } finally {
    view.close();
  }
}

/** A database that could not be written a moment ago counts as silent until a commit succeeds: reading would still do. */
function pinged(file: SqliteFile.Database, trouble: Error | null): number {
  const began = performance.now();
  try {
    if (trouble !== null) throw trouble;
    file.prepare('select count(*) from counters').get();
  } catch (cause) {
    throw new Error(`The database ${file.name} does not answer: ${(cause as Error).message}`, { cause });
  }
  return performance.now() - began;
}
