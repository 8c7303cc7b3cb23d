import type { Milliseconds } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import type { LoggedCall } from './call-log.ts';
import { drawCallers, urnOf } from './draw-callers.ts';
import type { Estimate } from './estimate.ts';
import { estimateOf } from './estimate.ts';
import type { Figures, Group } from './figures.ts';
import { figureNames, figuresOf, groups } from './figures.ts';
import type { Policy } from './policies.ts';
import { defaultRules, policies } from './policies.ts';
import { simulate } from './simulate.ts';
import { shiftsIn } from './staffing.ts';

export type Estimates = Readonly<Record<keyof Figures, Estimate>>;

export interface PolicyResult {
  readonly policy: Policy['name'];
  readonly title: string;
  readonly groups: readonly { readonly group: Group; readonly figures: Estimates }[];
}

export interface ReplayResult {
  readonly calls: number;
  readonly agents: number;
  readonly seeds: number;
  /** the wait that Ringside's default guarantees */
  readonly guarantee: Milliseconds | null;
  /** as it really was */
  readonly observed: readonly { readonly group: Group; readonly figures: Figures }[];
  readonly policies: readonly PolicyResult[];
  /** Ringside's default less the bank's policy, for the same callers */
  readonly difference: PolicyResult['groups'];
}

/** Runs each policy over the same drawings, and estimates what callers meet and how the policies differ. */
export function replayLog(
  log: readonly LoggedCall[],
  seeds: number,
  tell: (seed: number) => void,
): ReplayResult {
  const shifts = shiftsIn(log);
  const urn = urnOf(log);
  const runs = new Map<Policy['name'], Map<Group, Figures[]>>(
    policies.map(({ name }) => [name, new Map(groups.map((group): [Group, Figures[]] => [group, []]))]),
  );
  for (let seed = 1; seed <= seeds; seed += 1) {
    tell(seed);
    const callers = drawCallers(urn, seed);
    for (const policy of policies) {
      const served = simulate(callers, shifts, policy);
      for (const [group, all] of runs.get(policy.name) ?? []) all.push(figuresOf(served, group));
    }
  }
  const samples = (name: Policy['name'], group: Group): readonly Figures[] =>
    runs.get(name)?.get(group) ?? [];
  const seen = log.map(({ priority, waited, end }) => ({ priority, waited, answered: end === 'answered' }));
  return {
    calls: log.length,
    agents: new Set(shifts.map(({ agentId }) => agentId)).size,
    seeds,
    guarantee: defaultRules(asId('any')).guaranteedWait,
    observed: groups.map((group) => ({ group, figures: figuresOf(seen, group) })),
    policies: policies.map(({ name, title }) => ({
      policy: name,
      title,
      groups: groups.map((group) => ({ group, figures: estimates(samples(name, group)) })),
    })),
    difference: groups.map((group) => ({
      group,
      figures: estimates(lessThan(samples('ringside', group), samples('bank', group))),
    })),
  };
}

const estimates = (runs: readonly Figures[]): Estimates =>
  perFigure((name) => estimateOf(runs.map((run) => run[name])));

const lessThan = (ours: readonly Figures[], theirs: readonly Figures[]): readonly Figures[] =>
  ours.map((run, i) => perFigure((name) => run[name] - (theirs[i]?.[name] ?? Number.NaN)));

const perFigure = <Value>(of: (name: keyof Figures) => Value): Record<keyof Figures, Value> =>
  Object.fromEntries(figureNames.map((name) => [name, of(name)])) as Record<keyof Figures, Value>;
