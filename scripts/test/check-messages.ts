import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../run-command.ts';
import { oneCheck } from './step.ts';
import type { StepResult } from './step.ts';

const renderer = 'apps/desktop/src/renderer';

/** Every message stands in every language with the same parts, each that the code names exists, and each is used. */
export async function checkMessages(): Promise<StepResult> {
  const verified = await run(join(root, 'node_modules/.bin/formatjs'), [
    'verify',
    ...['--source-locale', 'en', '--missing-keys', '--extra-keys', '--structural-equality'],
    `${renderer}/i18n/*.json`,
  ]);
  const extracted = await run(join(root, 'node_modules/.bin/formatjs'), [
    'extract',
    '--throws',
    `${renderer}/**/*.{ts,tsx}`,
  ]);
  const catalogue = Object.keys(
    JSON.parse(readFileSync(join(root, renderer, 'i18n/en.json'), 'utf8')) as object,
  );
  const lost = extracted.code === 0 ? unknownIds(extracted.output, catalogue) : [extracted.output];
  const idle = unusedIds(catalogue, sourceTexts());
  const told = [
    verified.code === 0 ? '' : verified.output,
    ...lost.map(
      (id) =>
        `The code asks for the message "${id}"; no catalogue has it. Add it to ${renderer}/i18n/*.json.`,
    ),
    ...idle.map((id) => `Nothing uses the message "${id}". Remove it from ${renderer}/i18n/*.json.`),
  ].filter((line) => line !== '');
  return oneCheck(told.length === 0, told.join('\n'));
}

function unknownIds(extracted: string, catalogue: readonly string[]): string[] {
  const known = new Set(catalogue);
  const ids = Object.keys(JSON.parse(extracted.slice(extracted.indexOf('{'))) as object);
  return ids.filter((id) => !known.has(id));
}

const sourceTexts = (): string =>
  globSync(`${renderer}/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !/\.(test|spec)\./.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

/** An id is used when the code writes it, or the beginning of it before a part that is filled in (`problem.${word}`). */
export function unusedIds(catalogue: readonly string[], sources: string): string[] {
  const prefixes = [...sources.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1] ?? '');
  return catalogue.filter(
    (id) =>
      !sources.includes(`'${id}'`) &&
      !sources.includes(`"${id}"`) &&
      !sources.includes(`\`${id}\``) &&
      !prefixes.some((prefix) => id.startsWith(prefix)),
  );
}
