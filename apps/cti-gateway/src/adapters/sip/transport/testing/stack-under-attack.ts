import { monitorEventLoopDelay } from 'node:perf_hooks';
import { responseTo } from '../../message/response-to.ts';
import { startRealStack } from './real-stack.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

/** A stack in a process of its own, so that what blocks its loop, or ends it, is nobody else's doing (tests only). */
const address = { address: '127.0.0.1', port: 0 };
const running = await startRealStack({
  listeners: [
    { transport: 'udp', ...address },
    { transport: 'tcp', ...address },
    { transport: 'tls', ...address, tls: selfSignedCertificate() },
  ],
  limits: { transport: { messageWithin: 500, connectionsPerAddress: 60, unsentBytes: 200_000 } },
});

running.stack.onRequest(({ request, respond }) => {
  if (request.method === 'ACK') return;
  const known = ['OPTIONS', 'REGISTER', 'MESSAGE', 'BYE'].includes(request.method);
  const busy = request.method === 'INVITE' ? 486 : 405;
  respond(responseTo(request, known ? 200 : busy, null, { headers: [{ name: 'Server', value: 'user' }] }));
});

const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

/** Processor time of this thread between two timer ticks: unlike the delay it does not grow when others use the machine. */
let busiestMs = 0;
let used = process.threadCpuUsage();
setInterval(() => {
  const { user, system } = process.threadCpuUsage(used);
  used = process.threadCpuUsage();
  busiestMs = Math.max(busiestMs, (user + system) / 1_000);
}, RESOLUTION_MS);

export interface AttackReport {
  readonly ports: Readonly<Record<'udp' | 'tcp' | 'tls' | 'ws', number>>;
  /** the longest turn of the event loop since the last report, ms */
  readonly blockedMs: number;
  readonly counters: Readonly<Record<string, number>>;
  readonly heapMb: number;
}

function report(): AttackReport {
  // a turn that blocks is long by both measures
  const blockedMs = Math.min(delay.max / 1e6 - RESOLUTION_MS, busiestMs);
  delay.reset();
  busiestMs = 0;
  const ports = {
    udp: running.port('udp'),
    tcp: running.port('tcp'),
    tls: running.port('tls'),
    ws: running.port('ws'),
  };
  return {
    ports,
    blockedMs,
    counters: { ...running.stack.counters },
    heapMb: process.memoryUsage().heapUsed / 1e6,
  };
}

process.on('message', () => process.send?.(report()));
process.on('disconnect', () => process.exit(0));
process.send?.(report());
