import type { WorkflowView } from '@ringside/shared/protocol/reference';

export interface TrackStep {
  readonly stage: string;
  readonly where: 'passed' | 'here' | 'ahead';
}

type Stages = Pick<WorkflowView, 'start' | 'stages'>;

/**
 * The way of a case on one line: the shortest way from the start to where it stands, and from there the usual way on to
 * the end. A stage that is no longer in the workflow stands alone before the usual way.
 */
export function trackOf(workflow: Stages, stage: string): readonly TrackStep[] {
  const isKnown = workflow.stages.some((one) => one.stage === stage);
  const passed = isKnown ? wayTo(workflow, stage).slice(0, -1) : [];
  const ahead = isKnown ? usualWay(workflow, stage).slice(1) : usualWay(workflow, workflow.start);
  return [
    ...passed.map((one): TrackStep => ({ stage: one, where: 'passed' })),
    { stage, where: 'here' },
    ...ahead.map((one): TrackStep => ({ stage: one, where: 'ahead' })),
  ];
}

function wayTo(workflow: Stages, stage: string): readonly string[] {
  const ways = new Map<string, readonly string[]>([[workflow.start, [workflow.start]]]);
  // a map gives what is added to it while it is gone through
  for (const [at, way] of ways) {
    if (at === stage) return way;
    for (const next of followers(workflow, at)) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return [stage];
}

/** The first arrow of each stage that leads somewhere new. */
function usualWay(workflow: Stages, from: string): readonly string[] {
  const way = [from];
  for (;;) {
    const next = followers(workflow, way.at(-1) ?? '').find((stage) => !way.includes(stage));
    if (next === undefined) return way;
    way.push(next);
  }
}

const followers = ({ stages }: Stages, stage: string): readonly string[] =>
  stages.find((one) => one.stage === stage)?.to ?? [];
