import { dutyPlace } from '@ringside/cti-gateway/src/domain/rota/burden.ts';
import { instantOf } from '@ringside/cti-gateway/src/domain/rota/local-time.ts';
import type { PlanFacts } from '@ringside/cti-gateway/src/domain/rota/plan.ts';
import { planOf } from '@ringside/cti-gateway/src/domain/rota/plan.ts';
import type { RotaLayer } from '@ringside/cti-gateway/src/domain/rota/rota.ts';
import type { RotaFacts } from '@ringside/cti-gateway/src/domain/rota/schedule.ts';
import { scheduleOf } from '@ringside/cti-gateway/src/domain/rota/schedule.ts';
import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import type { Bench } from './bench.ts';

const [people, rounds] = [25, 5];
const zone = 'Europe/London';
const names = Array.from({ length: people }, (_, i) => `manager-${String(i).padStart(2, '0')}`);
const text = { en: 'Duty', 'zh-Hant': '值班', 'zh-Hans': '值班' };

export const bench: Bench = {
  name: 'fair_plan_ms',
  unit: 'ms',
  about: `a fair plan of a quarter, day and night, in three layers with ${people} managers, absences, rest and limits (wanted: well under 1,000 ms)`,
  async measure(tell) {
    const asked = ['duty', 'backup', 'third'].map((layer, i) => planFacts(layer, i));
    for (const one of asked) {
      const { shifts, open, fairnessBefore, fairness } = planOf(one);
      tell(
        `${one.layer.rotation}: ${shifts.length} given, ${open.length} open, fairness ${(fairnessBefore ?? 0).toFixed(3)} to ${(fairness ?? 0).toFixed(3)}`,
      );
    }
    return Array.from({ length: rounds }, () => {
      const began = performance.now();
      for (const one of asked) planOf(one);
      return performance.now() - began;
    });
  },
};

const layers = (['halfDaily', 'daily', 'byHand'] as const).map((rotation, i): RotaLayer => ({
  layer: ['duty', 'backup', 'third'][i] ?? '',
  name: text,
  rotation,
  startsOn: '2027-01-04',
  turnLength: 1,
  changesAt: rotation === 'halfDaily' ? [8 * 60, 20 * 60] : [8 * 60],
  changesOn: 'mon',
  // each layer begins with another person, or they would stand twice
  people: names.map((_, at) => names[(at + 8 * i) % people] ?? ''),
}));

function planFacts(name: string, index: number): PlanFacts {
  const limits = { hoursPerWeek: 48, shiftsPerWeek: 4, weekendsPerMonth: 3 };
  const facts: RotaFacts = {
    rota: {
      ...{ rotaId: asId('duty'), name: text, timeZone: null, calendarId: null, layers },
      ...{
        minimumRest: hours(11),
        limits: [],
        ringFor: 0,
        promiseWithin: 0,
        responsible: [],
        remindAt: null,
      },
    },
    timeZone: zone,
    calendar: null,
    changes: [],
    absences: names.map((userName, i) => {
      const from = instantOf('2027-04-01T00:00', zone) + days((i * 7) % 80);
      return {
        ...{ absenceId: asId(`absence-${i}`), agentId: asId(userName), from, until: from + days(10) },
        ...{ kind: 'holiday' as const, note: '', feedUid: null, madeBy: null, madeAt: 0 },
        ...{ removedAt: null, version: 1 },
      };
    }),
    people: new Map(names.map((userName) => [userName, asId<'agent'>(userName)])),
  };
  const span = { from: instantOf('2027-04-01T00:00', zone), until: instantOf('2027-07-01T00:00', zone) };
  const layer = layers[index];
  if (layer === undefined) throw new Error(`There is no layer ${name}`);
  return {
    ...{ facts, layer, span, place: dutyPlace(zone, null) },
    people: names.map((userName, i) => ({
      ...{ agentId: asId<'agent'>(userName), limits, carries: (i * 13) % 60, lastOn: null },
    })),
    schedule: scheduleOf(facts, span.from - days(31), span.until + days(31)),
    restOf: () => facts.rota.minimumRest,
  };
}
