import type { BoardChanges } from '@ringside/shared/protocol/board';
import type { BoardRows } from '../../apps/cti-gateway/src/application/board/board-rows.ts';
import { changesBetween } from '../../apps/cti-gateway/src/application/board/changes.ts';
import { boardFloor } from '../support/board-floor.ts';
import type { Bench } from './bench.ts';

const [agents, queues, seconds] = [500, 50, 20];

export const bench: Bench = {
  name: 'board_bytes_per_second',
  unit: 'bytes',
  about: `${agents} agents and ${queues} queues: what one watching desk is sent a second, by the gateway’s own comparison and encoding`,
  async measure(tell) {
    const floor = boardFloor(agents, queues);
    const all = floor.all();
    let shown: BoardRows = all;
    const took: number[] = [];
    const samples = Array.from({ length: seconds }, () => {
      const fresh = after(shown, floor.nextSecond());
      const begin = performance.now();
      const bytes = Buffer.byteLength(JSON.stringify(changesBetween(shown, fresh)));
      took.push(performance.now() - begin);
      shown = fresh;
      return bytes;
    });
    const worst = Math.max(...took).toFixed(1);
    tell(
      `everything at first: ${Buffer.byteLength(JSON.stringify(all))} bytes; comparing and encoding takes ${worst} ms at most, once for all who watch`,
    );
    return samples;
  },
};

/** The whole floor a second later: new rows where something changed, as the gateway makes all of them anew. */
function after(rows: BoardRows, changes: BoardChanges): BoardRows {
  const gone = new Set<string>(changes.gone.calls);
  const agentsById = new Map(changes.agents.map((row) => [row.agentId, row]));
  const queuesById = new Map(changes.queues.map((row) => [row.queueId, row]));
  const fresh = {
    queues: rows.queues.map((row) => ({ ...row, ...queuesById.get(row.queueId) })),
    agents: rows.agents.map((row) => ({ ...row, ...agentsById.get(row.agentId) })),
    calls: [...rows.calls.filter(({ callId }) => !gone.has(callId)), ...changes.calls],
  };
  return structuredClone(fresh) as unknown as BoardRows;
}
