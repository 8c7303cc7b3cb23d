import { openDeadlines } from '@ringside/cti-gateway/src/application/keep-deadlines.ts';
import { systemClock } from '@ringside/cti-gateway/src/adapters/system/system-clock.ts';
import { hours } from '@ringside/shared/model/instant';
import type { Bench } from './bench.ts';

const pending = 100_000;
const [rung, within] = [2_000, 10_000];

/** SPEC CLOCK-13: deadlines fall due within a second of their time, however many wait. */
export const bench: Bench = {
  name: 'deadline_lateness_ms',
  unit: 'ms',
  about: `how late each of ${rung} deadlines of ${within / 1_000} s rings among ${pending} that wait (wanted: within 1000 ms)`,
  async measure(tell) {
    const late: number[] = [];
    let all = () => {};
    const deadlines = openDeadlines({
      clock: systemClock,
      meet: ({ at }) => {
        late.push(Date.now() - at);
        if (late.length === rung) all();
      },
    });
    const now = Date.now();
    let began = performance.now();
    deadlines.take(
      Array.from({ length: pending }, (_, i) =>
        at(`waiting ${i}`, now + hours(1) + ((i * 7_919) % hours(200))),
      ),
    );
    tell(`${pending} rows are taken up in ${(performance.now() - began).toFixed(0)} ms`);
    began = performance.now();
    const moves = 20_000;
    for (let i = 0; i < moves; i += 1)
      deadlines.with(at(`waiting ${i * 3}`, now + hours(2) + ((i * 104_729) % hours(100))));
    tell(`moving one costs ${(((performance.now() - began) * 1_000) / moves).toFixed(1)} µs`);
    began = performance.now();
    for (let i = 0; i < moves; i += 1) deadlines.without(`waiting ${i * 3 + 1}`);
    tell(`taking one out costs ${(((performance.now() - began) * 1_000) / moves).toFixed(1)} µs`);
    await new Promise<void>((resolve) => {
      all = resolve;
      const start = Date.now() + 200;
      for (let i = 0; i < rung; i += 1) deadlines.watch(at(`due ${i}`, start + ((i * 7_919) % within)));
    });
    deadlines.stop();
    return late;
  },
};

const at = (key: string, moment: number) => ({ key, at: moment, body: null });
