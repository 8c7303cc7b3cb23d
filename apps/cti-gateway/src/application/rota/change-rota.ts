import type { AgentId, RotaChangeId, RotaId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ChangedShift, PlannedShift } from '@ringside/shared/protocol/rota';
import { instantOf, isLocalTime } from '../../domain/rota/local-time.ts';
import { plannable } from '../../domain/rota/open-turns.ts';
import type { Rota, RotaChange } from '../../domain/rota/rota.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { tellOfChanges } from './change-notices.ts';
import { mayPlan } from './may-plan.ts';
import { limitsReach } from './over-limits.ts';
import { faultsWith, newFaults } from './rota-faults.ts';
import { inTurnOfSwaps } from './swap-deadline.ts';

export type RotaRefusal =
  | 'unknownRota'
  | 'unknownLayer'
  | 'unknownAgent'
  | 'notAllowed'
  | 'wrongTimes'
  | 'shiftIsOver'
  | 'wouldClash'
  | 'changedMeanwhile';

type Changed = Result<{ readonly changeIds: readonly RotaChangeId[] }, RotaRefusal>;

export interface RotaEntry {
  readonly rotaId: RotaId;
  readonly shifts: readonly ChangedShift[];
  readonly reason: string;
  readonly evenSo: boolean;
  readonly origin: 'byHand' | 'plan';
}

/** nobody plans further, and whoever writes 9999 shall not make everybody wait for all the years until then */
const longestPlanned = days(800);

/** ROTA-7: who is on, or declared that nobody is; several at one stroke or none. What would clash is refused once, and taken when asked for all the same. */
export const changeRota = (parts: Parts, asker: Asker, entry: RotaEntry): Promise<Changed> =>
  inTurnOfSwaps(parts, () => change(parts, asker, entry));

async function change(
  parts: Parts,
  asker: Asker,
  { rotaId, shifts, reason, evenSo, origin }: RotaEntry,
): Promise<Changed> {
  const rota = parts.rota.rota(rotaId);
  if (rota === null) return refuse('unknownRota');
  if (!mayPlan(parts, asker.agentId, rota)) return refuse('notAllowed');
  const made = idMadeBy(parts.secrets, asker, 'rotaChange');
  const changes = changesOf(parts, asker.agentId, { rotaId, reason, origin }, shifts, made);
  const [first] = changes;
  if (first !== undefined && (await parts.store.rotaChange(first.changeId)) !== null)
    return ok({ changeIds: changes.map(({ changeId }) => changeId) });
  const wrong = firstWrong(parts, rota, shifts);
  if (wrong !== null) return refuse(wrong);
  if (!evenSo && (wouldClash(parts, rota, changes) || takesWhatWasPut(parts, rota, changes)))
    return refuse('wouldClash');
  const told = await tellOfChanges(parts, rota, changes, asker.agentId);
  const written = await parts.journal.write({
    changes: [...changes.map((change) => ({ put: 'rotaChange', change }) as const), ...told.changes],
    after: told.show,
  });
  if (!written.ok) return refuse('changedMeanwhile');
  audit(parts, asker.agentId, 'rotaChanged', rotaId, { shifts: shifts.length, origin });
  return ok({ changeIds: changes.map(({ changeId }) => changeId) });
}

/** Why these can't be put on a rota; null: they can. */
export function firstWrong(parts: Parts, rota: Rota, shifts: readonly PlannedShift[]): RotaRefusal | null {
  for (const shift of shifts) {
    const wrong = wrongIn(parts, rota, shift);
    if (wrong !== null) return wrong;
  }
  return null;
}

function wrongIn(
  parts: Parts,
  rota: Rota,
  { layer, from, until, agentId }: PlannedShift,
): RotaRefusal | null {
  if (!rota.layers.some((one) => one.layer === layer)) return 'unknownLayer';
  const timeZone = parts.rota.zoneOf(rota);
  if (!isLocalTime(from) || !isLocalTime(until) || from >= until) return 'wrongTimes';
  const [begins, ends] = [instantOf(from, timeZone), instantOf(until, timeZone)];
  if (ends - begins > longestPlanned || ends > parts.clock.now() + longestPlanned) return 'wrongTimes';
  if (ends <= parts.clock.now()) return 'shiftIsOver';
  if (agentId !== null && ![...parts.rota.facts(rota).people.values()].includes(agentId))
    return 'unknownAgent';
  return null;
}

