import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CallRow } from '@ringside/shared/protocol/down';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { startDeskPhone } from '../support/baresip-desk.ts';
import { AGENT, CALLER, hears } from '../support/conversation.ts';
import { openDesk, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const number = '+886912345678';
const folder = mkdtempSync(join(tmpdir(), 'ringside-callback-'));
const [customerVoice, agentVoice] = [join(folder, 'customer.wav'), join(folder, 'agent.wav')];
let gateway: RunningGateway;
let maya: DeskClient;
let mayasPhone: Baresip;
let customer: Baresip;

beforeAll(async () => {
  writeTone(customerVoice, CALLER, 300);
  writeTone(agentVoice, AGENT, 300);
  customer = await startBaresip({ user: number, microphone: customerVoice });
  gateway = await startGateway({
    config: {
      trunks: [
        {
          trunkId: 'carrier',
          name: 'Carrier',
          host: '127.0.0.1',
          port: customer.sipPort,
          allow: ['127.0.0.1/32'],
          presents: '+886223456789',
        },
      ],
      dialling: { trunkId: 'carrier', allowedPrefixes: ['+886'] },
      timings: { dialSeconds: 10, outboundWrapUpSeconds: 0 },
    },
  });
  maya = await openDesk({ url: gateway.url, userName: 'maya', password: 'blue-magpie' });
  mayasPhone = await startDeskPhone(gateway, { userName: 'maya', microphone: agentVoice });
});
afterAll(async () => {
  maya?.close();
  await Promise.all([customer?.stop(), mayasPhone?.stop()]);
  await gateway?.stop();
});
afterEach(async () => {
  await until('Maya’s desk is empty', async () => {
    const [contact] = maya.contacts();
    if (contact?.state.is === 'wrapUp') await maya.tryTell({ do: 'wrapUp.done', callId: contact.callId });
    return contact === undefined;
  });
});

interface Dialled {
  readonly callId: string;
}
const dial = async (what: object): Promise<Dialled> =>
  (await maya.tell({ do: 'call.dial', number, customerId: null, taskId: null, ...what })) as Dialled;
const rings = (times: number): Promise<unknown> =>
  until(`the customer's telephone rings for the ${times}. time`, () => {
    return customer.events.filter(({ type }) => type === 'CALL_INCOMING').length >= times;
  });
const ofCall = async (callId: string): Promise<CallRow> => {
  const rows = (await maya.ask({ ask: 'call.list', before: null })) as CallRow[];
  const row = rows.find((one) => one.callId === callId);
  if (!row) throw new Error(`No call ${callId} among Maya's`);
  return row;
};
const isOver = (callId: string): Promise<unknown> =>
  until('the call is over', async () => (await ofCall(callId)).outcome !== null, 30_000);

test('Maya calls 陳大文 back from a task; he answers and they hear each other', async () => {
  const [candidate] = (await maya.ask({ ask: 'customer.search', text: '陳大文' })) as {
    customerId: string;
  }[];
  const { taskId } = (await maya.tell({
    do: 'task.create',
    task: {
      kind: 'callBack',
      title: 'Tell him when the machine comes',
      note: '',
      from: null,
      dueAt: Date.now() + 3_600_000,
      ownerId: null,
      familyId: null,
      remindAt: null,
      checklist: [],
      after: null,
      repeat: null,
      customerId: candidate?.customerId ?? null,
      caseId: null,
      callId: null,
      number,
    },
  })) as { taskId: string };
  const { callId } = await dial({ taskId, customerId: candidate?.customerId ?? null });
  await rings(1);
  expect(maya.contacts()[0]).toMatchObject({ callId, direction: 'outbound', state: { is: 'dialling' } });
  customer.answer();
  await hears(customer, AGENT, 'the customer hears Maya');
  await hears(mayasPhone, CALLER, 'Maya hears the customer');
  expect(maya.contacts()[0]?.pop.match).toMatchObject({
    kind: 'known',
    customer: { name: { written: '陳大文' } },
  });
  customer.hangUp();
  await isOver(callId);
  expect(await ofCall(callId)).toMatchObject({ direction: 'outbound', outcome: 'handled' });
});

test('a customer who is busy: Maya is told, and her telephone is free again', async () => {
  const { callId } = await dial({});
  await rings(2);
  customer.hangUp();
  await isOver(callId);
  expect((await ofCall(callId)).outcome).toBe('noAnswer');
});

test('a customer who does not answer: after its time the call ends and Maya is told', async () => {
  const { callId } = await dial({});
  await rings(3);
  await isOver(callId);
  expect((await ofCall(callId)).outcome).toBe('noAnswer');
  await until('his telephone rings no more', () => customer.events.at(-1)?.type === 'CALL_CLOSED');
});

test.each([
  ['+8801712345678', 'numberNotAllowed'],
  ['+1 900 555 0100', 'numberNotAllowed'],
  ['0019005550100', 'numberNotAllowed'],
  ['009001234567', 'numberNotAllowed'],
  ['not a number', 'wrongNumber'],
])('toll fraud: %s is not dialled, and the carrier hears nothing of it', async (wanted, problem) => {
  const rung = customer.events.length;
  const reply = await maya.tryTell({ do: 'call.dial', number: wanted, customerId: null, taskId: null });
  expect(reply).toMatchObject({ ok: false, problem: { problem } });
  expect(maya.contacts()).toEqual([]);
  expect(customer.events.length).toBe(rung);
});
