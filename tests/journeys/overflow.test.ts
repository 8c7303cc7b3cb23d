import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation } from '../support/sip-station.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { until } from '../support/until.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
const toHelp = { to: 'queue', queueId: 'help' };
const plain = { offerForSeconds: 60, wrapUpForSeconds: 0, dispositionNeeded: false };

/** Each queue sends callers to `help`, which 李欣怡 serves, for another reason. Nobody has the skill `nobody`. */
const queues = [
  { queueId: 'help', name: named('Help'), skills: ['service'], ...plain },
  { queueId: 'waited', skills: ['nobody'], overflow: [{ when: 'waited', overSeconds: 2, to: toHelp }] },
  { queueId: 'unstaffed', skills: ['nobody'], overflow: [{ when: 'unstaffed', to: toHelp }] },
  { queueId: 'full', skills: ['nobody'], capacity: 1, overflow: [{ when: 'full', to: toHelp }] },
  {
    queueId: 'closed',
    skills: ['nobody'],
    calendarId: 'never',
    overflow: [{ when: 'closed', to: toHelp }],
  },
  { queueId: 'crowded', skills: ['sales'], overflow: [{ when: 'callersPerAgent', over: 1, to: toHelp }] },
  { queueId: 'slow', skills: ['sales'], overflow: [{ when: 'expectedWait', overSeconds: 0, to: toHelp }] },
  { queueId: 'bye', skills: ['nobody'], overflow: [{ when: 'unstaffed', to: { to: 'goodbye' } }] },
].map((queue) => ({ ...plain, name: named(queue.queueId), ...queue }));
const centre = {
  skills: ['service', 'sales', 'nobody'].map((skill) => ({ skill, name: named(skill) })),
  calendars: [{ calendarId: 'never', name: named('Never'), week: {} }],
  hotlines: queues.map(({ queueId }) => ({
    hotlineId: queueId,
    name: named(queueId),
    numbers: [queueId],
    queueId,
    popKeys: ['x-customer-id'],
  })),
  queues,
};

let gateway: RunningGateway;
let trunk: SipTrunk;
let li: DeskClient;
let wei: DeskClient;
let phones: SipStation[] = [];
let placed: PlacedCall[] = [];

beforeAll(async () => {
  gateway = await startGateway({ config: { centre } });
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_940 });
  const [lis, weis] = await grantDeskPhones(gateway.dataFolder, ['demo-li', 'demo-wei']);
  if (!lis || !weis) throw new Error('no credentials');
  // 李欣怡 serves `help` alone; Wei sells, and serves it too when he is ready
  li = await openDesk({ url: gateway.url, userName: 'li', password: 'blue-magpie' });
  wei = await openDesk({ url: gateway.url, userName: 'wei', password: 'blue-magpie' });
  const at = { gatewayPort: gateway.sipPort, rtpPort: 31_942 };
  phones = [
    await startStation({ ...at, answer: 'never', credentials: lis }),
    await startStation({ ...at, answer: 'atOnce', credentials: weis }),
  ];
  await li.tell({ do: 'presence.ready' });
});
afterAll(async () => {
  for (const desk of [li, wei]) desk?.close();
  for (const phone of phones) phone.close();
  await trunk?.close();
  await gateway?.stop();
});
afterEach(async () => {
  for (const call of placed) call.hangUp();
  placed = [];
  await until('both desks are empty', () => li.contacts().length + wei.contacts().length === 0);
  await wei.tell({ do: 'presence.notReady', reason: 'break' });
  await li.tell({ do: 'presence.ready' });
});

function call(line: string, from = '+886912345678'): PlacedCall {
  const one = trunk.place({ from, to: line });
  placed.push(one);
  return one;
}
const atLi = (): Promise<ContactView> => li.offered(20_000);
const cameFrom = (from: string, why: string) => ({
  queueId: 'help',
  way: { overflows: [{ from, why }] },
});
const waits = (queueId: string, count: number): Promise<unknown> =>
  until(`${count} wait in ${queueId}`, () =>
    li.events.findLast(
      ({ event }) =>
        event.what === 'queues' && event.queues.find((queue) => queue.queueId === queueId)?.waiting === count,
    ),
  );

test('OVER-1 waited: after two seconds the caller rings elsewhere, at the place they had', async () => {
  call('waited');
  const contact = await atLi();
  expect(contact).toMatchObject(cameFrom('waited', 'waited'));
  if (contact.state.is !== 'offered' || contact.queuedAt === null) throw new Error('not offered');
  expect(contact.state.offeredAt - contact.queuedAt).toBeGreaterThan(2_000);
}, 60_000);

test('OVER-1 unstaffed: nobody who fits is signed in', async () => {
  call('unstaffed');
  expect(await atLi()).toMatchObject(cameFrom('unstaffed', 'unstaffed'));
}, 60_000);

test('OVER-1 full: the second caller goes on, the first waits', async () => {
  call('full');
  await waits('full', 1);
  call('full', '+886900000777');
  expect(await atLi()).toMatchObject(cameFrom('full', 'full'));
}, 60_000);

test('OVER-1 closed: the queue’s own hours are over', async () => {
  call('closed');
  expect(await atLi()).toMatchObject(cameFrom('closed', 'closed'));
}, 60_000);

/** Wei talks to somebody, so that who calls next has to wait for him. */
async function weiTalks(line: string): Promise<void> {
  await wei.tell({ do: 'presence.ready' });
  call(line, '+886900000555');
  await until('Wei talks', () => wei.contacts().find(({ state }) => state.is === 'talking'));
}

test('OVER-1 callers per agent: one waits for Wei, who talks; the next goes on', async () => {
  await li.tell({ do: 'presence.notReady', reason: 'break' });
  await weiTalks('crowded');
  call('crowded', '+886900000778');
  await waits('crowded', 1);
  await li.tell({ do: 'presence.ready' });
  call('crowded', '+886900000779');
  expect(await atLi()).toMatchObject(cameFrom('crowded', 'callersPerAgent'));
}, 60_000);

test('OVER-1 expected wait: once calls have taught how long one takes, the next caller does not wait for Wei', async () => {
  await li.tell({ do: 'presence.notReady', reason: 'break' });
  await wei.tell({ do: 'presence.ready' });
  for (let learned = 0; learned < 5; learned += 1) {
    const one = call('slow', '+886900000555');
    await until('Wei talks', () => wei.contacts().find(({ state }) => state.is === 'talking'));
    one.hangUp();
    await until('Wei is free', () => wei.contacts().length === 0 && wei.presence().state === 'ready');
  }
  await weiTalks('slow');
  await li.tell({ do: 'presence.ready' });
  call('slow', '+886900000778');
  expect(await atLi()).toMatchObject(cameFrom('slow', 'expectedWait'));
}, 90_000);

test('POP-6: another system names the customer in a header, and the card knows them though the number does not', async () => {
  placed.push(trunk.place({ from: '+886900000779', to: 'help', headers: [['X-Customer-Id', '10001']] }));
  expect((await atLi()).pop.match).toMatchObject({
    kind: 'known',
    customer: { name: { written: '陳大文' } },
  });
}, 60_000);

test('OVER-5 goodbye: the caller is let go, and the call counts as flowed out', async () => {
  const one = call('bye');
  expect((await one.ended).by).toBe('gateway');
  await until('overflowed in the log', () =>
    gateway.log.some((line) => line.includes('"outcome":"overflowed"')),
  );
}, 60_000);
