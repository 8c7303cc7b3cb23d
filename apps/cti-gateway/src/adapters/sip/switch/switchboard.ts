import type { CallId, LegId } from '@ringside/shared/model/ids';
import { redacted } from '@ringside/shared/model/phone-number';
import { refuse } from '@ringside/shared/model/result';
import type { MediaEngine } from '../../../ports/media-engine.ts';
import type { LegRecord, Switch } from '../../../ports/switch.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { Dialogs } from '../dialog/dialogs.ts';
import type { Ground } from '../dialog/ground.ts';
import type { Flow, IncomingRequest } from '../stack.ts';
import type { Admission } from '../trunk/admission.ts';
import { callingParty } from '../trunk/caller-identity.ts';
import { digestCredentials } from '../trunk/digest-credentials.ts';
import { passedHeaders } from '../trunk/passed-headers.ts';
import type { TrunkPlace } from '../trunk/trunk-route.ts';
import { trunkRoute } from '../trunk/trunk-route.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';
import { dialledNumber } from './arrival-check.ts';
import { retryAfterHeader } from './arrivals.ts';
import { Call } from './call.ts';
import type { CallerLeg } from './caller-leg.ts';
import { TollBook, wordsOfCall } from './departures.ts';
import { InboundLeg } from './inbound-leg.ts';
import type { KeptLeg } from './leg-record.ts';
import { readLegRecord } from './leg-record.ts';
import type { Outbox } from './outbox.ts';
import { OutboundLeg } from './outbound-leg.ts';
import { ResumedLeg } from './resumed-leg.ts';
import type { SwitchSettings } from './switch-settings.ts';

export interface SwitchboardParts {
  readonly ground: Ground;
  readonly dialogs: Dialogs;
  readonly media: MediaEngine;
  readonly admission: Admission;
  readonly settings: SwitchSettings;
  readonly outbox: Outbox;
  /** a leg is over; nothing is to be remembered of it */
  readonly legOver: (legId: LegId) => void;
}

/** All calls there are, by their id and by their legs, and the three ways in which one begins. */
export class Switchboard {
  readonly counters = { callsIn: 0, callsOut: 0, resumed: 0, tollRefused: 0 };
  readonly #parts: SwitchboardParts;
  readonly #calls = new Map<CallId, Call>();
  readonly #callOfLeg = new Map<LegId, Call>();
  readonly #tolls = new TollBook();
  /** ends of calls that could not be taken up, to be said when the listeners are open */
  readonly #owedEnds: (() => void)[] = [];

  constructor(parts: SwitchboardParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#calls.size;
  }
  get calls(): Iterable<Call> {
    return this.#calls.values();
  }
  call(callId: CallId): Call | undefined {
    return this.#calls.get(callId);
  }
  callOfLeg(legId: LegId): Call | undefined {
    return this.#callOfLeg.get(legId);
  }
  knowLeg(legId: LegId, call: Call): void {
    this.#callOfLeg.set(legId, call);
  }
  trunk(trunkId: string): TrunkSettings | undefined {
    return this.#parts.settings.trunks.find((trunk) => trunk.trunkId === trunkId);
  }

