import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, minutes } from '@ringside/shared/model/instant';
import type { CustomerPromise } from '../../domain/case/case.ts';
import { shiftItem } from '../../domain/rota/shift-calendar.ts';
import type { CalendarItem } from '../../domain/task/calendar-text.ts';
import { calendarText } from '../../domain/task/calendar-text.ts';
import type { Task } from '../../domain/task/task.ts';
import { actBy } from '../../domain/task/task-times.ts';
import type { CalendarFeed } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';

const secretBytes = 32;

/** TASK-18: a new secret address; the one before it ends. Only its digest is kept, so that it is shown this once. */
export async function makeCalendar(
  parts: Parts,
  agentId: AgentId,
  withNames: boolean,
): Promise<{ readonly path: string }> {
  const token = parts.ids.secret(secretBytes);
  const feed: CalendarFeed = {
    ...{ agentId, withNames },
    tokenSha256: parts.secrets.sha256Hex(token),
    madeAt: parts.clock.now(),
  };
  await parts.journal.write({ changes: [{ put: 'calendarFeed', feed }] });
  audit(parts, agentId, 'calendar.made', agentId, { withNames });
  return { path: `/calendar/${token}.ics` };
}

export async function revokeCalendar(parts: Parts, agentId: AgentId): Promise<void> {
  await parts.journal.write({ changes: [{ put: 'calendarFeedGone', agentId }] });
  audit(parts, agentId, 'calendar.revoked', agentId, {});
}

const mostItems = 500;
const shown = minutes(15);

/** The calendar behind an address; null: there is none, or its person works here no more. */
export async function calendarFor(parts: Parts, token: string): Promise<string | null> {
  const feed = await parts.store.calendarFeed(parts.secrets.sha256Hex(token));
  if (feed === null || parts.floor.agents.get(feed.agentId)?.agent.active !== true) return null;
  const { agentId } = feed;
  const [tasks, promises] = await Promise.all([
    parts.store.openTasks({ whose: { of: 'owner', agentId }, until: null, after: null, limit: mostItems }),
    parts.store.openPromisesOfAgent(agentId),
  ]);
  const titleOf = await titles(parts, feed, [...tasks, ...promises]);
  return calendarText('Ringside', [
    ...tasks.filter(({ waiting }) => !waiting).map((task) => taskItem(task, titleOf(task, task.title))),
    ...promises.slice(0, mostItems).map((promise) => promiseItem(promise, titleOf(promise, promise.what))),
    ...shiftItems(parts, feed),
  ]);
}

const shiftsAhead = days(90);
/** so that a turn of weeks that runs keeps its begin, and one that begins its end */
const around = days(60);

/** RNOTE-7: their shifts on all rotas. */
function shiftItems(
  { centre, rota: book, clock, floor }: Parts,
  feed: CalendarFeed,
): readonly CalendarItem[] {
  const { agentId, madeAt } = feed;
  const language = floor.agents.get(agentId)?.agent.language ?? 'en';
  const now = clock.now();
  return centre.rotas.flatMap((rota) => {
    const shown = {
      ...{ agentId, since: madeAt },
      title: rota.name[language],
      timeZone: book.zoneOf(rota),
      changes: book.facts(rota).changes,
    };
    return book
      .shifts(rota.rotaId, now - around, now + shiftsAhead + around)
      .filter((shift) => shift.agentId === agentId && shift.until > now)
      .filter(({ from }) => from < now + shiftsAhead)
      .map((shift) => shiftItem(shift, shown));
  });
}

type About = Pick<Task, 'caseId' | 'customerId'>;

/** TASK-18: title and reference; the customer's name only where that was chosen. */
async function titles(
  { store }: Parts,
  { withNames }: CalendarFeed,
  about: readonly (Task | CustomerPromise)[],
): Promise<(of: About, title: string) => string> {
  const caseIds = [...new Set(about.flatMap(({ caseId }) => caseId ?? []))];
  const cases = await Promise.all(caseIds.map((caseId) => store.case(caseId)));
  const references = new Map(
    cases.flatMap((one) => (one === null ? [] : [[one.caseId, one.reference] as const])),
  );
  const ids = withNames ? [...new Set(about.flatMap(({ customerId }) => customerId ?? []))] : [];
  const names = new Map((await store.customersById(ids)).map((one) => [one.customerId, one.name.written]));
  return ({ caseId, customerId }, title) =>
    [
      title,
      caseId === null ? undefined : references.get(caseId),
      customerId === null ? undefined : names.get(customerId),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
}

function taskItem(task: Task, title: string): CalendarItem {
  const at = actBy(task);
  return item(task.taskId, title, {
    from: task.from !== null && task.from < at ? task.from : at - shown,
    until: at,
    sequence: task.version,
    changedAt: task.createdAt,
    remindAt: task.remindedAt === null ? task.remindAt : null,
  });
}

const promiseItem = (promise: CustomerPromise, title: string): CalendarItem =>
  item(promise.promiseId, title, {
    from: promise.dueAt - shown,
    until: promise.dueAt,
    sequence: 1,
    changedAt: promise.madeAt,
    remindAt: null,
  });

const item = (
  id: string,
  title: string,
  times: { from: Instant; until: Instant; sequence: number; changedAt: Instant; remindAt: Instant | null },
): CalendarItem => ({ uid: `${id}@ringside`, title, ...times });
