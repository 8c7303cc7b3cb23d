import { describe, expect, test } from 'vitest';
import { trackOf } from './track-of.ts';

const stage = (name: string, ...to: string[]) => ({
  stage: name,
  name: { en: name, 'zh-Hant': name, 'zh-Hans': name },
  phase: 'work' as const,
  owner: 'handler' as const,
  entry: [],
  exit: [],
  checklist: [],
  allows: [],
  to,
});
const workflow = {
  start: 'received',
  stages: [
    stage('received', 'work'),
    stage('work', 'told', 'waiting'),
    stage('waiting', 'work', 'told'),
    stage('told', 'accepted', 'disputed'),
    stage('disputed', 'work'),
    stage('accepted', 'closed'),
    stage('closed'),
  ],
};
const shown = (at: string) =>
  trackOf(workflow, at)
    .map((step) => ({ passed: '✓', here: '●', ahead: '' })[step.where] + step.stage)
    .join(' ');

describe('where a case stands on its way', () => {
  test('the usual way leads to the end, with what was passed before it', () => {
    expect(shown('received')).toBe('●received work told accepted closed');
    expect(shown('told')).toBe('✓received ✓work ●told accepted closed');
    expect(shown('closed')).toBe('✓received ✓work ✓told ✓accepted ●closed');
  });

  test('a stage beside the usual way stands where it branches off, and leads back to it', () => {
    expect(shown('waiting')).toBe('✓received ✓work ●waiting work told accepted closed');
    expect(shown('disputed')).toBe('✓received ✓work ✓told ●disputed work told accepted closed');
  });

  test('a stage that is no longer in the workflow stands before the whole of it', () => {
    expect(shown('pondered')).toBe('●pondered received work told accepted closed');
  });
});
