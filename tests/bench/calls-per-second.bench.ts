import { callerNumber, openBusyCentre, type BusyCentre } from '../support/busy-centre.ts';
import type { LoadedCall } from '../support/load-orders.ts';
import { startLoad, type Load } from '../support/load.ts';
import { cpuMsOf } from '../support/process-figures.ts';
import { resultOf, type Bench } from './bench.ts';

const [agents, customers] = [600, 200_000];
const [firstRate, rateStep, lastRate] = [100, 30, 280];
const [stepSeconds, confirmSeconds, warmUpSeconds] = [8, 20, 8];
/** an agent is rung, talks for two seconds and is Ready again at once */
const talk = { after: 'answered', ms: 2_000 } as const;

export const bench: Bench = {
  name: 'calls_per_second',
  unit: 'calls/s',
  about:
    'calls through queue and answer, 2 s each, desk phones, events committed, under 1 % failures, set-up p95 under ' +
    '500 ms (app_queue of Asterisk: 130)',
  async measure(tell) {
    const centre = await openBusyCentre({
      ...{ agents, customers, tell },
      ...{ telephone: 'deskPhone', answer: 'withAgent', wrapUpForSeconds: 0 },
    });
    const load = startLoad();
    try {
      const { url, sipPort } = centre.gateway;
      await load.ask({ do: 'open', url, sipPort, agents: centre.agents, ready: true });
      tell(`${agents} agents are ready at desk phones`);
      await runAt(firstRate / 2, warmUpSeconds, { centre, load, tell });
      return await highestSustained({ centre, load, tell });
    } finally {
      await load.end();
      await centre.stop();
    }
  },
};

interface Ground {
  readonly centre: BusyCentre;
  readonly load: Load;
  readonly tell: (progress: string) => void;
}

/** Steps up until a rate breaks, then confirms the best one, or the next below it. */
async function highestSustained(ground: Ground): Promise<readonly number[]> {
  let best = 0;
  for (let rate = firstRate; rate <= lastRate; rate += rateStep) {
    const { good } = await runAt(rate, stepSeconds, ground);
    if (!good) break;
    best = rate;
  }
  for (let rate = best; rate > 0; rate -= rateStep) {
    // what a rate too high left behind must not be counted against the next
    await pause(15_000);
    await ground.load.ask({ do: 'readyAgain' });
    ground.tell(`confirms ${rate} calls/s for ${confirmSeconds} s`);
    const { good, calls } = await runAt(rate, confirmSeconds, ground);
    if (good) return answeredPerSecond(calls);
  }
  throw new Error(`Not even ${firstRate} calls a second were sustained.`);
}

async function runAt(
  perSecond: number,
  seconds: number,
  { centre, load, tell }: Ground,
): Promise<{ good: boolean; calls: readonly LoadedCall[] }> {
  const { pid } = centre.gateway;
  const [gatewayBefore, loadBefore, began] = [cpuMsOf(pid), await load.ask({ do: 'cpu' }), performance.now()];
  const calls = perSecond * seconds;
  const callers = Array.from({ length: calls }, (_, i) => callerNumber(i));
  const made = await load.ask({ do: 'run', perSecond, calls, callers, hangUp: talk });
  const elapsed = performance.now() - began;
  const failed = made.filter(({ status }) => status !== 200).length;
  const setUp = resultOf({ name: 'set-up', unit: 'ms' }, made.flatMap(setUpMs));
  const good = failed / calls < 0.01 && setUp.p95 < 500;
  const cores = (ms: number): string => (ms / elapsed).toFixed(2);
  tell(
    `${perSecond} calls/s: ${failed} of ${calls} failed, set-up ${setUp.median.toFixed(1)} ms median, ` +
      `${setUp.p95.toFixed(1)} ms p95; gateway ${cores(cpuMsOf(pid) - gatewayBefore)} cores, ` +
      `load ${cores((await load.ask({ do: 'cpu' })) - loadBefore)} cores`,
  );
  return { good, calls: made };
}

const setUpMs = ({ placedAt, answeredAt }: LoadedCall): number[] =>
  answeredAt === null ? [] : [answeredAt - placedAt];

/** How many were answered in each full second. */
function answeredPerSecond(calls: readonly LoadedCall[]): readonly number[] {
  const began = calls[0]?.placedAt ?? 0;
  const counts = Array.from({ length: confirmSeconds }, () => 0);
  for (const { answeredAt, status } of calls) {
    const second = Math.floor(((answeredAt ?? 0) - began) / 1_000);
    if (status === 200 && second < confirmSeconds) counts[second] = (counts[second] ?? 0) + 1;
  }
  return counts;
}

const pause = (ms: number): Promise<void> => new Promise((later) => setTimeout(later, ms));
