import type { Language } from '@ringside/shared/model/language';

/**
 * The sound to play for a stem in a caller's language: "we-are-closed" is "we-are-closed-zh-Hant" for who hears
 * Traditional Chinese. Where the language is missing another is better than silence: the other Chinese, then English. A
 * stem that stands there as it is (an own recording, a greeting of one language) is played as it is. null: there is none.
 */
export function soundOf(stem: string, language: Language, exists: (sound: string) => boolean): string | null {
  const spoken = [language, ...instead[language]].map((one) => `${stem}-${one}`);
  return [...spoken, stem].find(exists) ?? null;
}

const instead: Readonly<Record<Language, readonly Language[]>> = {
  en: [],
  'zh-Hant': ['zh-Hans', 'en'],
  'zh-Hans': ['zh-Hant', 'en'],
};
