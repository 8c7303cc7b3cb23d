import { writeReadyFile } from '../cli/ready-file.ts';
import type { Config } from '../config.ts';
import type { OpenDemo } from './open-demo.ts';

/** Tells commands beside the gateway where it is. Gives what takes that back. */
export function announce({ data, sip, centre }: Config, url: string, demo: OpenDemo | null): () => void {
  return writeReadyFile(data, {
    pid: process.pid,
    url,
    sip: udpAddress(sip.listeners),
    hotlines: centre.hotlines.map(({ hotlineId, name, numbers }) => ({
      hotlineId,
      name: name.en,
      numbers: [...numbers],
    })),
    callers: demo === null ? [] : [...demo.speakers],
  });
}

/** Where a program on this machine calls the gateway over UDP; null where it listens on no UDP port. */
export function udpAddress(listeners: Config['sip']['listeners']): { host: string; port: number } | null {
  const listener = listeners.find(({ transport }) => transport === 'udp');
  if (listener === undefined) return null;
  const host = listener.host === '0.0.0.0' ? '127.0.0.1' : listener.host === '::' ? '::1' : listener.host;
  return { host, port: listener.port };
}
