import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { centre, service } from '../../testing/cast.ts';
import { dutyLayer, dutyRota, workingDays } from '../../testing/rotas.ts';
import { centreReader } from '../centre-reader.ts';
import { checkCentre } from './check-centre.ts';

type Changed = Partial<typeof centre>;
const found = (changed: Changed) =>
  checkCentre({ centre: { ...centre, calendars: [workingDays], ...changed } } as Parameters<
    typeof checkCentre
  >[0]).map(({ path, value, word, remedy }) => [path.slice(1).join('.'), value, word, remedy.slice(0, 12)]);

const limit = { hoursPerWeek: null, shiftsPerWeek: null, weekendsPerMonth: null };

describe('a rota that could not be kept is refused', () => {
  test('ROTA-2 turns of every kind with their times, and a queue that it serves, are taken', () => {
    const layers = [
      dutyLayer({ layer: 'hand', rotation: 'byHand', changesAt: [0, 0] }),
      dutyLayer({ layer: 'half', rotation: 'halfDaily', changesAt: [540, 780] }),
      dutyLayer({ layer: 'week', rotation: 'weekly' }),
      dutyLayer(),
    ];
    const queues = centre.queues.map((queue) => ({ ...queue, rotaId: asId<'rota'>('duty') }));
    const rotas = [
      dutyRota({
        layers,
        calendarId: workingDays.calendarId,
        limits: [{ who: { of: 'everybody' }, ...limit, hoursPerWeek: 10 }],
      }),
    ];
    expect(found({ rotas, queues })).toEqual([]);
  });

  test('ROTA-2 half-days want two times that rise; others one', () => {
    const layers = [
      dutyLayer({ layer: 'a', rotation: 'halfDaily', changesAt: [540] }),
      dutyLayer({ layer: 'b', rotation: 'halfDaily', changesAt: [780, 540] }),
      dutyLayer({ layer: 'c', rotation: 'daily', changesAt: [540, 780] }),
    ];
    expect(found({ rotas: [dutyRota({ layers })] })).toEqual([
      ['rotas.0.layers.0.changesAt', '09:00', 'halfDays', 'Write two ti'],
      ['rotas.0.layers.1.changesAt', '13:00, 09:00', 'halfDays', 'Write two ti'],
      ['rotas.0.layers.2.changesAt', '09:00, 13:00', 'oneChange', 'Write one ti'],
    ]);
  });

  test('ROTA-2 names that lead nowhere: a calendar, a family, and the rota of a queue', () => {
    const rotas = [
      dutyRota({
        calendarId: asId('night'),
        limits: [{ who: { of: 'family', familyId: asId('gold') }, ...limit, shiftsPerWeek: 1 }],
      }),
    ];
    const queues = centre.queues.map((queue) =>
      queue.queueId === service ? { ...queue, rotaId: asId<'rota'>('north') } : queue,
    );
    expect(found({ rotas, queues })).toEqual([
      ['queues.0.rotaId', 'north', 'unknownName', 'Write one of'],
      ['rotas.0.calendarId', 'night', 'unknownName', 'Write one of'],
      ['rotas.0.limits.0.who.family', 'gold', 'unknownName', 'Add the fami'],
    ]);
  });

  test('ROTA-2 rotas and layers that stand twice, and a limit that limits nothing', () => {
    const twoLayers = dutyRota({
      layers: [dutyLayer(), dutyLayer()],
      limits: [{ who: { of: 'everybody' }, ...limit }],
    });
    expect(found({ rotas: [twoLayers, dutyRota()] })).toEqual([
      ['rotas.1.rotaId', 'duty', 'twice', 'Choose anoth'],
      ['rotas.0.layers.1.layer', 'duty', 'twice', 'Choose anoth'],
      ['rotas.0.limits.0', null, 'limitsNothing', 'Write hoursP'],
    ]);
  });
});

const text = { en: 'Duty', 'zh-Hant': '值班', 'zh-Hans': '值班' };

/** As an operator of the first release wrote it. */
const firstRelease = {
  name: text,
  ...{ region: 'TW', timeZone: 'Asia/Taipei', currency: 'TWD' },
  hotlines: [{ hotlineId: 'line', name: text, numbers: ['+886800111222'], queueId: 'service' }],
  queues: [{ queueId: 'service', name: text }],
};
const layer = { layer: 'duty', name: text, rotation: 'daily', startsOn: '2026-11-02' };
const rotaWith = (changed: object) => ({
  ...firstRelease,
  rotas: [{ rotaId: 'duty', name: text, layers: [{ ...layer, ...changed }] }],
});

function readWhole(document: object) {
  const read = centreReader.read(document);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

describe('a rota as operators write it', () => {
  test('ROTA-2 a document of an earlier release says nothing of rotas: there are none, and no queue has one', () => {
    const { centre: read } = readWhole(firstRelease);
    expect([read.rotas, read.queues[0]?.rotaId]).toEqual([[], null]);
  });

  test('ROTA-2 what it leaves unsaid is in the document afterwards', () => {
    const { centre: read, document } = readWhole(rotaWith({}));
    expect(read.rotas).toMatchObject([
      {
        timeZone: null,
        calendarId: null,
        minimumRest: 0,
        ringFor: 25_000,
        promiseWithin: 7_200_000,
        remindAt: 1080,
      },
    ]);
    expect(document['rotas']).toMatchObject([
      { promiseWithinMinutes: 120, remindAt: '18:00', layers: [{ turnLength: 1, changesAt: ['00:00'] }] },
    ]);
  });

  test.each([
    ['startsOn', '2026-02-30'],
    ['changesAt', ['9:00']],
    ['turnLength', 0],
    ['rotation', 'monthly'],
  ])('ROTA-2 a layer with a wrong %s is refused with what to write', (setting, wrong) => {
    const read = centreReader.read(rotaWith({ [setting]: wrong }));
    expect(
      read.ok ? [] : read.refusal.map(({ path, remedy }) => [path.includes(setting), remedy.length > 10]),
    ).toEqual([[true, true]]);
  });
});
