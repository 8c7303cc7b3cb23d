import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name of this installation that is kept with its data; made by `newId` the first time. */
export function instanceIdIn(folder: string, newId: () => string): string {
  const path = join(folder, 'instance-id');
  try {
    const kept = readFileSync(path, 'utf8').trim();
    if (kept !== '') return kept;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  const made = newId();
  writeFileSync(path, `${made}\n`, { mode: 0o600 });
  return made;
}
