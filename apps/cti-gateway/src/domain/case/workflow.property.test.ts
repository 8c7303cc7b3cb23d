import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noFacts, someFacts, someWorkflow } from '../../testing/workflows.ts';
import { escalationOf, moveFaults, movesFrom } from './moves.ts';
import type { StageFacts } from './stage-facts.ts';
import type { Workflow } from './workflow.ts';
import { stageOf } from './workflow.ts';
import { faultsIn } from './workflow-faults.ts';

/** Those with nothing wrong; `someWorkflow` gives enough of them. */
const soundWorkflow = someWorkflow.filter((workflow) => faultsIn(workflow).length === 0);
const everything: StageFacts = Object.fromEntries(
  Object.keys(noFacts).map((condition) => [condition, true]),
) as StageFacts;
/** Everything holds that can: the customer has said one thing or the other. */
const atBest: readonly StageFacts[] = [
  { ...everything, customerDisputed: false },
  { ...everything, customerAccepted: false },
];

/** Whether a case that stands here can still come to a closed stage; counted by walking, not as `faultsIn` does it. */
function canClose(workflow: Workflow, from: string, steps = workflow.stages.length): boolean {
  if (stageOf(workflow, from)?.phase === 'closed') return true;
  if (steps === 0) return false;
  return atBest
    .flatMap((facts) => movesFrom(workflow, from, facts).filter(({ missing }) => missing.length === 0))
    .some(({ to }) => canClose(workflow, to, steps - 1));
}

/** A walk through a workflow: at each step the facts are others, and one of the ways that are open is taken. */
const walk = fc.array(fc.tuple(someFacts, fc.nat(20)), { minLength: 1, maxLength: 30 });

describe('the workflow engine', () => {
  test('STAGE-2 in a workflow without faults every case can be closed, from wherever it stands', () => {
    fc.assert(
      fc.property(soundWorkflow, (workflow) => {
        for (const { stage } of workflow.stages) expect(canClose(workflow, stage)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('STAGE-2 a workflow in which cases could get stuck is not accepted', () => {
    fc.assert(
      fc.property(someWorkflow, (workflow) => {
        const isStuck = workflow.stages.some(({ stage }) => !canClose(workflow, stage));
        expect(isStuck && faultsIn(workflow).length === 0).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  test('STAGE-2 whatever way a case goes, it stays in its workflow and can still be closed', () => {
    fc.assert(
      fc.property(soundWorkflow, walk, (workflow, steps) => {
        let stage = workflow.start;
        for (const [facts, choice] of steps) {
          const open = movesFrom(workflow, stage, facts).filter(({ missing }) => missing.length === 0);
          stage = open[choice % Math.max(1, open.length)]?.to ?? stage;
          expect(stageOf(workflow, stage)).not.toBeNull();
          expect(canClose(workflow, stage)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('STAGE-3 no move is open unless everything holds for leaving and for coming in', () => {
    fc.assert(
      fc.property(soundWorkflow, someFacts, fc.nat(20), (workflow, facts, nth) => {
        const from = workflow.stages[nth % workflow.stages.length];
        if (from === undefined) throw new Error('A workflow has stages');
        for (const { to, missing } of movesFrom(workflow, from.stage, facts)) {
          const needed = [...from.exit, ...(stageOf(workflow, to)?.entry ?? [])];
          expect(from.to).toContain(to);
          expect(new Set(missing)).toEqual(new Set(needed.filter((condition) => !facts[condition])));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('STAGE-3 nobody goes where no arrow leads, whatever holds', () => {
    fc.assert(
      fc.property(soundWorkflow, someFacts, fc.nat(20), fc.nat(20), (workflow, facts, one, other) => {
        const { stages } = workflow;
        const from = stages[one % stages.length];
        const to = stages[other % stages.length];
        if (from === undefined || to === undefined || from.to.includes(to.stage)) return;
        expect(moveFaults(workflow, { from: from.stage, to: to.stage }, facts)).toBe('noWay');
      }),
    );
  });

  test('STAGE-5 a case in a stage that an administrator took away goes on from the start', () => {
    fc.assert(
      fc.property(soundWorkflow, someFacts, (workflow, facts) => {
        const moves = movesFrom(workflow, 'taken away', facts);
        expect(moves[0]).toEqual({ to: workflow.start, missing: [] });
        for (const { to } of moves) expect(stageOf(workflow, to)).not.toBeNull();
      }),
    );
  });

  test('STAGE-6 a case that is above its handler goes to an open stage of somebody in charge', () => {
    fc.assert(
      fc.property(soundWorkflow, (workflow) => {
        const stage = escalationOf(workflow);
        expect(stage?.owner).not.toBe('handler');
        expect(stage?.phase).not.toBe('closed');
      }),
    );
  });
});
