import type { CallId, LegId, StationId, TrunkId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { LegRecord, Switch, SwitchEvent } from '../ports/switch.ts';

/** One request as the switch got it. */
export type Asked = { readonly ask: string; readonly callId: CallId } & Readonly<Record<string, unknown>>;

export interface FakeSwitch extends Switch {
  /** everything that was asked, in order */
  readonly asked: readonly Asked[];
  happens(event: SwitchEvent): void;
  /** stations that refuse to be rung with stationGone */
  readonly gone: Set<StationId>;
  /** trunks through which no telephone can be rung */
  readonly noTrunk: Set<TrunkId>;
  readonly evicted: readonly StationId[];
  /** whether the disk is too full to record anything */
  noRoom: boolean;
  /** calls that live through a restart */
  readonly surviving: Set<CallId>;
  asksOf(callId: CallId): readonly string[];
  /** the agent's leg last offered for a call, to a station or a telephone */
  lastLeg(callId: CallId): LegId;
}

/** The Switch port as a notebook: it takes every request on and does nothing until a test says what happened. */
export function createFakeSwitch(): FakeSwitch {
  const asked: Asked[] = [];
  const evicted: StationId[] = [];
  const gone = new Set<StationId>();
  const noTrunk = new Set<TrunkId>();
  const surviving = new Set<CallId>();
  const early: SwitchEvent[] = [];
  let hear: ((event: SwitchEvent) => void) | null = null;
  const note = <Refusal>(one: Asked): Promise<Result<void, Refusal>> => {
    asked.push(one);
    return Promise.resolve(ok(undefined));
  };
  const fake: FakeSwitch = {
    noRoom: false,
    asked,
    evicted,
    gone,
    noTrunk,
    surviving,
    happens: (event) => {
      if (hear) hear(event);
      else early.push(event);
    },
    asksOf: (callId) => asked.filter((one) => one.callId === callId).map(({ ask }) => ask),
    lastLeg: (callId) => {
      const offered = asked.findLast(
        ({ ask, callId: of }) => of === callId && (ask === 'offer' || ask === 'offerByPhone'),
      );
      if (!offered) throw new Error(`No leg was offered for ${callId}`);
      return offered['legId'] as LegId;
    },
    listen: (listener) => {
      hear = listener;
      for (const event of early.splice(0)) listener(event);
    },
    admit: (callId, how) => note({ ask: 'admit', callId, ...how }),
    refuse: (callId, why) => note({ ask: 'refuse', callId, why }),
    offer: (leg) => {
      asked.push({ ask: 'offer', ...leg });
      return Promise.resolve(gone.has(leg.stationId) ? refuse('stationGone') : ok(undefined));
    },
    offerByPhone: (leg) => {
      asked.push({ ask: 'offerByPhone', ...leg });
      return Promise.resolve(noTrunk.has(leg.trunkId) ? refuse('noTrunk') : ok(undefined));
    },
    connect: (callId, legId) => note({ ask: 'connect', callId, legId }),
    drop: (callId, legId) => note({ ask: 'drop', callId, legId }),
    park: (callId, music) => note({ ask: 'park', callId, music }),
    hold: (callId, music) => note({ ask: 'hold', callId, music }),
    retrieve: (callId) => note({ ask: 'retrieve', callId }),
    sendDigits: (callId, digits) => note({ ask: 'sendDigits', callId, digits }),
    announce: (callId, announcement) => note({ ask: 'announce', callId, ...announcement }),
    record: (callId, how) => {
      asked.push({ ask: 'record', callId, ...how });
      return Promise.resolve(fake.noRoom ? refuse('noRoom') : ok(undefined));
    },
    supervise: (leg) => {
      asked.push({ ask: 'supervise', ...leg });
      return Promise.resolve(gone.has(leg.stationId) ? refuse('stationGone') : ok(undefined));
    },
    setSupervision: (callId, legId, mode) => note({ ask: 'setSupervision', callId, legId, mode }),
    promote: (callId, legId) => note({ ask: 'promote', callId, legId }),
    release: (callId) => note({ ask: 'release', callId }),
    dial: (call) => note({ ask: 'dial', ...call }),
    resume: (records: readonly LegRecord[]) =>
      Promise.resolve(
        [...new Set(records.map(({ callId }) => callId))].filter((callId) => surviving.has(callId)),
      ),
    authorise: () => {},
    evict: (stationId) => {
      evicted.push(stationId);
    },
    drain: () => {},
    status: () => ({ calls: 0, stations: 0, listening: [], trunks: [], counters: {} }),
  };
  return fake;
}
