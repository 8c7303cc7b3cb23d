import { useDesk } from '../desk.ts';
import type { CaseId, RecordingId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { BoardMessage } from '@ringside/shared/protocol/board';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { CustomerCard } from '@ringside/shared/protocol/customer';
import type { DeskEvent, Reply, Snapshot } from '@ringside/shared/protocol/down';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type { AttachmentAdded, LettersOfCase } from '@ringside/shared/protocol/letters';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import type { About, SignInReply } from '@ringside/shared/protocol/sign-in';
import type { TaskInput, TaskView } from '@ringside/shared/protocol/task';
import type { Command, Query } from '@ringside/shared/protocol/up';
import type { BulkResults, SavedFilter, WorkRowView } from '@ringside/shared/protocol/work-list';
import { agentReportOf, queueReportOf, reportCallsOf } from './floor-company.ts';
import type { AdminAsk, AdminReply } from '../gateway/administer.ts';
import { fakeOffice } from './fake-office.ts';
import type { GatewayLink, LinkListener, LinkState } from '../gateway/gateway-link.ts';
import { callPathOf } from './call-path.ts';
import {
  callRows,
  caseFileOf,
  chen,
  chenCard,
  chenFile,
  linCards,
  maya,
  okaforCard,
  olderEntries,
  plainFile,
  tasks,
  presenceToday,
} from './company.ts';
import { clocksOf, explanationOf } from './case-clocks.ts';
import { dayOf, teamTasks } from './follow-up.ts';
import { compensationAnswer } from './compensation.ts';
import { filesOf2291, letterPreviewIn, lettersOf2291, onePixel } from './letters.ts';
import { answerToManagerPage, isManagerPage } from './manager-page.ts';
import { answerToManagerReport, isManagerReport } from './manager-report.ts';
import type { PreventionQuery } from './prevention.ts';
import { answerToPrevention, isPrevention } from './prevention.ts';
import { calendarsFollowed, followingOf } from './followed-calendars.ts';
import { answerToAbsences, isAbsenceQuery, readFile } from './absences.ts';
import { answerToRota, isRotaSchedule, scheduleNow } from './rota.ts';
import { answerToSwaps, isSwapQuery } from './swaps.ts';
import { goodsOf, similarTo } from './intake.ts';
import type { FakeWork } from './work.ts';
import { answerAtRisk, answerToWork, workRows } from './work.ts';

/** What a test may arrange before it looks. */
export interface Arrangement {
  readonly snapshot: Snapshot | null;
  readonly link: LinkState;
  /** the desk is open elsewhere: answer the first opening with the question */
  readonly elsewhere: boolean;
  /** what the live board hears first; null: nothing */
  readonly board: BoardMessage | null;
  readonly refusals: Partial<Record<Command['do'], ProblemWord>>;
}

/** 16 bits, 8 kHz, mono. */
function aSecondOfSilence(): ArrayBuffer {
  const samples = 8_000 * 2;
  const wav = new DataView(new ArrayBuffer(44 + samples));
  const write = (at: number, text: string) =>
    [...text].forEach((c, i) => wav.setUint8(at + i, c.charCodeAt(0)));
  write(0, 'RIFF');
  wav.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, 8_000, true);
  wav.setUint32(28, 16_000, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  write(36, 'data');
  wav.setUint32(40, samples, true);
  return wav.buffer;
}

/** A gateway in the page, small and obedient: it does what a command says to the snapshot it holds and tells the desk. */
export class FakeGateway implements GatewayLink {
  readonly commands: Command[] = [];
  /** lets the board hear something, for measurements */
  hearBoard: (message: BoardMessage) => void = () => undefined;
  #arranged: Arrangement;
  readonly #refused = new Map<Command['do'] | Query['ask'], ProblemWord>();
  #hear: LinkListener | null = null;
  #seq = 1;
  #contacts: ContactView[];
  #tasks: TaskView[];
  #work: readonly WorkRowView[] = workRows(Date.now());
  #shared: readonly SavedFilter[] = [];

  constructor(arranged: Arrangement) {
    this.#arranged = arranged;
    this.#contacts = [...(arranged.snapshot?.contacts ?? [])];
    this.#tasks = [...(arranged.snapshot?.tasks ?? [])];
  }

  async about(): Promise<About> {
    return {
      product: 'Ringside',
      version: '0.1.0',
      protocol: 1,
      centreName: { en: 'Formosa Home Appliances', 'zh-Hant': '福爾摩沙家電', 'zh-Hans': '福尔摩沙家电' },
      demo: {
        people: [
          { userName: 'maya', name: 'Maya', role: 'agent', password: 'ring' },
          { userName: 'li', name: 'Li', role: 'agent', password: 'ring' },
          { userName: 'noor', name: 'Noor', role: 'supervisor', password: 'ring' },
        ],
      },
    };
  }

  async signIn(userName: string, password: string): Promise<Reply<SignInReply>> {
    if (password !== 'ring') return { ok: false, problem: { problem: 'wrongNameOrPassword' } };
    const me = { agentId: maya, name: userName, userName, language: 'en' as const, roles: [], queueIds: [] };
    return { ok: true, value: { token: 'token', expiresAt: Date.now() + 3_600_000, me } };
  }

  readonly administered: AdminAsk[] = [];
  readonly #office = fakeOffice();

  async administer(asked: AdminAsk): Promise<AdminReply> {
    this.administered.push(asked);
    return this.#office.answer(asked);
  }

  /** Somebody else, on another computer, changes what is being edited. */
  changeCentre(section: string, id: string, item: Record<string, unknown>): void {
    this.#office.change(section, id, item, 'Ben');
  }

  open(takeOver: boolean, hear: LinkListener): boolean {
    const { snapshot, elsewhere, link } = this.#arranged;
    if (!snapshot) return false;
    this.#hear = hear;
    queueMicrotask(() => {
      if (elsewhere && !takeOver) return hear.refused({ problem: 'takenOver' });
      hear.state('up');
      hear.snapshot({ ...snapshot, contacts: this.#contacts });
      if (link !== 'up') hear.state(link);
    });
    return true;
  }

  /** From now on the gateway does not do or answer this. */
  refuse(what: Command['do'] | Query['ask'], word: ProblemWord): void {
    this.#refused.set(what, word);
  }

  async command(command: Command): Promise<Reply<unknown>> {
    this.commands.push(command);
    const refusal = this.#refused.get(command.do) ?? this.#arranged.refusals[command.do];
    if (refusal) return { ok: false, problem: { problem: refusal } };
    if (command.do === 'task.change' && this.#task(command.taskId)?.version !== command.version)
      return { ok: false, problem: { problem: 'changedMeanwhile' } };
    return { ok: true, value: this.#carryOut(command) };
  }

  async query<Value>(query: Query, schema: { parse(value: unknown): Value }): Promise<Reply<Value>> {
    const refusal = this.#refused.get(query.ask);
    if (refusal) return { ok: false, problem: { problem: refusal } };
    return { ok: true, value: schema.parse(JSON.parse(JSON.stringify(this.#answerTo(query)))) };
  }

  /** Somebody, here or elsewhere, changes the list of work. */
  changeWork(change: (rows: readonly WorkRowView[]) => readonly WorkRowView[]): void {
    this.#work = change(this.#work);
    this.tell({ what: 'workMoved' });
  }

  #answerTo(query: Query): unknown {
    const now = Date.now();
    if (isPrevention(query)) return answerToPrevention(query, now);
    if (isRotaSchedule(query)) return answerToRota(query, now);
    if (isAbsenceQuery(query)) return answerToAbsences(query, now, (days) => scheduleNow(days, now));
    if (query.ask === 'absence.calendars') return calendarsFollowed(query.agentId, now);
    if (isSwapQuery(query)) return answerToSwaps(query, now);
    if (isManagerPage(query)) return answerToManagerPage(query, now);
    if (isManagerReport(query)) return answerToManagerReport(query, now);
    if (query.ask === 'clock.atRisk') return answerAtRisk(query, now, this.#work);
    return isWork(query) ? answerToWork(query, now, this.#work, this.#shared) : answerTo(query, now);
  }

  #toMany({ caseIds, act }: Extract<Command, { readonly do: 'work.bulk' }>): BulkResults {
    const of = this.#work.filter((row) => caseIds.includes(row.case.caseId));
    const isOthers = ({ case: one }: WorkRowView) => one.ownerId !== null && one.ownerId !== maya;
    if (act.act === 'take')
      this.changeWork((rows) =>
        rows.map((row) =>
          of.includes(row) && !isOthers(row)
            ? { ...row, case: { ...row.case, ownerId: maya, ownerName: 'Maya' } }
            : row,
        ),
      );
    return of.map((row) => ({
      caseId: row.case.caseId,
      reference: row.case.reference,
      refusal: act.act === 'take' && isOthers(row) ? 'someoneWasFirst' : null,
      by: row.case.ownerName,
    }));
  }

  watchBoard(hear: (message: BoardMessage) => void): () => void {
    const { board } = this.#arranged;
    if (board) queueMicrotask(() => hear(board));
    this.hearBoard = hear;
    return () => undefined;
  }

  async sound(recordingId: RecordingId): Promise<Reply<Blob>> {
    if (recordingId !== 'recording-1') return { ok: false, problem: { problem: 'unknownRecording' } };
    return { ok: true, value: new Blob([aSecondOfSilence()], { type: 'audio/wav' }) };
  }

  readonly attached: File[] = [];
  async attach(_caseId: CaseId, file: File): Promise<Reply<AttachmentAdded>> {
    this.attached.push(file);
    if (file.name.endsWith('.exe')) return { ok: false, problem: { problem: 'attachmentIsActive' } };
    return { ok: true, value: { attachmentId: asId('file-new'), nameFits: true } };
  }

  async file(): Promise<Reply<Blob>> {
    return { ok: true, value: onePixel() };
  }

  async signOut(): Promise<void> {
    this.#hear = null;
  }

  stayAway(): Promise<void> {
    return this.signOut();
  }

  /** Lets the desk hear something, as the gateway would. */
  tell(event: DeskEvent): void {
    this.#seq += 1;
    this.#hear?.event({ seq: this.#seq, at: Date.now(), event });
  }

  lose(link: LinkState): void {
    this.#hear?.state(link);
  }

  offer(contact: ContactView): void {
    const { state, callId } = contact;
    if (state.is !== 'offered') return;
    this.#change(contact);
    this.tell({
      what: 'presence',
      presence: { state: 'reserved', since: Date.now(), callId, offerId: state.offerId },
    });
  }

  /** Somebody saves a change of a task, here or elsewhere. */
  changeTask(taskId: string, change: Partial<TaskView>): void {
    const before = this.#task(taskId);
    if (!before) return;
    const task = { ...before, ...change, version: before.version + 1 };
    this.#tasks = this.#tasks.map((other) => (other.taskId === taskId ? task : other));
    this.tell({ what: 'task', task });
  }

  #task(taskId: string): TaskView | undefined {
    return this.#tasks.find((task) => task.taskId === taskId);
  }

  #carryOut(command: Command): unknown {
    const now = Date.now();
    switch (command.do) {
      case 'absence.import':
        return readFile;
      case 'absence.subscribe':
        return followingOf(command.address);
      case 'manager.handOver':
        return { count: 2, toName: 'Grace Lin' };
      case 'presence.ready':
        return this.tell({ what: 'presence', presence: { state: 'ready', since: now } });
      case 'presence.notReady':
        return this.tell({
          what: 'presence',
          presence: { state: 'notReady', since: now, reason: command.reason },
        });
      case 'presence.next': {
        const presence = useDesk.getState().desk?.presence;
        if (!presence || !('callId' in presence)) return null;
        return this.tell({ what: 'presence', presence: { ...presence, next: command.reason } });
      }
      case 'offer.accept':
        this.#to(command.callId, { is: 'talking', since: now }, { answeredAt: now, waitedMs: 41_000 });
        return this.tell({
          what: 'presence',
          presence: { state: 'onCall', since: now, callId: command.callId, next: null },
        });
      case 'offer.decline':
        this.tell({ what: 'contactGone', callId: command.callId, outcome: 'declined' });
        return this.tell({
          what: 'presence',
          presence: { state: 'notReady', since: now, reason: 'declined' },
        });
      case 'call.hold':
        return this.#to(command.callId, { is: 'held', since: now });
      case 'call.retrieve':
        return this.#to(command.callId, { is: 'talking', since: now });
      case 'call.end':
        this.#to(command.callId, {
          is: 'wrapUp',
          since: now,
          endedBy: 'agent',
          mode: 'timedOptional',
          dispositionNeeded: true,
        });
        return this.tell({
          what: 'presence',
          presence: { state: 'wrapUp', since: now, callId: command.callId, until: now + 60_000, next: null },
        });
      case 'wrapUp.done':
        this.tell({ what: 'contactGone', callId: command.callId, outcome: null });
        return this.tell({ what: 'presence', presence: { state: 'ready', since: now } });
      case 'call.identify':
        return this.#identify(
          command.callId,
          linCards(now).find((card) => card.customerId === command.customerId),
        );
      case 'case.open':
        this.tell({ what: 'customerChanged', customerId: chen });
        return { caseId: 'case-2301', reference: 'C-2301' };
      case 'letter.draft':
        return { letterId: 'letter-new', version: 1 };
      case 'intake.addTo':
        this.tell({ what: 'customerChanged', customerId: chen });
        return { caseId: command.caseId, reference: 'C-2291' };
      case 'manager.link':
        return { path: '/pop/a-secret-of-the-gallery' };
      case 'task.makeCalendar':
        return { path: '/calendar/a-secret-of-the-gallery.ics' };
      case 'work.bulk':
        return this.#toMany(command);
      case 'work.next':
        return { caseId: 'case-2291', reference: 'C-2291' };
      case 'work.share':
        this.#shared = [...this.#shared, command.saved];
        return this.tell({ what: 'workMoved' });
      case 'task.snoozeAll':
        return command.taskIds.map((taskId) => {
          const task = [...teamTasks(now), ...tasks(now)].find((one) => one.taskId === taskId);
          const refusal = task?.ownerId === 'li' ? 'notAllowed' : null;
          return { taskId, title: task?.title ?? '', refusal };
        });
      case 'task.create':
        return { taskId: asId('task-new') };
      case 'task.change':
        return this.changeTask(command.taskId, viewOfInput(command.task));
      default:
        return null;
    }
  }

  #to(callId: ContactView['callId'], state: ContactView['state'], more: Partial<ContactView> = {}): void {
    const contact = this.#contacts.find((candidate) => candidate.callId === callId);
    if (contact) this.#change({ ...contact, ...more, state });
  }

  #identify(callId: ContactView['callId'], customer: CustomerCard | undefined): void {
    const contact = this.#contacts.find((candidate) => candidate.callId === callId);
    if (contact && customer)
      this.#change({ ...contact, pop: { ...contact.pop, match: { kind: 'known', customer } } });
  }

  #change(contact: ContactView): void {
    this.#contacts = [...this.#contacts.filter((other) => other.callId !== contact.callId), contact];
    this.tell({ what: 'contact', contact });
  }
}

type AtRisk = Extract<Query, { readonly ask: 'clock.atRisk' }>;
type OfRotas = Extract<Query, { readonly ask: `${'rota' | 'absence' | 'swap' | 'manager'}.${string}` }>;

const isWork = (query: Query): query is FakeWork => query.ask.startsWith('work.');

function answerTo(
  query: Exclude<Query, FakeWork | PreventionQuery | AtRisk | OfRotas>,
  now: number,
): unknown {
  const everybody = [chenCard(now), ...linCards(now), okaforCard(now)];
  switch (query.ask) {
    case 'compensation.ofCase':
    case 'compensation.preview':
    case 'compensation.precedents':
    case 'compensation.waiting':
    case 'compensation.report':
    case 'compensation.behind':
      return compensationAnswer(query, now);
    case 'customer.file': {
      const card = everybody.find((candidate) => candidate.customerId === query.customerId);
      return card && card.customerId !== chen ? plainFile(card, now) : chenFile(now);
    }
    case 'customer.timeline':
      return { entries: olderEntries(now), more: false };
    case 'customer.search':
      return everybody.filter(({ name }) =>
        `${name.written} ${name.spoken ?? ''}`.toLowerCase().includes(query.text.toLowerCase()),
      );
    case 'clock.ofCase':
      return clocksOf(now);
    case 'clock.explain':
      return explanationOf(query.clock);
    case 'case.file':
      return fileOf(query.caseId, now);
    case 'case.people':
      return [
        { agentId: 'li', name: 'Li', familyId: null, isHere: false, openCases: 3 },
        { agentId: maya, name: 'Maya', familyId: null, isHere: true, openCases: 7 },
      ];
    case 'intake.similar':
      return similarTo(query, now);
    case 'task.people':
      return [
        { agentId: maya, name: 'Maya', familyId: null },
        { agentId: 'li', name: 'Li', familyId: null },
      ];
    case 'intake.goods':
      return goodsOf(now);
    case 'task.day':
      return dayOf(now);
    case 'task.page':
      return {
        tasks: teamTasks(now).filter(({ kind }) => query.kind === null || kind === query.kind),
        next: null,
      };
    case 'task.ofCase':
      return tasks(now).slice(0, 2);
    case 'task.calendar':
      return null;
    case 'task.list':
      return tasks(now).map((task) => ({ ...task, state: 'done' }));
    case 'call.explain':
      return callPathOf(now);
    case 'letter.ofCase':
      return lettersOf(query.caseId, now);
    case 'letter.files':
      return filesOf2291(now);
    case 'letter.preview':
      return letterPreviewIn(query.language);
    case 'call.list':
      return query.before === null ? callRows(now) : [];
    case 'presence.today':
      return presenceToday(now);
    case 'setting.read':
      return null;
    case 'report.queues':
      return queueReportOf(now, query.minutes);
    case 'report.agents':
      return agentReportOf(now, query.minutes, query.agentId);
    case 'report.calls':
      return { calls: reportCallsOf(now), more: false };
    case 'station.credentials':
      return {
        address: 'sip:a@b',
        userName: 'a',
        secret: 's',
        webSocketUrl: '/sip',
        expiresAt: now + 60_000,
      };
  }
}

const fileOf = (caseId: CaseId, now: number): CaseFile => {
  const file = caseFileOf(now);
  return { ...file, case: { ...file.case, caseId } };
};

/** Nobody has written to the customer of a case that was recorded just now. */
const lettersOf = (caseId: CaseId, now: number): LettersOfCase => {
  const all = lettersOf2291(now);
  return caseId === 'case-2291' ? all : { ...all, letters: [] };
};

const viewOfInput = ({ after, ...input }: TaskInput): Partial<TaskView> => ({
  ...input,
  after: after === null ? null : { taskId: after, title: '' },
});
