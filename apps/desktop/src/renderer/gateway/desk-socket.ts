import type { Hello } from '@ringside/shared/protocol/up';

/** One line to the gateway; it never reconnects by itself. */
export interface DeskSocket {
  connect(hello: Hello): void;
  /** Silently: no `down` follows. */
  close(): void;
  send(event: 'command' | 'query', payload: unknown, answered: (answer: unknown) => void): void;
}

export interface SocketListener {
  up(): void;
  /** The line broke, or the gateway closed it. */
  down(): void;
  /** No line: `data` is what the gateway gave as the reason, undefined when it was not reached. */
  refused(data: unknown): void;
  heard(event: 'snapshot' | 'event' | 'goodbye' | 'board', payload: unknown): void;
}

export type OpenSocket = (origin: string, listener: SocketListener) => DeskSocket;
