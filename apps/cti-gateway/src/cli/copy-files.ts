import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands beside the database: files on cases, callers' messages, own prompts. */
const folders = ['attachments', 'recordings', 'prompts'] as const;

export const filesOf = (backup: string): string => `${backup}.files`;

/**
 * LETTER-14: copied after the database: a file never changes, so every one that the copy names was there. One that was
 * taken off in between is missing in the copy as it is in the original. Gives how many there are.
 */
export async function copyFiles(data: string, backup: string): Promise<number> {
  let count = 0;
  for (const folder of folders) {
    const names = (await namesIn(join(data, folder))).filter((name) => !name.endsWith('.coming'));
    if (names.length === 0) continue;
    await mkdir(join(filesOf(backup), folder), { recursive: true, mode: 0o700 });
    for (const name of names)
      if (await copied(join(data, folder, name), join(filesOf(backup), folder, name))) count += 1;
  }
  return count;
}

async function copied(from: string, to: string): Promise<boolean> {
  try {
    await cp(from, to, { errorOnExist: true, force: false, recursive: true });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw cause;
  }
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
