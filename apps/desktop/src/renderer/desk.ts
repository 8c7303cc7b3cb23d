import type { CompensationEvent } from '@ringside/shared/protocol/compensation';
import type { AlertView } from '@ringside/shared/protocol/case-clocks';
import type { DeskFrame, Snapshot } from '@ringside/shared/protocol/down';
import type { TaskNoticeView } from '@ringside/shared/protocol/task-work';
import type { CheckNotice } from '@ringside/shared/protocol/prevention';
import type { OfferOutcome } from '@ringside/shared/model/call-outcome';
import type { LocalText } from '@ringside/shared/model/language';
import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { RotaNotice } from '@ringside/shared/protocol/rota';
import type { CaseView, Looker } from '@ringside/shared/protocol/case';
import { create } from 'zustand';
import { actBy } from './due.ts';
import type { LinkState } from './gateway/gateway-link.ts';

/** The gateway's truth as this desk last heard it. Features read slices of it; only `take*` change it. */
export interface DeskState extends Omit<Snapshot, 'epoch' | 'seq' | 'serverTime'> {
  readonly link: LinkState;
  /** add to Date.now() to get the gateway's clock */
  readonly clockOffset: number;
  /** what came of the last offer that left this desk, for the one-line notice */
  /** the last call back that the customer did not answer, and when it is tried again */
  readonly lastUnanswered: { readonly again: number | null; readonly at: number } | null;
  /** what this person was told of tasks and has not yet put away, oldest first */
  readonly taskNotices: readonly TaskNotice[];
  /** cases whose customers were asked and are not satisfied, until it was read */
  readonly notSatisfied: readonly CheckNotice[];
  readonly lastGone: { readonly callId: string; readonly outcome: OfferOutcome; readonly at: number } | null;
  /** what this person was last told of a request for compensation */
  readonly lastCompensation: (CompensationEvent & { readonly at: number }) | null;
  /** the last case that somebody made this person's, for a notice */
  readonly lastGiven: {
    readonly case: CaseView;
    readonly by: string;
    readonly why: string;
    readonly at: number;
  } | null;
  /** when a customer's file or a case last changed, by id; an open page reloads when its entry moves */
  readonly changed: Readonly<Record<string, number>>;
  /** who has a case open that this desk has open, as last told */
  readonly lookers: Readonly<Record<string, readonly Looker[]>>;
  /** the last deadline of this person's that comes near */
  readonly lastWarned: AlertView | null;
  /** what this person was told of rotas and has not yet put away, oldest first */
  readonly rotaNotices: readonly (RotaNotice & { readonly at: number })[];
  /** the last asking for a manager that this person is to know of */
  readonly lastManagerRequest: {
    readonly request: ManagerRequestView;
    readonly rotaName: LocalText;
    readonly at: number;
  } | null;
  /** what a change of calendars or rules did to the clocks of cases, for administrators (CLOCK-12) */
  readonly lastReckoned: { readonly moved: number; readonly looked: number; readonly at: number } | null;
  /** the gateway's time of the last snapshot: after a gap, every open page reloads */
  readonly snapshotAt: number;
}

export type TaskNotice = Pick<TaskNoticeView, 'why' | 'task'> & { readonly at: number };

/** The name in `changed` under which lists of tasks look whether to ask again. */
export const anyTask = 'tasks';
/** The same for one's own work: tasks, promises and cases. */
export const ownWork = 'work';

/** The same for pages of rotas, and for what managers are asked for. */
export const anyRota = 'rota';
export const managerWork = 'manager';

/** What `changed` is asked for by lists of work: any case changed or moved. */
export const workMoved = 'work';

/** null until the first snapshot. */
export const useDesk = create<{ readonly desk: DeskState | null }>(() => ({ desk: null }));

