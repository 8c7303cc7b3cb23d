import { asId } from '@ringside/shared/model/ids';
import { hours, minutes } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { maya } from '../../testing/cast.ts';
import { clockRule, officeHours } from '../../testing/clocks.ts';
import { dutyCentre, dutyRota, grace, layer, max } from '../../testing/duty.ts';
import { aCase } from '../../testing/records.ts';
import { openRig, settle } from '../../testing/rig.ts';
import type { SeatedAgent } from '../../testing/rig.ts';

const caseId = asId<'case'>('c-1');
const resolve = clockRule({ time: 'calendar', target: hours(2), warnBefore: [] });
const alertsTo = ({ screen }: SeatedAgent) => screen.of('alert').map(({ alert }) => alert.as);

/** Maya's case, due in two hours; Max is on duty, Grace comes after him at noon. */
async function opened(rotas: 'withRota' | 'without') {
  const halfDays = { rotation: 'halfDaily', startsOn: '2026-11-21', changesAt: [0, 12 * 60] } as const;
  const duty = dutyCentre([layer('duty', ['max', 'grace'], halfDays)]);
  const rig = await openRig({
    centre: { clocks: [resolve], calendars: [officeHours()], ...(rotas === 'withRota' ? duty : {}) },
  });
  for (const agent of [max, grace])
    await rig.store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  const one = aCase('c-1', { openedAt: rig.clock.now(), ownerId: maya.agentId, category: 'delivery' });
  await rig.store.commit([{ put: 'case', case: one }]);
  await rig.restart([]);
  return rig;
}

describe('DUTY-12 a complaint comes above its handler', () => {
  test('DUTY-12 who is on duty at that moment is told, and it waits for a manager once', async () => {
    const rig = await opened('withRota');
    const [atMax, atGrace] = [await rig.enter(max), await rig.enter(grace)];
    await rig.advance(hours(3));
    await settle();
    expect([alertsTo(atMax), alertsTo(atGrace)]).toEqual([[], ['dutyManager']]);
    await rig.advance(minutes(30));
    expect(alertsTo(atGrace)).toEqual(['dutyManager', 'dutyManager']);
    const requests = await rig.store.managerRequestsOfCase(caseId);
    expect(requests).toMatchObject([{ way: 'case', rotaId: dutyRota, state: 'asked', callId: null, caseId }]);
  });

  test('DUTY-12 without a rota every manager is told, as ever, and nobody is asked for', async () => {
    const rig = await opened('without');
    const [atMax, atGrace] = [await rig.enter(max), await rig.enter(grace)];
    await rig.advance(hours(3));
    await settle();
    expect([alertsTo(atMax), alertsTo(atGrace)]).toEqual([['dutyManager'], ['dutyManager']]);
    expect(await rig.store.managerRequestsOfCase(caseId)).toEqual([]);
  });
});