/** The changes that put these shifts on a rota. */
export function changesOf(
  { clock }: Parts,
  madeBy: AgentId,
  facts: Pick<RotaChange, 'rotaId' | 'reason' | 'origin'>,
  shifts: readonly ChangedShift[],
  made: string,
): readonly RotaChange[] {
  return shifts.map(({ origin = facts.origin, ...shift }, i) => ({
    ...facts,
    ...{ ...shift, origin },
    changeId: asId(`${made}-${String(i).padStart(3, '0')}`),
    swapId: null,
    madeBy,
    madeAt: clock.now(),
    undoneBy: null,
    undoneAt: null,
    version: 1,
  }));
}

/** Whether something is wrong with these changes that is not without them. */
function wouldClash(parts: Parts, rota: Rota, changes: readonly RotaChange[]): boolean {
  const { rota: book } = parts;
  const timeZone = book.zoneOf(rota);
  // too little rest is told at the later shift, too much at the end of a week or month
  const from = Math.min(...changes.map((change) => instantOf(change.from, timeZone))) - limitsReach;
  const until = Math.max(...changes.map((change) => instantOf(change.until, timeZone))) + limitsReach;
  const now = book.facts(rota);
  const then = { ...now, changes: [...now.changes, ...changes] };
  const [before, after] = [now, then].map((facts) => faultsWith(parts, rota, facts, { from, until }));
  return newFaults(before ?? [], after ?? []).length > 0;
}

/** PLAN-4: what somebody put there since a plan was made is not the plan's to take without being asked. */
function takesWhatWasPut({ rota: book }: Parts, rota: Rota, changes: readonly RotaChange[]): boolean {
  const timeZone = book.zoneOf(rota);
  const planned = changes
    .filter(({ origin }) => origin === 'plan')
    .map((one) => ({ ...one, from: instantOf(one.from, timeZone), until: instantOf(one.until, timeZone) }));
  if (planned.length === 0) return false;
  const from = Math.min(...planned.map((one) => one.from));
  const until = Math.max(...planned.map((one) => one.until));
  const put = scheduleOf(book.facts(rota), from, until).filter(({ how }) => !plannable.has(how));
  return put.some((one) =>
    planned.some(
      (two) =>
        two.layer === one.layer &&
        two.agentId !== one.agentId &&
        two.from < one.until &&
        two.until > one.from,
    ),
  );
}

interface Undoing {
  readonly changeId: RotaChangeId;
  readonly version: number;
}

/** ROTA-7: a change no longer counts; it stays to be seen. */
export const undoChange = (
  parts: Parts,
  asker: { readonly agentId: AgentId },
  undoing: Undoing,
): Promise<Result<void, RotaRefusal>> => inTurnOfSwaps(parts, () => undo(parts, asker.agentId, undoing));

async function undo(
  parts: Parts,
  agentId: AgentId,
  { changeId, version }: Undoing,
): Promise<Result<void, RotaRefusal>> {
  const change = await parts.store.rotaChange(changeId);
  const rota = change === null ? null : parts.rota.rota(change.rotaId);
  if (change === null || rota === null) return refuse('unknownRota');
  if (!mayPlan(parts, agentId, rota)) return refuse('notAllowed');
  if (change.undoneAt !== null) return ok(undefined);
  if (change.version !== version) return refuse('changedMeanwhile');
  // who was on stays written as it was
  if (instantOf(change.until, parts.rota.zoneOf(rota)) <= parts.clock.now()) return refuse('shiftIsOver');
  const undone: RotaChange = {
    ...change,
    undoneBy: agentId,
    undoneAt: parts.clock.now(),
    version: version + 1,
  };
  const told = await tellOfChanges(parts, rota, [undone], agentId);
  const written = await parts.journal.write({
    changes: [{ put: 'rotaChange', change: undone }, ...told.changes],
    after: told.show,
  });
  if (!written.ok) return refuse('changedMeanwhile');
  audit(parts, agentId, 'rotaChangeUndone', rota.rotaId, { changeId });
  return ok(undefined);
}
