import { expect, test } from 'vitest';
import { unusedIds } from './check-messages.ts';
import { counted as countedByPlaywright } from './playwright-step.ts';
import { counted as countedByVitest } from './vitest-step.ts';

const file = (...statuses: string[]) => ({
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, i) => ({ fullName: `test ${i}`, status })),
});
const vitest = (passed: number, failed: number, files: ReturnType<typeof file>[], code = failed ? 1 : 0) =>
  countedByVitest(
    { numPassedTests: passed, numFailedTests: failed, numFailedTestSuites: 0, testResults: files },
    code,
    'output',
  );

test('tests are counted as they ran', () => {
  expect(vitest(2, 1, [file('passed', 'passed', 'failed')])).toMatchObject({
    passed: 2,
    failed: 1,
    skipped: [],
  });
});

test('a test that did not run is told by name', () => {
  expect(vitest(1, 0, [file('passed', 'pending')]).skipped).toEqual(['test 1']);
});

test('a file that could not be loaded is a failure', () => {
  expect(vitest(1, 0, [file('passed'), { status: 'failed', assertionResults: [] }], 1).failed).toBe(1);
});

test('an exit code that no test explains is a failure', () => {
  expect(vitest(3, 0, [file('passed', 'passed', 'passed')], 1).failed).toBe(1);
});

test('a browser test that needed a second try is a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countedByPlaywright({ stats, errors: [] }, 1, '')).toMatchObject({
    passed: 5,
    failed: 2,
    skipped: ['2 in the browser'],
  });
});

test('a message is used when the code writes its id or the beginning of it', () => {
  const sources = "text({ id: 'call.end' }); text({ id: `problem.${word}` as MessageId });";
  expect(unusedIds(['call.end', 'problem.internal', 'call.hold', 'problemless'], sources)).toEqual([
    'call.hold',
    'problemless',
  ]);
});
