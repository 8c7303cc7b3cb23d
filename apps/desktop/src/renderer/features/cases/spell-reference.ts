import type { Language } from '@ringside/shared/model/language';

const digits: Record<Language, readonly string[]> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  'zh-Hant': ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
  'zh-Hans': ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
};

/** "C-2291" as it is said on a bad line, in the language of who listens: "C · two · two · nine · one". */
export const spellReference = (reference: string, language: Language): string =>
  [...reference]
    .filter((letter) => letter !== '-')
    .map((letter) => digits[language][Number(letter)] ?? letter)
    .join(language === 'en' ? ' · ' : ' ');
