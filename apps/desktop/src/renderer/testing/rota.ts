import { asId } from '@ringside/shared/model/ids';
import type {
  ChangedShift,
  DutyLine,
  RotaChangeView,
  RotaFaultView,
  RotaSchedule,
  ShiftView,
} from '@ringside/shared/protocol/rota';
import { burdens } from './absences.ts';
import { noor } from './floor-scenes.ts';
import type { Query } from '@ringside/shared/protocol/up';

/** Two rotas of the small company: the duty managers of Taipei, and who answers English callers from London. */
const hour = 3_600_000;
const day = 24 * hour;
/** Taipei keeps one time all year */
const ahead = 8 * hour;
const timeZone = 'Asia/Taipei';

const local = (en: string, hant: string, hans: string) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });
const dutyManager = local('Duty manager', '值班主管', '值班主管');

const grace = asId<'agent'>('agent-grace');
const max = asId<'agent'>('agent-max');
const wu = asId<'agent'>('agent-wu');
const people = [
  { agentId: grace, name: 'Grace Lin' },
  { agentId: max, name: 'Max Weber' },
  { agentId: noor, name: 'Noor Haddad' },
  { agentId: wu, name: '吳雅婷' },
];

export const dutyLines = (now: number): readonly DutyLine[] => [
  {
    rotaId: asId('duty'),
    name: dutyManager,
    timeZone,
    now: [{ layer: 'duty', agentId: grace, name: 'Grace Lin', until: at(`${dateAt(now)}T18:00`) }],
    gap: false,
    next: { agentId: max, name: 'Max Weber', from: at(`${dateAt(now + day)}T09:00`) },
  },
  {
    rotaId: asId('english'),
    name: local('English calls', '英語來電', '英语来电'),
    timeZone: 'Europe/London',
    now: [],
    gap: true,
    next: { agentId: noor, name: 'Noor Haddad', from: at(`${dateAt(now)}T23:30`) },
  },
];

type RotaQuery = Extract<Query, { readonly ask: 'rota.schedule' | 'rota.preview' | 'rota.changes' }>;
export const isRotaSchedule = (query: Query): query is RotaQuery =>
  query.ask === 'rota.schedule' || query.ask === 'rota.preview' || query.ask === 'rota.changes';

export const scheduleNow = (days: Days, now: number): RotaSchedule => scheduleOf(days, now, []);

export function answerToRota(query: RotaQuery, now: number): unknown {
  if (query.ask === 'rota.changes') return changes(now);
  return scheduleOf(query, now, query.ask === 'rota.preview' ? query.shifts : []);
}

const dateAt = (instant: number): string => new Date(instant + ahead).toISOString().slice(0, 10);
const at = (wall: string): number => Date.parse(`${wall}Z`) - ahead;
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);

interface Days {
  readonly from: string;
  readonly until: string;
}

/** Weekly turns on weekdays, a backup, one swap, one cover, a gap, a holiday and somebody who is on twice. */
function scheduleOf({ from, until }: Days, now: number, planned: readonly ChangedShift[]): RotaSchedule {
  const shifts: ShiftView[] = [];
  for (let date = from; date < until; date = later(date, 1)) shifts.push(...shiftsOf(date, dateAt(now)));
  const shown = planned.reduce(withOne, shifts);
  const faults = shown.flatMap((shift) => faultsOf(shift, shown));
  return {
    rotaId: asId('duty'),
    timeZone,
    layers: [
      { layer: 'duty', name: dutyManager },
      { layer: 'backup', name: local('Backup', '備援', '后备') },
    ],
    people,
    shifts: [...shown],
    faults,
    burdens: burdens(),
    holidays: [{ date: later(monday(dateAt(now)), 9), name: '創立紀念日' }].filter(
      (holiday) => holiday.date >= from && holiday.date < until,
    ),
    clockChanges: [{ date: later(monday(dateAt(now)), 13), minutes: 1_380 }].filter(
      (change) => change.date >= from && change.date < until,
    ),
    absences: [
      {
        agentId: wu,
        from: at(`${later(monday(dateAt(now)), 7)}T00:00`),
        until: at(`${later(monday(dateAt(now)), 10)}T00:00`),
        kind: 'holiday',
      },
    ],
    mayChange: true,
  };
}

