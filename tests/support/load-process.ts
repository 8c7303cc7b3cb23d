import { openAgents, type OpenAgents } from './load-agents.ts';
import { openCallers, type Callers } from './load-callers.ts';
import type { LoadOrder } from './load-orders.ts';

let agents: OpenAgents | null = null;
let callers: Callers | null = null;

async function carryOut(order: LoadOrder): Promise<unknown> {
  switch (order.do) {
    case 'open':
      agents = await openAgents(order);
      callers = await openCallers(order.sipPort, agents);
      return null;
    case 'run':
      return opened(callers).run(order);
    case 'hangUpAll':
      return opened(callers).hangUpAll();
    case 'readyAgain':
      return opened(agents).readyAgain();
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    }
  }
}

function opened<Part>(part: Part | null): Part {
  if (part === null) throw new Error('Nothing is open yet');
  return part;
}

process.on('message', (order: LoadOrder) => {
  carryOut(order).then(
    (value) => process.send?.({ value: value ?? null }),
    (fault: unknown) =>
      process.send?.({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  );
});
process.on('disconnect', () => process.exit());
