import { asId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { Agent } from '../domain/agent/agent.ts';
import type { Calendar, OpenInterval } from '../domain/centre/calendar.ts';
import type { Rota, RotaLayer } from '../domain/rota/rota.ts';
import { noor } from './cast.ts';
import { openRig } from './rig.ts';

/** Max, Grace and Wei are managers who take turns on the rota that Noor plans. */
const manager = (name: string): Agent => ({
  ...noor,
  agentId: asId(name.toLowerCase()),
  userName: name.toLowerCase(),
  name,
  roles: ['manager'],
});
export const max = manager('Max');
export const grace = manager('Grace');
export const wei = manager('Wei');

const nineToSix: readonly OpenInterval[] = [{ from: 9 * 60, until: 18 * 60 }];

/** Monday to Friday from nine to six. */
export const workingDays: Calendar = {
  calendarId: asId('working-days'),
  name: { en: 'Working days', 'zh-Hant': '上班日', 'zh-Hans': '工作日' },
  timeZone: null,
  week: {
    ...{ mon: nineToSix, tue: nineToSix, wed: nineToSix, thu: nineToSix, fri: nineToSix },
    ...{ sat: [], sun: [] },
  },
  exceptions: [],
};

/** Max, Grace and Wei a day each from 09:00 on; Max's first is Monday, 2 November 2026. */
export const dutyLayer = (changed: Partial<RotaLayer> = {}): RotaLayer => ({
  layer: 'duty',
  name: { en: 'Duty manager', 'zh-Hant': '值班經理', 'zh-Hans': '值班经理' },
  rotation: 'daily',
  startsOn: '2026-11-02',
  turnLength: 1,
  changesAt: [9 * 60],
  changesOn: 'mon',
  people: ['max', 'grace', 'wei'],
  ...changed,
});

/** Day and night, in Taipei. */
export const dutyRota = (changed: Partial<Rota> = {}): Rota => ({
  rotaId: asId('duty'),
  name: { en: 'Duty managers', 'zh-Hant': '值班經理', 'zh-Hans': '值班经理' },
  timeZone: null,
  calendarId: null,
  layers: [dutyLayer()],
  minimumRest: hours(0),
  limits: [],
  ringFor: seconds(25),
  promiseWithin: minutes(120),
  responsible: [],
  remindAt: null,
  ...changed,
});

/** A gateway with rotas and the three managers; it is Saturday, 21 November 2026, 10:00 in Taipei. */
export async function openRotaRig(rotas: readonly Rota[] = [dutyRota()]) {
  const rig = await openRig({ centre: { rotas: [...rotas], calendars: [workingDays] } });
  for (const agent of [max, grace, wei])
    await rig.store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  await rig.restart([]);
  return rig;
}
