import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DutyLine, RotaChangeView, RotaSchedule } from '@ringside/shared/protocol/rota';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
const password = 'blue-magpie';
const minute = 60_000;

/** Max, day and night, unless somebody says otherwise. */
const rota = {
  rotaId: 'duty',
  name: named('Duty manager'),
  timeZone: 'Asia/Taipei',
  layers: [
    { layer: 'duty', name: named('On duty'), rotation: 'weekly', startsOn: '2026-01-05', people: ['max'] },
  ],
  remindAt: null,
};

let gateway: RunningGateway;
let maya: DeskClient;
let noor: DeskClient;

async function sitDown(): Promise<void> {
  maya = await openDesk({ url: gateway.url, userName: 'maya', password });
  noor = await openDesk({ url: gateway.url, userName: 'noor', password });
}

beforeAll(async () => {
  gateway = await startGateway({ config: { centre: { rotas: [rota] } } });
  await sitDown();
});
afterAll(async () => {
  for (const desk of [maya, noor]) desk?.close();
  await gateway?.stop();
});

/** What stands on every page of hers now. */
function lineAt({ snapshot, events }: DeskClient): DutyLine | undefined {
  const told = events.flatMap(({ event }) => (event.what === 'duty' ? [event.duty] : []));
  return (told.at(-1) ?? snapshot.duty).find(({ rotaId }) => rotaId === 'duty');
}
const onNow = (desk: DeskClient): string =>
  lineAt(desk)
    ?.now.map(({ name }) => name)
    .join() ?? '';
const reads = (name: string, within?: number) =>
  until(
    () => `Maya to read that ${name || 'nobody'} is on, and not ${onNow(maya)}`,
    () => onNow(maya) === name,
    within,
  );

const inTaipei = (at: number): string => new Date(at + 480 * minute).toISOString().slice(0, 16);
const today = () => ({
  rotaId: 'duty',
  from: inTaipei(Date.now()).slice(0, 10),
  until: inTaipei(Date.now() + 2 * 1_440 * minute).slice(0, 10),
});
const schedule = async () => (await noor.ask({ ask: 'rota.schedule', ...today() })) as RotaSchedule;
const changes = async () => (await noor.ask({ ask: 'rota.changes', ...today() })) as RotaChangeView[];

const put = (agentId: string | null, from: number, end: number) =>
  noor.tell({
    do: 'rota.change',
    rotaId: 'duty',
    shifts: [{ layer: 'duty', from: inTaipei(from), until: inTaipei(end), agentId }],
    reason: 'Max is at the dentist',
    evenSo: false,
    origin: 'byHand',
  });

test('ROTA-8 ROTA-12 Noor puts Grace on, the gateway is killed, and when her time is over Max is on again by himself', async () => {
  await reads('Max Brandt');
  // at least half a minute ahead, on a minute of the clock
  const end = Math.ceil((Date.now() + minute / 2) / minute) * minute;
  await put('demo-grace', Date.now(), end);
  await reads('許雅雯 Grace Hsu');
  expect(lineAt(maya)).toMatchObject({ now: [{ until: end }], next: { name: 'Max Brandt', from: end } });
  await gateway.kill();
  for (const desk of [maya, noor]) desk.close();
  gateway = await gateway.startAgain();
  await sitDown();
  await reads(Date.now() < end ? '許雅雯 Grace Hsu' : 'Max Brandt', 1_000);
  await reads('Max Brandt', 3 * minute);
  expect(Date.now()).toBeGreaterThanOrEqual(end);
  const { shifts } = await schedule();
  expect(shifts.filter(({ how }) => how === 'byHand')).toMatchObject([{ agentId: 'demo-grace', until: end }]);
});

test('ROTA-4 ROTA-7 nobody is on because Noor says so: no gap. She takes it back, and who did what stays to be read', async () => {
  await put(null, Date.now(), Date.now() + 30 * minute);
  await reads('');
  expect(lineAt(maya)).toMatchObject({ now: [], gap: false, next: { name: 'Max Brandt' } });
  const [latest] = await changes();
  await noor.tell({ do: 'rota.undo', changeId: latest?.changeId, version: latest?.version });
  await reads('Max Brandt');
  expect(await changes()).toMatchObject([
    { agentName: '', undoneByName: 'Noor Rahman' },
    { agentName: '許雅雯 Grace Hsu', reason: 'Max is at the dentist', undoneAt: null },
  ]);
});

test('ROTA-5 ROTA-10 Max is ill: at once every desk sees the gap, and Noor sees whose it is', async () => {
  const [from, end] = [Date.now(), Date.now() + 30 * minute];
  await noor.tell({
    do: 'absence.enter',
    agentId: 'demo-max',
    ...{ from: inTaipei(from), until: inTaipei(end) },
    ...{ kind: 'sick', note: '' },
  });
  await until('Maya to see a gap', () => lineAt(maya)?.gap === true);
  expect((await schedule()).faults).toContainEqual(
    expect.objectContaining({ kind: 'absent', agentName: 'Max Brandt' }),
  );
  await put('demo-chou', from, end);
  await reads('周柏翰');
});

test('ROTA-9 Maya reads the rota and changes nothing', async () => {
  const refused = await maya.tryTell({
    do: 'rota.change',
    rotaId: 'duty',
    shifts: [
      {
        layer: 'duty',
        from: inTaipei(Date.now()),
        until: inTaipei(Date.now() + 5 * minute),
        agentId: 'demo-maya',
      },
    ],
    reason: '',
    evenSo: true,
    origin: 'byHand',
  });
  expect(refused).toMatchObject({ ok: false, problem: { problem: 'notAllowed' } });
  expect(((await maya.ask({ ask: 'rota.schedule', ...today() })) as RotaSchedule).mayChange).toBe(false);
});
