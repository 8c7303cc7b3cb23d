/** What the gateway knows of its own state, as /health and /metrics tell it. */
export interface Health {
  readonly version: string;
  readonly accepting: boolean;
  readonly draining: boolean;
  readonly store: { readonly answering: boolean; readonly pingMs: number | null; readonly unwritten: number };
  readonly calls: Readonly<Record<string, number>>;
  readonly agents: Readonly<Record<string, number>>;
  readonly telephony: {
    readonly calls: number;
    readonly stations: number;
    readonly listening: readonly string[];
    readonly trunks: readonly {
      readonly trunkId: string;
      readonly name: string;
      readonly registration: string;
      readonly reachable: boolean | null;
    }[];
    readonly counters: Readonly<Record<string, number>>;
  };
  readonly mail: {
    readonly ready: boolean;
    readonly letters: Readonly<Record<string, number>>;
    readonly notices: Readonly<Record<string, number>>;
  };
  /** monotonic; "calls.handled" is the figure "handled" of the family "calls" */
  readonly counters: Readonly<Record<string, number>>;
}

export type HealthStatus = 'ok' | 'draining' | 'degraded';

/** Degraded still takes calls, but something an operator should look at is wrong. */
export function statusOf(health: Health): HealthStatus {
  if (health.draining) return 'draining';
  const trunkDown = health.telephony.trunks.some((t) => t.registration === 'failed' || t.reachable === false);
  const deaf = health.telephony.listening.length === 0;
  return !health.accepting || !health.store.answering || trunkDown || deaf ? 'degraded' : 'ok';
}

/** Whether a balancer should send calls here: draining and a gateway that can't write take none. */
export const takesCalls = (health: Health): boolean =>
  health.accepting && !health.draining && health.store.answering && health.telephony.listening.length > 0;
