import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { openAgentPage, type AgentPage } from '../support/agent-page.ts';
import { signInAs } from '../support/agent-steps.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { writeTone } from '../support/tones.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });
let gateway: RunningGateway;
let maya: AgentPage;

beforeAll(async () => {
  const agentVoice = join(mkdtempSync(join(tmpdir(), 'ringside-break-')), 'agent.wav');
  writeTone(agentVoice, 1_000, 30, 48_000);
  gateway = await startGateway({
    config: {
      centre: {
        notReadyReasons: [{ reason: 'break', name: named('Break'), limitMinutes: 1 }],
        presence: { warnBeforeSeconds: 55 },
      },
    },
  });
  maya = await openAgentPage({ url: gateway.url, microphone: agentVoice });
  await signInAs(maya.page, /Maya/);
});
afterAll(async () => {
  await maya?.close();
  await gateway?.stop();
});

const bar = () => maya.page.getByRole('button', { name: /My state/ });

test('PRES-13 Maya is warned in the page before her break is over, and told when it is', async () => {
  await bar().click();
  await maya.page.getByRole('menuitem', { name: /Break/ }).click();
  await maya.page.getByText(/Break ends in/).waitFor({ timeout: 30_000 });
  await bar().getByText(/left/).waitFor();
  await bar()
    .getByText(/over by/)
    .waitFor({ timeout: 120_000 });
  await maya.page.getByText('Break is over').waitFor();
});
