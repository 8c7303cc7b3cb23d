import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import {
  managerFigures,
  managerOutcomes,
  managerRequestStates,
  managerRequestWays,
} from '@ringside/shared/model/rota';
import type { ManagerFigure } from '@ringside/shared/model/rota';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import type { ManagerRequest } from './manager-request.ts';
import type { RequestFacts } from './request-figures.ts';
import { countFigures, requestFigures, requestsBehind, wasHeard } from './request-figures.ts';

const max = asId<'agent'>('max');
const okafors: ManagerRequest = {
  ...{ requestId: asId('request-1'), rotaId: asId('duty'), way: 'hotline', callId: asId('call-1') },
  ...{
    caseId: null,
    customerId: asId('okafor'),
    askedBy: null,
    askedAt: minutes(10),
    reason: null,
    note: '',
  },
  ...{ state: 'asked', takenBy: null, takenAt: null, via: null, outcome: null, category: null },
  ...{ outcomeNote: '', promiseId: null, taskId: null, closedAt: null, version: 1 },
};
const facts: RequestFacts = {
  callEnds: new Map(),
  promisedTo: new Set(),
  callBackBy: new Map(),
  checks: [],
  now: minutes(100),
};
const countedAs = (request: Partial<ManagerRequest>, more: Partial<RequestFacts> = {}) => {
  const figures = requestFigures([{ ...okafors, ...request }], { ...facts, ...more });
  return [...(figures.get(okafors.requestId) ?? [])].filter((figure) => figure !== 'asked');
};
const taken = { state: 'taken', takenBy: max } as const;

describe('what a request for a manager is counted as', () => {
  test('MREP-2 Mr Okafor waits; Max takes the call after exactly 60 s', () => {
    expect(countedAs({})).toEqual(['waiting']);
    expect(countedAs({ ...taken, takenAt: okafors.askedAt + seconds(60) })).toEqual([
      'reached',
      'within60',
      'within120',
    ]);
  });

  test('MREP-2 Mr Okafor hung up before Max called him back: he was missed, not reached', () => {
    const callEnds = new Map([[asId<'call'>('call-1'), okafors.askedAt + seconds(30)]]);
    expect(countedAs({ state: 'missed' }, { callEnds })).toEqual(['missed']);
    expect(countedAs({ ...taken, takenAt: okafors.askedAt + minutes(5) }, { callEnds })).toEqual(['missed']);
  });

  test('MREP-2 DUTY-11 Mr Okafor hung up: the call back that Max makes of it was promised to nobody, he stays missed', () => {
    const callEnds = new Map([[asId<'call'>('call-1'), okafors.askedAt + seconds(30)]]);
    const taskId = asId<'task'>('call-back');
    expect(countedAs({ state: 'missed', taskId }, { callEnds })).toEqual(['missed']);
    const calledBack = { takenBy: max, takenAt: minutes(50), taskId };
    expect(countedAs({ ...calledBack, state: 'taken' }, { callEnds })).toEqual(['missed']);
    expect(countedAs({ ...calledBack, state: 'closed' }, { callEnds })).toEqual(['missed']);
  });

  test('MREP-3 a call back is owed until its time, in time when done by then, late otherwise', () => {
    const taskId = asId<'task'>('call-back');
    const promisedTo = new Set([asId<'call'>('call-1')]);
    const by = (at: number) => ({ promisedTo, callBackBy: new Map([[taskId, at]]) });
    const promised = { state: 'promised', taskId } as const;
    expect(countedAs(promised, by(minutes(100)))).toEqual(['promised', 'owed']);
    expect(countedAs(promised, by(minutes(99)))).toEqual(['promised', 'late']);
    const back = { ...taken, taskId, takenAt: minutes(50) };
    expect(countedAs(back, by(minutes(50)))).toEqual(['promised', 'inTime']);
    expect(countedAs(back, by(minutes(49)))).toEqual(['promised', 'late']);
  });

  test('MREP-2 a complaint passed up to a manager has nobody on the line who could be reached', () => {
    expect(countedAs({ way: 'case', callId: null, ...taken, takenAt: minutes(11) })).toEqual(['fromCase']);
  });

  test('MREP-4 陳大文 spoke to managers twice about one case: the answer afterwards counts once, for the second', () => {
    const caseId = asId<'case'>('case-1');
    const once = { ...okafors, ...taken, caseId, takenAt: minutes(11) };
    const again = { ...once, requestId: asId<'managerRequest'>('request-2'), takenAt: minutes(30) };
    const check = (endedAt: number, satisfied: boolean) => ({ caseId, endedAt, satisfied });
    const count = (...checks: readonly ReturnType<typeof check>[]) =>
      countFigures(requestFigures([again, once], { ...facts, checks }));
    expect(count(check(minutes(60), false), check(minutes(90), true))).toMatchObject({
      satisfied: 1,
      notSatisfied: 0,
    });
    expect(count(check(minutes(5), true))).toMatchObject({ satisfied: 0, notSatisfied: 0 });
    const figures = requestFigures([again, once], { ...facts, checks: [check(minutes(60), false)] });
    expect(figures.get(again.requestId)?.has('notSatisfied')).toBe(true);
  });
});

