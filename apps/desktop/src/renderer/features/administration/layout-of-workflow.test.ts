import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrawnStage } from './layout-of-workflow.ts';
import { box, layoutOf } from './layout-of-workflow.ts';

const stage = (name: string, ...to: string[]): DrawnStage => ({ stage: name, to });
const someStages = fc.integer({ min: 1, max: 12 }).chain((count) => {
  const names = Array.from({ length: count }, (_, i) => `s${i}`);
  return fc.tuple(
    ...names.map((name) =>
      fc.subarray(names, { maxLength: Math.min(4, count) }).map((to) => stage(name, ...to)),
    ),
  );
});

describe('drawing a workflow', () => {
  test('stages stand from left to right as cases go through them', () => {
    const { boxes } = layoutOf('in', [stage('out'), stage('work', 'out'), stage('in', 'work', 'out')]);
    const x = (name: string) => boxes.find((one) => one.stage === name)?.x ?? 0;
    expect(x('in')).toBeLessThan(x('work'));
    expect(x('work')).toBeLessThan(x('out'));
  });

  test('an arrow back runs below all stages', () => {
    const { arrows, boxes, height } = layoutOf('in', [
      stage('in', 'work'),
      stage('work', 'out', 'in'),
      stage('out'),
    ]);
    const back = arrows.find(({ isBack }) => isBack);
    const lowest = Math.max(...boxes.map(({ y }) => y)) + box.height;
    expect(back).toMatchObject({ from: 'work', to: 'in' });
    expect(Math.max(...(back?.points ?? []).map(({ y }) => y))).toBeGreaterThan(lowest);
    expect(Math.max(...(back?.points ?? []).map(({ y }) => y))).toBeLessThan(height);
  });

  test('whatever is drawn: each stage once, no two on one place, each arrow from its stage to its stage', () => {
    fc.assert(
      fc.property(someStages, (stages) => {
        const { boxes, arrows, width, height } = layoutOf('s0', stages);
        expect(boxes.map((one) => one.stage).toSorted()).toEqual(stages.map((one) => one.stage).toSorted());
        for (const one of boxes)
          for (const other of boxes)
            if (one !== other)
              expect(Math.abs(one.x - other.x) >= box.width || Math.abs(one.y - other.y) >= box.height).toBe(
                true,
              );
        const wanted = stages.flatMap(({ stage: from, to }) =>
          to.filter((next) => next !== from).map((next) => `${from} ${next}`),
        );
        expect(arrows.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(wanted.toSorted());
        for (const { points, from, to } of arrows) {
          const [start, end] = [
            boxes.find((one) => one.stage === from),
            boxes.find((one) => one.stage === to),
          ];
          expect(isOn(points.at(0), start) && isOn(points.at(-1), end)).toBe(true);
          for (const { x, y } of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
        }
      }),
    );
  });

  test('stages that nothing leads to, and names of none, do no harm', () => {
    const { boxes, arrows } = layoutOf('nowhere', [stage('one', 'lost'), stage('two')]);
    expect(boxes).toHaveLength(2);
    expect(arrows).toEqual([]);
  });
});

type At = { readonly x: number; readonly y: number } | undefined;
const isOn = (point: At, corner: At): boolean =>
  point !== undefined &&
  corner !== undefined &&
  point.x >= corner.x &&
  point.x <= corner.x + box.width &&
  point.y >= corner.y &&
  point.y <= corner.y + box.height;
