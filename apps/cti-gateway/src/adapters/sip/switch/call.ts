import type { CallId, LegId } from '@ringside/shared/model/ids';
import type { Side } from '@ringside/shared/model/call-outcome';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { MediaEvent } from '../../../ports/media-engine.ts';
import type { LegFailure } from '../../../ports/switch.ts';
import type { Flow } from '../stack.ts';
import type { AgentLeg, AgentLegListener } from './agent-leg.ts';
import type { CallerLeg, CallerLegListener } from './caller-leg.ts';
import { LegKeeping } from './leg-keeping.ts';
import { keptSession, writeLegRecord } from './leg-record.ts';
import type { Outbox } from './outbox.ts';

/**
 * A call is a bridge: a customer's leg and, at times, legs of agents and of supervisors who hear them. Every leg ends in
 * one event, `failed` or `connectionCleared`; the customer's end is the call's end and takes the other legs with it;
 * nothing comes after. A supervisor's leg changes nothing for the two who talk, whatever becomes of it.
 */
type MediaState = Extract<MediaEvent, { type: 'health' }>['state'];

export class Call {
  readonly callId: CallId;
  /** every leg that it has or had */
  readonly legIds = new Set<LegId>();
  readonly #outbox: Outbox;
  readonly #keeping: LegKeeping;
  readonly #forget: () => void;
  /** legs of agents and of supervisors */
  readonly #stations = new Map<LegId, AgentLeg>();
  /** of these, the supervisors' */
  readonly #supervisors = new Map<LegId, SupervisionMode>();
  /** legs of agents that are in the bridge */
  readonly #talking = new Set<LegId>();
  #caller: CallerLeg | null = null;
  #isOver = false;

