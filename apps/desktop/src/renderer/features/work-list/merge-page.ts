import type { WorkPage, WorkRowView } from '@ringside/shared/protocol/work-list';

export interface ShownWork {
  readonly rows: readonly WorkRowView[];
  readonly next: WorkPage['next'];
  /** what the gateway has now, where rows would come, go or move */
  readonly fresh: WorkPage | null;
  /** rows that would */
  readonly changes: number;
  /** rows that are shown and no longer belong here */
  readonly left: ReadonlySet<string>;
}

export const asShown = ({ rows, next }: WorkPage): ShownWork => ({
  rows,
  next,
  fresh: null,
  changes: 0,
  left: new Set(),
});

const idOf = (row: WorkRowView): string => row.case.caseId;

/** WORK-8: under a hand rows change in place; where they stand stays, until it is asked for. */
export function mergeUnderHand(shown: readonly WorkRowView[], fresh: WorkPage): ShownWork {
  const now = new Map(fresh.rows.map((row) => [idOf(row), row]));
  const before = new Set(shown.map(idOf));
  const left = new Set(shown.map(idOf).filter((id) => !now.has(id)));
  const came = fresh.rows.filter((row) => !before.has(idOf(row))).length;
  const changes = came + left.size + movedIn(shown, fresh.rows);
  return {
    rows: shown.map((row) => now.get(idOf(row)) ?? row),
    next: fresh.next,
    fresh: changes === 0 ? null : fresh,
    changes,
    left,
  };
}

/** How many of those in both stand at another place among themselves. */
function movedIn(shown: readonly WorkRowView[], fresh: readonly WorkRowView[]): number {
  const both = new Set(fresh.map(idOf));
  const before = shown.map(idOf).filter((id) => both.has(id));
  const kept = new Set(before);
  const now = fresh.map(idOf).filter((id) => kept.has(id));
  return now.filter((id, place) => before[place] !== id).length;
}
