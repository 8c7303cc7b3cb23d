import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BulkResults, WorkFilterInput, WorkPage } from '@ringside/shared/protocol/work-list';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const password = 'blue-magpie';
let gateway: RunningGateway;
let maya: DeskClient;
let li: DeskClient;

beforeAll(async () => {
  gateway = await startGateway();
  maya = await openDesk({ url: gateway.url, userName: 'maya', password });
  li = await openDesk({ url: gateway.url, userName: 'li', password });
});
afterAll(async () => {
  maya?.close();
  li?.close();
  await gateway?.stop();
});

const waiting: WorkFilterInput = {
  whose: 'nobody',
  ownerId: null,
  types: [],
  phases: [],
  severities: [],
  tiers: [],
  categories: [],
  dueWithin: null,
  reopened: false,
  text: '',
};

async function open(desk: DeskClient, whatHappened: string): Promise<string> {
  const [category] = desk.snapshot.reference.categories;
  const opened = (await desk.tell({
    do: 'case.open',
    case: {
      type: 'complaint',
      customerId: null,
      callId: null,
      whatHappened,
      channel: 'email',
      category: category?.category,
      severity: 'moderate',
      impact: 'one',
      urgency: 'normal',
      legal: false,
      product: null,
      servicePointId: null,
      contractId: null,
      remedyWanted: '',
      feeling: null,
      apologyGiven: true,
      explanation: '',
      commitment: '',
      promise: null,
    },
  })) as { caseId: string };
  return opened.caseId;
}

const many = async (desk: DeskClient, caseIds: readonly string[], act: object): Promise<BulkResults> =>
  (await desk.tell({ do: 'work.bulk', caseIds, act })) as BulkResults;

const listed = async (desk: DeskClient): Promise<readonly string[]> => {
  const query = { ask: 'work.page', filter: waiting, sort: 'priority', after: null, limit: 200 };
  return ((await desk.ask(query)) as WorkPage).rows.map((row) => row.case.caseId);
};

test('WORK-8 what Maya gives back stands on Li’s list, and what Li takes is gone from Maya’s', async () => {
  const caseId = await open(maya, 'The parcel was open');
  const touched = (desk: DeskClient) =>
    desk.events.filter(({ event }) => event.what === 'case' && event.case.caseId === caseId).length;
  const before = touched(li);
  await many(maya, [caseId], { act: 'giveBack' });
  await until('Li is told', () => touched(li) > before);
  expect(await listed(li)).toContain(caseId);
  const beforeTaking = touched(maya);
  await many(li, [caseId], { act: 'take' });
  await until('Maya is told', () => touched(maya) > beforeTaking);
  expect(await listed(maya)).not.toContain(caseId);
  expect(await many(maya, [caseId], { act: 'take' })).toMatchObject([{ refusal: 'someoneWasFirst' }]);
});

test('WORK-5 Maya and Li press "next case" at once, again and again, and never get the same', async () => {
  const opened: string[] = [];
  for (let nth = 0; nth < 10; nth += 1) opened.push(await open(maya, `The parcel was open ${nth}`));
  await many(maya, opened, { act: 'giveBack' });
  const next = async (desk: DeskClient) =>
    ((await desk.tell({ do: 'work.next' })) as { caseId: string | null }).caseId;
  const got: string[] = [];
  for (;;) {
    const both = await Promise.all([next(maya), next(li), next(maya), next(li)]);
    got.push(...both.filter((caseId) => caseId !== null));
    if (both.includes(null)) break;
  }
  expect(new Set(got).size).toBe(got.length);
  expect(got).toEqual(expect.arrayContaining(opened));
});

test('WORK-1 WORK-5 what was taken is taken, and ranked, after a power cut', async () => {
  const caseId = await open(maya, 'The lamp sparks');
  await many(maya, [caseId], { act: 'giveBack' });
  await many(li, [caseId], { act: 'take' });
  await gateway.kill();
  gateway = await gateway.startAgain();
  li = await openDesk({ url: gateway.url, userName: 'li', password });
  const query = {
    ask: 'work.page',
    filter: { ...waiting, whose: 'mine' },
    sort: 'newest',
    after: null,
    limit: 200,
  };
  const { rows } = (await li.ask(query)) as WorkPage;
  const row = rows.find((one) => one.case.caseId === caseId);
  expect(row?.case.priority.score).toBeGreaterThan(0);
});
