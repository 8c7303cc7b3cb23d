import type { Language } from '@ringside/shared/model/language';

const locales: Record<Language, string> = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };

/**
 * The locale that dates, numbers and React Aria's own strings follow. React Aria reads a bare zh-Hant as Simplified,
 * so the region is always said.
 */
export const localeOf = (language: Language): string => locales[language];

/** The first of the browser's languages that the product speaks. */
export function languageOfBrowser(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('en')) return 'en';
    if (/^zh-(hans|cn|sg|my)/.test(lower)) return 'zh-Hans';
    if (lower.startsWith('zh')) return 'zh-Hant';
  }
  return 'en';
}
