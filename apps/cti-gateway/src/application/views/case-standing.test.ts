import { describe, expect, test } from 'vitest';
import type { Stage } from '../../domain/case/workflow.ts';
import { stageOf } from '../../domain/case/workflow.ts';
import { builtInWorkflows } from '../../config/built-in/workflows.ts';
import { workflows } from '../../config/workflow.ts';
import { maya } from '../../testing/cast.ts';
import { aCase } from '../../testing/records.ts';
import { aStage, aWorkflow, noFacts } from '../../testing/workflows.ts';
import { waitsForChecklist } from '../../domain/case/moves.ts';
import { caseStanding } from './case-standing.ts';

const called = { en: 'Listened', 'zh-Hant': '已傾聽', 'zh-Hans': '已倾听' };
const checklist: Stage['checklist'] = [
  { item: 'listened', name: called, needed: true },
  { item: 'photo', name: called, needed: false },
];

/** Maya's case as it stands at the start of a workflow whose next stage is `next`. */
function standing(received: Partial<Stage>, next: Partial<Stage> = {}) {
  const workflow = aWorkflow([
    aStage('received', ['closed'], { checklist, ...received }),
    aStage('above', ['closed'], { owner: 'supervisor' }),
    aStage('closed', [], { phase: 'closed', ...next }),
  ]);
  const one = aCase('c1', { stage: 'received', ownerId: maya.agentId, closedAt: null });
  const at = (stage: string) =>
    caseStanding(
      { one: { ...one, stage }, workflow, stage: stageOf(workflow, stage), person: maya },
      noFacts,
    );
  return { at, needed: at('received').checklist.map(({ needed }) => needed) };
}

describe('where a case stands', () => {
  test('STAGE-4 an item is shown to Maya as needed only where something waits for it', () => {
    expect(standing({}).needed).toEqual([false, false]);
    expect(standing({ exit: ['checklistDone'] }).needed).toEqual([true, false]);
    expect(standing({}, { entry: ['checklistDone'] }).needed).toEqual([true, false]);
  });

  test('STAGE-4 the workflows a centre comes with call nothing needed that nothing waits for', () => {
    const idle = workflows.parse(builtInWorkflows).flatMap((workflow) =>
      workflow.stages
        .filter(({ checklist: items }) => items.some(({ needed }) => needed))
        .filter((stage) => !waitsForChecklist(workflow, stage))
        .map(({ stage }) => `${workflow.type} ${stage}`),
    );
    expect(idle).toEqual([]);
  });

  test('STAGE-6 a case that stands above its handler already is not offered to be escalated', () => {
    const { at } = standing({});
    expect(at('received').escalatesTo).toBe('above');
    expect(at('above').escalatesTo).toBeNull();
  });
});
