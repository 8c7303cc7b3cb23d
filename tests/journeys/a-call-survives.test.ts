import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { goReady, signInAs } from '../support/agent-steps.ts';
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
const dial = (caller: Baresip, transport: 'udp' | 'tcp'): void =>
  caller.dial(`sip:service@127.0.0.1:${gateway.sipPort};transport=${transport}`);
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
    25_000,
  );
const growsLoud = async (caller: Baresip): Promise<void> => {
  const before = caller.heard().samples.length;
  await until('sound goes on arriving', () => {
    const { samples } = caller.heard();
    return samples.length > before + 8_000 && level(samples.subarray(before)) > 100;
  });
};

test.each(['udp', 'tcp'] as const)(
  'a gateway that dies (%s) keeps its waiting callers, in their old places',
  async (transport) => {
    const first = await customer(transport, '+886912345678');
    const second = await customer(transport, '+447700900123');
    dial(first, transport);
    await first.saw('CALL_ESTABLISHED');
    dial(second, transport);
    await second.saw('CALL_ESTABLISHED');
    await growsLoud(second);

    await gateway.kill();
    gateway = await gateway.startAgain();
    await growsLoud(first);
    await growsLoud(second);
    for (const caller of [first, second])
      expect(caller.events.some((e) => e.type === 'CALL_CLOSED')).toBe(false);

    const noor = await openDesk({ url: gateway.url, userName: 'noor', password: 'blue-magpie' });
    expect(noor.snapshot.queues.find((q) => q.queueId === 'service')?.waiting).toBe(2);
    noor.close();

    maya ??= await openAgentPage({ url: gateway.url, microphone: agentVoice });
    if (transport === 'udp') await signInAs(maya.page, /Maya/);
    await goReady(maya.page);
    const card = maya.page.getByRole('region', { name: 'Incoming' });
    await card.getByText('陳大文').first().waitFor();
    await maya.page.keyboard.press('Control+Shift+KeyA');
    await hearsMaya(first);

    first.hangUp();
    second.hangUp();
    await maya.page.getByText('Caller hung up').waitFor();
    await maya.page.getByRole('tab', { name: 'Wrap-up' }).click();
    await maya.page.getByText('Solved on the call').click();
    await maya.page.getByRole('button', { name: /Done/ }).click();
    await Promise.all([first.stop(), second.stop()]);
  },
);

test('a gateway that dies in a conversation puts caller and agent together again by itself', async () => {
  const caller = await customer('udp', '+886912345678');
  await goReady(maya.page).catch(() => undefined);
  dial(caller, 'udp');
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
    25_000,
  );
  await until('Maya hears the caller again', async () => (await maya.hears(440)) > 0.5);
  expect(caller.events.some((e) => e.type === 'CALL_CLOSED')).toBe(false);
  caller.hangUp();
  await maya.page.getByText('Caller hung up').waitFor();
  await caller.stop();
});
