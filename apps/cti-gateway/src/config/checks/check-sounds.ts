import { readdirSync } from 'node:fs';
import type { Finding, Sections } from './finding.ts';
import { finding } from './finding.ts';

const folder = new URL('../../../../../resources/sounds/', import.meta.url);
const ENDING = '.wav';

/** Greetings and music that are not there: callers would hear nothing. */
export function checkSounds({ centre }: Sections): Finding[] {
  if (!centre) return [];
  const sounds = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  return centre.hotlines.flatMap(({ greeting, music }, i) =>
    Object.entries({ greeting, music }).flatMap(([setting, sound]) => {
      if (sound === null || sounds.includes(sound)) return [];
      const remedy = `Put it there as 16-bit WAV, 8 kHz, mono, or write one of: ${sounds.join(', ')}.`;
      return [
        finding(
          ['centre', 'hotlines', i, setting],
          sound,
          `resources/sounds has no ${sound}${ENDING}, so callers would hear nothing`,
          remedy,
        ),
      ];
    }),
  );
}