const weekday = (date: string): number => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
const monday = (date: string): string => later(date, -weekday(date));

function shiftsOf(date: string, today: string): readonly ShiftView[] {
  if (weekday(date) > 4) return [];
  const fromToday = (Date.parse(`${date}T00:00Z`) - Date.parse(`${monday(today)}T00:00Z`)) / day;
  const week = Math.floor(fromToday / 7);
  const inTurn = [grace, max, noor, wu];
  const turn = inTurn[((week % 4) + 4) % 4] ?? grace;
  const backup = inTurn[(((week + 1) % 4) + 4) % 4] ?? grace;
  const special: Readonly<Record<number, Partial<ShiftView>>> = {
    2: { agentId: wu, how: 'swap' },
    4: { agentId: max, how: 'cover' },
    8: { agentId: null, how: 'gap', gap: 'absent', missingName: '吳雅婷' },
    10: { agentId: noor, how: 'byHand' },
    18: { agentId: null, how: 'declared' },
  };
  return [
    shift({ layer: 'duty', date, agentId: turn }, special[fromToday]),
    shift({ layer: 'backup', date, agentId: backup }, fromToday === 9 ? { agentId: max, how: 'plan' } : {}),
  ];
}

function shift(
  { layer, date, agentId }: { layer: string; date: string; agentId: ShiftView['agentId'] },
  part: Partial<ShiftView> = {},
): ShiftView {
  const made: ShiftView = {
    rotaId: asId('duty'),
    layer,
    from: at(`${date}T09:00`),
    until: at(`${date}T18:00`),
    fromLocal: `${date}T09:00`,
    untilLocal: `${date}T18:00`,
    agentId,
    agentName: '',
    how: 'turn',
    gap: null,
    missingName: '',
    changeId: null,
    ...part,
  };
  return { ...made, agentName: people.find((one) => one.agentId === made.agentId)?.name ?? '' };
}

const withOne = (shifts: readonly ShiftView[], one: ChangedShift): ShiftView[] => {
  const how = one.agentId === null ? 'declared' : (one.origin ?? 'byHand');
  const made = {
    ...shift({ ...one, date: one.from.slice(0, 10) }, { how }),
    fromLocal: one.from,
    untilLocal: one.until,
  };
  return [
    ...shifts.filter(
      ({ layer, fromLocal, untilLocal }) =>
        layer !== one.layer || fromLocal >= one.until || untilLocal <= one.from,
    ),
    { ...made, from: at(one.from), until: at(one.until) },
  ];
};

function faultsOf(one: ShiftView, all: readonly ShiftView[]): readonly RotaFaultView[] {
  const { layer, from, until, agentId, agentName } = one;
  if (one.gap !== null)
    return [{ kind: one.gap, layer, from, until, agentId: wu, agentName: one.missingName }];
  const isTwice =
    layer === 'backup' &&
    agentId !== null &&
    all.some((other) => other.layer !== layer && other.from === from && other.agentId === agentId);
  return isTwice ? [{ kind: 'twice', layer, from, until, agentId, agentName }] : [];
}

const changes = (now: number): readonly RotaChangeView[] => {
  const week = monday(dateAt(now));
  const change = (id: string, days: number, part: Partial<RotaChangeView>): RotaChangeView => ({
    changeId: asId(id),
    layer: 'duty',
    from: `${later(week, days)}T09:00`,
    until: `${later(week, days)}T18:00`,
    agentName: '吳雅婷',
    origin: 'swap',
    reason: '',
    madeByName: '吳雅婷',
    madeAt: now - 3 * day,
    undoneByName: '',
    undoneAt: null,
    version: 1,
    ...part,
  });
  return [
    change('change-3', 10, {
      agentName: 'Noor Haddad',
      origin: 'byHand',
      reason: 'Grace is at the trade fair',
      madeByName: 'Noor Haddad',
      madeAt: now - 2 * hour,
    }),
    change('change-2', 2, {}),
    change('change-1', 1, {
      agentName: 'Max Weber',
      origin: 'byHand',
      madeByName: 'Noor Haddad',
      undoneByName: 'Noor Haddad',
      undoneAt: now - day,
      version: 2,
    }),
  ];
};
