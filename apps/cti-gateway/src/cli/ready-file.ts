import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { languages } from '@ringside/shared/model/language';

/** What a running gateway leaves in its data folder, so that commands beside it find it. */
const readyFile = z.object({
  pid: z.number().int(),
  url: z.string(),
  /** where the demo caller calls over UDP; null without such a listener */
  sip: z.object({ host: z.string(), port: z.number().int() }).nullable(),
  hotlines: z.array(z.object({ hotlineId: z.string(), name: z.string(), numbers: z.array(z.string()) })),
  /** customers of the demo */
  callers: z.array(z.object({ number: z.string(), name: z.string(), language: z.enum(languages) })),
});
export type ReadyFile = z.infer<typeof readyFile>;

const fileIn = (folder: string): string => join(folder, 'gateway.json');

/** Gives what removes it again. */
export function writeReadyFile(folder: string, facts: ReadyFile): () => void {
  const path = fileIn(folder);
  writeFileSync(path, JSON.stringify(facts, null, 2), { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

/** Null when no gateway runs on this data folder; one that was killed leaves its file behind. */
export function readReadyFile(folder: string): ReadyFile | null {
  try {
    const facts = readyFile.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    process.kill(facts.pid, 0);
    return facts;
  } catch {
    return null;
  }
}
