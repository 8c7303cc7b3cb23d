import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** Reads a small file of ours; a missing or damaged one counts as `fallback`, so that a crash can't lock anybody out. */
export function readJson<Value>(path: string, schema: z.ZodType<Value>, fallback: Value): Value {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return fallback;
  }
}

/** Written beside and renamed, so that a power cut leaves the old file or the new one. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(value));
  renameSync(`${path}.new`, path);
}
