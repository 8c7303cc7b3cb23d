import type { AgentId, SwapId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { RotaNotice } from '@ringside/shared/protocol/rota';
import type { RotaNoticeFacts } from '../../domain/rota/notice-text.ts';
import { rotaNoticeText } from '../../domain/rota/notice-text.ts';
import type { Rota, Shift } from '../../domain/rota/rota.ts';
import { shiftItem } from '../../domain/rota/shift-calendar.ts';
import { calendarText } from '../../domain/task/calendar-text.ts';
import type { Change } from '../../ports/store.ts';
import { noticeTo } from '../notices/notice-to.ts';
import type { Parts } from '../parts.ts';

/** What goes into the commit of what is told, and what is shown once that is written. */
export interface Told {
  readonly changes: readonly Change[];
  readonly show: () => void;
}

export const nothingTold: Told = { changes: [], show: () => undefined };

/** One thing that one person on a rota is told. */
export interface RotaTelling extends Pick<RotaNoticeFacts, 'kind' | 'who' | 'spans'> {
  /** what makes its e-mail the same when it is told once more */
  readonly key: string;
  readonly to: AgentId;
  readonly rota: Rota;
  readonly swapId?: SwapId;
  readonly count?: number;
  readonly lines?: readonly string[];
  /** shifts that are theirs, to go along as a calendar */
  readonly shifts?: readonly Shift[];
  /** no e-mail later than this; null: none at all */
  readonly mailUntil: Instant | null;
}

/** At the desk at once, by e-mail where an address is kept (SPEC RNOTE). */
export async function tellOnRota(parts: Parts, tellings: readonly RotaTelling[]): Promise<Told> {
  const mails = await Promise.all(tellings.map((telling) => mailOf(parts, telling)));
  return {
    changes: mails.flat(),
    show: () => {
      for (const telling of tellings) parts.desks.show(telling.to, noticeOf(telling));
    },
  };
}

function noticeOf({ kind, rota, swapId, spans, who, count }: RotaTelling): RotaNotice {
  const [first] = spans;
  return {
    what: 'rotaNotice',
    notice: kind,
    rotaId: rota.rotaId,
    rotaName: rota.name,
    swapId: swapId ?? null,
    from: first?.from ?? null,
    until: first?.until ?? null,
    who,
    count: count ?? spans.length,
  };
}

/** longer lists are on the page */
const mostSpans = 30;

async function mailOf(parts: Parts, telling: RotaTelling): Promise<readonly Change[]> {
  const { key, to, kind, rota, who, spans, mailUntil } = telling;
  const { email } = parts.rota.contact(to);
  const agent = parts.floor.agents.get(to)?.agent;
  if (email === null || agent === undefined || mailUntil === null) return [];
  const { language } = agent;
  const facts: RotaNoticeFacts = {
    ...{ kind, who },
    rotaName: rota.name[language],
    centreName: parts.centre.name[language],
    timeZone: parts.rota.zoneOf(rota),
    spans: spans.slice(0, mostSpans),
    count: telling.count ?? spans.length,
    lines: telling.lines ?? [],
  };
  return noticeTo(parts, {
    ...{ key, to, language },
    address: email,
    ...rotaNoticeText(facts, language),
    calendar: calendarOf(parts, telling),
    usefulUntil: mailUntil,
  });
}

function calendarOf({ rota: book, floor, clock }: Parts, telling: RotaTelling): string | null {
  const { rota, to, shifts = [] } = telling;
  const agent = floor.agents.get(to)?.agent;
  if (shifts.length === 0 || agent === undefined) return null;
  const title = rota.name[agent.language];
  const shown = {
    agentId: to,
    title,
    timeZone: book.zoneOf(rota),
    changes: book.facts(rota).changes,
    since: clock.now(),
  };
  return calendarText(
    title,
    shifts.map((shift) => shiftItem(shift, shown)),
  );
}
