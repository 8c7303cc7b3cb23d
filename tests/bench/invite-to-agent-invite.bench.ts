import { callerNumber, openBusyCentre } from '../support/busy-centre.ts';
import { startLoad } from '../support/load.ts';
import type { LoadedCall } from '../support/load-orders.ts';
import type { Bench } from './bench.ts';
import { resultOf } from './bench.ts';

const [agents, customers, perSecond, calls] = [200, 200_000, 2, 240];
/** what a gateway has behind it some minutes after it was started: its code is compiled */
const [warmUps, warmUpsPerSecond] = [600, 20];

export const bench: Bench = {
  name: 'invite_to_agent_invite_ms',
  unit: 'ms',
  about:
    `INVITE in over UDP to INVITE out to a page over WebSocket, customer found, pop built, events committed, after ${warmUps} calls ` +
    '(app_queue of Asterisk: 2.4 ms median, 3.4 to 4.7 ms p95)',
  async measure(tell) {
    const centre = await openBusyCentre({
      ...{ agents, customers, tell },
      ...{ telephone: 'page', answer: 'atOnce', wrapUpForSeconds: 0 },
    });
    const load = startLoad();
    try {
      const { url, sipPort } = centre.gateway;
      const opening = { do: 'open', url, sipPort, agents: centre.agents, ready: true } as const;
      await load.ask({ ...opening, desksBehind: true });
      tell(
        `${agents} agents are ready; ${warmUps} calls to warm up and then ${calls} at ${perSecond} a second`,
      );
      const callers = Array.from({ length: warmUps + calls }, (_, i) => callerNumber(i));
      const hangUp = { after: 'placed', ms: 300 } as const;
      const run = { do: 'run', hangUp } as const;
      const cold = await load.ask({
        ...{ ...run, perSecond: warmUpsPerSecond },
        ...{ calls: warmUps, callers: callers.slice(0, warmUps) },
      });
      const { median } = resultOf(bench, timesOf(cold.slice(0, calls)));
      tell(
        `the first ${calls} after the start, at ${warmUpsPerSecond} a second: median ${median.toFixed(2)} ms`,
      );
      const samples = timesOf(await load.ask({ ...run, perSecond, calls, callers: callers.slice(warmUps) }));
      if (samples.length < calls)
        throw new Error(`${calls - samples.length} of ${calls} calls rang nowhere.`);
      return samples;
    } finally {
      await load.end();
      await centre.stop();
    }
  },
};

const timesOf = (calls: readonly LoadedCall[]): readonly number[] =>
  calls.flatMap(({ placedAt, rangAt }) => (rangAt === null ? [] : [rangAt - placedAt]));