export function takeSnapshot(snapshot: Snapshot, receivedAt: number): void {
  const { epoch: _epoch, seq: _seq, serverTime, ...slices } = snapshot;
  const fresh = {
    clockOffset: serverTime - receivedAt,
    lastGone: null,
    lastUnanswered: null,
    lastReckoned: null,
    rotaNotices: [],
    lastManagerRequest: null,
    lastWarned: null,
    lastCompensation: null,
    taskNotices: lateOnes(slices.tasks),
    notSatisfied: [],
    changed: {},
    lookers: {},
    lastGiven: null,
    snapshotAt: serverTime,
  };
  useDesk.setState({ desk: { ...slices, ...fresh, link: 'up' } });
}

export function takeEvent(frame: DeskFrame): void {
  useDesk.setState(({ desk }) => ({ desk: desk && applyEvent(desk, frame) }));
}

export function takeLink(link: LinkState): void {
  useDesk.setState(({ desk }) => ({ desk: desk && { ...desk, link } }));
}

export function leaveDesk(): void {
  useDesk.setState({ desk: null });
}

/** Pure: the desk after one event. Every event carries a whole value, so applying it twice changes nothing. */
export function applyEvent(desk: DeskState, { event, at }: DeskFrame): DeskState {
  switch (event.what) {
    case 'presence':
      return { ...desk, presence: event.presence };
    case 'contact':
      return { ...desk, contacts: upsert(desk.contacts, event.contact, (c) => c.callId) };
    case 'contactGone':
      return {
        ...desk,
        contacts: desk.contacts.filter((c) => c.callId !== event.callId),
        lastUnanswered: event.unanswered ? { ...event.unanswered, at } : desk.lastUnanswered,
        lastGone: event.outcome ? { callId: event.callId, outcome: event.outcome, at } : desk.lastGone,
      };
    case 'task':
      return {
        ...desk,
        tasks: openTasks(
          upsert(desk.tasks, event.task, (t) => t.taskId),
          desk.me.agentId,
        ),
        taskNotices: stillMeant(desk.taskNotices, event.task),
        changed: { ...desk.changed, [anyTask]: at, [ownWork]: at },
      };
    case 'taskNotice':
      return { ...desk, taskNotices: noticesWith(desk.taskNotices, { ...event, at }) };
    case 'promise':
      return {
        ...desk,
        promises: upsert(desk.promises, event.promise, (p) => p.promiseId).filter((p) => p.keptAt === null),
        changed: { ...desk.changed, [ownWork]: at },
      };
    case 'queues':
      return { ...desk, queues: event.queues };
    case 'myDay':
      return { ...desk, myDay: event.myDay };
    case 'station':
      return { ...desk, station: event.station };
    case 'reference':
      return { ...desk, reference: event.reference };
    case 'me':
      return { ...desk, me: event.me };
    case 'supervision':
      return { ...desk, supervision: event.supervision };
    case 'alert':
      return event.alert.what === 'warned'
        ? { ...desk, lastWarned: event.alert }
        : { ...desk, alerts: upsert(desk.alerts, event.alert, ({ caseId, clock }) => `${caseId} ${clock}`) };
    case 'alertGone':
      return {
        ...desk,
        alerts: desk.alerts.filter((one) => one.caseId !== event.caseId || one.clock !== event.clock),
      };
    case 'clocksReckoned':
      return { ...desk, lastReckoned: { moved: event.moved, looked: event.looked, at } };
    case 'hands':
      return { ...desk, hands: event.hands };
    case 'message':
      return { ...desk, messages: upsert(desk.messages, event.message, (m) => m.messageId) };
    case 'case':
      return {
        ...desk,
        changed: {
          ...desk.changed,
          [event.case.caseId]: at,
          [workMoved]: at,
          ...(event.case.ownerId === desk.me.agentId ? { [ownWork]: at } : {}),
        },
      };
    case 'caseTouched':
      return { ...desk, changed: { ...desk.changed, [event.caseId]: at, [workMoved]: at } };
    case 'workMoved':
      return { ...desk, changed: { ...desk.changed, [workMoved]: at } };
    case 'caseGiven':
      return {
        ...desk,
        changed: { ...desk.changed, [event.case.caseId]: at },
        lastGiven: { case: event.case, by: event.by, why: event.why, at },
      };
    case 'caseLookers':
      return { ...desk, lookers: { ...desk.lookers, [event.caseId]: event.lookers } };
    case 'compensation':
      return {
        ...desk,
        changed: { ...desk.changed, compensation: at },
        lastCompensation: event.news === null ? desk.lastCompensation : { ...event, at },
      };
    case 'notSatisfied': {
      const others = desk.notSatisfied.filter(({ caseId }) => caseId !== event.caseId);
      return { ...desk, notSatisfied: [...others, event] };
    }
    case 'duty':
      return { ...desk, duty: event.duty, changed: { ...desk.changed, [managerWork]: at } };
    case 'rotaTouched':
      return { ...desk, changed: { ...desk.changed, [anyRota]: at } };
    case 'rotaNotice':
      return {
        ...desk,
        changed: { ...desk.changed, [managerWork]: at },
        rotaNotices: [...rotaNoticesBefore(desk, event), { ...event, at }],
      };
    case 'managerRequest':
      return {
        ...desk,
        changed: { ...desk.changed, [managerWork]: at },
        lastManagerRequest: { request: event.request, rotaName: event.rotaName, at },
      };
    case 'customerChanged':
      return { ...desk, changed: { ...desk.changed, [event.customerId]: at } };
  }
}

