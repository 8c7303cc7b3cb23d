import type { AgentId, RotaChangeId, RotaId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { PlannedShift } from '@ringside/shared/protocol/rota';
import { instantOf } from '../../domain/rota/local-time.ts';
import type { Rota, RotaChange } from '../../domain/rota/rota.ts';
import { scheduleOf } from '../../domain/rota/schedule.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { tellOfChanges } from './change-notices.ts';
import { mayPlan } from './may-plan.ts';
import { faultsWith } from './schedule-view.ts';

export type RotaRefusal =
  | 'unknownRota'
  | 'unknownLayer'
  | 'unknownAgent'
  | 'notAllowed'
  | 'wrongTimes'
  | 'shiftIsOver'
  | 'wouldClash'
  | 'changedMeanwhile';

export interface RotaEntry {
  readonly rotaId: RotaId;
  readonly shifts: readonly PlannedShift[];
  readonly reason: string;
  readonly evenSo: boolean;
  readonly origin: 'byHand' | 'plan';
}

/** ROTA-7: who is on, or declared that nobody is; several at one stroke or none. What would clash is refused once, and taken when asked for all the same. */
export async function changeRota(
  parts: Parts,
  asker: Asker,
  { rotaId, shifts, reason, evenSo, origin }: RotaEntry,
): Promise<Result<{ readonly changeIds: readonly RotaChangeId[] }, RotaRefusal>> {
  const rota = parts.rota.rota(rotaId);
  if (rota === null) return refuse('unknownRota');
  if (!mayPlan(parts, asker.agentId, rota)) return refuse('notAllowed');
  const wrong = shifts.map((shift) => wrongIn(parts, rota, shift)).find((one) => one !== null);
  if (wrong !== undefined && wrong !== null) return refuse(wrong);
  const changes = changesOf(parts, asker, { rotaId, reason, origin }, shifts);
  const [first] = changes;
  if (first !== undefined && (await parts.store.rotaChange(first.changeId)) !== null)
    return ok({ changeIds: changes.map(({ changeId }) => changeId) });
  if (!evenSo && wouldClash(parts, rota, changes)) return refuse('wouldClash');
  const told = await tellOfChanges(parts, rota, changes, asker.agentId);
  const written = await parts.journal.write({
    changes: [...changes.map((change) => ({ put: 'rotaChange', change }) as const), ...told.changes],
    after: told.show,
  });
  if (!written.ok) return refuse('changedMeanwhile');
  audit(parts, asker.agentId, 'rotaChanged', rotaId, { shifts: shifts.length, origin });
  return ok({ changeIds: changes.map(({ changeId }) => changeId) });
}

function wrongIn(
  parts: Parts,
  rota: Rota,
  { layer, from, until, agentId }: PlannedShift,
): RotaRefusal | null {
  if (!rota.layers.some((one) => one.layer === layer)) return 'unknownLayer';
  const timeZone = parts.rota.zoneOf(rota);
  const isTime = (local: string): boolean => new Date(`${local}Z`).toJSON()?.startsWith(local) ?? false;
  if (!isTime(from) || !isTime(until) || from >= until) return 'wrongTimes';
  if (instantOf(until, timeZone) <= parts.clock.now()) return 'shiftIsOver';
  if (agentId !== null && ![...parts.rota.facts(rota).people.values()].includes(agentId))
    return 'unknownAgent';
  return null;
}

function changesOf(
  parts: Parts,
  asker: Asker,
  facts: Pick<RotaChange, 'rotaId' | 'reason' | 'origin'>,
  shifts: readonly PlannedShift[],
): readonly RotaChange[] {
  const made = idMadeBy(parts.secrets, asker, 'rotaChange');
  return shifts.map((shift, i) => ({
    ...facts,
    ...shift,
    changeId: asId(`${made}-${String(i).padStart(3, '0')}`),
    swapId: null,
    madeBy: asker.agentId,
    madeAt: parts.clock.now(),
    undoneBy: null,
    undoneAt: null,
    version: 1,
  }));
}

/** Whether there is something wrong with these changes that is not without them. */
export function wouldClash(parts: Parts, rota: Rota, changes: readonly RotaChange[]): boolean {
  const { rota: book } = parts;
  const timeZone = book.zoneOf(rota);
  const from = Math.min(...changes.map((change) => instantOf(change.from, timeZone)));
  const until = Math.max(...changes.map((change) => instantOf(change.until, timeZone)));
  const now = book.facts(rota);
  const then = { ...now, changes: [...now.changes, ...changes] };
  const count = (facts: typeof now): number =>
    faultsWith(parts, rota, facts, scheduleOf(facts, from, until), from, until).filter(
      ({ kind }) => kind !== 'nobody',
    ).length;
  return count(then) > count(now);
}

/** ROTA-7: a change no longer counts; it stays to be seen. */
export async function undoChange(
  parts: Parts,
  asker: { readonly agentId: AgentId },
  { changeId, version }: { readonly changeId: RotaChangeId; readonly version: number },
): Promise<Result<void, RotaRefusal>> {
  const change = await parts.store.rotaChange(changeId);
  const rota = change === null ? null : parts.rota.rota(change.rotaId);
  if (change === null || rota === null) return refuse('unknownRota');
  if (!mayPlan(parts, asker.agentId, rota)) return refuse('notAllowed');
  if (change.undoneAt !== null) return ok(undefined);
  if (change.version !== version) return refuse('changedMeanwhile');
  // who was on stays written as it was
  if (instantOf(change.until, parts.rota.zoneOf(rota)) <= parts.clock.now()) return refuse('shiftIsOver');
  const undone: RotaChange = {
    ...change,
    undoneBy: asker.agentId,
    undoneAt: parts.clock.now(),
    version: version + 1,
  };
  const told = await tellOfChanges(parts, rota, [undone], asker.agentId);
  const written = await parts.journal.write({
    changes: [{ put: 'rotaChange', change: undone }, ...told.changes],
    after: told.show,
  });
  if (!written.ok) return refuse('changedMeanwhile');
  audit(parts, asker.agentId, 'rotaChangeUndone', rota.rotaId, { changeId });
  return ok(undefined);
}
