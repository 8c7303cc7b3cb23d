import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { gapsIn, stintsOf } from '../../domain/rota/faults.ts';
import type { Stint } from '../../domain/rota/faults.ts';
import { localDateAt } from '../../domain/rota/local-time.ts';
import type { Rota, RotaFault, Shift } from '../../domain/rota/rota.ts';
import type { Evening } from '../../domain/rota/warning-times.ts';
import {
  eveningAt,
  furthestWarning,
  lookEvery,
  nextWarning,
  warningAt,
} from '../../domain/rota/warning-times.ts';
import type { Parts } from '../parts.ts';
import type { RotaTelling } from './tell-on-rota.ts';

/** What is told together, and what is written down as told with it. */
export interface Due {
  readonly keys: readonly string[];
  readonly tellings: readonly RotaTelling[];
}

const longRunning = days(1);

/** RNOTE-1: all gaps of a rota that are due to be told now, as one warning. */
export async function gapsDue(parts: Parts, rota: Rota): Promise<Due | null> {
  const now = parts.clock.now();
  // one that has run for longer is told again each day
  const beginOf = ({ from }: RotaFault): string =>
    from > now - longRunning ? String(from) : localDateAt(now, parts.rota.zoneOf(rota));
  const fresh: { readonly gap: RotaFault; readonly key: string }[] = [];
  for (const gap of gapsOf(parts, rota)) {
    const warning = warningAt(gap.from, now);
    const key = `gap ${rota.rotaId} ${gap.layer} ${beginOf(gap)} ${warning}`;
    if (warning !== null && (await parts.store.doneOnce(key)) === null) fresh.push({ gap, key });
  }
  const [first] = fresh;
  if (first === undefined) return null;
  const spans = fresh.map(({ gap: { from, until, layer } }) => ({ from, until, what: layer }));
  return {
    keys: fresh.map(({ key }) => key),
    tellings: responsibleFor(parts, rota).map((to) => ({
      key: `${first.key} ${fresh.length}`,
      kind: 'gap',
      ...{ to, rota, spans },
      who: '',
      mailUntil: Math.max(...fresh.map(({ gap }) => gap.until)),
    })),
  };
}

/** By time. */
function gapsOf({ rota: book, clock }: Parts, { rotaId }: Rota): readonly RotaFault[] {
  const now = clock.now();
  return gapsIn(book.shifts(rotaId, now - longRunning, now + furthestWarning + days(1)))
    .filter(({ until }) => until > now)
    .toSorted((a, b) => a.from - b.from);
}

/** Those it names, by default all supervisors; managers where there are none. */
export function responsibleFor({ floor }: Parts, { responsible }: Rota): readonly AgentId[] {
  const people = [...floor.agents.values()].map(({ agent }) => agent).filter(({ active }) => active);
  const named = people.filter(({ userName }) => responsible.includes(userName));
  const supervisors = people.filter(({ roles }) => roles.includes('supervisor'));
  const managers = people.filter(({ roles }) => roles.includes('manager'));
  const chosen = [named, supervisors, managers].find((some) => some.length > 0) ?? [];
  return chosen.map(({ agentId }) => agentId);
}

/** RNOTE-2: who is on on the day after this evening and was not told of it since. */
export async function remindersDue(parts: Parts, rota: Rota): Promise<readonly Due[]> {
  if (rota.remindAt === null) return [];
  const evening = eveningAt(parts.clock.now(), rota.remindAt, parts.rota.zoneOf(rota));
  const due: Due[] = [];
  for (const { stint, pieces } of stintsOn(parts, rota, evening)) {
    const key = `reminder ${rota.rotaId} ${stint.agentId} ${stint.from}`;
    if ((await parts.store.doneOnce(key)) !== null) continue;
    const spans = pieces.map(({ from, until }) => ({ from, until, what: '' }));
    due.push({
      keys: [key],
      tellings: [
        {
          ...{ key, rota, spans },
          kind: 'reminder',
          to: stint.agentId,
          who: '',
          shifts: pieces,
          mailUntil: stint.from,
        },
      ],
    });
  }
  return due;
}

interface Coming {
  readonly stint: Stint;
  readonly pieces: readonly Shift[];
}

function stintsOn({ rota: book, clock }: Parts, rota: Rota, { since, day }: Evening): readonly Coming[] {
  // what began the day before is not begun anew at midnight
  const shifts = book.shifts(rota.rotaId, day.from - days(1), day.until + days(1));
  const made = new Map(book.facts(rota).changes.map(({ changeId, madeAt }) => [changeId, madeAt]));
  const isNews = ({ shift }: Stint): boolean =>
    shift.changeId !== null && (made.get(shift.changeId) ?? 0) >= since;
  return stintsOf(shifts)
    .filter(({ from }) => from >= day.from && from < day.until && from > clock.now())
    .filter((stint) => !isNews(stint))
    .map((stint) => ({
      stint,
      pieces: shifts.filter(
        ({ agentId, from, until }) => agentId === stint.agentId && from >= stint.from && until <= stint.until,
      ),
    }));
}

/** When there may be something to tell of a rota again. */
export function nextDue(parts: Parts, rota: Rota): Instant {
  const now = parts.clock.now();
  const times = [
    now + lookEvery,
    ...gapsOf(parts, rota).map(({ from }) => nextWarning(from, now) ?? now + lookEvery),
    ...(rota.remindAt === null ? [] : [eveningAt(now, rota.remindAt, parts.rota.zoneOf(rota)).next]),
  ];
  return Math.min(...times);
}
