import type { SavedFilter, WorkFilterInput, WorkSortWord } from '@ringside/shared/protocol/work-list';
import { savedFilter } from '@ringside/shared/protocol/work-list';
import { defineMessages } from 'react-intl';
import { z } from 'zod';
import type { Message } from '../../i18n/text.ts';

export const everything: WorkFilterInput = {
  whose: 'all',
  ownerId: null,
  types: [],
  phases: [],
  severities: [],
  tiers: [],
  categories: [],
  dueWithin: null,
  reopened: false,
  text: '',
};

/** What everybody has from the start. */
export const usualIds = ['mine', 'nobody', 'team', 'byDeadline', 'safety', 'all'] as const;
export type UsualId = (typeof usualIds)[number];
export const usualWords: Record<UsualId, Message> = defineMessages({
  mine: { id: 'work.filter.mine' },
  nobody: { id: 'work.filter.nobody' },
  team: { id: 'work.filter.team' },
  byDeadline: { id: 'work.filter.byDeadline' },
  safety: { id: 'work.filter.safety' },
  all: { id: 'work.filter.all' },
});
const usual: Record<UsualId, Omit<SavedFilter, 'name'>> = {
  mine: { filter: { ...everything, whose: 'mine' }, sort: 'priority' },
  nobody: { filter: { ...everything, whose: 'nobody' }, sort: 'priority' },
  team: { filter: { ...everything, whose: 'team' }, sort: 'priority' },
  byDeadline: { filter: everything, sort: 'due' },
  safety: { filter: { ...everything, severities: ['safety'] }, sort: 'priority' },
  all: { filter: everything, sort: 'priority' },
};

export interface ListedFilter {
  /** 'usual:mine', 'own:Today', 'shared:Safety' */
  readonly id: string;
  readonly kind: 'usual' | 'own' | 'shared';
  readonly name: string;
  readonly filter: WorkFilterInput;
  readonly sort: WorkSortWord;
}

/** The filters of a desk, in the order in which they stand there. */
export function listedFilters(
  own: readonly SavedFilter[],
  shared: readonly SavedFilter[],
  nameOf: (id: UsualId) => string,
): readonly ListedFilter[] {
  const named = (kind: 'own' | 'shared') => (saved: SavedFilter) => ({
    id: `${kind}:${saved.name}`,
    kind,
    ...saved,
  });
  return [
    ...usualIds.map((id) => ({ id: `usual:${id}`, kind: 'usual' as const, name: nameOf(id), ...usual[id] })),
    ...shared.map(named('shared')),
    ...own.map(named('own')),
  ];
}

const kept = z.object({
  chosen: z.string().max(80).catch('usual:mine'),
  own: z.array(savedFilter).max(30).catch([]),
});
export type KeptFilters = z.infer<typeof kept>;
export const nothingKept: KeptFilters = { chosen: 'usual:mine', own: [] };

/** Reads what the page once wrote; what can't be read any more is forgotten rather than shown as a fault. */
export function readKept(text: string | null): KeptFilters {
  if (text === null) return nothingKept;
  try {
    const parsed = kept.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : nothingKept;
  } catch {
    return nothingKept;
  }
}
