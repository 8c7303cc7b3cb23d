import { decideRouting } from '@ringside/cti-gateway/src/domain/acd/decide-routing.ts';
import { caller, agent, queue, standing } from '@ringside/cti-gateway/src/testing/routing-builders.ts';
import { asId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import type { Bench } from './bench.ts';

const [callers, agents, queues] = [1_000, 1_000, 50];
const [warmUps, rounds] = [50, 300];
/** each agent has this many of the skills, so that queues compete for them */
const skillsEach = 8;
const now = 10_000_000;

export const bench: Bench = {
  name: 'routing_decision_ms',
  unit: 'ms',
  about: `one decision over ${callers} waiting, ${agents} agents and ${queues} queues with rings and preferred agents (wanted: well under 5 ms)`,
  async measure(tell) {
    const few = questionOf(1, 200);
    tell(`one caller and 200 ready: ${median(timed(() => decideRouting(few))).toFixed(3)} ms median`);
    const busy = questionOf(callers, 1);
    tell(
      `${callers} callers and one ready: ${median(timed(() => decideRouting(busy))).toFixed(3)} ms median`,
    );
    const all = questionOf(callers, agents);
    tell(`${decideRouting(all).pairs.length} pairs are made in the decision that is measured`);
    return timed(() => decideRouting(all));
  },
};

function timed(decide: () => unknown): readonly number[] {
  for (let i = 0; i < warmUps; i += 1) decide();
  return Array.from({ length: rounds }, () => {
    const began = performance.now();
    decide();
    return performance.now() - began;
  });
}

const median = (samples: readonly number[]): number =>
  samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;

const skill = (nth: number): string => `skill-${nth % queues}`;

function questionOf(waiting: number, ready: number) {
  return {
    now,
    queues: Array.from({ length: queues }, (_, q) =>
      queue({
        queueId: `queue-${q}`,
        skills: { [skill(q)]: 3, [skill(q + 7)]: 1 },
        preferredSkills: [skill(q + 13)],
        rings: [
          { after: seconds(30), skills: { [skill(q)]: 2 } },
          { after: seconds(90), skills: { [skill(q)]: 1 } },
        ],
        priority: { tiers: { mvc: 3, mgc: 2 }, openComplaint: 1, abandonedBefore: 1 },
        guaranteedWait: seconds(600),
        preferredAgent: { who: 'ownerThenLast', waitFor: seconds(20) },
      }),
    ),
    agents: Array.from({ length: ready }, (_, a) =>
      agent(`agent-${a}`, now - ((a * 7_919) % 100_000), skillsOf(a), a % 10 === 9 ? 'soon' : 'now'),
    ),
    callers: Array.from({ length: waiting }, (_, c) =>
      caller(`call-${c}`, now - ((c * 104_729) % 700_000), {
        queueId: `queue-${c % queues}`,
        standing: standing({
          tier: tiers[c % tiers.length] ?? null,
          openComplaint: c % 11 === 0,
          abandonedBefore: c % 3,
          ownerId: c % 5 === 0 ? asId(`agent-${(c * 31) % agents}`) : null,
        }),
      }),
    ),
  };
}

function skillsOf(nth: number): Record<string, number> {
  const skills: Record<string, number> = {};
  for (let i = 0; i < skillsEach; i += 1) skills[skill(nth + i * 7)] = 1 + ((nth + i) % 5);
  return skills;
}
