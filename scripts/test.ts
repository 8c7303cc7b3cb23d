import { provide } from './test/needs.ts';
import type { Step, StepResult } from './test/step.ts';
import { steps, updateScreens } from './test/steps.ts';

const LINES_TOLD = 400;

/** `npm test [-- STEP...]`: runs every step or those named, goes on after a failure, and sums up. */
async function test(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(', ')}. There are:`);
    for (const { name, about } of steps) console.error(`  ${name.padEnd(10)} ${about}`);
    return 64;
  }
  const chosen = steps.filter((step) => names.length === 0 || names.includes(step.name));
  const results: (readonly [Step, StepResult])[] = [];
  for (const step of chosen) results.push([step, await timed(step)]);
  return sumUp(results);
}

async function timed(step: Step): Promise<StepResult> {
  const began = performance.now();
  const result = await attempted(step);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const mark = result.failed === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${step.name.padEnd(9)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed ${seconds.padStart(7)} s`,
  );
  if (result.failed > 0) console.log(indented(result.told));
  return result;
}

async function attempted(step: Step): Promise<StepResult> {
  const lacking = await provide(step.needs);
  if (lacking !== null) return { passed: 0, failed: 1, skipped: [], told: lacking };
  try {
    return await step.run();
  } catch (fault) {
    return { passed: 0, failed: 1, skipped: [], told: (fault as Error).message };
  }
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .slice(-LINES_TOLD)
    .map((line) => `    ${line}`)
    .join('\n');

/** The last line is the sum; what failed and what did not run stands above it. */
function sumUp(results: readonly (readonly [Step, StepResult])[]): number {
  const sum = (of: (result: StepResult) => number): number =>
    results.reduce((total, [, result]) => total + of(result), 0);
  for (const [step, { skipped }] of results)
    for (const name of skipped) console.log(`Did not run (${step.name}): ${name}`);
  const failing = results.filter(([, result]) => result.failed > 0).map(([step]) => step.name);
  if (failing.length > 0)
    console.log(`Failed: ${failing.join(', ')}. Alone: npm test -- ${failing.join(' ')}`);
  const failed = sum((result) => result.failed);
  console.log(`${sum((result) => result.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await test(process.argv.slice(2).filter((argument) => argument !== updateScreens));
