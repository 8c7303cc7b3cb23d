import type { BoardAgent, BoardCall, BoardMessage, BoardQueue } from '@ringside/shared/protocol/board';

export interface RowsOf {
  readonly queues: BoardQueue;
  readonly agents: BoardAgent;
  readonly calls: BoardCall;
}
export type RowKind = keyof RowsOf;

/**
 * The floor as the page last heard it. A message draws the rows that changed and no others: each row is listened to by
 * itself, and lists by `subscribe`.
 */
export interface BoardStore {
  take(message: BoardMessage): void;
  /** Paused, what is heard is kept and shown afterwards, so that somebody can read in peace. */
  pause(isPaused: boolean): void;
  row<Kind extends RowKind>(kind: Kind, id: string): RowsOf[Kind] | null;
  rows<Kind extends RowKind>(kind: Kind): ReadonlyMap<string, RowsOf[Kind]>;
  subscribeRow(kind: RowKind, id: string, changed: () => void): () => void;
  subscribe(changed: () => void): () => void;
  /** rises with every message that was shown; 0: nothing heard yet */
  version(): number;
  isPaused(): boolean;
  /** the gateway's time of the last message shown */
  at(): number;
}

type Tables = { readonly [Kind in RowKind]: Map<string, RowsOf[Kind]> };
const kinds = ['queues', 'agents', 'calls'] as const;
const keyOf = { queues: 'queueId', agents: 'agentId', calls: 'callId' } as const;
/** Ten minutes of a busy floor; then the pause ends by itself rather than to fill the page's memory. */
const mostKept = 600;

export function boardStore(): BoardStore {
  const tables: Tables = { queues: new Map(), agents: new Map(), calls: new Map() };
  const rowListeners = new Map<string, Set<() => void>>();
  const listeners = new Set<() => void>();
  let version = 0;
  let at = 0;
  let kept: BoardMessage[] | null = null;

  function show(message: BoardMessage): ReadonlySet<string> {
    const touched = new Set<string>();
    at = message.at;
    version += 1;
    if (message.kind === 'all') replaceAll(message, touched);
    else change(message, touched);
    return touched;
  }

  function replaceAll(message: Extract<BoardMessage, { kind: 'all' }>, touched: Set<string>): void {
    for (const kind of kinds) {
      for (const id of tables[kind].keys()) touched.add(`${kind} ${id}`);
      tables[kind].clear();
      for (const row of message[kind]) put(kind, row, touched);
    }
  }

  function change(message: Extract<BoardMessage, { kind: 'changes' }>, touched: Set<string>): void {
    for (const kind of kinds) {
      for (const patch of message[kind]) put(kind, patch, touched);
      for (const id of message.gone[kind]) {
        tables[kind].delete(id);
        touched.add(`${kind} ${id}`);
      }
    }
  }

  function put(kind: RowKind, patch: object, touched: Set<string>): void {
    const table = tables[kind] as Map<string, object>;
    const id = (patch as Record<string, string>)[keyOf[kind]] ?? '';
    table.set(id, { ...table.get(id), ...patch });
    touched.add(`${kind} ${id}`);
  }

  function announce(touched: ReadonlySet<string>): void {
    for (const key of touched) for (const changed of rowListeners.get(key) ?? []) changed();
    for (const changed of listeners) changed();
  }

  function showKept(): void {
    const waiting = kept ?? [];
    kept = null;
    const touched = new Set<string>();
    for (const message of waiting) for (const key of show(message)) touched.add(key);
    announce(touched);
  }

  return {
    take(message) {
      if (kept === null) return announce(show(message));
      kept.push(message);
      if (kept.length > mostKept) showKept();
    },
    pause(isPaused) {
      if (isPaused) kept ??= [];
      else showKept();
    },
    row: (kind, id) => tables[kind].get(id) ?? null,
    rows: (kind) => tables[kind],
    subscribeRow(kind, id, changed) {
      const key = `${kind} ${id}`;
      const those = rowListeners.get(key) ?? new Set();
      rowListeners.set(key, those.add(changed));
      return () => {
        those.delete(changed);
        if (those.size === 0) rowListeners.delete(key);
      };
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    version: () => version,
    isPaused: () => kept !== null,
    at: () => at,
  };
}
