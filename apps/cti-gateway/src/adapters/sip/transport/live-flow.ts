import type { Flow } from '../stack.ts';
import type { HostPort } from './listener.ts';

/** A flow as the stack itself uses it. */
export interface LiveFlow extends Flow {
  /** a connection: no retransmission is needed */
  readonly reliable: boolean;
  /** our end, for Via and Contact */
  readonly local: HostPort;
  /** `failed` is called later, never inside this call, when the bytes can't be delivered */
  send(bytes: Uint8Array, failed: () => void): void;
}

/** Flows only come from this stack, so every one is live; a foreign one is a bug. */
export function liveFlow(flow: Flow): LiveFlow {
  if (!('send' in flow)) throw new Error(`Flow ${flow.id} is not of this stack`);
  return flow as LiveFlow;
}
