import type { SavedFilter, WorkCounts } from '@ringside/shared/protocol/work-list';
import { savedFilters, workCounts } from '@ringside/shared/protocol/work-list';
import { useCallback, useEffect, useMemo } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { useAnswer, useCommand } from '../../asking.ts';
import { workMoved } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';
import { useServices } from '../../services.tsx';
import type { KeptFilters, ListedFilter } from './filters.ts';
import { useWhenCasesChange } from '../../when-cases-change.ts';
import { everything, listedFilters, nothingKept, readKept, usualWords } from './filters.ts';

const useKept = create<KeptFilters & { readonly isRead: boolean }>(() => ({ ...nothingKept, isRead: false }));
const ownText = z.string().nullable();
const countsEveryMs = 2_000;

export interface Filters {
  readonly listed: readonly ListedFilter[];
  readonly counts: WorkCounts;
  readonly chosen: ListedFilter;
  readonly choose: (id: string) => void;
  /** under a name of one's own, or (`shared`) of everybody's */
  readonly save: (saved: SavedFilter, shared: boolean) => void;
  readonly remove: (filter: ListedFilter) => void;
}

/** WORK-10: the filters of this person and of everybody, with how many cases each has. */
export function useFilters(): Filters {
  const t = useText();
  const tell = useCommand();
  const { own, chosen: chosenId } = useOwn();
  const shared = useAnswer({ ask: 'work.shared' }, savedFilters, workMoved);
  const listed = useMemo(
    () => listedFilters(own, shared.value ?? [], (id) => t(usualWords[id])),
    [own, shared.value, t],
  );
  const counts = useAnswer({ ask: 'work.counts', filters: listed.map(({ filter }) => filter) }, workCounts);
  useWhenCasesChange(counts.again, countsEveryMs);
  const keep = useCallback(
    (next: KeptFilters) => {
      useKept.setState(next);
      void tell({ do: 'setting.keep', about: 'work', text: JSON.stringify(next) });
    },
    [tell],
  );
  const first: ListedFilter = {
    id: 'usual:all',
    kind: 'usual',
    name: t(usualWords.all),
    filter: everything,
    sort: 'priority',
  };
  return {
    listed,
    counts: counts.value ?? [],
    chosen: listed.find(({ id }) => id === chosenId) ?? listed[0] ?? first,
    choose: (id) => keep({ own, chosen: id }),
    save: (saved, isShared) => {
      if (isShared) void tell({ do: 'work.share', saved });
      const others = own.filter(({ name }) => name !== saved.name);
      keep({
        own: isShared ? own : [...others, saved].slice(-30),
        chosen: `${isShared ? 'shared' : 'own'}:${saved.name}`,
      });
    },
    remove: ({ kind, name }) => {
      if (kind === 'shared') void tell({ do: 'work.unshare', name });
      keep({ own: kind === 'own' ? own.filter((one) => one.name !== name) : own, chosen: 'usual:mine' });
    },
  };
}

function useOwn(): KeptFilters {
  const { link } = useServices();
  const { isRead, ...kept } = useKept();
  useEffect(() => {
    if (isRead) return;
    void link.query({ ask: 'setting.read', about: 'work' }, ownText).then((reply) => {
      if (reply.ok) useKept.setState({ ...readKept(reply.value), isRead: true });
    });
  }, [link, isRead]);
  return kept;
}
