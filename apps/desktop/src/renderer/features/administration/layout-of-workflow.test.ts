import { describe, expect, test } from 'vitest';
import type { DrawnStage, Point } from './layout-of-workflow.ts';
import { box, layoutOf } from './layout-of-workflow.ts';

const stage = (name: string, ...to: string[]): DrawnStage => ({ stage: name, to });
const names = ['a', 'b', 'c', 'd'];
const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => ({ from, to })));
/** Every workflow of four stages: each of twelve arrows is there or not. */
const allOfFour = Array.from({ length: 2 ** pairs.length }, (_, bits) => {
  const there = pairs.filter((_pair, nth) => (bits & (2 ** nth)) > 0);
  return names.map((name) => stage(name, ...there.filter(({ from }) => from === name).map(({ to }) => to)));
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
    for (const stages of allOfFour) {
      const layout = layoutOf('a', stages);
      const { boxes, arrows } = layout;
      expect(boxes.map((one) => one.stage).toSorted()).toEqual(names);
      expect(boxes.filter((one) => boxes.some((other) => one !== other && overlap(one, other)))).toEqual([]);
      const wanted = stages.flatMap(({ stage: from, to }) => to.map((next) => `${from} ${next}`));
      expect(arrows.map(({ from, to }) => `${from} ${to}`).toSorted()).toEqual(wanted.toSorted());
      expect(arrows.filter((arrow) => !isJoined(arrow, layout))).toEqual([]);
    }
  });

  test('stages that nothing leads to, and names of none, do no harm', () => {
    const { boxes, arrows } = layoutOf('nowhere', [stage('one', 'lost'), stage('two')]);
    expect(boxes).toHaveLength(2);
    expect(arrows).toEqual([]);
  });
});

function isJoined(
  { from, to, points }: ReturnType<typeof layoutOf>['arrows'][number],
  { boxes, width, height }: ReturnType<typeof layoutOf>,
): boolean {
  const corner = (name: string) => boxes.find((one) => one.stage === name);
  const isInside = points.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
  return isInside && isOn(points.at(0), corner(from)) && isOn(points.at(-1), corner(to));
}

const overlap = (one: Point, other: Point): boolean =>
  Math.abs(one.x - other.x) < box.width && Math.abs(one.y - other.y) < box.height;

const isOn = (point: Point | undefined, corner: Point | undefined): boolean =>
  point !== undefined &&
  corner !== undefined &&
  point.x >= corner.x &&
  point.x <= corner.x + box.width &&
  point.y >= corner.y &&
  point.y <= corner.y + box.height;
