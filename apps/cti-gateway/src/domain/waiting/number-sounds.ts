import type { Language } from '@ringside/shared/model/language';
import type { WaitRange } from './expected-wait.ts';

/** Numbers that there are sounds for: "number-5-zh-Hant". */
export const spokenNumbers: readonly number[] = [...Array(21).keys(), 30, 45];

/** A place beyond this says nothing that would help anybody to wait. */
export const lastSpokenPosition = 20;

export const numberSound = (value: number, language: Language): string => `number-${value}-${language}`;

/** "You are number 3 in line." */
export const positionSounds = (position: number, language: Language): readonly string[] => [
  `position-before-${language}`,
  numberSound(position, language),
  `position-after-${language}`,
];

/** "The wait is about 3 to 5 minutes.", "… less than 3 minutes.", "… more than 45 minutes." */
export function waitSounds({ fromMinutes, toMinutes }: WaitRange, language: Language): readonly string[] {
  const after = `wait-minutes-${language}`;
  if (toMinutes === null) return [`wait-more-than-${language}`, numberSound(fromMinutes, language), after];
  if (toMinutes === 1) return [`wait-under-a-minute-${language}`];
  if (fromMinutes === 0) return [`wait-less-than-${language}`, numberSound(toMinutes, language), after];
  const [from, to] = [numberSound(fromMinutes, language), numberSound(toMinutes, language)];
  return [`wait-about-${language}`, from, `wait-to-${language}`, to, after];
}

/** Each digit by itself, as numbers are read back. */
export const digitSounds = (digits: string, language: Language): readonly string[] =>
  [...digits]
    .filter((digit) => digit >= '0' && digit <= '9')
    .map((digit) => numberSound(Number(digit), language));
