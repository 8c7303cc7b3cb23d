import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { signInAs, wrapUp } from '../support/agent-steps.ts';
import { startBaresip, type Baresip } from '../support/baresip.ts';
import { openDesk } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { level, toneRunMs, writeTone } from '../support/tones.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringside-journey-'));
const [callerVoice, agentVoice] = [join(folder, 'caller.wav'), join(folder, 'agent.wav')];
let gateway: RunningGateway;
let maya: AgentPage;

beforeAll(async () => {
  writeTone(callerVoice, 440, 120);
  writeTone(agentVoice, 1_000, 30, 48_000);
  gateway = await startGateway();
});
afterAll(async () => {
  await maya?.close();
  await gateway?.stop();
});

const customer = (transport: 'udp' | 'tcp', user: string): Promise<Baresip> =>
  startBaresip({ user, microphone: callerVoice, transport });
const dial = (caller: Baresip): void => caller.dial(`sip:service@127.0.0.1:${gateway.sipPort}`);
const lastSecond = (caller: Baresip): { samples: Int16Array; rate: number } => {
  const { samples, rate } = caller.heard();
  return { samples: samples.subarray(-rate), rate };
};
const hearsMaya = (caller: Baresip): Promise<true> =>
  until(
    'the caller hears Maya',
    () => {
      const { samples, rate } = lastSecond(caller);
      return toneRunMs(samples, rate, 1_000) >= 500;
    },
    60_000,
  );
const growsLoud = async (caller: Baresip): Promise<void> => {
  const before = caller.heard().samples.length;
  await until('sound goes on arriving', () => {
    const { samples } = caller.heard();
    return samples.length > before + 8_000 && level(samples.subarray(before)) > 100;
  });
};

async function twoWait(transport: 'udp' | 'tcp'): Promise<readonly [Baresip, Baresip]> {
  const first = await customer(transport, '+886912345678');
  const second = await customer(transport, '+447700900123');
  dial(first);
  await first.saw('CALL_ESTABLISHED');
  dial(second);
  await second.saw('CALL_ESTABLISHED');
  await growsLoud(second);
  return [first, second];
}

async function theGatewayDies(): Promise<void> {
  await gateway.kill();
  gateway = await gateway.startAgain();
}

test.each(['tcp', 'udp'] as const)(
  'a gateway that dies keeps its waiting callers over %s',
  async (transport) => {
    const callers = await twoWait(transport);
    await theGatewayDies();
    const noor = await openDesk({ url: gateway.url, userName: 'noor', password: 'blue-magpie' });
    expect(noor.snapshot.queues.find((q) => q.queueId === 'service')?.waiting).toBe(2);
    noor.close();
    for (const caller of callers) {
      await growsLoud(caller);
      expect(caller.events.some((e) => e.type === 'CALL_CLOSED')).toBe(false);
      caller.hangUp();
    }
    await until(
      'both left the queue',
      () => gateway.log.filter((line) => line.includes('"abandoned"')).length === 2,
    );
    await Promise.all(callers.map((caller) => caller.stop()));
  },
);

test('whoever waited before the gateway died is still first afterwards', async () => {
  const [first, second] = await twoWait('udp');
  await theGatewayDies();
  maya = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  await signInAs(maya.page, /Maya/);
  await maya.page.keyboard.press('Control+Shift+KeyY');
  await maya.page.getByRole('region', { name: 'Incoming' }).getByText('陳大文').first().waitFor();
  await maya.page.keyboard.press('Control+Shift+KeyA');
  await hearsMaya(first);
  second.hangUp();
  first.hangUp();
  await maya.page.getByText('Caller hung up').waitFor();
  await wrapUp(maya.page, 'Solved on the call');
  await Promise.all([first.stop(), second.stop()]);
});

test('a gateway that dies in a conversation puts caller and agent together again by itself', async () => {
  const caller = await customer('udp', '+886912345678');
  dial(caller);
  await maya.page.getByRole('button', { name: /Answer/ }).click();
  await hearsMaya(caller);

  await gateway.kill();
  gateway = await gateway.startAgain();
  const from = caller.heard().samples.length;
  await until(
    'the caller hears Maya again',
    () => {
      const { samples, rate } = caller.heard();
      return toneRunMs(samples.subarray(from), rate, 1_000) >= 1_000;
    },
    60_000,
  );
  await until('Maya hears the caller again', async () => (await maya.hears(440)) > 0.5);
  expect(caller.events.some((e) => e.type === 'CALL_CLOSED')).toBe(false);
  caller.hangUp();
  await maya.page.getByText('Caller hung up').waitFor();
  await caller.stop();
});
