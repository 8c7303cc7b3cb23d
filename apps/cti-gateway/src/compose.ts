import type { About } from '@ringside/shared/protocol/sign-in';
import type { Snapshot } from '@ringside/shared/protocol/down';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Centre } from './domain/centre/centre.ts';
import type { Clock } from './ports/clock.ts';
import type { DemoCaller } from './ports/demo-caller.ts';
import type { Desk } from './ports/desk.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Log } from './ports/log.ts';
import type { Numbering } from './ports/numbering.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Store } from './ports/store.ts';
import type { Switch, SwitchStatus } from './ports/switch.ts';
import type { Settings } from './application/settings.ts';

/**
 * Ports in, running gateway out. `main.ts` calls it with real adapters, tests with fakes:
 *
 *   const gateway = compose({ settings, centre, store, telephony, clock, ids, log, numbering, secrets, demo: null });
 *   await gateway.start();                 // reads what the last run left, takes calls up again, listens to the switch
 *   deskServer.serve(gateway.desk);        // socket-io and http drive this port
 *   …SIGTERM: await gateway.drain(limit);  // new calls are refused, running ones end by themselves or at the limit
 *   await gateway.stop();                  // says goodbye to desks, writes what is not yet written
 *
 * Open the store and build the switch before; start the SIP listeners after `start()` has resolved or let the switch
 * keep its events until then. `stop()` does not close the store or the switch: whoever opened them closes them.
 */
export interface Composition {
  readonly settings: Settings;
  readonly centre: Centre;
  readonly store: Store;
  readonly telephony: Switch;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly numbering: Numbering;
  readonly secrets: Secrets;
  readonly demo: Demo | null;
}

/** What only the demo has: people to sign in as, customers to call as, and the caller who does it. */
export interface Demo {
  readonly people: NonNullable<About['demo']>['people'];
  readonly callers: NonNullable<Snapshot['demo']>['callers'];
  readonly caller: DemoCaller;
}

export interface RunningGateway {
  readonly desk: Desk;
  /** Takes up what the last run left, then hears the switch. Fails with a cause when the store can't be read. */
  start(): Promise<void>;
  /** Refuses new calls; resolves when no call is left, or after `limit` with the number that still runs. */
  drain(limit: Milliseconds): Promise<number>;
  /** Says goodbye to every desk and writes what is pending. Calls in progress are taken up again by the next start. */
  stop(): Promise<void>;
  health(): Promise<GatewayHealth>;
}

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
  /** monotonic, e.g. { "calls.handled": 12, "calls.abandoned": 1, "offers.accepted": 12, "pops": 13 } */
  readonly counters: Readonly<Record<string, number>>;
}

export type Compose = (composition: Composition) => RunningGateway;
