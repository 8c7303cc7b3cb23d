import { describe, expect, test } from 'vitest';
import { builtInComplaints } from '../../testing/complaints.ts';
import { aStage, aWorkflow } from '../../testing/workflows.ts';
import { checkWorkflows } from './check-workflows.ts';

const others = builtInComplaints.workflows.filter(({ type }) => type !== 'complaint');
const closed = aStage('closed', [], { phase: 'closed' });

describe('a centre in which cases would get stuck is refused', () => {
  test('STAGE-1 with the setting, why it can’t work, and what to do', () => {
    const complaint = aWorkflow([aStage('received', ['closed', 'stuck']), aStage('stuck', []), closed]);
    expect(checkWorkflows({ workflows: [...others, complaint] })).toEqual([
      {
        path: ['centre', 'workflows', others.length, 'stages', 1, 'to'],
        value: 'stuck',
        why: 'no way leads from here to a closed stage, so cases would stay here for ever',
        remedy: 'Name a stage under `to` that leads on to a closed one.',
        word: 'deadEnd',
      },
    ]);
  });

  test('STAGE-1 a type that stands twice, and one that has no workflow', () => {
    const [first] = others;
    if (first === undefined) throw new Error('Ringside comes with workflows');
    const findings = checkWorkflows({ workflows: [...others, first] });
    expect(findings.map(({ path, value, word }) => ({ path, value, word }))).toEqual([
      { path: ['centre', 'workflows', others.length, 'type'], value: first.type, word: 'twice' },
      { path: ['centre', 'workflows'], value: 'complaint', word: 'typeMissing' },
    ]);
  });
});
