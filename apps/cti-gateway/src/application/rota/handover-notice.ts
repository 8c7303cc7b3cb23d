import type { AgentId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import { hours } from '@ringside/shared/model/instant';
import { momentText } from '../../domain/rota/notice-text.ts';
import type { Rota } from '../../domain/rota/rota.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import type { Handover } from './keep-duty.ts';
import type { OpenRequest } from './open-of-rota.ts';
import { openOfRota } from './open-of-rota.ts';
import { tellOnRota } from './tell-on-rota.ts';

/** RNOTE-5: others are on. */
export function toldAtHandover(parts: Parts, handover: Handover): void {
  tell(parts, handover).catch((cause: unknown) =>
    parts.log.error('a handover could not be told', { rotaId: handover.rotaId, cause: String(cause) }),
  );
}

async function tell(parts: Parts, { rotaId, at, before, after }: Handover): Promise<void> {
  const rota = parts.rota.rota(rotaId);
  if (rota === null) return;
  const came = after.filter(({ agentId }) => before.every((one) => one.agentId !== agentId));
  const went = before.filter(({ agentId }) => after.every((one) => one.agentId !== agentId));
  const open = came.length === 0 ? [] : await openOfRota(parts, rotaId, idsOf(went));
  for (const { agentId } of came) await tellOne(parts, { rota, at, agentId, went: idsOf(went), open });
}

const idsOf = (people: Handover['after']): readonly AgentId[] => people.map(({ agentId }) => agentId);

interface Coming {
  readonly rota: Rota;
  readonly at: number;
  readonly agentId: AgentId;
  readonly went: readonly AgentId[];
  readonly open: readonly OpenRequest[];
}

async function tellOne(parts: Parts, { rota, at, agentId, went, open }: Coming): Promise<void> {
  const shift = parts.rota
    .shifts(rota.rotaId, at - hours(36), at + hours(36))
    .find((one) => one.agentId === agentId && one.from <= at && one.until > at);
  if (shift === undefined) return;
  const key = `handover ${rota.rotaId} ${agentId} ${shift.from}`;
  if ((await parts.store.doneOnce(key)) !== null) return;
  const told = await tellOnRota(parts, [
    {
      ...{ key, rota },
      kind: 'handover',
      to: agentId,
      who: went.map((one) => agentName(parts.floor, one)).join(', '),
      spans: [{ from: shift.from, until: shift.until, what: '' }],
      count: open.length,
      lines: await openLines(parts, rota, agentId, open),
      // with nothing open the line on the screen says enough
      mailUntil: open.length === 0 ? null : shift.until,
    },
  ]);
  const done = { put: 'doneOnce', key, at: parts.clock.now() } as const;
  await parts.journal.write({ changes: [done, ...told.changes], after: told.show });
}

/** By the case's reference and what was promised; names of customers stay out of e-mails. */
export async function openLines(
  parts: Parts,
  rota: Rota,
  to: AgentId,
  open: readonly OpenRequest[],
): Promise<readonly string[]> {
  const language: Language = parts.floor.agents.get(to)?.agent.language ?? 'en';
  const timeZone = parts.rota.zoneOf(rota);
  return Promise.all(
    open.map(async ({ request, promise, tasks }) => {
      const one = request.caseId === null ? null : await parts.store.case(request.caseId);
      const due = promise?.dueAt ?? tasks[0]?.dueAt ?? null;
      const what = promise?.what ?? tasks[0]?.title ?? request.note;
      return [one?.reference ?? '', what, due === null ? '' : momentText(due, timeZone, language)]
        .filter((part) => part !== '')
        .join(' · ');
    }),
  );
}
