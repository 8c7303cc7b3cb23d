import { readdirSync } from 'node:fs';

const ENDING = '.wav';

/** Stems of the sounds for callers in a folder. */
export const soundsIn = (folder: string | URL): ReadonlySet<string> =>
  new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith(ENDING))
      .map((file) => file.slice(0, -ENDING.length)),
  );
