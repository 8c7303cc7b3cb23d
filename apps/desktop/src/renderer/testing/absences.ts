import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type {
  AbsenceImport,
  AbsenceView,
  BurdenView,
  RotaPlan,
  RotaSchedule,
} from '@ringside/shared/protocol/rota';
import type { Query } from '@ringside/shared/protocol/up';

/** Who is away, what everybody carries, and a fair plan of the duty managers’ rota. */
const day = 86_400_000;
/** Taipei keeps one time all year */
const ahead = 8 * 3_600_000;

type AbsenceQuery = Extract<Query, { readonly ask: 'absence.list' | 'rota.plan' }>;
export const isAbsenceQuery = (query: Query): query is AbsenceQuery =>
  query.ask === 'absence.list' || query.ask === 'rota.plan';

export function answerToAbsences(
  query: AbsenceQuery,
  now: number,
  schedule: (days: { readonly from: string; readonly until: string }) => RotaSchedule,
): readonly AbsenceView[] | RotaPlan {
  return query.ask === 'absence.list'
    ? absences(now).filter(({ agentId }) => query.agentId === null || agentId === query.agentId)
    : plan(query, schedule(query));
}

const names: Readonly<Record<string, string>> = {
  'agent-grace': 'Grace Lin',
  'agent-max': 'Max Weber',
  noor: 'Noor Haddad',
  'agent-wu': '吳雅婷',
};

function absences(now: number): readonly AbsenceView[] {
  const midnight = Math.floor((now + ahead) / day) * day - ahead;
  const one = (id: string, who: string, part: Partial<AbsenceView>): AbsenceView => ({
    absenceId: asId(id),
    agentId: asId(who),
    agentName: names[who] ?? '',
    from: midnight + 2 * day,
    until: midnight + 5 * day,
    kind: 'holiday',
    note: '',
    fromFeed: false,
    version: 1,
    ...part,
  });
  const afternoon = { from: midnight + day + 13 * 3_600_000, until: midnight + day + 15 * 3_600_000 };
  return [
    one('absence-1', 'agent-wu', { note: '回台南' }),
    one('absence-2', 'agent-max', { ...afternoon, kind: 'other', note: 'Dentist', fromFeed: true }),
    one('absence-3', 'noor', { from: midnight + 9 * day, until: midnight + 10 * day, kind: 'training' }),
  ];
}

export const burdens = (part: Readonly<Record<string, Partial<BurdenView>>> = {}): BurdenView[] =>
  Object.entries(names).map(([id, agentName]) => ({
    agentId: asId<'agent'>(id),
    agentName,
    hours: 144,
    shifts: 16,
    weekends: 0,
    holidays: 1,
    calls: 12,
    burden: 188.5,
    ...part[id],
  }));

function plan({ layer }: Extract<Query, { readonly ask: 'rota.plan' }>, schedule: RotaSchedule): RotaPlan {
  const turns = schedule.shifts.filter((shift) => shift.layer === layer);
  const ids: AgentId[] = Object.keys(names).map((id) => asId<'agent'>(id));
  return {
    shifts: turns.slice(1).map((shift, nth) => ({
      layer,
      from: shift.fromLocal,
      until: shift.untilLocal,
      agentId: ids[nth % ids.length] ?? null,
      agentName: names[ids[nth % ids.length] ?? ''] ?? '',
      was: [{ agentId: shift.agentId, agentName: shift.agentName }],
    })),
    schedule: { ...schedule, burdens: burdens({ 'agent-wu': { hours: 135, shifts: 15, burden: 179.5 } }) },
    burdensBefore: burdens({
      'agent-grace': { hours: 198, shifts: 22, burden: 251 },
      'agent-wu': { hours: 81, shifts: 9, burden: 118 },
    }),
    fairnessBefore: 0.914,
    fairness: 0.998,
    open: turns.slice(0, 1).map((shift) => ({
      ...{ from: shift.fromLocal, until: shift.untilLocal },
      why: [
        { agentName: 'Grace Lin', not: 'overLimit' },
        { agentName: 'Max Weber', not: 'tooLittleRest' },
        { agentName: 'Noor Haddad', not: 'twice' },
        { agentName: '吳雅婷', not: 'absent' },
      ],
    })),
  };
}

/** What became of a file in which two lines were wrong. */
export const readFile: AbsenceImport = {
  taken: 7,
  removed: 1,
  faults: [
    { line: 12, text: 'DTSTART;TZID=Customized Time Zone:20270310T090000', why: 'badZone' },
    { line: 31, text: 'RRULE:FREQ=HOURLY;INTERVAL=6', why: 'badRule' },
  ],
};
