import type { WorkFilterInput, WorkSortWord } from '@ringside/shared/protocol/work-list';
import { useState } from 'react';
import type { AskedWork } from '../../asked-work.ts';
import { takeAskedWork } from '../../asked-work.ts';
import { everything } from './filters.ts';
import type { Filters } from './use-filters.ts';

interface Changed {
  /** the saved filter it began as */
  readonly of: string;
  /** of what another page asked for */
  readonly name: string | null;
  readonly filter: WorkFilterInput;
  readonly sort: WorkSortWord;
}

/** The filter chosen, and what was changed about it since: that is shown and not kept until it is saved. */
export function useFilterShown({ chosen }: Filters) {
  const [changed, setChanged] = useState<Changed | null>(() => askedOf(takeAskedWork(), chosen.id));
  const shown =
    changed?.of === chosen.id
      ? changed
      : { of: chosen.id, name: null, filter: chosen.filter, sort: chosen.sort };
  return {
    filter: shown.filter,
    sort: shown.sort,
    /** null: a saved filter alone */
    asked: changed?.of === chosen.id ? changed.name : null,
    forget: () => setChanged(null),
    change: (change: Partial<WorkFilterInput>) =>
      setChanged({ ...shown, filter: { ...shown.filter, ...change } }),
    setSort: (sort: WorkSortWord) => setChanged({ ...shown, sort }),
  };
}

const askedOf = (asked: AskedWork | null, of: string): Changed | null =>
  asked === null
    ? null
    : { of, name: asked.name, filter: { ...everything, ...asked.filter }, sort: asked.sort };
