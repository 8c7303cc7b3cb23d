import { onTick, serverNow } from '@ringside/ui/ticker';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useServices } from '../../services.tsx';
import type { BoardStore, RowKind, RowsOf } from './board-store.ts';
import { boardStore } from './board-store.ts';

/** One for the page: the board and the floor view show the same. */
export const board: BoardStore = boardStore();

/** Watches the floor while the component is there. */
export function useWatchedBoard(): void {
  const { link } = useServices();
  useEffect(() => link.watchBoard((message) => board.take(message)), [link]);
}

/** One row, drawing again when it changes. */
export const useRow = <Kind extends RowKind>(kind: Kind, id: string): RowsOf[Kind] | null =>
  useSyncExternalStore(
    (changed) => board.subscribeRow(kind, id, changed),
    () => board.row(kind, id),
  );

/** Something worked out from all rows; the component draws again only when `isSame` says that it differs. */
export function useBoardValue<Value>(
  work: (board: BoardStore) => Value,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Value {
  const known = useRef<{ work: unknown; version: number; value: Value } | null>(null);
  return useSyncExternalStore(
    (changed) => board.subscribe(changed),
    () => {
      const version = board.version();
      const { current } = known;
      if (current && current.work === work && current.version === version) return current.value;
      const value = work(board);
      const same = current !== null && isSame(current.value, value);
      known.current = { work, version, value: same ? current.value : value };
      return known.current.value;
    },
  );
}

/** Something that follows the clock: worked out once a second, drawn again only when it differs. */
export const useAtTime = <Value extends string | number | null>(work: (now: number) => Value): Value =>
  useSyncExternalStore(onTick, () => work(serverNow()));

export const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, nth) => one === b[nth]);