const anyRequest = fc
  .record({
    way: fc.constantFrom(...managerRequestWays),
    state: fc.constantFrom(...managerRequestStates),
    takenAt: fc.option(fc.integer({ min: minutes(10), max: minutes(20) })),
    outcome: fc.option(fc.constantFrom(...managerOutcomes)),
    category: fc.constantFrom(null, 'late', 'rude'),
    takenBy: fc.constantFrom(max, asId<'agent'>('grace')),
    taskId: fc.constantFrom(null, asId<'task'>('call-back')),
    caseId: fc.constantFrom(null, asId<'case'>('case-1'), asId<'case'>('case-2')),
  })
  .map((one): ManagerRequest => ({
    ...okafors,
    ...one,
    takenBy: one.takenAt === null ? null : one.takenBy,
  }));
const anyRequests = fc
  .array(anyRequest, { maxLength: 25 })
  .map((all) => all.map((one, nth) => ({ ...one, requestId: asId<'managerRequest'>(`request-${nth}`) })));
const anyFacts = fc
  .record({
    end: fc.option(fc.integer({ min: minutes(9), max: minutes(21) })),
    promisedTo: fc.subarray([asId<'call'>('call-1')]),
    by: fc.integer({ min: minutes(9), max: minutes(21) }),
    now: fc.integer({ min: minutes(10), max: minutes(30) }),
    checks: fc.array(
      fc.record({
        caseId: fc.constantFrom(asId<'case'>('case-1'), asId<'case'>('case-2')),
        endedAt: fc.integer({ min: minutes(9), max: minutes(30) }),
        satisfied: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ end, promisedTo, by, now, checks }) => ({
    callEnds: new Map([[asId<'call'>('call-1'), end]]),
    promisedTo: new Set(promisedTo),
    callBackBy: new Map([[asId<'task'>('call-back'), by]]),
    checks,
    now,
  }));

describe('figures and what stands behind them', () => {
  test('MREP-2 nothing is counted twice and nothing is left out, whatever happened', () => {
    fc.assert(
      fc.property(anyRequests, anyFacts, (requests, around) => {
        const count = countFigures(requestFigures(requests, around));
        expect(count.asked).toBe(requests.length);
        expect(count.fromCase + count.reached + count.promised + count.missed + count.waiting).toBe(
          count.asked,
        );
        expect(count.inTime + count.late + count.owed).toBe(count.promised);
        expect(count.within20).toBeLessThanOrEqual(count.within60);
        expect(count.within60).toBeLessThanOrEqual(count.within120);
        expect(count.within120).toBeLessThanOrEqual(count.reached);
        expect(count.satisfied + count.notSatisfied).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('MREP-8 behind every figure stand as many requests as it says', () => {
    fc.assert(
      fc.property(anyRequests, anyFacts, (requests, around) => {
        const figures = requestFigures(requests, around);
        const count = countFigures(figures);
        const behind = (figure: ManagerFigure) =>
          requestsBehind(requests, figures, { category: null, takenBy: null, figure });
        for (const figure of managerFigures) expect(behind(figure)).toHaveLength(count[figure]);
      }),
    );
  });

  test('MREP-7 the lines of the digest add up to what was told, and each to the requests behind it', () => {
    fc.assert(
      fc.property(anyRequests, anyRequests, (requests, requestsBefore) => {
        const { total, before, byCategory } = digestOf(requests, requestsBefore, new Map());
        const figures = requestFigures(requests, facts);
        expect(total).toBe(requests.filter(wasHeard).length);
        expect(byCategory.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        expect(byCategory.reduce((sum, line) => sum + line.before, 0)).toBe(before);
        expect(new Set(byCategory.map(({ category }) => category)).size).toBe(byCategory.length);
        for (const { category, count } of byCategory)
          expect(
            requestsBehind(requests, figures, { category: category ?? '', takenBy: null, figure: null }),
          ).toHaveLength(count);
      }),
    );
  });

  test('MREP-7 what Max promised is counted with whether it was kept, the most told first', () => {
    const told = { ...okafors, ...taken, takenAt: minutes(11), state: 'closed' } as const;
    const late = { ...told, category: 'late' };
    const promise = (id: string, madeAt: number, keptAt: number | null) =>
      [asId<'promise'>(id), { madeAt, keptAt }] as const;
    const digest = digestOf(
      [
        { ...told, category: 'rude', promiseId: asId('call back') },
        { ...late, promiseId: asId('kept') },
        { ...late, promiseId: asId('open') },
      ],
      [
        { ...told, category: 'rude' },
        { ...told, category: null, outcome: 'notReached' },
      ],
      new Map([
        promise('kept', minutes(12), minutes(40)),
        promise('open', minutes(12), null),
        promise('call back', minutes(10), minutes(11)),
      ]),
    );
    expect(digest).toMatchObject({
      total: 3,
      before: 1,
      byCategory: [
        { category: 'late', count: 2, before: 0, promises: 2, kept: 1 },
        { category: 'rude', count: 1, before: 1, promises: 0, kept: 0 },
      ],
    });
  });
});
