import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation } from '../support/sip-station.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { until } from '../support/until.ts';

let gateway: RunningGateway;
let trunk: SipTrunk;
let maya: DeskClient;
let phone: SipStation;
let call: PlacedCall | null = null;

beforeAll(async () => {
  gateway = await startGateway();
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_900 });
  const [credentials] = await grantDeskPhones(gateway.dataFolder, ['demo-maya']);
  maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  if (!credentials) throw new Error('no credentials');
  phone = await startStation({ gatewayPort: gateway.sipPort, credentials, rtpPort: 31_902, answer: 'never' });
});
afterAll(async () => {
  maya?.close();
  phone?.close();
  await trunk?.close();
  await gateway?.stop();
});
beforeEach(async () => {
  await maya.tell({ do: 'presence.ready' });
});
afterEach(async () => {
  call?.hangUp();
  await until('the offer is gone', () => maya.contacts().length === 0);
});

async function popFor(
  from: string,
  headers: readonly (readonly [string, string])[] = [],
): Promise<ContactView> {
  call = trunk.place({ from, to: 'service', headers });
  return maya.offered();
}

test('MATCH a known caller: who, tier, what is open and what was promised', async () => {
  const { pop } = await popFor('+886912345678');
  expect(pop.match.kind).toBe('known');
  if (pop.match.kind !== 'known') return;
  expect(pop.match.customer.name.written).toBe('陳大文');
  expect(pop.match.customer.tier.tier).toBe('mvc');
  expect(pop.openCases.map((c) => c.reference)).toContain('C-2291');
  expect(pop.reason?.kind).toBe('promise');
});

test.each([
  ['national form', '0912345678'],
  ['with the international prefix', '00886912345678'],
  ['with punctuation a carrier let through', '+886-912-345-678'],
])('pains 16: %s is the same caller', async (_form, from) => {
  const { pop } = await popFor(from);
  expect(pop.match.kind).toBe('known');
});

test('a household number gives a choice of all who share it', async () => {
  const { pop } = await popFor('+886287654321');
  if (pop.match.kind !== 'several') throw new Error(`no choice but ${pop.match.kind}`);
  expect(pop.match.candidates.length).toBeGreaterThanOrEqual(2);
});

test('a stranger comes with the number, ready for a new customer', async () => {
  const contact = await popFor('+886955000111');
  expect(contact.pop.match.kind).toBe('stranger');
  expect(contact.caller).toMatchObject({ kind: 'number', number: '+886955000111' });
});

test.each([
  [
    'Privacy: id',
    [
      ['Privacy', 'id'],
      ['P-Asserted-Identity', '<sip:+886912345678@carrier.example>'],
    ] as const,
  ],
  ['an anonymous From', [] as const],
])('a withheld number stays withheld: %s', async (_how, headers) => {
  const contact = await popFor(headers.length > 0 ? '+886912345678' : 'anonymous', headers);
  expect(contact.caller).toEqual({ kind: 'withheld' });
  expect(contact.pop.match.kind).toBe('withheld');
});

test('what a carrier passes along reaches the pop', async () => {
  const { pop } = await popFor('+886912345678', [
    ['User-to-User', '56a390f3d2b7310023a2;encoding=hex'],
    ['X-Menu-Choice', 'billing'],
  ]);
  expect(pop.passed).toMatchObject({
    'x-menu-choice': 'billing',
    'user-to-user': '56a390f3d2b7310023a2;encoding=hex',
  });
});
