import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStack, type RunningStack, type StackParts } from '../../create-stack.ts';

const clock: StackParts['clock'] = {
  now: () => Date.now(),
  after(wait, then) {
    const timer = setTimeout(then, wait);
    return () => clearTimeout(timer);
  },
};

export interface RealStack extends RunningStack {
  /** port of the listener for that transport; `ws` is an HTTP server that hands upgrades over */
  port(transport: 'udp' | 'tcp' | 'tls' | 'ws'): number;
  readonly warnings: string[];
  close(): Promise<void>;
}

/** A stack on 127.0.0.1 with real sockets on ports that the system chose (tests only). */
export async function startRealStack(parts: Partial<StackParts> = {}): Promise<RealStack> {
  const warnings: string[] = [];
  const tell = (what: string, facts: unknown = '') => void warnings.push(`${what} ${String(facts)}`);
  const running = createStack({
    listeners: [
      { transport: 'udp', address: '127.0.0.1', port: 0 },
      { transport: 'tcp', address: '127.0.0.1', port: 0 },
    ],
    clock,
    ids: { secret: (bytes) => randomBytes(bytes).toString('base64url') },
    log: { info: tell, warn: tell, error: tell },
    resolver: (host) => Promise.resolve(host === 'localhost' ? ['127.0.0.1'] : []),
    ...parts,
  });
  await running.stack.listen();
  const http = createServer((_request, response) => response.writeHead(404).end());
  http.on('upgrade', (request, socket, head) => running.webSocketListener.accept(request, socket, head));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    ...running,
    warnings,
    port(transport) {
      if (transport === 'ws') return (http.address() as AddressInfo).port;
      const listening = running.stack.listening.find((one) => one.startsWith(`${transport}:`));
      return Number(listening?.slice(listening.lastIndexOf(':') + 1));
    },
    async close() {
      await running.stack.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
