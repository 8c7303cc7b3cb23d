import type { AgentId, PromiseId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { ManagerPageView, ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { waitsForSomebody } from '../../domain/manager/see-to-request.ts';
import type { Parts } from '../parts.ts';
import { reachNow } from './reach-now.ts';
import { requestViews } from './request-view.ts';

/** so many of one's own that are closed are looked through for promises */
const mostClosed = 200;
const closedSince = days(28);

/** NOTE-6: what one has to see to, and what one did in the last four weeks. */
export async function managerPage(parts: Parts, agentId: AgentId): Promise<ManagerPageView> {
  const now = parts.clock.now();
  const [open, closed, promises] = await Promise.all([
    parts.store.openManagerRequests(),
    parts.store.managerRequestsTakenBy(agentId, mostClosed),
    parts.store.openPromisesOfAgent(agentId),
  ]);
  const own = new Set(promises.map(({ promiseId }) => promiseId));
  const mine = open.filter((request) => isTheirs(parts, agentId, request, now));
  const [openViews, closedViews, handedViews] = await Promise.all([
    requestViews(parts, mine, agentId),
    requestViews(parts, closed, agentId),
    requestViews(parts, await handedTo(parts, agentId, own), agentId),
  ]);
  const isOwn = ({ promise }: ManagerRequestView): boolean => promise !== null && own.has(promise.promiseId);
  const promised = [...closedViews, ...handedViews].filter(isOwn);
  const recent = new Set(
    closed.filter(({ closedAt }) => (closedAt ?? 0) > now - closedSince).map(({ requestId }) => requestId),
  );
  return {
    reach: reachView(parts, agentId),
    open: [...openViews, ...promised].sort((a, b) => dueOf(a) - dueOf(b)),
    closed: closedViews.filter((view) => recent.has(view.requestId) && !promised.includes(view)),
  };
}

/** RNOTE-6: calls that others took and noted, whose promise is theirs to keep now. */
async function handedTo(
  { store, clock }: Parts,
  agentId: AgentId,
  own: ReadonlySet<PromiseId>,
): Promise<readonly ManagerRequest[]> {
  const now = clock.now();
  const requests =
    own.size === 0 ? [] : await store.managerRequests(null, now - closedSince, now, mostClosed);
  return requests.filter(
    ({ takenBy, closedAt, promiseId }) =>
      takenBy !== agentId && closedAt !== null && promiseId !== null && own.has(promiseId),
  );
}

/** What they took, and what waits for anybody while they are on. */
function isTheirs({ rota }: Parts, agentId: AgentId, request: ManagerRequest, now: number): boolean {
  if (request.takenBy !== null) return request.takenBy === agentId;
  if (!waitsForSomebody(request)) return false;
  return rota.onDuty(request.rotaId, now).some((one) => one.agentId === agentId);
}

/** Who is on the line comes first, then by when something is due. */
const dueOf = ({ promise, callBackBy, state, askedAt }: ManagerRequestView): number =>
  state === 'taken' ? (callBackBy ?? 0) : (promise?.dueAt ?? callBackBy ?? askedAt);

function reachView(parts: Parts, agentId: AgentId): ManagerPageView['reach'] {
  const { reach, phone, email } = parts.rota.contact(agentId);
  const mail = parts.mail !== null && parts.settings.publicUrl !== null;
  return { reach, phone, email, mail, now: reachNow(parts, agentId) };
}
