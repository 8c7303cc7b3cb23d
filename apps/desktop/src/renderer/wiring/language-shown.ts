import type { Language } from '@ringside/shared/model/language';
import { languages } from '@ringside/shared/model/language';

/** The language of the screen, as it stands on the page for screen readers. */
export function languageShown(page: Pick<Document, 'documentElement'>): Language {
  return languages.find((language) => language === page.documentElement.lang) ?? 'en';
}
