import type { SwitchStatus } from '../ports/switch.ts';
import type { Parts } from './parts.ts';

export interface GatewayHealth {
  /** false while draining or while the store can't be written */
  readonly accepting: boolean;
  readonly draining: boolean;
  readonly store: { readonly answering: boolean; readonly pingMs: number | null; readonly unwritten: number };
  readonly calls: {
    readonly waiting: number;
    readonly offered: number;
    readonly talking: number;
    readonly wrapUp: number;
  };
  readonly agents: { readonly signedIn: number; readonly ready: number; readonly desks: number };
  readonly telephony: SwitchStatus;
  /** letters and notices to be sent by state: queued, sending, unsure, failed; `ready`: a mail server is set up */
  readonly mail: {
    readonly ready: boolean;
    readonly letters: Readonly<Record<string, number>>;
    readonly notices: Readonly<Record<string, number>>;
  };
  /** monotonic, e.g. { "calls.handled": 12, "calls.abandoned": 1, "offers.accepted": 12, "pops.known": 13 } */
  readonly counters: Readonly<Record<string, number>>;
}

/** How the gateway is, for /health and /metrics. */
export async function healthOf(parts: Parts): Promise<GatewayHealth> {
  const { floor, journal, desks, telephony, counters } = parts;
  const { unwritten, failing } = journal.status();
  const pingMs = await parts.store.ping().catch(() => null);
  const agents = [...floor.agents.values()];
  return {
    accepting: !floor.draining && !failing && pingMs !== null,
    draining: floor.draining,
    store: { answering: pingMs !== null && !failing, pingMs, unwritten },
    calls: callCounts(parts),
    agents: {
      signedIn: agents.filter(({ presence }) => presence.state !== 'signedOut').length,
      ready: agents.filter(({ presence }) => presence.state === 'ready').length,
      desks: desks.count(),
    },
    telephony: telephony.status(),
    mail: await mailCounts(parts),
    counters: counters.all(),
  };
}

async function mailCounts({ mail, store }: Parts): Promise<GatewayHealth['mail']> {
  const [letters, notices] = await Promise.all([
    store.lettersUnderWay().catch(() => ({})),
    store.noticesUnderWay().catch(() => ({})),
  ]);
  return { ready: mail !== null, letters, notices };
}

function callCounts({ floor }: Parts): GatewayHealth['calls'] {
  const states = [...floor.calls.values()].map(({ call }) => call.state);
  const count = (...those: readonly string[]): number =>
    states.filter((state) => those.includes(state)).length;
  return {
    waiting: count('arrived', 'guided', 'queued'),
    offered: count('offered'),
    talking: count('talking', 'held', 'reconnecting', 'dialling'),
    wrapUp: count('wrapUp'),
  };
}
