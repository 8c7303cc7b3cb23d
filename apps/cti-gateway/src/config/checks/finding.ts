import type { FaultWord } from '../../ports/centre-reader.ts';
import type { Path } from '../source.ts';
import type { Written } from '../sections.ts';
import type { Advice } from '../values.ts';

/** The sections that could be read; one that could not has its own faults and is left out of what follows. */
export type Sections = Partial<Written>;

/** Something that one setting alone could not show. */
export interface Finding extends Advice {
  readonly path: Path;
  readonly value: string | null;
}

export const finding = (
  path: Path,
  value: string | null,
  why: string,
  remedy: string,
  word?: FaultWord,
): Finding => ({ path, value, why, remedy, ...(word === undefined ? {} : { word }) });

/** Ids that stand twice in a list; `setting` is the id's name as it is written, where the domain has another. */
export function twice<Key extends string>(
  path: Path,
  list: readonly { readonly [key in Key]: string }[],
  key: Key,
  setting: string = key,
): Finding[] {
  const seen = new Set<string>();
  return list.flatMap((item, i) => {
    const id = item[key];
    if (seen.has(id))
      return [
        finding(
          [...path, i, setting],
          id,
          'another in this list has the same id',
          'Choose another id.',
          'twice',
        ),
      ];
    seen.add(id);
    return [];
  });
}
