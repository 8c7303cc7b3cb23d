import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import type { Case } from '../../domain/case/case.ts';
import type { Rota } from '../../domain/rota/rota.ts';
import { notRung } from '../../domain/task/task.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { openLines } from '../rota/handover-notice.ts';
import type { OpenRequest } from '../rota/open-of-rota.ts';
import { openOfRota } from '../rota/open-of-rota.ts';
import type { Told } from '../rota/tell-on-rota.ts';
import { tellOnRota } from '../rota/tell-on-rota.ts';
import { audit } from '../sign-in.ts';
import { stopRinging } from '../tasks/ring-task.ts';
import { showTask } from '../tasks/show-task.ts';
import { promiseView } from '../views/case-view.ts';
import { tellOfRequest } from './tell-of-request.ts';

interface HandedOver {
  readonly count: number;
  readonly toName: string;
}

/** RNOTE-6: what the asker leaves open of a rota goes to who is on, in one commit. Said twice it is done once. */
export function handOver(
  parts: Parts,
  asker: Asker,
  { rotaId, note }: { readonly rotaId: RotaId; readonly note: string },
): Promise<Result<HandedOver, ProblemWord>> {
  return parts.inTurn(`handover ${rotaId}`, async () => {
    const rota = parts.rota.rota(rotaId);
    if (rota === null) return refuse('unknownRota');
    const { agentId } = asker;
    const to = parts.rota.onDuty(rotaId, parts.clock.now()).find((one) => one.agentId !== agentId)?.agentId;
    if (to === undefined) return refuse('nobodyOnDuty');
    const toName = agentName(parts.floor, to);
    const key = `handed over ${idMadeBy(parts.secrets, asker, 'handover')}`;
    if ((await parts.store.doneOnce(key)) !== null) return ok({ count: 0, toName });
    const items = await itemsOf(parts, agentId, rotaId);
    const told = await tellBoth(parts, { rota, from: agentId, to, note, items, key });
    const cases = await casesOf(parts, items);
    const written = await parts.journal.write({
      changes: [
        { put: 'doneOnce', key, at: parts.clock.now() },
        ...items.flatMap((item) => changesOf(item, agentId, to)),
        ...cases.map((one) =>
          caseEntry(parts, asker, { of: one, what: 'handedOver', text: `${toName}: ${note}` }),
        ),
        ...told.changes,
      ],
      after: told.show,
    });
    if (!written.ok) return refuse('changedMeanwhile');
    audit(parts, agentId, 'manager.handedOver', rotaId, { to, count: items.length });
    await show(parts, items, to);
    for (const one of cases) await touchCase(parts, one);
    return ok({ count: items.length, toName });
  });
}

/** Of what the rota has open what is this person's. */
async function itemsOf(parts: Parts, agentId: AgentId, rotaId: RotaId): Promise<readonly OpenRequest[]> {
  const open = await openOfRota(parts, rotaId, [agentId]);
  return open
    .map(({ request, promise, tasks }) => ({
      request,
      promise: promise?.ownerId === agentId ? promise : null,
      tasks: tasks.filter(({ ownerId }) => ownerId === agentId),
    }))
    .filter(
      ({ request, promise, tasks }) =>
        promise !== null || tasks.length > 0 || (request.closedAt === null && request.takenBy === agentId),
    );
}

/** Who took a call that is closed took it, whoever keeps the promise. */
function changesOf({ request, promise, tasks }: OpenRequest, from: AgentId, to: AgentId): readonly Change[] {
  const goes = request.closedAt === null && request.takenBy === from;
  return [
    ...(goes
      ? [
          {
            put: 'managerRequest',
            request: { ...request, takenBy: to, version: request.version + 1 },
          } as const,
        ]
      : []),
    ...(promise === null ? [] : [{ put: 'promise', promise: { ...promise, ownerId: to } } as const]),
    ...tasks.map(
      (task) =>
        ({
          put: 'task',
          task: { ...task, ownerId: to, ringing: notRung, version: task.version + 1 },
        }) as const,
    ),
  ];
}

async function casesOf({ store }: Parts, items: readonly OpenRequest[]): Promise<readonly Case[]> {
  const ids = new Set(items.flatMap(({ request }) => request.caseId ?? []));
  return (await Promise.all([...ids].map((id) => store.case(id)))).filter((one) => one !== null);
}

interface Scene {
  readonly rota: Rota;
  readonly from: AgentId;
  readonly to: AgentId;
  readonly note: string;
  readonly items: readonly OpenRequest[];
  readonly key: string;
}

async function tellBoth(parts: Parts, { rota, from, to, note, items, key }: Scene): Promise<Told> {
  const said = note === '' ? [] : [note];
  const telling = async (reader: AgentId, other: AgentId) => ({
    ...{ key, rota },
    kind: 'handedOver' as const,
    to: reader,
    who: agentName(parts.floor, other),
    spans: [],
    count: items.length,
    lines: [...said, ...(await openLines(parts, rota, reader, items))],
    mailUntil: parts.clock.now() + days(1),
  });
  return tellOnRota(parts, [await telling(to, from), await telling(from, to)]);
}

async function show(parts: Parts, items: readonly OpenRequest[], to: AgentId): Promise<void> {
  const { desks, floor, store } = parts;
  for (const { request, promise, tasks } of items) {
    for (const before of tasks) {
      stopRinging(parts, before);
      const task = await store.task(before.taskId);
      if (task !== null) await showTask(parts, task, before);
    }
    if (promise !== null) {
      const view = promiseView(floor, { ...promise, ownerId: to });
      for (const agentId of [promise.ownerId, to]) desks.show(agentId, { what: 'promise', promise: view });
    }
    const now = await store.managerRequest(request.requestId);
    if (now !== null) await tellOfRequest(parts, now);
  }
}