function upsert<Item>(items: readonly Item[], item: Item, key: (item: Item) => string): Item[] {
  const at = items.findIndex((other) => key(other) === key(item));
  return at < 0 ? [...items, item] : items.map((other, i) => (i === at ? item : other));
}

/** One line a task: what was said last of it counts. */
const noticesWith = (
  notices: readonly TaskNotice[],
  { why, task, at }: TaskNotice,
): readonly TaskNotice[] => [
  ...notices.filter((other) => other.task.taskId !== task.taskId),
  { why, task, at },
];

/** A task that is finished, put off or somebody else's needs no word any more. */
const stillMeant = (
  notices: readonly TaskNotice[],
  { taskId, state, snoozed, ownerId }: TaskNotice['task'],
): readonly TaskNotice[] =>
  notices.flatMap((notice) => {
    const { task } = notice;
    if (task.taskId !== taskId) return [notice];
    const isSame = state === 'open' && task.ownerId === ownerId && task.snoozed?.until === snoozed?.until;
    return isSame ? [notice] : [];
  });

/** How late tasks were when their notice was put away: it comes again when somebody is told again, or after a reload. */
const putAwayAt = new Map<string, number>();

/** TASK-11: who was away when a task became late reads it on coming back. */
const lateOnes = (tasks: DeskState['tasks']): readonly TaskNotice[] =>
  tasks
    .filter(({ taskId, timesEscalated }) => timesEscalated > (putAwayAt.get(taskId) ?? 0))
    .map((task) => ({ why: 'late', task, at: actBy(task) }));

export function putAway({ taskId, timesEscalated }: TaskNotice['task']): void {
  putAwayAt.set(taskId, timesEscalated);
  useDesk.setState(({ desk }) => ({
    desk: desk && { ...desk, taskNotices: desk.taskNotices.filter(({ task }) => task.taskId !== taskId) },
  }));
}

/** What was told of a swap before is over with what is told of it now. */
const rotaNoticesBefore = ({ rotaNotices }: DeskState, { swapId }: RotaNotice): DeskState['rotaNotices'] =>
  swapId === null ? rotaNotices : rotaNotices.filter((one) => one.swapId !== swapId);

export function putRotaNoticeAway(notice: DeskState['rotaNotices'][number]): void {
  useDesk.setState(({ desk }) => ({
    desk: desk && { ...desk, rotaNotices: desk.rotaNotices.filter((one) => one !== notice) },
  }));
}

function openTasks(tasks: DeskState['tasks'], owner: string): DeskState['tasks'] {
  return tasks.filter((t) => t.state === 'open' && t.ownerId === owner).sort((a, b) => a.dueAt - b.dueAt);
}

/** It was read. */
export function readNotSatisfied(caseId: string): void {
  useDesk.setState(({ desk }) => ({
    desk: desk && { ...desk, notSatisfied: desk.notSatisfied.filter((one) => one.caseId !== caseId) },
  }));
}
