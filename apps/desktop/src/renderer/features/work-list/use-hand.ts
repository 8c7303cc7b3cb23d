import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';

/** WORK-8: a hand is on the list while it has the focus or the pointer, or while rows are selected. */
export function useHand(table: RefObject<HTMLTableElement | null>, isBusy: boolean) {
  const busy = useRef(isBusy);
  const gone = useRef<() => void>(() => undefined);
  useEffect(() => {
    busy.current = isBusy;
  });
  const isThere = useCallback(() => {
    const box = table.current;
    return busy.current || (box !== null && (box.contains(document.activeElement) || box.matches(':hover')));
  }, [table]);
  useEffect(() => {
    // the focus moves after the event, and the pointer leaves before the next frame
    const look = () => requestAnimationFrame(() => !isThere() && gone.current());
    document.addEventListener('focusin', look);
    document.addEventListener('pointermove', look, { passive: true });
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('pointermove', look);
    };
  }, [isThere]);
  const whenGone = (apply: () => void) => {
    gone.current = apply;
  };
  return { isThere, whenGone };
}
