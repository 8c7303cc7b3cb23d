import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAgentPage } from '../support/agent-page.ts';
import { goReady } from '../support/agent-steps.ts';
import { callerNumber, openBusyCentre } from '../support/busy-centre.ts';
import type { LoadedCall } from '../support/load-orders.ts';
import { startLoad } from '../support/load.ts';
import { paintsOf, watchPaints } from '../support/paint-watch.ts';
import { writeTone } from '../support/tones.ts';
import type { Bench } from './bench.ts';

const [agents, customers, perSecond, warmUps, calls] = [200, 200_000, 1, 10, 120];

export const bench: Bench = {
  name: 'invite_to_pop_painted_ms',
  unit: 'ms',
  about: 'INVITE in over UDP to the frame of Chromium that shows who calls (wanted: p95 under 100 ms)',
  async measure(tell) {
    const folder = mkdtempSync(join(tmpdir(), 'ringside-pop-'));
    const microphone = join(folder, 'agent.wav');
    writeTone(microphone, 1_000, 5, 48_000);
    const centre = await openBusyCentre({
      ...{ agents, customers, tell },
      ...{ telephone: 'page', answer: 'atOnce', wrapUpForSeconds: 0 },
    });
    const load = startLoad();
    const { url, sipPort } = centre.gateway;
    const agent = await openAgentPage({ url, microphone });
    try {
      await load.ask({ do: 'open', url, sipPort, agents: centre.agents.slice(1), ready: false });
      const { page } = agent;
      await page.getByLabel('Name').fill(centre.signIn.userName);
      await page.getByLabel('Password').fill(centre.signIn.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'New call' }).waitFor();
      await goReady(page);
      await watchPaints(page);
      tell(`${agents} agents are signed in, one is ready at a page; ${warmUps} and ${calls} calls`);
      const callers = Array.from({ length: warmUps + calls }, (_, i) => callerNumber(i));
      const run = { do: 'run', perSecond, hangUp: { after: 'placed', ms: 400 } } as const;
      await load.ask({ ...run, calls: warmUps, callers: callers.slice(0, warmUps) });
      const made = await load.ask({ ...run, calls, callers: callers.slice(warmUps) });
      return delays(made, await paintsOf(page));
    } finally {
      await agent.close();
      await load.end();
      await centre.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Calls come one by one, so the first paint after a call and before the next is its own. */
function delays(calls: readonly LoadedCall[], paints: readonly number[]): readonly number[] {
  const samples = calls.flatMap(({ placedAt }, i) => {
    const next = calls[i + 1]?.placedAt ?? Number.POSITIVE_INFINITY;
    const painted = paints.find((at) => at > placedAt && at < next);
    return painted === undefined ? [] : [painted - placedAt];
  });
  if (samples.length < calls.length * 0.99)
    throw new Error(`Only ${samples.length} of ${calls.length} calls were painted.`);
  return samples;
}
