import type { Language } from '@ringside/shared/model/language';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';
import { numberSound } from '../waiting/number-sounds.ts';

/** The largest number of hours that there is a sound for. */
const mostHours = 20;

/**
 * DUTY-10: "A manager will call you back within · 2 · hours, at the number you are calling from." Rounded up to what can be
 * said, never down. `there`: at a number they keyed in.
 */
export function promiseSounds(
  { within, at }: { readonly within: Milliseconds; readonly at: 'here' | 'there' },
  language: Language,
): readonly string[] {
  const whole = Math.ceil(within / minutes(1));
  const hours = Math.ceil(whole / 60);
  if (hours > mostHours) return [`${at === 'here' ? 'manager-calls-back' : 'callback-agreed'}-${language}`];
  const [count, unit] = whole <= 60 ? [spokenMinutes(whole), 'minutes'] : [hours, 'hours'];
  return [
    `manager-calls-within-${language}`,
    numberSound(count, language),
    `manager-${unit}-${at}-${language}`,
  ];
}

/** From twenty on there is a sound for each fifth. */
const spokenMinutes = (count: number): number => (count <= 20 ? count : Math.ceil(count / 5) * 5);
