import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { PlannedShift, RotaPlan, ShiftOfPlan } from '@ringside/shared/protocol/rota';
import type { Span } from '../../domain/rota/limits.ts';
import { limitsFor } from '../../domain/rota/limits.ts';
import { instantOf, laterDate, localDateAt, localTime, localTimeAt } from '../../domain/rota/local-time.ts';
import type { Planned } from '../../domain/rota/plan.ts';
import { planOf } from '../../domain/rota/plan.ts';
import type { Rota, RotaChange, RotaLayer, Shift } from '../../domain/rota/rota.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { burdensOf, burdenViews, keptSchedule, passedDuty, placeOf } from './burdens.ts';
import { mayPlan } from './may-plan.ts';
import type { LocalDays } from './schedule-view.ts';
import { scheduleView } from './schedule-view.ts';
import { areDays } from './show-schedule.ts';

/** limits look at whole months, and rest over the edge */
const around = days(40);
/** a quarter, with room */
const longest = days(190);

type PlanRefusal = 'notAllowed' | 'unknownLayer' | 'wrongTimes';

/** PLAN-4 to PLAN-8: how a layer would be planned fairly, with what everybody carries before and then; nothing is kept. */
export async function planRota(
  parts: Parts,
  asker: AgentId,
  rota: Rota,
  asked: LocalDays & { readonly layer: string },
): Promise<Result<RotaPlan, PlanRefusal>> {
  if (!mayPlan(parts, asker, rota)) return refuse('notAllowed');
  const layer = rota.layers.find((one) => one.layer === asked.layer);
  if (layer === undefined) return refuse('unknownLayer');
  const span = spanOf(parts, rota, asked);
  if (span === null) return refuse('wrongTimes');
  const wide = { from: span.from - around, until: span.until + around };
  const schedule = (
    await Promise.all(parts.centre.rotas.map((one) => keptSchedule(parts, one, wide)))
  ).flat();
  const plan = planOf({
    facts: parts.rota.facts(rota, { absences: await parts.store.absences(span.from, span.until) }),
    ...{ layer, span },
    place: placeOf(parts, rota),
    people: await peopleOf(parts, rota, layer, span),
    schedule,
    restOf: ({ rotaId }) => parts.rota.rota(rotaId)?.minimumRest ?? 0,
  });
  const standing = schedule.filter((one) => one.rotaId === rota.rotaId && one.layer === layer.layer);
  const shifts = plan.shifts.map((shift) => ({
    ...localSpan(parts, rota, shift),
    layer: layer.layer,
    agentId: shift.agentId,
    agentName: agentName(parts.floor, shift.agentId),
    was: holdersIn(parts, standing, shift),
  }));
  const { fairnessBefore, fairness } = plan;
  return ok({
    ...{ shifts, fairnessBefore, fairness },
    schedule: await scheduleView(parts, asker, rota, asked, asChanges(parts, rota, asker, shifts)),
    burdensBefore: [...(await burdensNow(parts, rota, asked))],
    open: plan.open.map(({ why, ...one }) => ({
      ...localSpan(parts, rota, one),
      why: why.map(({ agentId, not }) => ({ agentName: agentName(parts.floor, agentId), not })),
    })),
  });
}

/** PLAN-9: who has a time as things stand, each once, in the order in which they come. */
function holdersIn({ floor }: Parts, standing: readonly Shift[], span: Span): ShiftOfPlan['was'] {
  const pieces = standing.filter((one) => one.from < span.until && one.until > span.from);
  const holders = new Set(pieces.toSorted((a, b) => a.from - b.from).map(({ agentId }) => agentId));
  return [...holders].map((agentId) => ({
    agentId,
    agentName: agentId === null ? '' : agentName(floor, agentId),
  }));
}

/** PLAN-4: from tomorrow on, whatever was asked. */
function spanOf({ rota: book, clock }: Parts, rota: Rota, { from, until }: LocalDays): Span | null {
  if (!areDays({ from, until })) return null;
  const timeZone = book.zoneOf(rota);
  const tomorrow = laterDate(localDateAt(clock.now(), timeZone), 1);
  const span = {
    from: instantOf(localTime(from > tomorrow ? from : tomorrow, 0), timeZone),
    until: instantOf(localTime(until, 0), timeZone),
  };
  return span.from < span.until && span.until - span.from <= longest ? span : null;
}

async function peopleOf(
  parts: Parts,
  rota: Rota,
  { people }: RotaLayer,
  span: Span,
): Promise<readonly Planned[]> {
  const mayBeOn = parts.rota.facts(rota).people;
  const burdens = await burdensOf(parts, rota, span, []);
  return [...new Set(people)].flatMap((userName) => {
    const agentId = mayBeOn.get(userName);
    const agent = agentId === undefined ? undefined : parts.floor.agents.get(agentId)?.agent;
    if (agentId === undefined || agent === undefined) return [];
    const burden = burdens.get(agentId);
    return [
      {
        agentId,
        limits: limitsFor(rota.limits, agent),
        carries: burden?.burden ?? 0,
        lastOn: burden?.lastOn ?? null,
      },
    ];
  });
}

async function burdensNow(parts: Parts, rota: Rota, { from, until }: LocalDays) {
  const timeZone = parts.rota.zoneOf(rota);
  const span = {
    from: instantOf(localTime(from, 0), timeZone),
    until: instantOf(localTime(until, 0), timeZone),
  };
  return burdenViews(parts, await burdensOf(parts, rota, span, await passedDuty(parts, rota, span)));
}

function localSpan({ rota: book }: Parts, rota: Rota, { from, until }: Pick<Shift, 'from' | 'until'>) {
  const timeZone = book.zoneOf(rota);
  return { from: localTimeAt(from, timeZone), until: localTimeAt(until, timeZone) };
}

/** As they would be if they were kept. */
const asChanges = (
  { clock }: Parts,
  { rotaId }: Rota,
  madeBy: AgentId,
  shifts: readonly PlannedShift[],
): readonly RotaChange[] =>
  shifts.map(({ layer, from, until, agentId }, i) => ({
    ...{ layer, from, until, agentId },
    changeId: asId(`plan-${i}`),
    ...{ rotaId, madeBy, origin: 'plan', reason: '', swapId: null },
    ...{ madeAt: clock.now(), undoneBy: null, undoneAt: null, version: 1 },
  }));
