import type { DutyLine } from '@ringside/shared/protocol/rota';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const password = 'blue-magpie';
const minute = 60_000;
const day = 24 * 60 * minute;
const rotaId = 'duty';
/** the next change of shift is in ten minutes, to the minute; Grace is on until then, then Max, then Noor */
const change = Math.ceil(Date.now() / minute) * minute + 10 * minute;
const local = (at: number): string => new Date(at).toISOString().slice(0, 16);
const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const rota = {
  rotaId,
  name: text('Duty managers'),
  timeZone: 'UTC',
  layers: [
    {
      layer: 'duty',
      name: text('Duty'),
      rotation: 'daily',
      startsOn: local(change - day).slice(0, 10),
      changesAt: [local(change).slice(11)],
      people: ['grace', 'max', 'noor'],
    },
  ],
};

let gateway: RunningGateway;
let max: DeskClient;
let grace: DeskClient;
let noor: DeskClient;

beforeAll(async () => {
  gateway = await startGateway({ config: { centre: { rotas: [rota] } } });
  const seat = (userName: string) => openDesk({ url: gateway.url, userName, password });
  [max, grace, noor] = [await seat('max'), await seat('grace'), await seat('noor')];
});
afterAll(async () => {
  for (const desk of [max, grace, noor]) desk?.close();
  await gateway?.stop();
});

const line = ({ events, snapshot }: DeskClient): DutyLine | undefined => {
  const told = events.flatMap(({ event }) => (event.what === 'duty' ? [event.duty] : [])).at(-1);
  return (told ?? snapshot.duty).find((one) => one.rotaId === rotaId);
};
const onNow = (desk: DeskClient) => line(desk)?.now.map(({ agentId }) => agentId);
const noticeOf = (desk: DeskClient, notice: string) =>
  desk.events
    .map(({ event }) => event)
    .find((event) => event.what === 'rotaNotice' && event.notice === notice);

/** As their own calendar software reads it. */
async function calendar(path: string): Promise<string> {
  const response = await fetch(`${gateway.url}${path}`);
  expect(response.status).toBe(200);
  return response.text();
}
const stamp = (at: number): string => `${local(at).replaceAll(/[-:]/gu, '')}00Z`;

test('SWAP-4, RNOTE-7 ten minutes before his shift Max asks, Grace accepts, and every desk and both calendars have it at once', async () => {
  const [gracesId, maxsId] = [grace.snapshot.me.agentId, max.snapshot.me.agentId];
  expect(onNow(noor)).toEqual([gracesId]);
  expect(line(noor)?.next).toMatchObject({ agentId: maxsId, from: change });
  const paths = await Promise.all(
    [max, grace].map(
      async (desk) =>
        ((await desk.tell({ do: 'task.makeCalendar', withNames: false })) as { path: string }).path,
    ),
  );
  const [maxs = '', graces = ''] = paths;
  const begins = `DTSTART:${stamp(change)}`;
  expect(await calendar(maxs)).toContain(begins);
  expect(await calendar(graces)).not.toContain(begins);

  const shift = { rotaId, layer: 'duty', from: local(change), until: local(change + day) };
  const { swapId } = (await max.tell({
    ...{ do: 'swap.ask', kind: 'cover', ...shift, wants: null },
    asks: [gracesId],
    reason: 'My train stands still',
  })) as { swapId: string };
  const asked = await until('Grace is asked', () => noticeOf(grace, 'swapAsked'));
  expect(asked).toMatchObject({ swapId, who: max.snapshot.me.name, from: change });
  await grace.tell({ do: 'swap.accept', swapId });
  await until('Max is told', () => noticeOf(max, 'swapDone'));
  await until('the third desk has it', () => line(noor)?.next?.agentId === noor.snapshot.me.agentId);
  expect(line(noor)).toMatchObject({ now: [{ agentId: gracesId, until: change + day }] });
  expect(await calendar(maxs)).not.toContain(begins);
  expect(await calendar(graces)).toContain(begins);
});

test('SWAP-4 in the middle of her shift Grace is relieved, and the third desk shows who is on now', async () => {
  const maxsId = max.snapshot.me.agentId;
  const { swapId } = (await grace.tell({
    ...{ do: 'swap.ask', kind: 'cover', rotaId, layer: 'duty' },
    ...{ from: local(change - day), until: local(change) },
    ...{ wants: null, asks: [maxsId], reason: '' },
  })) as { swapId: string };
  await max.tell({ do: 'swap.accept', swapId });
  await until('the third desk has it', () => onNow(noor)?.includes(maxsId));
  expect(onNow(noor)).toEqual([maxsId]);
  expect(await max.tryTell({ do: 'swap.withdraw', swapId })).toMatchObject({
    ok: false,
    problem: { problem: 'notAllowed' },
  });
});
