import { MESSAGE_LIMITS } from '../../message/message-limits.ts';
import type { SipMessage } from '../../message/message.ts';
import { parseMessage } from '../../message/parse-message.ts';
import type { LiveFlow } from '../../transport/live-flow.ts';

/** A flow that keeps what is sent on it (tests only). */
export interface FakeFlow extends LiveFlow {
  readonly sent: SipMessage[];
  /** Lets everything that was sent, or is sent from now on, fail. */
  fail(): void;
}

export function createFakeFlow(transport: 'udp' | 'tcp'): FakeFlow {
  const sent: SipMessage[] = [];
  let failures: (() => void)[] = [];
  let failing = false;
  return {
    id: `${transport}:fake`,
    transport,
    remoteAddress: '192.0.2.1',
    remotePort: 5060,
    reliable: transport === 'tcp',
    local: { host: '192.0.2.99', port: 5060 },
    open: true,
    close() {},
    sent,
    fail() {
      failing = true;
      for (const failed of failures) failed();
      failures = [];
    },
    send(bytes, failed) {
      const read = parseMessage(Buffer.from(bytes), MESSAGE_LIMITS);
      if (!read.ok) throw new Error(`The stack wrote what it can't read: ${read.refusal.reason}`);
      sent.push(read.value.message);
      if (failing) queueMicrotask(failed);
      else failures.push(failed);
    },
  };
}