  /** The listeners are open: callers who could not be taken up hear that their call is over. */
  started(): void {
    for (const end of this.#owedEnds.splice(0)) end();
  }

  /** The gateway stops. */
  leave(): void {
    for (const call of this.#calls.values()) call.leave();
    this.#calls.clear();
    this.#callOfLeg.clear();
  }

  arrived(trunk: TrunkSettings, incoming: IncomingRequest, dialog: Dialog): void {
    const { ids, clock } = this.#parts.ground;
    const { request, flow } = incoming;
    const [callId, legId] = [ids.next<'call'>(), ids.next<'leg'>()];
    const call = new Call(callId, this.#parts.outbox, () => this.#forget(call));
    const place = placeOf(flow);
    const route = trunkRoute(this.#parts.ground.stack, this.#parts.admission, { trunk, flow, place });
    const { session, retryAfter, decidedWithin } = this.#parts.settings.timings;
    const arrival = { callId, legId, trunk, place, incoming, dialog, route, timerWish: session };
    const leg = new InboundLeg(
      this.#parts,
      { ...arrival, decidedWithin, retryAfter: retryAfterHeader(retryAfter) },
      call.callerHears(),
    );
    this.#take(call, leg);
    this.counters.callsIn += 1;
    this.#parts.outbox.put({
      type: 'delivered',
      callId,
      legId,
      trunkId: trunk.trunkId,
      from: callingParty(request, trunk.trusted),
      dialled: dialledNumber(request),
      passed: passedHeaders(request),
      at: clock.now(),
    });
  }

  /** `open`: calls are taken on; otherwise, while draining, the attempt fails. */
  dial(
    { callId, legId, number, presented }: Parameters<Switch['dial']>[0],
    { trunk, target, open }: { trunk: TrunkSettings; target: TrunkPlace; open: boolean },
  ): void {
    const { clock, ids, log, stack } = this.#parts.ground;
    const allowed = open ? this.#tolls.attempt(trunk, number, clock.now()) : refuse('full' as const);
    if (!allowed.ok) {
      this.counters.tollRefused += 1;
      log.warn('A call out was not made: the limits of its trunk do not allow it.', {
        callId,
        trunk: trunk.trunkId,
        number: redacted(number),
        why: allowed.refusal,
      });
      return this.#parts.outbox.put({ type: 'failed', callId, legId, cause: allowed.refusal });
    }
    this.counters.callsOut += 1;
    const call = new Call(callId, this.#parts.outbox, () =>
      this.#forget(call, () => this.#tolls.ended(trunk)),
    );
    const route = trunkRoute(stack, this.#parts.admission, { trunk, flow: null, place: target });
    const words = wordsOfCall({ number, presented }, { trunk, target }, this.#parts.settings);
    const credentials = trunk.digestOut && digestCredentials(trunk.digestOut, ids);
    const timerWish = this.#parts.settings.timings.session;
    const { ringsFor } = this.#parts.settings.timings;
    const departure = {
      callId,
      legId,
      trunk,
      place: target,
      route,
      timerWish,
      credentials,
      ringsFor,
      ...words,
    };
    this.#take(call, new OutboundLeg(this.#parts, departure, call.callerHears()));
  }

  /** The call's id where it goes on, null where it does not. */
  async resume({ callId, legId, record }: LegRecord): Promise<CallId | null> {
    const kept = readLegRecord(record);
    const trunk = kept === null ? undefined : this.trunk(kept.trunkId);
    if (kept === null || trunk === undefined || this.#calls.has(callId)) {
      this.#parts.ground.log.warn(
        'A caller of the earlier run can’t be taken up: their record or trunk is unknown.',
        { callId },
      );
      return null;
    }
    const call = new Call(callId, this.#parts.outbox, () => this.#forget(call));
    const leg = this.#resumedLeg(call, { legId, kept, trunk });
    this.#take(call, leg);
    if (await leg.takeUp(kept)) {
      call.wasRecorded(record);
      this.counters.resumed += 1;
      return callId;
    }
    this.#parts.ground.log.warn('A caller of the earlier run can’t be taken up: their RTP port is taken.', {
      callId,
    });
    this.#owedEnds.push(() => leg.end());
    this.#forget(call);
    return null;
  }

  #resumedLeg(
    call: Call,
    { legId, kept, trunk }: { legId: LegId; kept: KeptLeg; trunk: TrunkSettings },
  ): ResumedLeg {
    const { callId } = call;
    const route = trunkRoute(this.#parts.ground.stack, this.#parts.admission, {
      trunk,
      flow: null,
      place: kept.place,
    });
    const credentials = trunk.digestOut && digestCredentials(trunk.digestOut, this.#parts.ground.ids);
    const timerWish = this.#parts.settings.timings.session;
    const back = { callId, legId, trunk, kept, route, timerWish, credentials };
    return new ResumedLeg(this.#parts, back, call.callerHears());
  }

  #take(call: Call, leg: CallerLeg): void {
    call.start(leg);
    this.#calls.set(call.callId, call);
    this.#callOfLeg.set(leg.legId, call);
  }

  #forget(call: Call, also: () => void = () => {}): void {
    this.#calls.delete(call.callId);
    for (const legId of call.legIds) {
      this.#callOfLeg.delete(legId);
      this.#parts.legOver(legId);
    }
    also();
  }
}

/** A stream's far port is the one it was opened from; only its address is worth keeping. */
const placeOf = ({ transport, remoteAddress, remotePort }: Flow): TrunkPlace => ({
  transport: transport === 'tcp' || transport === 'tls' ? transport : 'udp',
  host: remoteAddress,
  port: remotePort,
});
