import { callerNumber, openBusyCentre } from '../support/busy-centre.ts';
import { startLoad } from '../support/load.ts';
import { residentMb } from '../support/process-figures.ts';
import type { Bench } from './bench.ts';

const [agents, customers, perSecond, warmUps, calls] = [10, 200_000, 40, 200, 1_000];

export const bench: Bench = {
  name: 'mb_per_1000_calls',
  unit: 'MB',
  about: 'what the gateway’s resident memory grows by with 1,000 callers waiting and hearing music',
  async measure(tell) {
    const centre = await openBusyCentre({
      ...{ agents, customers, tell },
      ...{ telephone: 'page', answer: 'atOnce', wrapUpForSeconds: 0 },
    });
    const load = startLoad();
    try {
      const { url, sipPort, pid } = centre.gateway;
      await load.ask({ do: 'open', url, sipPort, agents: centre.agents, ready: false });
      const callers = Array.from({ length: warmUps + calls }, (_, i) => callerNumber(i));
      const run = { do: 'run', perSecond, hangUp: null } as const;
      await load.ask({ ...run, calls: warmUps, callers: callers.slice(0, warmUps) });
      await load.ask({ do: 'hangUpAll' });
      await pause(5_000);
      const before = residentMb(pid);
      const made = await load.ask({ ...run, calls, callers: callers.slice(warmUps) });
      const failed = made.filter(({ status }) => status !== 200).length;
      if (failed > 0) throw new Error(`${failed} of ${calls} calls were not taken.`);
      const samples: number[] = [];
      for (let i = 0; i < 10; i += 1) {
        await pause(500);
        samples.push(residentMb(pid) - before);
      }
      tell(`resident: ${before.toFixed(0)} MB before, ${residentMb(pid).toFixed(0)} MB with ${calls} calls`);
      return samples;
    } finally {
      await load.end();
      await centre.stop();
    }
  },
};

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
