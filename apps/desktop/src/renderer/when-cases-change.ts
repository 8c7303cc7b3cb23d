import { useEffect, useRef } from 'react';
import { useDesk, workMoved } from './desk.ts';

/** Does it again whenever cases changed, however often they do at most every so many milliseconds. */
export function useWhenCasesChange(again: () => unknown, everyMs: number): void {
  const moved = useDesk(({ desk }) => desk?.changed[workMoved] ?? 0);
  const snapshotAt = useDesk(({ desk }) => desk?.snapshotAt ?? 0);
  const latest = useRef(again);
  const isFirst = useRef(true);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, everyMs);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the first two are occasions to do it again
  }, [moved, snapshotAt, everyMs]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
}
