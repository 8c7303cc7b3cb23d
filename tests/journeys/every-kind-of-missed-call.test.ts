import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CallRow } from '@ringside/shared/protocol/down';
import type { OfferOutcome } from '@ringside/shared/model/call-outcome';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation, type StationSettings } from '../support/sip-station.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { until } from '../support/until.ts';

const queue = {
  queueId: 'service',
  name: named('Service'),
  offerForSeconds: 5,
  wrapUpForSeconds: 0,
  dispositionNeeded: false,
};
let gateway: RunningGateway;
let trunk: SipTrunk;
let maya: DeskClient;
let li: DeskClient;
let mayaPhone: SipStation;
let liPhone: SipStation;
let call: PlacedCall;
let mayaCredentials: StationSettings['credentials'];
let at: Pick<StationSettings, 'gatewayPort' | 'rtpPort'>;

beforeAll(async () => {
  gateway = await startGateway({
    config: {
      centre: {
        queues: [queue],
        hotlines: [
          { hotlineId: 'service', name: named('Service'), numbers: ['service'], queueId: 'service' },
        ],
      },
    },
  });
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_910 });
  const credentials = await grantDeskPhones(gateway.dataFolder, ['demo-maya', 'demo-li']);
  maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  li = await openDesk({ url: gateway.url, userName: 'li', password: 'blue-magpie' });
  if (!credentials[0] || !credentials[1]) throw new Error('no credentials');
  mayaCredentials = credentials[0];
  at = { gatewayPort: gateway.sipPort, rtpPort: 31_912 };
  mayaPhone = await startStation({ ...at, credentials: mayaCredentials, answer: 'never' });
  liPhone = await startStation({ ...at, credentials: credentials[1], answer: 'never' });
});
afterAll(async () => {
  for (const desk of [maya, li]) desk?.close();
  for (const phone of [mayaPhone, liPhone]) phone?.close();
  await trunk?.close();
  await gateway?.stop();
});
afterEach(async () => {
  call.hangUp();
  await until('both desks are empty', () => maya.contacts().length + li.contacts().length === 0);
  for (const desk of [maya, li]) await desk.tell({ do: 'presence.notReady', reason: 'break' });
});

function named(name: string): Record<string, string> {
  return { en: name, 'zh-Hant': name, 'zh-Hans': name };
}

/** Maya is rung first: she has been ready longer. */
async function bothReady(): Promise<void> {
  await maya.tell({ do: 'presence.ready' });
  await li.tell({ do: 'presence.ready' });
}

/** What two desks are told comes in no order between them. */
const mayaIsNotReady = (reason: string): Promise<unknown> =>
  until(
    () => `Maya is Not ready (${reason}); she is ${JSON.stringify(maya.presence())}`,
    () => {
      const presence = maya.presence();
      return presence.state === 'notReady' && presence.reason === reason;
    },
  );

async function lastOfferOf(desk: DeskClient): Promise<OfferOutcome> {
  const rows = (await desk.ask({ ask: 'call.list', before: null })) as CallRow[];
  const newest = rows[0];
  if (!newest) throw new Error('no call in the list');
  return newest.offer;
}

test('OFFER-4 pain 13 declined: Maya is Not ready (declined), the same call rings at Li', async () => {
  await bothReady();
  call = trunk.place({ from: '+886912345678', to: 'service' });
  const offer = await maya.offered();
  if (offer.state.is !== 'offered') throw new Error('not offered');
  await maya.tell({ do: 'offer.decline', callId: offer.callId, offerId: offer.state.offerId });
  const next = await li.offered();
  expect(next.callId).toBe(offer.callId);
  await mayaIsNotReady('declined');
  expect(await lastOfferOf(maya)).toBe('declined');
});

test('OFFER-5 pain 13 not answered: after its time the call rings at Li and Maya is Not ready (missed)', async () => {
  await bothReady();
  call = trunk.place({ from: '+886912345678', to: 'service' });
  const offer = await maya.offered();
  const next = await li.offered();
  expect(next.callId).toBe(offer.callId);
  await mayaIsNotReady('missed');
  expect(await lastOfferOf(maya)).toBe('notAnswered');
});

test('OFFER-7 pain 13 the caller gave up: it stops ringing, Maya stays Ready and nothing is held against her', async () => {
  await bothReady();
  call = trunk.place({ from: '+886912345678', to: 'service' });
  await maya.offered();
  call.hangUp();
  await until('the ringing stops', () => maya.contacts().length === 0);
  await until('Maya is ready', () => maya.presence().state === 'ready');
  expect(await lastOfferOf(maya)).toBe('callerGaveUp');
});

test('CALL-10 pain 13 abandoned: a caller who leaves the queue has not been handled', async () => {
  call = trunk.place({ from: '+886912345678', to: 'service' });
  await call.answered;
  await until('the caller waits', () =>
    maya.events.findLast(({ event }) => event.what === 'queues' && event.queues[0]?.waiting === 1),
  );
  call.hangUp();
  await until('abandoned in the log', () =>
    gateway.log.some((line) => line.includes('"outcome":"abandoned"')),
  );
});

test('OFFER-4 pain 13 declined on the desk phone counts like declined on the screen', async () => {
  mayaPhone.close();
  mayaPhone = await startStation({ ...at, credentials: mayaCredentials, answer: 'decline' });
  await bothReady();
  call = trunk.place({ from: '+886912345678', to: 'service' });
  await li.offered();
  await mayaIsNotReady('declined');
  expect(await lastOfferOf(maya)).toBe('declined');
});

test('OFFER-6 pain 13 unreachable: Maya’s desk phone signs off while it rings, and the call goes to Li', async () => {
  mayaPhone.close();
  mayaPhone = await startStation({ ...at, credentials: mayaCredentials, answer: 'never' });
  await bothReady();
  call = trunk.place({ from: '+886912345678', to: 'service' });
  await maya.offered();
  await mayaPhone.signOff();
  await li.offered();
  await mayaIsNotReady('unreachable');
  expect(await lastOfferOf(maya)).toBe('unreachable');
});
