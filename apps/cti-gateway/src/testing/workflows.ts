import type { CaseStage, StageCondition } from '@ringside/shared/model/case-stage';
import { caseActs, stageConditions, stageOwners } from '@ringside/shared/model/case-stage';
import * as fc from 'fast-check';
import type { StageFacts } from '../domain/case/stage-facts.ts';
import type { Stage, Workflow } from '../domain/case/workflow.ts';

const named = (name: string) => ({ en: name, 'zh-Hant': name, 'zh-Hans': name });

export const aStage = (stage: CaseStage, to: readonly CaseStage[], given: Partial<Stage> = {}): Stage => ({
  stage,
  name: named(stage),
  phase: 'work',
  owner: 'handler',
  entry: [],
  exit: [],
  checklist: [],
  allows: caseActs,
  to,
  ...given,
});

export const aWorkflow = (stages: readonly Stage[], given: Partial<Workflow> = {}): Workflow => ({
  type: 'complaint',
  name: named('Complaint'),
  start: 'received',
  satisfaction: null,
  reopen: null,
  stages,
  ...given,
});

export const noFacts = Object.fromEntries(
  stageConditions.map((condition) => [condition, false]),
) as StageFacts;

/** Facts as they come: all but what a customer can't have said at once. */
export const someFacts: fc.Arbitrary<StageFacts> = fc
  .record(
    Object.fromEntries(stageConditions.map((condition) => [condition, fc.boolean()])) as Record<
      StageCondition,
      fc.Arbitrary<boolean>
    >,
  )
  .map((facts) => ({ ...facts, customerDisputed: facts.customerDisputed && !facts.customerAccepted }));

const someConditions = fc.subarray(
  stageConditions.filter((condition) => condition !== 'satisfactionAsked'),
  { maxLength: 3 },
);

const most = <Item>(items: readonly Item[], count: number): fc.Arbitrary<Item[]> =>
  fc.subarray([...items], { maxLength: Math.min(count, items.length) });

/** Mostly on to the next, as people draw them, with arrows ahead and back between: many have faults, many have none. */
const someArrows = (names: readonly string[], i: number): fc.Arbitrary<string[]> =>
  fc
    .record({
      goesOn: fc.integer({ min: 0, max: 9 }).map((dice) => dice > 0),
      ahead: most(names.slice(i + 1), 2),
      back: most(i === names.length - 1 ? [] : names.slice(0, i), 1),
    })
    .map(({ goesOn, ahead, back }) => [
      ...new Set([...(goesOn ? names.slice(i + 1, i + 2) : []), ...ahead, ...back]),
    ]);

const someStage = (names: readonly string[], i: number): fc.Arbitrary<Stage> => {
  const isLast = i === names.length - 1;
  const name = names[i] ?? '';
  return fc
    .record({
      phase: fc.constantFrom('work' as const, 'waiting' as const, 'answered' as const, 'check' as const),
      owner: fc.constantFrom(...stageOwners),
      entry: i === 0 ? fc.constant([]) : someConditions,
      exit: someConditions,
      to: someArrows(names, i),
    })
    .map(({ phase, ...given }) => aStage(name, [], { ...given, phase: isLast ? 'closed' : phase }));
};

export const someWorkflow: fc.Arbitrary<Workflow> = fc.integer({ min: 2, max: 9 }).chain((count) => {
  const names = Array.from({ length: count }, (_, i) => `s${i}`);
  return fc
    .record({
      stages: fc.tuple(...names.map((_, i) => someStage(names, i))),
      reopen: fc.option(fc.constantFrom(...names).map((to) => ({ withinDays: 30, to }))),
    })
    .map(({ stages, reopen }) => aWorkflow(stages, { start: names[0] ?? '', reopen }));
});
