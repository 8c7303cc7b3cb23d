import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CallRow } from '@ringside/shared/protocol/down';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { goReady, signInAs } from '../support/agent-steps.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation } from '../support/sip-station.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const agentVoice = join(mkdtempSync(join(tmpdir(), 'ringside-page-')), 'agent.wav');
let gateway: RunningGateway;
let trunk: SipTrunk;
let maya: AgentPage;
let li: DeskClient;
let liPhone: SipStation;
const calls: PlacedCall[] = [];

beforeAll(async () => {
  writeTone(agentVoice, 1_000, 30, 48_000);
  gateway = await startGateway();
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_950 });
  const [credentials] = await grantDeskPhones(gateway.dataFolder, ['demo-li']);
  if (!credentials) throw new Error('no credentials');
  li = await openDesk({ url: gateway.url, userName: 'li', password: 'blue-magpie' });
  liPhone = await startStation({
    gatewayPort: gateway.sipPort,
    credentials,
    rtpPort: 31_952,
    answer: 'never',
  });
  maya = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  await signInAs(maya.page, /Maya/);
});
afterAll(async () => {
  li?.close();
  liPhone?.close();
  await maya?.close();
  await trunk?.close();
  await gateway?.stop();
});
afterEach(async () => {
  for (const call of calls.splice(0)) call.hangUp();
  await until('nobody waits', () => li.contacts().length === 0);
});

const call = (from: string): PlacedCall => {
  const placed = trunk.place({ from, to: 'service' });
  calls.push(placed);
  return placed;
};
const offerCard = () => maya.page.getByRole('region', { name: 'Incoming' });

test('Maya reloads her page while it rings: it rings her again, and she answers', async () => {
  await goReady(maya.page);
  call('+886912345678');
  await offerCard().getByText('陳大文').first().waitFor();
  await maya.page.reload();
  await offerCard().getByText('陳大文').first().waitFor();
  await maya.page.keyboard.press('Control+Shift+KeyA');
  await maya.page.getByRole('button', { name: 'Hold', disabled: false }).waitFor();
});

test('Maya’s browser closes while it rings: the caller goes to Li, at their old place', async () => {
  await maya.page.getByText('Caller hung up').waitFor();
  await maya.page.getByRole('tab', { name: 'Wrap-up' }).click();
  await maya.page.getByText('Solved on the call').first().click();
  await maya.page.getByRole('tabpanel', { name: 'Wrap-up' }).getByRole('button', { name: /Done/ }).click();
  await maya.page.getByText('Waiting for the next call').waitFor();

  call('+886912345678');
  await offerCard().getByText('陳大文').first().waitFor();
  call('+447700900123');
  await until('both wait, the first of them while it rings', () =>
    li.events.some(({ event }) => event.what === 'queues' && event.queues.some((q) => q.waiting === 2)),
  );
  await maya.close();
  await li.tell({ do: 'presence.ready' });
  const offer = await li.offered(30_000);
  expect(offer.pop.match).toMatchObject({ kind: 'known', customer: { name: { written: '陳大文' } } });

  const mayaLater = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  const [row] = (await mayaLater.ask({ ask: 'call.list', before: null })) as CallRow[];
  expect(row).toMatchObject({ callId: offer.callId, offer: 'unreachable' });
  mayaLater.close();
});
