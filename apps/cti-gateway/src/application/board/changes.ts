import type { BoardAgent, BoardCall, BoardChanges, BoardQueue } from '@ringside/shared/protocol/board';
import type { BoardRows } from './board-rows.ts';

export type RowChanges = Pick<BoardChanges, 'queues' | 'agents' | 'calls' | 'gone'>;

/** What a desk that shows `before` must be told to show `after`: fields that differ, rows that came, rows that went. */
export function changesBetween(before: BoardRows, after: BoardRows): RowChanges | null {
  const queues = compare<BoardQueue>(before.queues, after.queues, 'queueId');
  const agents = compare<BoardAgent>(before.agents, after.agents, 'agentId');
  const calls = compare<BoardCall>(before.calls, after.calls, 'callId');
  const isSame = [queues, agents, calls].every(({ patches, gone }) => patches.length + gone.length === 0);
  if (isSame) return null;
  return {
    queues: queues.patches as RowChanges['queues'],
    agents: agents.patches as RowChanges['agents'],
    calls: calls.patches as RowChanges['calls'],
    gone: {
      queues: queues.gone as RowChanges['gone']['queues'],
      agents: agents.gone as RowChanges['gone']['agents'],
      calls: calls.gone as RowChanges['gone']['calls'],
    },
  };
}

interface Compared<Row> {
  readonly patches: readonly Partial<Row>[];
  readonly gone: readonly string[];
}

function compare<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  key: keyof Row & string,
): Compared<Row> {
  const rest = new Map(before.map((row) => [row[key] as string, row]));
  const patches: Partial<Row>[] = [];
  for (const row of after) {
    const old = rest.get(row[key] as string);
    rest.delete(row[key] as string);
    const patch = old === undefined ? row : patchOf(old, row, key);
    if (patch !== null) patches.push(patch);
  }
  return { patches, gone: [...rest.keys()] };
}

function patchOf<Row extends object>(old: Row, row: Row, key: keyof Row & string): Partial<Row> | null {
  let patch: Partial<Row> | null = null;
  for (const field of Object.keys(row) as (keyof Row & string)[]) {
    if (!isSame(old[field], row[field])) (patch ??= { [key]: row[key] } as Partial<Row>)[field] = row[field];
  }
  return patch;
}

/** Rows are data of a few levels: counts, lists of ids, a topic. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
