import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Case } from '../../../domain/case/case.ts';
import type { Centre } from '../../../domain/centre/centre.ts';
import { localTimeAt } from '../../../domain/rota/local-time.ts';
import type { Absence, RotaChange, Swap } from '../../../domain/rota/rota.ts';
import type { RotaFacts } from '../../../domain/rota/schedule.ts';
import { scheduleOf } from '../../../domain/rota/schedule.ts';
import type { Change } from '../../../ports/store.ts';
import type { DemoCompany } from './demo-company.ts';
import { agentIdOf, asE164, partIdOf } from './demo-ids.ts';
import type { Known } from './demo-manager-requests.ts';
import { owedCallBack, past, requestsOf } from './demo-manager-requests.ts';

/** Numbers that Ofcom keeps for films: nobody is rung by accident. */
const contacts = [
  { who: 'okoye', reach: 'deskThenPhone', phone: '+447700900201' },
  { who: 'max', reach: 'phoneThenDesk', phone: '+447700900202' },
  { who: 'grace', reach: 'deskThenPhone', phone: '+447700900203' },
  { who: 'chou', reach: 'phoneOnly', phone: '+447700900204' },
  { who: 'noor', reach: 'deskOnly', phone: null },
] as const;

/** DEMO-8: five weeks of the managers' rota: who was on, who was away and covered, and what customers told them. */
export function managersOfFiveWeeks(
  company: DemoCompany,
  centre: Centre,
  cases: readonly Case[],
  now: Instant,
): readonly Change[] {
  const [rota] = centre.rotas;
  if (rota === undefined) return [];
  const known = { company, rota, centre, now };
  const facts = factsOf(known);
  return [
    ...contacts.map(({ who, reach, phone }): Change => ({
      put: 'dutyContact',
      contact: {
        agentId: agentIdOf(who),
        reach,
        phone: phone === null ? null : asE164(phone),
        email: `${who}@example.com`,
        version: 1,
      },
    })),
    ...awayAndCovered(known, facts),
    ...requestsOf(known, withHistory(known, facts), cases),
    ...owedCallBack(known),
  ];
}

const zoneOf = ({ rota, centre }: Known): string => rota.timeZone ?? centre.timeZone;

function factsOf(known: Known): RotaFacts {
  const { company, rota, centre } = known;
  const onRotas = company.people.filter(({ roles }) => roles.some((role) => role !== 'agent'));
  return {
    rota,
    timeZone: zoneOf(known),
    calendar: centre.calendars.find(({ calendarId }) => calendarId === rota.calendarId) ?? null,
    changes: [],
    absences: [],
    people: new Map(onRotas.map(({ userName }) => [userName, agentIdOf(userName)])),
  };
}

interface Shifted {
  readonly absence: Absence;
  readonly swap: Swap;
  readonly change: RotaChange;
}

/** Eleven days ago somebody of the first layer was away for a day, and somebody who was not on covered for them. */
function coverOf(known: Known, facts: RotaFacts): Shifted | null {
  const { rota, now } = known;
  const shift = scheduleOf(facts, now - days(14), now - days(7)).find(
    ({ agentId, from, until }) => agentId !== null && until - from >= hours(8),
  );
  if (shift === undefined || shift.agentId === null) return null;
  const [from, until] = [localTimeAt(shift.from, facts.timeZone), localTimeAt(shift.until, facts.timeZone)];
  const busy = new Set(scheduleOf(facts, shift.from, shift.from + 1).map(({ agentId }) => agentId));
  const cover = contacts.map(({ who }) => agentIdOf(who)).find((one) => !busy.has(one));
  if (cover === undefined) return null;
  const asked = { swapId: partIdOf<'swap'>('earlier', 'swap', 0), rotaId: rota.rotaId, layer: shift.layer };
  const askedAt = shift.from - days(3);
  return {
    absence: {
      ...{ absenceId: partIdOf('earlier', 'absence', 0), agentId: shift.agentId, kind: 'training' },
      ...{ from: shift.from - hours(1), until: shift.from + hours(12), note: '產品教育訓練', feedUid: null },
      ...{ madeBy: shift.agentId, madeAt: askedAt, removedAt: null, version: 1 },
    },
    swap: {
      ...asked,
      ...{ kind: 'cover', from, until, askedBy: shift.agentId, askedAt, reason: '產品教育訓練', wants: null },
      ...{
        asked: [cover],
        declined: [],
        state: 'done',
        takenBy: cover,
        endedAt: askedAt + hours(2),
        version: 1,
      },
    },
    change: {
      ...asked,
      ...{ changeId: partIdOf('earlier', 'rotaChange', 0), from, until, agentId: cover, origin: 'cover' },
      ...{
        reason: '產品教育訓練',
        madeBy: cover,
        madeAt: askedAt + hours(2),
        undoneBy: null,
        undoneAt: null,
        version: 1,
      },
    },
  };
}

function withHistory(known: Known, facts: RotaFacts): RotaFacts {
  const cover = coverOf(known, facts);
  return cover === null ? facts : { ...facts, changes: [cover.change], absences: [cover.absence] };
}

function awayAndCovered(known: Known, facts: RotaFacts): readonly Change[] {
  const { now } = known;
  const cover = coverOf(known, facts);
  const shifts = scheduleOf(withHistory(known, facts), now - past, now);
  const grace = agentIdOf('grace');
  return [
    ...shifts.map((stretch): Change => ({ put: 'dutyStretch', stretch })),
    ...(cover === null
      ? []
      : ([
          { put: 'absence', absence: cover.absence },
          { put: 'rotaChange', change: cover.change },
          { put: 'swap', swap: cover.swap },
        ] as const)),
    {
      put: 'absence',
      absence: {
        ...{ absenceId: partIdOf('earlier', 'absence', 1), agentId: grace, kind: 'holiday', note: '' },
        ...{
          from: now + days(40),
          until: now + days(45),
          feedUid: null,
          madeBy: grace,
          madeAt: now - days(5),
        },
        ...{ removedAt: null, version: 1 },
      },
    },
  ];
}
