import type { PersonName } from '@ringside/shared/model/person-name';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';

const toSimplified = Converter({ from: 't', to: 'cn' });
const simplified = new Map<string, string>();

/**
 * Text as search compares it: compatibility forms (NFKC), lower case, accents and apostrophes off, Traditional characters as
 * their Simplified ones. Characters are folded one at a time: phrase conversion would fold 乾 in one name and not in another.
 */
export function fold(text: string): string {
  if (/^[a-z0-9 ]*$/iu.test(text)) return text.toLowerCase().replaceAll(/ +/gu, ' ').trim();
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .normalize('NFC');
  return Array.from(plain, simplify).join('').replaceAll(/\s+/gu, ' ').trim();
}

function simplify(character: string): string {
  if (character < '\u2e80') return character;
  const known = simplified.get(character);
  if (known !== undefined) return known;
  const folded = toSimplified(character);
  simplified.set(character, folded);
  return folded;
}

/** Words as the index holds them: each Han character is a word, because Chinese is written without spaces. */
export const wordsOf = (folded: string): readonly string[] =>
  folded.match(/\p{Script=Han}|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? [];

export interface SearchText {
  readonly name: string;
  readonly pinyin: string;
  readonly email: string;
}

/** What a customer is found by. */
export function searchText(name: PersonName, email: string): SearchText {
  const names = [...new Set([name.written, name.family, name.given, name.spoken])]
    .filter((part) => part !== null)
    .map(fold);
  return {
    name: names.map((part) => wordsOf(part).join(' ')).join(' | '),
    pinyin: [...new Set(names.flatMap(hanRuns).flatMap(spellings))].join(' '),
    email: email.toLowerCase(),
  };
}

const hanRuns = (folded: string): readonly string[] => folded.match(/\p{Script=Han}+/gu) ?? [];

const spelled = new Map<string, readonly string[]>();

/** 陈大文 → chen da wen, chendawen, dawen, cdw. Surname mode reads 单, 曾 and 解 as names do. */
function spellings(han: string): readonly string[] {
  const known = spelled.get(han);
  if (known !== undefined) return known;
  const syllables = pinyin(han, { mode: 'surname', toneType: 'none', type: 'array', v: true });
  const joined = [0, 1, 2].map((from) => syllables.slice(from).join('')).filter((text) => text !== '');
  const all = [...syllables, ...joined, syllables.map((syllable) => syllable.slice(0, 1)).join('')];
  const words = [...new Set([...all, ...all.map((word) => word.replaceAll('v', 'u'))])];
  if (spelled.size < 50_000) spelled.set(han, words);
  return words;
}
