import type { StageCondition } from '@ringside/shared/model/case-stage';
import { caseTypes } from '@ringside/shared/model/case-stage';
import { describe, expect, test } from 'vitest';
import { builtInComplaints } from '../../testing/complaints.ts';
import { aStage, aWorkflow } from '../../testing/workflows.ts';
import type { Stage } from './workflow.ts';
import { faultsIn } from './workflow-faults.ts';

const faultsOf = (...given: Parameters<typeof aWorkflow>) => faultsIn(aWorkflow(...given));
const received = aStage('received', ['work'], { phase: 'intake' });
const work = aStage('work', ['closed']);
const closed = aStage('closed', [], { phase: 'closed' });
const flow = (...changed: readonly Stage[]): Stage[] => {
  const names = new Set(changed.map(({ stage }) => stage));
  return [...[received, work, closed].filter(({ stage }) => !names.has(stage)), ...changed];
};

describe('what is wrong with a workflow', () => {
  test('STAGE-1 those that come with Ringside have nothing wrong, and there is one for every type', () => {
    expect(builtInComplaints.workflows.map(({ type }) => type).toSorted()).toEqual([...caseTypes].toSorted());
    expect(builtInComplaints.workflows.flatMap((one) => faultsIn(one))).toEqual([]);
  });

  test('STAGE-1 a plain one has nothing wrong', () => {
    expect(faultsOf(flow())).toEqual([]);
  });

  test('STAGE-1 a stage that stands twice, an item that stands twice, an arrow that stands twice', () => {
    expect(faultsOf([received, work, work, closed])).toContainEqual({
      fault: 'stageTwice',
      at: ['stages', 2, 'stage'],
      value: 'work',
    });
    const item = { item: 'bill', name: { en: 'Bill', 'zh-Hant': '帳單', 'zh-Hans': '账单' }, needed: true };
    expect(faultsOf(flow(aStage('work', ['closed', 'closed'], { checklist: [item, item] })))).toEqual([
      { fault: 'itemTwice', at: ['stages', 2, 'checklist', 1, 'item'], value: 'bill' },
      { fault: 'followerTwice', at: ['stages', 2, 'to', 1], value: 'closed' },
    ]);
  });

  test('STAGE-1 start, arrows and reopening that name no stage', () => {
    const faults = faultsOf(flow(aStage('work', ['closed', 'nowhere'])), {
      start: 'begun',
      reopen: { withinDays: 30, to: 'again' },
    });
    expect(faults).toEqual([
      { fault: 'unknownStage', at: ['start'], value: 'begun' },
      { fault: 'unknownStage', at: ['reopen', 'to'], value: 'again' },
      { fault: 'unknownStage', at: ['stages', 2, 'to', 1], value: 'nowhere' },
    ]);
  });

  test('STAGE-1 a stage that no way leads to', () => {
    expect(faultsOf(flow(aStage('lost', ['closed'])))).toEqual([
      { fault: 'unreachable', at: ['stages', 3, 'stage'], value: 'lost' },
    ]);
  });

  test('STAGE-1 a stage that cases only come to by being reopened can be reached', () => {
    const again = flow(aStage('again', ['closed']));
    expect(faultsOf(again, { reopen: { withinDays: 30, to: 'again' } })).toEqual([]);
  });

  test('STAGE-1 a stage that leads nowhere, and two that lead to each other alone', () => {
    expect(faultsOf(flow(aStage('work', ['closed', 'stuck']), aStage('stuck', [])))).toEqual([
      { fault: 'deadEnd', at: ['stages', 3, 'to'], value: 'stuck' },
    ]);
    const round = flow(
      aStage('work', ['closed', 'ping']),
      aStage('ping', ['pong']),
      aStage('pong', ['ping']),
    );
    expect(faultsOf(round).map(({ fault, value }) => `${fault} ${value}`)).toEqual([
      'deadEnd ping',
      'deadEnd pong',
    ]);
  });

  test('STAGE-1 no closed stage, and one that begins closed', () => {
    const open = aStage('closed', [], { phase: 'work' });
    expect(faultsOf(flow(open)).map(({ fault }) => fault)).toEqual(['noClosedStage']);
    expect(faultsOf([closed], { start: 'closed' }).map(({ fault }) => fault)).toEqual(['beginsClosed']);
  });

  test('STAGE-1 a start that asks for something a new case can’t have', () => {
    expect(faultsOf(flow({ ...received, entry: ['answerTold'] }))).toEqual([
      { fault: 'beginsWithConditions', at: ['start'], value: 'received' },
    ]);
  });

  test('STAGE-1 conditions that can never hold together, and an arrow that can never be taken', () => {
    const both: StageCondition[] = ['customerAccepted', 'customerDisputed'];
    expect(faultsOf(flow({ ...work, exit: both }))[0]).toEqual({
      fault: 'neverTogether',
      at: ['stages', 2, 'exit'],
      value: 'work',
    });
    const faults = faultsOf(
      flow({ ...work, exit: ['customerDisputed'] }, { ...closed, entry: ['customerAccepted'] }),
    );
    expect(faults[0]).toEqual({ fault: 'neverFollows', at: ['stages', 1, 'to', 0], value: 'closed' });
    expect(faults).toContainEqual({ fault: 'deadEnd', at: ['stages', 1, 'to'], value: 'work' });
  });

  test('STAGE-1 a closed stage that leads back to work: that is what reopening is for', () => {
    expect(faultsOf(flow({ ...closed, to: ['work'] }))).toEqual([
      { fault: 'leadsOutOfClosed', at: ['stages', 2, 'to', 0], value: 'work' },
    ]);
  });

  test('STAGE-1 reopening into a closed stage, into one that asks for an answer, or that no stage allows', () => {
    const reopen = (to: string) => ({ reopen: { withinDays: 30, to } });
    expect(faultsOf(flow(), reopen('closed')).map(({ fault }) => fault)).toEqual(['reopensClosed']);
    expect(faultsOf(flow({ ...work, entry: ['answerTold'] }), reopen('work'))).toEqual([
      { fault: 'reopensUndone', at: ['reopen', 'to'], value: 'answerTold' },
    ]);
    expect(faultsOf(flow({ ...closed, allows: ['note'] }), reopen('work'))).toEqual([
      { fault: 'reopenedNowhere', at: ['reopen'], value: null },
    ]);
  });

  test('STAGE-1 a stage that waits for a question nobody asks, and a window that ends before it begins', () => {
    expect(faultsOf(flow({ ...closed, entry: ['satisfactionAsked'] }))).toEqual([
      { fault: 'neverAsked', at: ['stages', 2, 'entry'], value: 'closed' },
    ]);
    expect(faultsOf(flow(), { satisfaction: { fromDay: 7, untilDay: 2, attempts: 3 } })).toEqual([
      { fault: 'windowBackwards', at: ['satisfaction', 'untilDay'], value: '2' },
    ]);
  });
});
