import type { AgentId } from '@ringside/shared/model/ids';
import { instantOf } from '../../domain/rota/local-time.ts';
import { spanWords } from '../../domain/rota/notice-text.ts';
import type { Rota, RotaChange, Shift } from '../../domain/rota/rota.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import { cutOut } from '../../domain/rota/swap.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import type { RotaTelling, Told } from './tell-on-rota.ts';
import { nothingTold, tellOnRota } from './tell-on-rota.ts';

/** RNOTE-4: who is on otherwise than before by changes that are about to be written, except who makes them. */
export function tellOfChanges(
  parts: Parts,
  rota: Rota,
  changes: readonly RotaChange[],
  by: AgentId,
): Promise<Told> {
  const timeZone = parts.rota.zoneOf(rota);
  const from = Math.max(
    parts.clock.now(),
    Math.min(...changes.map((change) => instantOf(change.from, timeZone))),
  );
  const until = Math.max(...changes.map((change) => instantOf(change.until, timeZone)));
  if (from >= until) return Promise.resolve(nothingTold);
  const known = parts.rota.facts(rota);
  const fresh = new Map(changes.map((change) => [change.changeId, change]));
  const kept = known.changes.filter(({ changeId }) => !fresh.has(changeId));
  const then = { ...known, changes: [...kept, ...changes].toSorted((a, b) => a.madeAt - b.madeAt) };
  const [before, after] = [scheduleOf(known, from, until), scheduleOf(then, from, until)];
  const people = new Set([...before, ...after].flatMap(({ agentId }) => agentId ?? []));
  people.delete(by);
  const [first] = changes;
  const key = `changed ${first?.changeId} ${first?.version}`;
  return tellOnRota(
    parts,
    [...people].flatMap((to) => tellingTo(parts, { rota, to, by, key, before, after }) ?? []),
  );
}

interface Difference {
  readonly rota: Rota;
  readonly to: AgentId;
  readonly by: AgentId;
  readonly key: string;
  readonly before: readonly Shift[];
  readonly after: readonly Shift[];
}

function tellingTo({ floor }: Parts, { rota, to, by, key, before, after }: Difference): RotaTelling | null {
  const language = floor.agents.get(to)?.agent.language ?? 'en';
  const gained = piecesNotIn(before, after, to);
  const lost = piecesNotIn(after, before, to);
  if (gained.length === 0 && lost.length === 0) return null;
  const spans = [
    ...gained.map(({ from, until }) => ({ from, until, what: spanWords.yours[language] })),
    ...lost.map(({ from, until }) => ({ from, until, what: spanWords.notYours[language] })),
  ].toSorted((a, b) => a.from - b.from);
  return {
    ...{ key, to, rota, spans },
    kind: 'changed',
    who: agentName(floor, by),
    shifts: gained,
    mailUntil: Math.max(...spans.map(({ until }) => until)),
  };
}

/** Of one person's pieces in `all` what they don't have in `base`. */
function piecesNotIn(base: readonly Shift[], all: readonly Shift[], agentId: AgentId): readonly Shift[] {
  const theirs = (shifts: readonly Shift[]) => shifts.filter((shift) => shift.agentId === agentId);
  return theirs(base).reduce<readonly Shift[]>(
    (left, known) => left.flatMap((piece) => (piece.layer === known.layer ? cutOut(piece, known) : [piece])),
    theirs(all),
  );
}
