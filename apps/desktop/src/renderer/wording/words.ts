import type { Language } from '@ringside/shared/model/language';
import type { LocalText } from '@ringside/shared/model/language';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useDesk } from '../desk.ts';
import type { Text } from '../i18n/text.ts';
import { useText } from '../i18n/text.ts';

/** What is needed to word the gateway's data: the language of the screen and the customs of the centre. */
export interface Words {
  readonly t: Text;
  readonly language: Language;
  /** IANA zone of the centre: every date on the screen is in it */
  readonly timeZone: string;
  /** ISO 3166: numbers of this region are shown in their national form */
  readonly region: string;
}

const languageOfLocale: Readonly<Record<string, Language>> = {
  'en-GB': 'en',
  'zh-TW': 'zh-Hant',
  'zh-CN': 'zh-Hans',
};

export function useWords(): Words {
  const t = useText();
  const { locale } = useIntl();
  const timeZone = useDesk((s) => s.desk?.reference.timeZone ?? 'UTC');
  const region = useDesk((s) => s.desk?.reference.region ?? 'TW');
  const language = languageOfLocale[locale] ?? 'en';
  return useMemo(() => ({ t, language, timeZone, region }), [t, language, timeZone, region]);
}

/** The name of a thing in one of the centre's own lists; an id that is no longer in the list stands for itself. */
export function nameOf<Item extends { readonly name: LocalText }>(
  items: readonly Item[],
  isIt: (item: Item) => boolean,
  id: string,
  language: Language,
): string {
  return items.find(isIt)?.name[language] ?? id;
}
