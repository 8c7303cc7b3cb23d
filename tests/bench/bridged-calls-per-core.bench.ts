import { measureBridgedCalls } from '@ringside/cti-gateway/src/adapters/media/bridged-calls.bench.ts';
import type { Bench } from './bench.ts';

export const bench: Bench = {
  name: 'bridged_calls_per_core',
  unit: 'calls',
  about: 'WebRTC to RTP, audio both ways, less than 1 % loss: calls one core carries (wanted: 300)',
  async measure(tell) {
    const { steps, sustained, perCore } = await measureBridgedCalls({
      tell: ({ calls, lossPercent, engineCores, loadCores, delayMedianMs, delayP99Ms }) =>
        tell(
          `${calls} calls: ${lossPercent} % lost, engine ${engineCores} cores, load ${loadCores} cores, ` +
            `delay ${delayMedianMs} ms median, ${delayP99Ms} ms p99`,
        ),
    });
    if (steps.length === 0 || sustained === 0) throw new Error('Not even the first step was carried.');
    return [perCore];
  },
};
