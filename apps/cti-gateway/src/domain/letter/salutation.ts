import type { Language } from '@ringside/shared/model/language';
import type { PersonName, Title } from '@ringside/shared/model/person-name';

const hanTitles: Readonly<Record<'zh-Hant' | 'zh-Hans', Readonly<Record<Title, string | null>>>> = {
  'zh-Hant': { mr: '先生', ms: '小姐', mrs: '太太', miss: '小姐', mx: null, dr: '博士', prof: '教授' },
  'zh-Hans': { mr: '先生', ms: '女士', mrs: '太太', miss: '小姐', mx: null, dr: '博士', prof: '教授' },
};
const latinTitles: Readonly<Record<Title, string>> = {
  mr: 'Mr',
  ms: 'Ms',
  mrs: 'Mrs',
  miss: 'Miss',
  mx: 'Mx',
  dr: 'Dr',
  prof: 'Prof.',
};

/**
 * How a letter addresses somebody: 陳先生, Ms Okafor, and in a Chinese letter Okafor 女士. The name as it is written where
 * no title is known: a gender is never guessed (LETTER-5).
 */
export function addressed(name: PersonName, spokenTo: Language, letter: Language): string {
  const { title, written } = name;
  const family = name.family ?? written;
  if (title === null) return written;
  const isHan = /\p{Script=Han}/u.test(written);
  if (!isHan && letter === 'en') return `${latinTitles[title]} ${family}`;
  const script = (letter === 'en' ? spokenTo : letter) === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant';
  const honorific = hanTitles[script][title];
  if (honorific === null) return written;
  return isHan ? `${family}${honorific}` : `${family} ${honorific}`;
}
