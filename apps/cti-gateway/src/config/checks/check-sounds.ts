import { readdirSync } from 'node:fs';
import { languages } from '@ringside/shared/model/language';
import type { Destination } from '../../domain/centre/queue.ts';
import type { Path } from '../source.ts';
import type { Finding, Sections } from './finding.ts';
import { finding } from './finding.ts';

const folder = new URL('../../../../../resources/sounds/', import.meta.url);
const ENDING = '.wav';

/** Greetings, prompts and music that are not there: callers would hear nothing. */
export function checkSounds({ centre }: Sections): Finding[] {
  if (!centre) return [];
  const own = centre.prompts.map(({ promptId }) => promptId);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length));
  const known = new Set([...own, ...files]);
  return named(centre).flatMap(({ path, sound }) => {
    const said = known.has(sound) || languages.some((language) => known.has(`${sound}-${language}`));
    if (said) return [];
    const remedy = `Upload it as a prompt, put it there as 16-bit WAV, 8 kHz, mono, or write one of: ${[...known].toSorted().join(', ')}.`;
    const why = `resources/sounds has no ${sound}${ENDING}, so callers would hear nothing`;
    return [finding(['centre', ...path], sound, why, remedy, 'noSound')];
  });
}

interface NamedSound {
  readonly path: Path;
  readonly sound: string;
}

function named({ hotlines, queues }: NonNullable<Sections['centre']>): readonly NamedSound[] {
  const sounds: NamedSound[] = [];
  const name = (path: Path, sound: string | null | undefined): void => {
    if (typeof sound === 'string') sounds.push({ path, sound });
  };
  const farewell = (path: Path, to: Destination): void => {
    if (to.to === 'goodbye') name([...path, 'prompt'], to.prompt);
  };
  hotlines.forEach((hotline, i) => {
    const at = ['hotlines', i];
    name([...at, 'greeting'], hotline.greeting);
    name([...at, 'music'], hotline.music);
    name([...at, 'whenClosed', 'prompt'], hotline.whenClosed.prompt);
    farewell([...at, 'whenClosed', 'to'], hotline.whenClosed.to);
    name([...at, 'emergency', 'prompt'], hotline.emergency?.prompt);
    name([...at, 'menu', 'prompt'], hotline.menu?.prompt);
    hotline.menu?.choices.forEach(({ to }, j) => {
      if (to.to === 'keyIn') name([...at, 'menu', 'choices', j, 'to', 'prompt'], to.prompt);
    });
  });
  queues.forEach((queue, i) => {
    name(['queues', i, 'waiting', 'comfort'], queue.waiting.comfort);
    queue.overflow.forEach(({ to }, j) => farewell(['queues', i, 'overflow', j, 'to'], to));
  });
  return sounds;
}
