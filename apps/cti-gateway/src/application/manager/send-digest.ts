import type { AgentId } from '@ringside/shared/model/ids';
import type { Digest } from '../../domain/manager/digest.ts';
import type { DigestWeek } from '../../domain/manager/digest-text.ts';
import { digestText, digestWeekAt } from '../../domain/manager/digest-text.ts';
import type { Rota } from '../../domain/rota/rota.ts';
import type { Change } from '../../ports/store.ts';
import { noticeTo } from '../notices/notice-to.ts';
import type { Parts } from '../parts.ts';
import { responsibleFor } from '../rota/notices-due.ts';
import { digestOfPeriod } from './manager-digest.ts';

/**
 * MREP-10: on Monday morning of the rota's zone what customers told managers in the week before is sent to those responsible
 * and to all managers, once; a gateway that was away sends it when it is back. Without a mail server nothing is done.
 */
export async function sendDigest(parts: Parts, rota: Rota): Promise<void> {
  if (parts.mail === null) return;
  const week = digestWeekAt(parts.clock.now(), parts.rota.zoneOf(rota));
  const key = `digest ${rota.rotaId} ${week.monday}`;
  if ((await parts.store.doneOnce(key)) !== null) return;
  const digest = await digestOfPeriod(parts, { rotaId: rota.rotaId, from: week.from, until: week.until });
  if (!digest.ok) return;
  // after two weeks in which nobody asked there is nothing to tell
  const isQuiet = digest.value.total === 0 && digest.value.before === 0;
  const mails = isQuiet
    ? []
    : await Promise.all(
        readersOf(parts, rota).map((to) => mailTo(parts, { to, rota, week, key }, digest.value)),
      );
  const done: Change = { put: 'doneOnce', key, at: parts.clock.now() };
  await parts.journal.write({ changes: [done, ...mails.flat()] });
}

function readersOf(parts: Parts, rota: Rota): readonly AgentId[] {
  const managers = [...parts.floor.agents.values()]
    .filter(({ agent }) => agent.active && agent.roles.includes('manager'))
    .map(({ agent }) => agent.agentId);
  return [...new Set([...responsibleFor(parts, rota), ...managers])];
}

interface Mail {
  readonly to: AgentId;
  readonly rota: Rota;
  readonly week: DigestWeek;
  readonly key: string;
}

async function mailTo(
  parts: Parts,
  { to, rota, week, key }: Mail,
  digest: Digest,
): Promise<readonly Change[]> {
  const agent = parts.floor.agents.get(to)?.agent;
  const { email } = parts.rota.contact(to);
  if (agent === undefined || email === null) return [];
  const { language } = agent;
  const { centre } = parts;
  const nameOf = (category: string | null) =>
    centre.categories.find((known) => known.category === category)?.name[language] ?? category;
  const words = digestText(
    {
      ...{
        rotaName: rota.name[language],
        centreName: centre.name[language],
        timeZone: parts.rota.zoneOf(rota),
      },
      ...{ from: week.from, until: week.until, total: digest.total, before: digest.before },
      lines: digest.byCategory.map((line) => ({ ...line, category: nameOf(line.category) })),
    },
    language,
  );
  const usefulUntil = week.usefulUntil;
  return noticeTo(parts, { ...words, key, to, address: email, language, calendar: null, usefulUntil });
}
