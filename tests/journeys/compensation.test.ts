import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type {
  CaseCompensation,
  CompensationEvent,
  WaitingCompensation,
} from '@ringside/shared/protocol/compensation';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { signInAs } from '../support/agent-steps.ts';
import { hearEachOther, seatMaya, type Conversation } from '../support/conversation.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const password = 'blue-magpie';
let gateway: RunningGateway;
let floor: Conversation;
let noor: AgentPage;
let okoye: DeskClient;
let caseId = '';
let compensationId = '';

beforeAll(async () => {
  const microphone = join(mkdtempSync(join(tmpdir(), 'ringside-compensation-')), 'noor.wav');
  writeTone(microphone, 1_600, 30);
  gateway = await startGateway();
  floor = await seatMaya(gateway);
  okoye = await openDesk({ url: gateway.url, userName: 'okoye', password });
  noor = await openAgentPage({ url: gateway.url, microphone });
  await signInAs(noor.page, /Noor/);
}, 180_000);
afterAll(async () => {
  okoye?.close();
  await noor?.close();
  await floor?.stop();
  await gateway?.stop();
});

const told = ({ events }: DeskClient): readonly CompensationEvent[] =>
  events.flatMap(({ event }) => (event.what === 'compensation' ? [event] : []));
const ofCase = async (desk: DeskClient): Promise<CaseCompensation> =>
  (await desk.ask({ ask: 'compensation.ofCase', caseId })) as CaseCompensation;
/** The demo has a wish of its own that waits. */
const waitingFor = async (desk: DeskClient, of: string): Promise<WaitingCompensation | undefined> =>
  ((await desk.ask({ ask: 'compensation.waiting' })) as WaitingCompensation[]).find(
    ({ compensationId: one }) => one === of,
  );
const wish = (amount: number) => ({
  caseId,
  kind: 'credit',
  amount,
  reason: '修了三次還是漏水',
  evidence: '三張維修單',
});

test('陳大文 complains in a call; Maya may not give him NT$1,200 herself and asks for it', async () => {
  const { caller, maya } = floor;
  await maya.tell({ do: 'presence.ready' });
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
  const offer = await maya.offered();
  if (offer.state.is !== 'offered') throw new Error('Maya is offered the call');
  const { callId, pop } = offer;
  await maya.tell({ do: 'offer.accept', callId, offerId: offer.state.offerId });
  await hearEachOther(floor);
  const opened = await maya.tell({
    do: 'case.open',
    case: {
      type: 'complaint',
      channel: 'call',
      customerId: pop.match.kind === 'known' ? pop.match.customer.customerId : null,
      callId,
      whatHappened: '冷氣修過三次還是漏水。',
      category: 'repairAgain',
      severity: 'serious',
      impact: 'one',
      urgency: 'normal',
      legal: false,
      product: null,
      servicePointId: null,
      contractId: null,
      remedyWanted: '補償',
      feeling: 'angry',
      apologyGiven: true,
      explanation: '',
      commitment: '今天答覆',
      promise: null,
    },
  });
  caseId = (opened as { caseId: string }).caseId;
  expect(await maya.tryTell({ do: 'compensation.give', ...wish(120_000) })).toMatchObject({
    problem: { problem: 'aboveAuthority' },
  });
  const asked = await maya.tell({ do: 'compensation.ask', ...wish(120_000) });
  compensationId = (asked as { compensationId: string }).compensationId;
  expect((await ofCase(maya)).compensations).toMatchObject([{ state: 'asked', askedByName: 'Maya Lin' }]);
});

test('COMP-8 Noor is told on whatever page she is, the manager sees it in the list, and Maya can’t approve it', async () => {
  await noor.page.getByText(/Maya Lin asks for Credit on the account NT\$1,200/).waitFor();
  await until('the manager’s list has moved', () => told(okoye).length > 0);
  // within a supervisor’s authority: a manager is not told of it, and may still decide it
  expect(told(okoye).map(({ news }) => news)).toEqual([null]);
  expect(await waitingFor(okoye, compensationId)).toMatchObject({
    evidence: '三張維修單',
    may: { approve: true },
  });
  const approve = { do: 'compensation.approve', compensationId, decision: '' } as const;
  expect(await floor.maya.tryTell(approve)).toMatchObject({ problem: { problem: 'notAllowed' } });
});

test('COMP-6 Noor approves with a word, and Maya is told at once', async () => {
  const { page } = noor;
  await page.getByRole('link', { name: /Approvals/ }).click();
  const request = page.getByRole('listitem').filter({ hasText: '三張維修單' });
  await request.getByRole('button', { name: 'Approve' }).click();
  await request.getByRole('textbox', { name: /What you say to it/ }).fill('三次了，應該的');
  await page.keyboard.press('Enter');
  await request.waitFor({ state: 'detached' });
  await until('Maya is told', () => told(floor.maya).some(({ news }) => news === 'granted'));
  expect((await ofCase(floor.maya)).compensations).toMatchObject([
    { state: 'granted', decidedByName: 'Noor Rahman', decision: '三次了，應該的', may: { carryOut: true } },
  ]);
});

test('COMP-5 the page of the case shows what was given, and its history tells both', async () => {
  const { page } = noor;
  await page.goto(`${gateway.url}/#/cases/${caseId}`);
  const panel = page.getByRole('region', { name: 'Compensation' });
  await panel.getByText('Credit on the account NT$1,200').waitFor();
  // Maya carries it out: the page that Noor has open follows
  await floor.maya.tell({ do: 'compensation.done', compensationId, note: '折讓單 77' });
  await panel.getByText('Carried out', { exact: true }).waitFor();
  const history = page.getByRole('list', { name: 'History' });
  for (const line of ['Compensation asked for', 'Compensation approved', 'Compensation carried out'])
    await history.getByText(line).waitFor();
  const { entries } = (await floor.maya.ask({ ask: 'case.file', caseId })) as CaseFile;
  expect(entries.map(({ what, who }) => [what, who]).filter(([what]) => what?.startsWith('comp'))).toEqual([
    ['compensationAsked', 'Maya Lin'],
    ['compensationGranted', 'Noor Rahman'],
    ['compensationDone', 'Maya Lin'],
  ]);
});

test('COMP-10 a gateway that is killed right after a decision has it, once', async () => {
  const { maya } = floor;
  const second = (await maya.tell({ do: 'compensation.ask', ...wish(90_000) })) as { compensationId: string };
  expect(await waitingFor(okoye, second.compensationId)).toBeDefined();
  await okoye.tell({ do: 'compensation.approve', compensationId: second.compensationId, decision: '' });
  await gateway.kill();
  gateway = await gateway.startAgain();
  const again = await openDesk({ url: gateway.url, userName: 'okoye', password });
  expect(await waitingFor(again, second.compensationId)).toBeUndefined();
  const { compensations } = await ofCase(again);
  expect(compensations.map(({ state }) => state)).toEqual(['done', 'granted']);
  again.close();
});
