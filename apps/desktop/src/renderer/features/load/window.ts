import { useCallback, useEffect } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { useCommand } from '../../asking.ts';
import { useServices } from '../../services.tsx';

const hour = 3_600_000;

/** How near a deadline is to be shown; `asRuled`: since its clock has warned, as its rule says. */
export const windows = {
  asRuled: null,
  hour,
  fourHours: 4 * hour,
  day: 24 * hour,
  threeDays: 72 * hour,
} as const;
export type Window = keyof typeof windows;
export const windowIds = Object.keys(windows) as readonly Window[];

const kept = z.object({ window: z.enum(['asRuled', 'hour', 'fourHours', 'day', 'threeDays']) });
const keptText = z.string().nullable();
const useKept = create<{ readonly window: Window; readonly isRead: boolean }>(() => ({
  window: 'asRuled',
  isRead: false,
}));

/** CLOCK-17: the time that this person chose, here or on another desk. */
export function useWindow(): { readonly window: Window; readonly choose: (window: Window) => void } {
  const { link } = useServices();
  const tell = useCommand();
  const { window, isRead } = useKept();
  useEffect(() => {
    if (isRead) return;
    void link.query({ ask: 'setting.read', about: 'load' }, keptText).then((reply) => {
      if (reply.ok && !useKept.getState().isRead)
        useKept.setState({ window: readWindow(reply.value), isRead: true });
    });
  }, [link, isRead]);
  const choose = useCallback(
    (next: Window) => {
      useKept.setState({ window: next, isRead: true });
      void tell({ do: 'setting.keep', about: 'load', text: JSON.stringify({ window: next }) });
    },
    [tell],
  );
  return { window, choose };
}

/** What can't be read any more is as if nothing had been chosen. */
function readWindow(text: string | null): Window {
  if (text === null) return 'asRuled';
  try {
    return kept.parse(JSON.parse(text)).window;
  } catch {
    return 'asRuled';
  }
}
