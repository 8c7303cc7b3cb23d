import type { WorkFilterInput, WorkSortWord } from '@ringside/shared/protocol/work-list';
import { create } from 'zustand';

/** What another page wants the list of work to show when it opens next, and whose or which cases that are. */
export interface AskedWork {
  readonly name: string;
  readonly filter: Partial<WorkFilterInput>;
  readonly sort: WorkSortWord;
}

const useAsked = create<{ readonly asked: AskedWork | null }>(() => ({ asked: null }));

export const askForWork = (asked: AskedWork): void => useAsked.setState({ asked });

/** Gives it once. */
export function takeAskedWork(): AskedWork | null {
  const { asked } = useAsked.getState();
  useAsked.setState({ asked: null });
  return asked;
}
