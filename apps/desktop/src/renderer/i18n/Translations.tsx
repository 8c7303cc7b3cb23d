import type { Language } from '@ringside/shared/model/language';
import type { ReactNode } from 'react';
import { useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import en from './en.json';
import { localeOf } from './locale.ts';
import type { MessageId } from './text.ts';
import zhHans from './zh-Hans.json';
import zhHant from './zh-Hant.json';

export const catalogues: Record<Language, Readonly<Record<MessageId, string>>> = {
  en,
  'zh-Hant': zhHant,
  'zh-Hans': zhHans,
};

/** Puts the whole tree, React Aria's own words included, into one language. */
export function Translations({ language, children }: { language: Language; children: ReactNode }) {
  const locale = localeOf(language);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={locale} messages={catalogues[language]} defaultLocale="en">
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </IntlProvider>
  );
}
