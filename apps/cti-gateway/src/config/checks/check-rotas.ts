import type { Centre } from '../../domain/centre/centre.ts';
import type { RotaLayer, RotaLimit } from '../../domain/rota/rota.ts';
import type { Path } from '../source.ts';
import type { Finding } from './finding.ts';
import { finding, twice } from './finding.ts';

/** Rotas whose turns could not be told (ROTA-2), and limits that limit nothing. Whether people are here is seen in the schedule (ROTA-10). */
export function checkRotas({ rotas }: Pick<Centre, 'rotas'>): Finding[] {
  return [
    ...twice(['centre', 'rotas'], rotas, 'rotaId'),
    ...rotas.flatMap(({ layers, limits }, i) => {
      const at: Path = ['centre', 'rotas', i];
      return [
        ...twice([...at, 'layers'], layers, 'layer'),
        ...layers.flatMap((layer, j) => timesOf(layer, [...at, 'layers', j, 'changesAt'])),
        ...limits.flatMap((limit, j) => limitsNothing(limit, [...at, 'limits', j])),
      ];
    }),
  ];
}

function timesOf({ rotation, changesAt }: RotaLayer, path: Path): Finding[] {
  const [first = 0, second = 0] = changesAt;
  if (rotation === 'byHand') return [];
  if (rotation === 'halfDaily') {
    if (changesAt.length === 2 && first < second) return [];
    const why = 'half-days change twice a day, the second time later than the first';
    return [finding(path, told(changesAt), why, 'Write two times, e.g. ["09:00", "13:00"].', 'halfDays')];
  }
  if (changesAt.length === 1) return [];
  const why = 'such turns change once in their day, so the second time would never count';
  return [finding(path, told(changesAt), why, 'Write one time, e.g. ["09:00"].', 'oneChange')];
}

const told = (minutes: readonly number[]): string =>
  minutes.map((at) => `${two(Math.floor(at / 60))}:${two(at % 60)}`).join(', ');

const two = (count: number): string => String(count).padStart(2, '0');

function limitsNothing({ hoursPerWeek, shiftsPerWeek, weekendsPerMonth }: RotaLimit, path: Path): Finding[] {
  if (hoursPerWeek !== null || shiftsPerWeek !== null || weekendsPerMonth !== null) return [];
  const why = 'it says who is limited and not to how much';
  const remedy = 'Write hoursPerWeek, shiftsPerWeek or weekendsPerMonth, or remove it.';
  return [finding(path, null, why, remedy, 'limitsNothing')];
}
