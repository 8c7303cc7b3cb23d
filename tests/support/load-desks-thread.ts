import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { openDesk, type DeskClient } from './desk-client.ts';
import type { DesksOrder } from './load-desks.ts';

const together = 20;
const desks: DeskClient[] = [];

async function carryOut(order: DesksOrder): Promise<void> {
  switch (order.do) {
    case 'open':
      if (order.behind) goBehind();
      for (let from = 0; from < order.agents.length; from += together) {
        const some = order.agents.slice(from, from + together);
        const opened = some.map(({ token, pageId }) =>
          openDesk({ url: order.url, token, stationId: pageId }),
        );
        desks.push(...(await Promise.all(opened)));
      }
      return;
    case 'ready':
      for (const desk of desks) await desk.tell({ do: 'presence.ready' });
      return;
    case 'readyAgain':
      for (const desk of desks)
        if (desk.presence().state === 'notReady') await desk.tryTell({ do: 'presence.ready' });
  }
}

/** On its own computer a desk takes no core from the gateway when it is shown something. */
function goBehind(): void {
  if (process.platform !== 'linux') return;
  setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_LOW);
}

parentPort?.on('message', (order: DesksOrder) => {
  carryOut(order).then(
    () => parentPort?.postMessage(null, []),
    (fault: unknown) => parentPort?.postMessage(String(fault), []),
  );
});
