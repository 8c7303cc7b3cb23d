import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CallPath, PathStep } from '@ringside/shared/protocol/call-path';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { goReady, signInAs } from '../support/agent-steps.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { grantDeskPhones } from '../support/desk-phone.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { startStation, type SipStation } from '../support/sip-station.ts';
import { openTrunk, type PlacedCall, type SipTrunk } from '../support/sip-trunk.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
const plain = { offerForSeconds: 60, wrapUpForSeconds: 0, dispositionNeeded: false };
const most = {
  tiers: { mvc: 60, mgc: 0, standard: 0, bz: 0 },
  unknown: 0,
  openComplaint: 0,
  abandonedBefore: 0,
};
const queues = [
  {
    queueId: 'tiers',
    skills: ['service'],
    priority: { ...most, openComplaint: 2 },
    guaranteedWaitSeconds: 600,
  },
  { queueId: 'promised', skills: ['service'], priority: most, guaranteedWaitSeconds: 10 },
  {
    queueId: 'rings',
    skills: [{ skill: 'service', level: 5 }],
    rings: [{ afterSeconds: 3, skills: ['service'] }],
  },
  { queueId: 'own', skills: ['service'], preferredAgent: { who: 'ownerThenLast', waitForSeconds: 0 } },
].map((queue) => ({ ...plain, name: named(queue.queueId), ...queue }));
const centre = {
  queues,
  hotlines: queues.map(({ queueId }) => ({
    hotlineId: queueId,
    name: named(queueId),
    numbers: [queueId],
    queueId,
  })),
};
/** 陳大文 is most valuable, has a complaint open, and 李欣怡 looks after him; the other is nobody's number. */
const [chen, stranger] = ['+886912345678', '+886955000001'];

let gateway: RunningGateway;
let trunk: SipTrunk;
let noor: DeskClient;
let li: DeskClient;
let wei: DeskClient;
let phones: SipStation[] = [];
let placed: PlacedCall[] = [];

beforeAll(async () => {
  gateway = await startGateway({ config: { centre } });
  trunk = await openTrunk({ gatewayPort: gateway.sipPort, rtpPort: 31_960 });
  const credentials = await grantDeskPhones(gateway.dataFolder, ['demo-li', 'demo-wei']);
  const at = { gatewayPort: gateway.sipPort, rtpPort: 31_962, answer: 'never' } as const;
  [noor, li, wei] = await Promise.all([openAs('noor'), openAs('li'), openAs('wei')]);
  phones = await Promise.all(credentials.map((own) => startStation({ ...at, credentials: own })));
});
afterEach(async () => {
  for (const call of placed) call.hangUp();
  placed = [];
  for (const desk of [li, wei]) {
    await until('the desk is empty', () => desk.contacts().length === 0);
    await desk.tryTell({ do: 'presence.notReady', reason: 'break' });
  }
});
afterAll(async () => {
  for (const desk of [noor, li, wei]) desk?.close();
  for (const phone of phones) phone.close();
  await trunk?.close();
  await gateway?.stop();
});

const openAs = (userName: string): Promise<DeskClient> =>
  openDesk({ url: gateway.url, userName, password: 'blue-magpie' });

/** Dials and waits until the gateway has taken the call on. */
async function dial(from: string, to: string): Promise<void> {
  const call = trunk.place({ from, to });
  placed.push(call);
  expect((await call.answered).status).toBe(200);
}

const numberOf = ({ caller }: ContactView): string =>
  caller.kind === 'number' ? caller.number : caller.kind;

type Offer = Extract<PathStep, { is: 'offered' }>;

/** What was recorded of the offers of a call, as Noor may ask. */
async function offersOf({ callId }: ContactView): Promise<readonly Offer[]> {
  const { steps } = (await noor.ask({ ask: 'call.explain', callId })) as CallPath;
  return steps.filter((step) => step.is === 'offered');
}

test('ACD-11 a most valuable customer is served before a stranger who came first, and it is told why', async () => {
  await dial(stranger, 'tiers');
  await dial(chen, 'tiers');
  await li.tell({ do: 'presence.ready' });
  const contact = await li.offered();
  expect(numberOf(contact)).toBe(chen);
  const [offer] = await offersOf(contact);
  expect(offer?.why).toMatchObject({
    place: 1,
    inLine: 2,
    points: {
      total: 62,
      terms: [
        { for: 'tier', points: 60 },
        { for: 'openComplaint', points: 2 },
      ],
    },
    notEarlier: { why: 'nobodyFree' },
  });
});

test('ACD-12 but who has waited as long as is guaranteed comes before every point', async () => {
  await dial(stranger, 'promised');
  // nothing on the wire tells that a wait has become long enough: it is let pass
  await new Promise((settle) => setTimeout(settle, 10_500));
  await dial(chen, 'promised');
  await li.tell({ do: 'presence.ready' });
  const contact = await li.offered();
  expect(numberOf(contact)).toBe(stranger);
  expect((await offersOf(contact))[0]?.why?.guarantee).toBe('decided');
});

test('ACD-13 nobody is good enough at first; then the ring opens and Wei, who was ready all the time, is rung', async () => {
  await wei.tell({ do: 'presence.ready' });
  await dial(stranger, 'rings');
  const contact = await wei.offered();
  const [offer] = await offersOf(contact);
  expect(offer?.why).toMatchObject({ ring: 1, notEarlier: { why: 'ring' } });
  expect(offer?.why?.waited).toBeGreaterThanOrEqual(3_000);
});

test('ACD-15 who looks after the customer is away: somebody else is rung; when they are there, they are', async () => {
  await wei.tell({ do: 'presence.ready' });
  await dial(chen, 'own');
  const away = await wei.offered();
  expect((await offersOf(away))[0]?.why?.preferred).toMatchObject({ who: 'owner', outcome: 'notReady' });
  for (const call of placed) call.hangUp();
  await until('Wei is free', () => wei.presence().state === 'ready');

  await li.tell({ do: 'presence.ready' });
  await dial(chen, 'own');
  const there = await li.offered();
  expect((await offersOf(there))[0]).toMatchObject({
    agentName: '李欣怡',
    why: { chosen: 'preferredAgent', preferred: { outcome: 'taken' } },
  });
});

test('ACD-21 Maya in Chromium answers 陳大文 at a real telephone, asks why it was her, and reads it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-journey-'));
  const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
  writeTone(callerVoice, 440, 60);
  writeTone(agentVoice, 1_000, 30, 48_000);
  const maya: AgentPage = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  const caller: Baresip = await startBaresip({ user: chen, microphone: callerVoice });
  try {
    const { page } = maya;
    await signInAs(page, /Maya/);
    await goReady(page);
    caller.dial(`sip:own@127.0.0.1:${gateway.sipPort}`);
    await page
      .getByRole('region', { name: /Incoming/ })
      .getByRole('button', { name: /Answer/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+Shift+KeyA');
    await page.getByRole('button', { name: 'Why me?' }).click();
    const path = page.getByRole('list', { name: 'How this call went' });
    await path.waitFor();
    const told = await path.innerText();
    expect(told).toContain('Maya Lin spoke with this customer last.');
    expect(told).toContain('open complaint');
  } finally {
    caller.hangUp();
    await caller.stop();
    await maya.close();
  }
});
