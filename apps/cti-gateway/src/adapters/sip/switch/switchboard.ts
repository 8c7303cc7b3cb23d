import type { CallId, LegId } from '@ringside/shared/model/ids';
import { redacted } from '@ringside/shared/model/phone-number';
import { refuse } from '@ringside/shared/model/result';
import type { MediaEngine } from '../../../ports/media-engine.ts';
import type { LegRecord, PhoneOffer, Switch } from '../../../ports/switch.ts';
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
import type { KeptCaller, KeptPhone } from './leg-record.ts';
import { readLegRecord } from './leg-record.ts';
import type { Outbox } from './outbox.ts';
import { OutboundLeg } from './outbound-leg.ts';
import { PhoneLeg } from './phone-leg.ts';
import { ResumedLeg } from './resumed-leg.ts';
import { ResumedPhoneLeg } from './resumed-phone-leg.ts';
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
  readonly counters = { callsIn: 0, callsOut: 0, phonesRung: 0, resumed: 0, tollRefused: 0 };
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
    dialled: Parameters<Switch['dial']>[0],
    { trunk, target, open }: { trunk: TrunkSettings; target: TrunkPlace; open: boolean },
  ): void {
    const { callId } = dialled;
    if (!this.#mayDial(dialled, trunk, open)) return;
    this.counters.callsOut += 1;
    const call = new Call(callId, this.#parts.outbox, () =>
      this.#forget(call, () => this.#tolls.ended(trunk)),
    );
    const departure = { callId, ...this.#departure(dialled, { trunk, target }) };
    this.#take(call, new OutboundLeg(this.#parts, departure, call.callerHears()));
  }

  /** Dials an agent's telephone. It counts for its trunk until its leg is over (PHONE-8). */
  ringPhone(
    call: Call,
    offer: PhoneOffer,
    { trunk, target }: { trunk: TrunkSettings; target: TrunkPlace },
  ): void {
    const { legId, whisper, acceptKey, declineKey, confirmWithin } = offer;
    call.legIds.add(legId);
    this.#callOfLeg.set(legId, call);
    if (!this.#mayDial(offer, trunk, true)) return;
    this.counters.phonesRung += 1;
    this.#parts.ground.log.info('An agent’s telephone is rung.', {
      callId: call.callId,
      trunk: trunk.trunkId,
      number: redacted(offer.number),
    });
    const over = () => {
      this.#tolls.ended(trunk);
      this.#parts.legOver(legId);
    };
    const question = { whisper, acceptKey, declineKey, confirmWithin };
    const departure = { ...this.#departure(offer, { trunk, target }), ...question, over };
    call.addAgent(new PhoneLeg(this.#parts, departure, call.stationHears(legId)));
  }

  /** The limits of a trunk hold for whoever asks; an attempt beyond them has failed. */
  #mayDial(
    { callId, legId, number }: { callId: CallId; legId: LegId; number: string },
    trunk: TrunkSettings,
    open: boolean,
  ): boolean {
    const { clock, log } = this.#parts.ground;
    const allowed = open ? this.#tolls.attempt(trunk, number, clock.now()) : refuse('full' as const);
    if (allowed.ok) return true;
    this.counters.tollRefused += 1;
    log.warn('A call out was not made: the limits of its trunk do not allow it.', {
      callId,
      trunk: trunk.trunkId,
      number: redacted(number),
      why: allowed.refusal,
    });
    this.#parts.outbox.put({ type: 'failed', callId, legId, cause: allowed.refusal });
    return false;
  }

  #departure(
    { legId, number, presented }: { legId: LegId; number: string; presented: string | null },
    { trunk, target }: { trunk: TrunkSettings; target: TrunkPlace },
  ) {
    const { settings } = this.#parts;
    const words = wordsOfCall({ number, presented }, { trunk, target }, settings);
    const { ringsFor } = settings.timings;
    return { legId, trunk, place: target, ringsFor, ...this.#way(trunk, target), ...words };
  }

  /** How requests within a call through a trunk travel, and what they need. */
  #way(trunk: TrunkSettings, place: TrunkPlace) {
    const { ground, admission, settings } = this.#parts;
    const route = trunkRoute(ground.stack, admission, { trunk, flow: null, place });
    const credentials = trunk.digestOut && digestCredentials(trunk.digestOut, ground.ids);
    return { route, credentials, timerWish: settings.timings.session };
  }

  /** Takes callers up, then the telephones of agents who talked with them. Gives the calls that go on. */
  async resume(records: readonly LegRecord[]): Promise<readonly CallId[]> {
    const read = records.map((record) => ({ ...record, kept: readLegRecord(record.record) }));
    const phones = read.flatMap(({ kept, ...of }) => (kept?.version === 2 ? [{ ...of, kept }] : []));
    const callers = read.flatMap(({ kept, ...of }) => (kept?.version === 2 ? [] : [{ ...of, kept }]));
    const living = await Promise.all(callers.map((caller) => this.#resumeCaller(caller)));
    await Promise.all(phones.map((phone) => this.#resumePhone(phone)));
    return living.filter((callId) => callId !== null);
  }

  /** The call's id where it goes on, null where it does not. */
  async #resumeCaller({
    callId,
    legId,
    record,
    kept,
  }: LegRecord & { kept: KeptCaller | null }): Promise<CallId | null> {
    const trunk = kept === null ? undefined : this.trunk(kept.trunkId);
    if (kept === null || trunk === undefined || this.#calls.has(callId)) {
      this.#parts.ground.log.warn(
        'A caller of the earlier run can’t be taken up: their record or trunk is unknown.',
        { callId },
      );
      return null;
    }
    const call = new Call(callId, this.#parts.outbox, () => this.#forget(call));
    const back = { callId, legId, trunk, kept, ...this.#way(trunk, kept.place) };
    const leg = new ResumedLeg(this.#parts, back, call.callerHears());
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

  /** PHONE-11: whoever talked with a caller who is still there goes on; any other telephone is rid of us. */
  async #resumePhone({ callId, legId, record, kept }: LegRecord & { kept: KeptPhone }): Promise<void> {
    const trunk = this.trunk(kept.trunkId);
    const call = this.#calls.get(callId);
    const hears = (call ?? new Call(callId, this.#parts.outbox, () => {})).stationHears(legId);
    if (trunk === undefined) return hears.recorded(null);
    const over = () => this.#parts.legOver(legId);
    const connectedWithin = this.#parts.settings.timings.decidedWithin;
    const back = { legId, kept, record, connectedWithin, over, ...this.#way(trunk, kept.place) };
    const leg = new ResumedPhoneLeg(this.#parts, back, hears);
    if (!kept.talks || call === undefined || !(await leg.takeUp()))
      return void this.#owedEnds.push(() => leg.end());
    this.#callOfLeg.set(legId, call);
    call.addAgent(leg);
    hears.established();
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
