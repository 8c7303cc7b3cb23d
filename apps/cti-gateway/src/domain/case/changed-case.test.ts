import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/records.ts';
import { aStage, aWorkflow } from '../../testing/workflows.ts';
import { retypedCase } from './changed-case.ts';

const now = 9_000;
const done = aCase('c1', { type: 'complaint', stage: 'done', stageSince: 1, closedAt: null });
const flow = (phase: 'work' | 'closed') =>
  aWorkflow(
    [
      aStage('received', ['done']),
      aStage('done', ['closed'], { phase }),
      aStage('closed', [], { phase: 'closed' }),
    ],
    {
      type: 'request',
    },
  );

describe('a case that gets another type', () => {
  test('STAGE-9 stands where Maya had it, as long as somebody works there', () => {
    expect(retypedCase(done, flow('work'), now)).toMatchObject({
      type: 'request',
      stage: 'done',
      stageSince: 1,
    });
  });

  test('STAGE-9 begins anew where its stage is a closed one there: an open case is never out of sight', () => {
    expect(retypedCase(done, flow('closed'), now)).toMatchObject({
      type: 'request',
      stage: 'received',
      stageSince: now,
      closedAt: null,
    });
  });
});
