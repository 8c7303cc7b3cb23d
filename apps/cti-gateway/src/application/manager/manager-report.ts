import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ManagerReport } from '@ringside/shared/protocol/manager';
import type { PersonFigures, Span } from '../../domain/manager/report.ts';
import { clip, common, coverageOf, fairnessOf, peopleFigures, union } from '../../domain/manager/report.ts';
import { countFigures } from '../../domain/manager/request-figures.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { dutyPlace } from '../../domain/rota/burden.ts';
import { localTimeAt } from '../../domain/rota/local-time.ts';
import type { DutyStretch, Rota } from '../../domain/rota/rota.ts';
import { neededIn, scheduleOf } from '../../domain/rota/schedule.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import type { AskedPeriod } from './requests-of-period.ts';
import { requestsOfPeriod } from './requests-of-period.ts';

type Asked = AskedPeriod & { readonly rotaId: Rota['rotaId'] };

/** MREP-1 to MREP-6: how well a rota's managers could be reached, and how evenly they carried it. */
export async function managerReport(
  parts: Parts,
  asked: Asked,
): Promise<Result<ManagerReport, 'unknownRota' | 'badMessage'>> {
  const rota = parts.rota.rota(asked.rotaId);
  if (rota === null) return refuse('unknownRota');
  await parts.journal.written();
  const period = await requestsOfPeriod(parts, asked);
  if (!period.ok) return period;
  const { requests, figures } = period.value;
  const stretches = await dutyWithin(parts, asked);
  const people = await figuresOfPeople(parts, rota, stretches, requests, asked);
  return ok({
    ...coverageOf(await neededOf(parts, rota, asked, stretches), stretches),
    counts: countFigures(figures),
    people: people.map((one) => personView(parts, one)),
    fairness: fairnessOf(people),
  });
}

async function dutyWithin({ store }: Parts, { rotaId, ...span }: Asked): Promise<readonly DutyStretch[]> {
  const touching = await store.dutyStretches(rotaId, span.from, span.until);
  return touching.flatMap((one) => clip([one], span).map((clipped) => ({ ...one, ...clipped })));
}

/** MREP-1: as far as it is written down who was on. */
async function neededOf(
  parts: Parts,
  rota: Rota,
  { from, until }: Span,
  stretches: readonly DutyStretch[],
): Promise<readonly Span[]> {
  const { store } = parts;
  const written = await store.dutyWrittenUntil(rota.rotaId);
  if (written === null) return [];
  const isOlder = (await store.dutyStretches(rota.rotaId, from - days(31), from)).length > 0;
  const first = isOlder ? from : Math.min(...stretches.map((one) => one.from));
  const [begin, end] = [first, Math.min(until, written)];
  if (!Number.isFinite(begin) || begin >= end) return [];
  return neededBetween(parts, rota, begin, end);
}

/** What of the hours in which somebody must be on nobody declared free. */
async function neededBetween(
  { store, rota: book }: Parts,
  rota: Rota,
  from: Instant,
  until: Instant,
): Promise<readonly Span[]> {
  const zone = book.zoneOf(rota);
  const facts = book.facts(rota, {
    changes: await store.rotaChanges(rota.rotaId, localTimeAt(from, zone), localTimeAt(until, zone)),
    absences: await store.absences(from, until),
  });
  const meant = scheduleOf(facts, from, until).filter(({ how }) => how !== 'declared');
  return common(union(neededIn(facts, from, until)), union(meant));
}

async function figuresOfPeople(
  { store, centre, rota: book, floor }: Parts,
  rota: Rota,
  stretches: readonly DutyStretch[],
  requests: readonly ManagerRequest[],
  { from, until }: Span,
): Promise<readonly PersonFigures[]> {
  const names = new Set(rota.layers.flatMap(({ people }) => people));
  const onRota = [...floor.agents.values()]
    .filter(({ agent }) => agent.active && names.has(agent.userName))
    .map(({ agent }) => agent.agentId);
  const others = [...stretches.map(({ agentId }) => agentId), ...requests.map(({ takenBy }) => takenBy)];
  const people = [...new Set([...onRota, ...others.filter((one) => one !== null)])];
  const calls = new Set(requests.flatMap(({ callId }) => callId ?? []));
  // a call asked for in the last minutes of a period is offered a little later
  const offers = await Promise.all(people.map((one) => store.offersTo(one, from, until + hours(1))));
  const calendar = centre.calendars.find(({ calendarId }) => calendarId === rota.calendarId);
  return peopleFigures({
    people,
    stretches,
    requests,
    offers: offers.flat().filter(({ callId }) => calls.has(callId)),
    place: dutyPlace(book.zoneOf(rota), calendar ?? null),
  });
}

function personView(
  { floor }: Parts,
  { agentId, dutyMs, medianToAnswer, ...rest }: PersonFigures,
): ManagerReport['people'][number] {
  return {
    ...rest,
    agentId,
    agentName: agentName(floor, agentId),
    hours: dutyMs / hours(1),
    medianSecondsToAnswer: medianToAnswer === null ? null : medianToAnswer / 1_000,
  };
}
