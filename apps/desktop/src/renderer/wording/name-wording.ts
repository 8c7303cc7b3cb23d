import type { Language } from '@ringside/shared/model/language';
import type { PersonName, Title } from '@ringside/shared/model/person-name';

const hanHonorifics: Record<'zh-Hant' | 'zh-Hans', Record<Title, string | null>> = {
  'zh-Hant': { mr: '先生', ms: '小姐', mrs: '太太', miss: '小姐', mx: null, dr: '博士', prof: '教授' },
  'zh-Hans': { mr: '先生', ms: '女士', mrs: '太太', miss: '小姐', mx: null, dr: '博士', prof: '教授' },
};
const latinTitles: Record<Title, string> = {
  mr: 'Mr',
  ms: 'Ms',
  mrs: 'Mrs',
  miss: 'Miss',
  mx: 'Mx',
  dr: 'Dr',
  prof: 'Prof.',
};

export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/**
 * How to address somebody: 陳先生, Ms Okafor. It follows the script of the name and not the language of the screen,
 * because it is said to its owner. Null where no title is known: a gender is never guessed.
 */
export function salutation(name: PersonName, customerLanguage: Language): string | null {
  if (name.title === null) return null;
  if (!isHan(name.written)) return `${latinTitles[name.title]} ${name.family ?? name.written}`;
  const honorific = hanHonorifics[customerLanguage === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant'][name.title];
  return honorific === null ? null : `${name.family ?? name.written}${honorific}`;
}

/** The salutation, or the name as it is written where there is none. */
export const addressed = (name: PersonName, customerLanguage: Language): string =>
  salutation(name, customerLanguage) ?? name.written;

/**
 * The centre's phrase for this customer; {name} in it stands for how they are addressed. Where nobody is known the name
 * goes, and the comma that joined it.
 */
export function spokenPhrase(phrase: string, name: PersonName | null, customerLanguage: Language): string {
  if (name !== null) return phrase.replaceAll('{name}', addressed(name, customerLanguage));
  return phrase
    .replaceAll(/^[{]name[}][，,]?\s*/g, '')
    .replaceAll(/[，,]\s*[{]name[}]/g, '')
    .replaceAll('{name}', '')
    .trim();
}