  constructor(callId: CallId, outbox: Outbox, forget: () => void) {
    this.callId = callId;
    this.#outbox = outbox;
    this.#forget = forget;
    this.#keeping = new LegKeeping(
      () => this.#callerRecord(),
      (record) => this.#putRecord(this.#caller?.legId, record),
    );
  }

  get caller(): CallerLeg | null {
    return this.#caller;
  }
  get isOver(): boolean {
    return this.#isOver;
  }

  station(legId: LegId): AgentLeg | undefined {
    return this.#stations.get(legId);
  }

  agent(legId: LegId): AgentLeg | undefined {
    return this.#supervisors.has(legId) ? undefined : this.#stations.get(legId);
  }

  supervisor(legId: LegId): AgentLeg | undefined {
    return this.#supervisors.has(legId) ? this.#stations.get(legId) : undefined;
  }

  start(caller: CallerLeg): void {
    this.#caller = caller;
    this.legIds.add(caller.legId);
  }

  wasRecorded(record: string): void {
    this.#keeping.was(record);
  }

  addAgent(leg: AgentLeg): void {
    this.#stations.set(leg.legId, leg);
    this.legIds.add(leg.legId);
  }

  addSupervisor(leg: AgentLeg, mode: SupervisionMode): void {
    this.addAgent(leg);
    this.#supervisors.set(leg.legId, mode);
  }

  /** At once where the leg is up, else as soon as it is. */
  setSupervision(leg: AgentLeg, mode: SupervisionMode): void {
    this.#supervisors.set(leg.legId, mode);
    if (leg.isEstablished) leg.audio.join(this.callId, mode);
  }

  /** Whoever supervised talks with the caller themselves from now on. */
  promote(leg: AgentLeg): void {
    this.#supervisors.delete(leg.legId);
    this.connect(leg);
  }

  connect(leg: AgentLeg): void {
    leg.connectWanted = true;
    this.#caller?.answer();
    if (leg.isEstablished) this.#join(leg);
  }

  drop(leg: AgentLeg): void {
    const wasUp = leg.isEstablished;
    leg.end();
    this.#stationOver(leg.legId, wasUp ? { by: 'gateway', cause: 'normal' } : 'noAnswer');
  }

  park(music: string): void {
    this.#talking.clear();
    for (const leg of this.#stations.values()) leg.connectWanted = false;
    this.#caller?.ear.park(music);
    this.#keeping.changed();
  }

  hold(music: string): void {
    this.#caller?.ear.hold(music);
  }

  retrieve(): void {
    if (this.#caller?.ear.hears === 'held') this.#caller.ear.talk();
  }

  /** The gateway ends the call. */
  release(): void {
    this.#caller?.end();
    this.#end(this.#caller?.wasDelivered ? { by: 'gateway', cause: 'normal' } : 'noAnswer', 'gateway');
  }

  callerHears(): CallerLegListener {
    return {
      alerting: () => this.#put('alerting'),
      established: () => {
        this.#put('established');
        this.#keeping.changed();
      },
      failed: (cause) => this.#end(cause, 'gateway'),
      cleared: (by, cause) => this.#end({ by, cause }, by),
      digit: (digit) => this.#digit(this.#caller?.legId, digit),
      changed: () => this.#keeping.changed(),
      announced: (announcementId, how) =>
        this.#outbox.put({ type: 'announced', callId: this.callId, announcementId, how }),
    };
  }

  stationHears(legId: LegId): AgentLegListener {
    const { callId } = this;
    return {
      alerting: () => this.#outbox.put({ type: 'alerting', callId, legId, ...this.#partyOf(legId) }),
      established: () => this.#stationUp(legId),
      failed: (cause) => this.#stationOver(legId, cause),
      cleared: (by, cause) => this.#stationOver(legId, { by, cause }),
      digit: (digit) => this.#digit(legId, digit),
      health: (state) => this.#agentHealth(legId, state),
      recorded: (record) => this.#putRecord(legId, record),
    };
  }

  /** What the media engine says about a leg; of one that has ended, nothing counts any more. */
  media(event: MediaEvent): void {
    const { legId } = event;
    const station = this.#stations.get(legId);
    if (station !== undefined) station.media(event);
    else if (legId === this.#caller?.legId) this.#callerMedia(this.#caller, event);
  }

  /** How a leg is asked whether it is still there; null where something else tells. */
  probeOf(legId: LegId): (() => void) | null {
    const caller = this.#caller;
    if (caller?.legId === legId) return () => caller.session?.probe();
    return this.#stations.get(legId)?.probe ?? null;
  }

  flowClosed(flow: Flow): void {
    for (const leg of this.#stations.values()) leg.flowClosed(flow);
  }

  /** The gateway stops: the customer's leg, and an agent's that can be taken up again, are left for the next start. */
  leave(): void {
    for (const leg of this.#stations.values()) leg.leave();
    this.#caller?.leave();
  }

  #stationUp(legId: LegId): void {
    this.#outbox.put({ type: 'established', callId: this.callId, legId, ...this.#partyOf(legId) });
    const leg = this.#stations.get(legId);
    const mode = this.#supervisors.get(legId);
    if (mode !== undefined) leg?.audio.join(this.callId, mode);
    else if (leg?.connectWanted) this.#join(leg);
  }

  #join(leg: AgentLeg): void {
    leg.audio.join(this.callId, 'agent');
    this.#talking.add(leg.legId);
    this.#caller?.ear.talk();
  }

  #stationOver(legId: LegId, how: LegFailure | { by: Side; cause: 'normal' | 'lost' }): void {
    if (this.#isOver) return;
    this.#stations.delete(legId);
    this.#putOver(legId, this.#supervisors.has(legId) ? 'supervisor' : 'agent', how);
    this.#supervisors.delete(legId);
    // whoever talked last has gone: the caller must not sit in silence until somebody decides
    if (this.#talking.delete(legId) && this.#talking.size === 0) this.#comfort();
  }

  #comfort(): void {
    const ear = this.#caller?.ear;
    if (ear !== undefined && !this.#isOver && ear.hears !== 'music' && ear.hears !== 'comfort')
      ear.park(ear.music);
  }

  #callerMedia(leg: CallerLeg, event: MediaEvent): void {
    if (event.type === 'played') return leg.ear.played(event.sound);
    if (event.type === 'digit') return this.#digit(leg.legId, event.digit);
    if (event.type === 'health') return this.#putHealth(leg.legId, 'caller', event.state);
    if (event.type !== 'failed') return;
    leg.end();
    this.#end(leg.wasDelivered ? { by: 'caller', cause: 'lost' } : 'media', 'caller');
  }

  #agentHealth(legId: LegId, state: MediaState): void {
    if (!this.#supervisors.has(legId)) this.#putHealth(legId, 'agent', state);
  }

  #putHealth(legId: LegId, party: 'caller' | 'agent', state: MediaState): void {
    this.#outbox.put({ type: 'media', callId: this.callId, legId, party, state });
  }

  #end(how: LegFailure | { by: Side; cause: 'normal' | 'lost' }, by: Side): void {
    if (this.#isOver || this.#caller === null) return;
    this.#isOver = true;
    const legs = [...this.#stations.values()].map((leg) => ({ leg, wasUp: leg.isEstablished }));
    for (const { leg } of legs) leg.end();
    this.#forget();
    this.#keeping.over();
    this.#putOver(this.#caller.legId, 'caller', how);
    for (const { leg, wasUp } of legs) {
      const party = this.#supervisors.has(leg.legId) ? 'supervisor' : 'agent';
      this.#putOver(leg.legId, party, wasUp ? { by, cause: 'normal' } : 'noAnswer');
    }
  }

  #putOver(
    legId: LegId,
    party: 'caller' | 'agent' | 'supervisor',
    how: LegFailure | { by: Side; cause: 'normal' | 'lost' },
  ): void {
    const { callId } = this;
    if (typeof how === 'string')
      this.#outbox.put({ type: 'failed', callId, legId, cause: how, ...this.#partyOf(legId) });
    else this.#outbox.put({ type: 'connectionCleared', callId, legId, party, ...how });
  }

  #partyOf(legId: LegId): { readonly party?: 'supervisor' } {
    return this.#supervisors.has(legId) ? { party: 'supervisor' } : {};
  }

  /** A supervisor's keys are nobody's. */
  #digit(legId: LegId | undefined, digit: string): void {
    if (legId === undefined || this.#isOver || this.#supervisors.has(legId)) return;
    this.#outbox.put({ type: 'digitsGenerated', callId: this.callId, legId, digit });
    if (legId === this.#caller?.legId) this.#caller.ear.key();
  }

  #put(type: 'alerting' | 'established'): void {
    if (this.#caller !== null) this.#outbox.put({ type, callId: this.callId, legId: this.#caller.legId });
  }

  async #callerRecord(): Promise<string | null> {
    const caller = this.#caller;
    if (caller === null) return null;
    const { trunk, place, audio } = caller;
    const session = await keptSession({ trunkId: trunk.trunkId, place, audio }, () => caller.session);
    return session && writeLegRecord({ version: 1, ...session, music: caller.ear.music });
  }

  #putRecord(legId: LegId | undefined, record: string | null): void {
    if (legId !== undefined) this.#outbox.put({ type: 'legRecord', callId: this.callId, legId, record });
  }
}
