import type { WorkPage, WorkRowView } from '@ringside/shared/protocol/work-list';
import { describe, expect, test } from 'vitest';
import { workRows } from '../../testing/work.ts';
import { mergeUnderHand } from './merge-page.ts';

const [sample] = workRows(0);
const row = (id: string, title = 'as it was'): WorkRowView => {
  if (sample === undefined) throw new Error('There are rows');
  return { ...sample, case: { ...sample.case, caseId: id as WorkRowView['case']['caseId'], title } };
};
const page = (...rows: WorkRowView[]): WorkPage => ({ rows, next: null });
const ids = (rows: readonly WorkRowView[]) => rows.map((one) => one.case.caseId as string).join('');

describe('a list that changes under a hand', () => {
  test('WORK-8 a row that changed is shown as it is now, at its place', () => {
    const merged = mergeUnderHand([row('a'), row('b')], page(row('a', 'new'), row('b')));
    expect(merged.rows.map((one) => one.case.title)).toEqual(['new', 'as it was']);
    expect(merged).toMatchObject({ changes: 0, fresh: null });
  });

  test('WORK-8 one that came, one that left and two that changed places are counted, and nothing jumps', () => {
    const merged = mergeUnderHand(
      [row('a'), row('b'), row('c')],
      page(row('d'), row('c'), row('b', 'higher now')),
    );
    expect(ids(merged.rows)).toBe('abc');
    expect(merged.changes).toBe(4);
    expect([...merged.left]).toEqual(['a']);
    expect(merged.rows[1]?.case.title).toBe('higher now');
    expect(merged.fresh && ids(merged.fresh.rows)).toBe('dcb');
  });
});
