import { serviceLevelFormulas } from '@ringside/shared/model/service-level';
import { presenceStates } from '@ringside/shared/model/presence';
import { useCallback, useEffect } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { useCommand } from '../../asking.ts';
import { useServices } from '../../services.tsx';

export const sections = ['alarms', 'queues', 'agents', 'waiting', 'calls'] as const;
export type Section = (typeof sections)[number];
export const queueColumns = [
  'waiting',
  'longest',
  'expected',
  'level',
  'offered',
  'answered',
  'abandoned',
  'short',
  'flowedOut',
  'asa',
  'callbacks',
  'inProgress',
  'ready',
  'onCall',
  'wrapUp',
  'notReady',
] as const;
export const agentColumns = [
  'state',
  'since',
  'with',
  'queues',
  'handled',
  'resolved',
  'promises',
  'missed',
  'handleTime',
] as const;

const limit = z.number().nonnegative().nullable().catch(null);
const sort = z.object({ by: z.string(), isDown: z.boolean() }).nullable().catch(null);

/** What of a kept layout can't be read any more falls back by itself, a field at a time. */
const layout = z.object({
  name: z.string().max(60).catch(''),
  formula: z.enum(serviceLevelFormulas).nullable().catch(null),
  sections: z.array(z.enum(sections)).catch([...sections]),
  queuesAs: z.enum(['auto', 'tiles', 'table']).catch('auto'),
  queueColumns: z.array(z.enum(queueColumns)).catch([...queueColumns]),
  agentColumns: z.array(z.enum(agentColumns)).catch([...agentColumns]),
  queueSort: sort,
  agentSort: sort,
  queueId: z.string().nullable().catch(null),
  state: z.enum(presenceStates).nullable().catch(null),
  skillId: z.string().nullable().catch(null),
  thresholds: z
    .object({
      waitingAmber: limit,
      waitingRed: limit,
      longestAmberSeconds: limit,
      longestRedSeconds: limit,
      levelAmberPercent: limit,
      levelRedPercent: limit,
    })
    .catch({
      waitingAmber: null,
      waitingRed: null,
      longestAmberSeconds: null,
      longestRedSeconds: null,
      levelAmberPercent: null,
      levelRedPercent: null,
    }),
  sound: z.boolean().catch(false),
  notify: z.boolean().catch(false),
});
export type Layout = z.infer<typeof layout>;

const kept = z.object({ current: z.number().int().nonnegative(), layouts: z.array(layout).min(1).max(20) });
type Kept = z.infer<typeof kept>;

export const usualLayout: Layout = layout.parse({});
const usual: Kept = { current: 0, layouts: [usualLayout] };

/** Reads what a page once wrote; what is no layout is forgotten rather than shown as a fault. */
export function readLayouts(text: string | null): Kept {
  if (text === null) return usual;
  try {
    const parsed = kept.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : usual;
  } catch {
    return usual;
  }
}

const useKept = create<Kept & { readonly isRead: boolean }>(() => ({ ...usual, isRead: false }));
const ownText = z.string().nullable();
/** Typing in a filter is not written with every letter. */
const quietMs = 600;
let cancelKeep: ReturnType<typeof setTimeout> | undefined;

export interface Layouts {
  readonly layout: Layout;
  readonly current: number;
  readonly all: readonly Layout[];
  readonly change: (change: Partial<Layout>) => void;
  readonly choose: (current: number) => void;
  readonly add: (name: string) => void;
  readonly remove: () => void;
}

/** BOARD-7: this person's layouts of the board, kept on the gateway. */
export function useLayouts(): Layouts {
  const { link } = useServices();
  const tell = useCommand();
  const { current, layouts, isRead } = useKept();
  useEffect(() => {
    if (isRead) return;
    void link.query({ ask: 'setting.read', about: 'board' }, ownText).then((reply) => {
      if (reply.ok) useKept.setState({ ...readLayouts(reply.value), isRead: true });
    });
  }, [link, isRead]);

  const put = useCallback(
    (next: Kept) => {
      useKept.setState(next);
      clearTimeout(cancelKeep);
      const text = JSON.stringify(next);
      cancelKeep = setTimeout(() => void tell({ do: 'setting.keep', about: 'board', text }), quietMs);
    },
    [tell],
  );
  const shown = layouts[current] ?? layouts[0] ?? usualLayout;
  return {
    layout: shown,
    current,
    all: layouts,
    change: (change) =>
      put({ current, layouts: layouts.map((one, nth) => (nth === current ? { ...one, ...change } : one)) }),
    choose: (chosen) => put({ current: chosen, layouts }),
    add: (name) => put({ current: layouts.length, layouts: [...layouts, { ...shown, name }] }),
    remove: () =>
      put(
        layouts.length === 1 ? usual : { current: 0, layouts: layouts.filter((_, nth) => nth !== current) },
      ),
  };
}
