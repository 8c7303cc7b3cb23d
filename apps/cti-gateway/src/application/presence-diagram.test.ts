import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { presenceDiagram } from '../testing/presence-diagram.ts';

test('PRES-5 the diagram in SPEC.md is the table', () => {
  const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');
  expect(spec).toContain(presenceDiagram());
});
