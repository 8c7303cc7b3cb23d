import type { StationId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { StationDigest } from '../../../ports/switch.ts';
import type { DigestServer } from '../authentication/digest-server.ts';
import { answerTo } from '../dialog/answer-to.ts';
import type { Ground } from '../dialog/ground.ts';
import { newTag } from '../dialog/ground.ts';
import type { SipHeader } from '../message/message.ts';
import type { Flow, IncomingRequest } from '../stack.ts';
import { onceAMinute } from '../switch/once-a-minute.ts';
import { attemptLimit } from './attempt-limit.ts';
import type { Binding } from './binding.ts';
import type { RegistrationWish } from './registration-wish.ts';
import { addressOfRecord, registrationWish } from './registration-wish.ts';

export interface RegistrarListener {
  stationUp(stationId: StationId): void;
  stationDown(stationId: StationId): void;
  /** it registered over another connection: what ran over the old one is lost */
  moved(old: Binding): void;
}

export type StationLookUp = (stationId: StationId) => Promise<StationDigest | null>;

/** A registration shorter than this would keep station and gateway busy with nothing else. */
const SHORTEST = 10;
const LONGEST = 3_600;
/** Characters of a station's name. */
const LONGEST_NAME = 64;

/**
 * The registrar of stations (RFC 3261 section 10.3, RFC 7118, RFC 8760). One registration a station, bound to the
 * connection it came over; it never outlives the station's grant.
 */
export class Registrar {
  readonly counters = { registered: 0, challenged: 0, wrongPassword: 0, blocked: 0 };
  readonly #ground: Ground;
  readonly #digest: DigestServer;
  readonly #listener: RegistrarListener;
  readonly #limit = attemptLimit();
  readonly #isNews = onceAMinute();
  readonly #bindings = new Map<StationId, { readonly binding: Binding; cancelExpiry(): void }>();
  readonly #byFlow = new Map<string, Set<StationId>>();
  #lookUp: StationLookUp = () => Promise.resolve(null);

  constructor(ground: Ground, digest: DigestServer, listener: RegistrarListener) {
    this.#ground = ground;
    this.#digest = digest;
    this.#listener = listener;
  }

  authorise(lookUp: StationLookUp): void {
    this.#lookUp = lookUp;
  }

  get size(): number {
    return this.#bindings.size;
  }

  bindingOf(stationId: StationId): Binding | null {
    return this.#bindings.get(stationId)?.binding ?? null;
  }

  /** Whether a station is registered over this connection. */
  knows(flow: Flow): boolean {
    return this.#byFlow.has(flow.id);
  }

  receive(incoming: IncomingRequest): void {
    this.#register(incoming).catch((cause: unknown) => {
      this.#ground.log.error('The rights of a station could not be read, so it was not registered.', {
        cause,
      });
      this.#reply(incoming, 500);
    });
  }

  flowClosed(flow: Flow): void {
    for (const stationId of this.#byFlow.get(flow.id) ?? []) this.#remove(stationId);
  }

  /** Ends a registration and, where it is a connection of its own, the connection. */
  evict(stationId: StationId): void {
    const flow = this.#bindings.get(stationId)?.binding.flow;
    this.#remove(stationId);
    if (flow !== undefined && flow.transport !== 'udp') flow.close();
  }

  stop(): void {
    for (const { cancelExpiry } of this.#bindings.values()) cancelExpiry();
  }

  async #register(incoming: IncomingRequest): Promise<void> {
    const { request, flow } = incoming;
    const wish = registrationWish(request);
    if (!wish.ok) return this.#reply(incoming, wish.refusal === 'malformed' ? 400 : 403);
    const now = this.#ground.clock.now();
    const credentials = this.#digest.credentialsIn(request, 'Authorization');
    const user = addressOfRecord(request);
    if (credentials === null || user === null) return this.#challenge(incoming, false);
    // many stations share the address of their office or proxy: one that fails must not lock out the others
    const guesser = `${user.slice(0, LONGEST_NAME)} ${flow.remoteAddress}`;
    if (this.#limit.isBlocked(guesser, now)) {
      this.counters.blocked += 1;
      return this.#reply(incoming, 403, [{ name: 'Retry-After', value: '60' }]);
    }
    const stationId = asId<'station'>(user);
    const found =
      user.length <= LONGEST_NAME && credentials.userName === user ? await this.#lookUp(stationId) : null;
    const grant = found !== null && found.expiresAt > this.#ground.clock.now() ? found : null;
    const verdict = this.#digest.judge(credentials, grant, request, this.#ground.clock.now());
    if (verdict === 'stale') return this.#challenge(incoming, true);
    if (verdict === 'wrong' || grant === null) return this.#refuseWrong(incoming, guesser);
    this.#limit.succeeded(guesser);
    this.#admit(incoming, stationId, grant, wish.value);
  }

  #refuseWrong(incoming: IncomingRequest, guesser: string): void {
    const { remoteAddress, transport } = incoming.flow;
    const now = this.#ground.clock.now();
    this.counters.wrongPassword += 1;
    this.#limit.failed(guesser, now);
    if (this.#isNews(remoteAddress, now))
      this.#ground.log.warn('A station was not registered: its password is wrong or its grant has ended.', {
        from: remoteAddress,
        transport,
      });
    this.#challenge(incoming, false);
  }

  #challenge(incoming: IncomingRequest, stale: boolean): void {
    this.counters.challenged += 1;
    // sip.js reads the last challenge only and speaks MD5 alone, so the strongest stands first and MD5 last. Many desk
    // phones give up at a challenge that they don't know, whatever else is offered; their secrets are long and random.
    const among = isWebSocket(incoming.flow) ? undefined : (['MD5'] as const);
    const challenges = this.#digest.challenges(this.#ground.clock.now(), stale, among);
    this.#reply(
      incoming,
      401,
      challenges.map((value) => ({ name: 'WWW-Authenticate', value })),
    );
  }

  #admit(
    incoming: IncomingRequest,
    stationId: StationId,
    grant: StationDigest,
    wish: RegistrationWish,
  ): void {
    if (isWebSocket(incoming.flow) !== (grant.media === 'webrtc')) return this.#reply(incoming, 403);
    // it was closed while the grant was looked up
    if (!incoming.flow.open) return;
    const known = this.#bindings.get(stationId)?.binding;
    if (known?.callId === wish.order.callId && wish.order.cseq <= known.cseq)
      return this.#reply(incoming, 500);
    switch (wish.what) {
      case 'query':
        return this.#replyBindings(incoming, stationId);
      case 'remove':
        // a page that closes after its successor has registered must not take the place away from it
        if (known?.flow.id === incoming.flow.id || known?.callId === wish.order.callId)
          this.#remove(stationId);
        return this.#replyBindings(incoming, stationId);
      case 'add':
        return this.#add(incoming, stationId, grant, wish);
      default:
        return unreachable(wish);
    }
  }

  #add(
    incoming: IncomingRequest,
    stationId: StationId,
    grant: StationDigest,
    wish: RegistrationWish & { what: 'add' },
  ): void {
    if (wish.seconds < SHORTEST)
      return this.#reply(incoming, 423, [{ name: 'Min-Expires', value: String(SHORTEST) }]);
    const now = this.#ground.clock.now();
    const lasts = Math.min(seconds(Math.min(wish.seconds, LONGEST)), grant.expiresAt - now);
    this.counters.registered += 1;
    this.#put({
      stationId,
      media: grant.media,
      contact: wish.contact,
      flow: incoming.flow,
      expiresAt: now + lasts,
      ...wish.order,
    });
    this.#replyBindings(incoming, stationId);
  }

  #put(binding: Binding): void {
    const { stationId, flow } = binding;
    const old = this.#bindings.get(stationId);
    old?.cancelExpiry();
    const isNew = old === undefined || !isSamePlace(old.binding, binding);
    if (old !== undefined && isNew) this.#unlink(old.binding);
    const wait = binding.expiresAt - this.#ground.clock.now();
    const cancelExpiry = this.#ground.clock.after(wait, () => this.#remove(stationId));
    this.#bindings.set(stationId, { binding, cancelExpiry });
    this.#byFlow.set(flow.id, (this.#byFlow.get(flow.id) ?? new Set()).add(stationId));
    if (old !== undefined && isNew) this.#listener.moved(old.binding);
    if (isNew) this.#listener.stationUp(stationId);
    const oldFlow = old?.binding.flow;
    if (oldFlow !== undefined && oldFlow.id !== flow.id && oldFlow.transport !== 'udp') oldFlow.close();
  }

  #remove(stationId: StationId): void {
    const known = this.#bindings.get(stationId);
    if (known === undefined) return;
    known.cancelExpiry();
    this.#bindings.delete(stationId);
    this.#unlink(known.binding);
    this.#listener.stationDown(stationId);
  }

  #unlink({ stationId, flow }: Binding): void {
    const stations = this.#byFlow.get(flow.id);
    stations?.delete(stationId);
    if (stations?.size === 0) this.#byFlow.delete(flow.id);
  }

  #replyBindings(incoming: IncomingRequest, stationId: StationId): void {
    const binding = this.bindingOf(stationId);
    if (binding === null) return this.#reply(incoming, 200);
    const left = Math.max(1, Math.floor((binding.expiresAt - this.#ground.clock.now()) / 1_000));
    this.#reply(incoming, 200, [{ name: 'Contact', value: `<${binding.contact}>;expires=${left}` }]);
  }

  #reply(incoming: IncomingRequest, status: number, headers: readonly SipHeader[] = []): void {
    incoming.respond(answerTo(incoming.request, status, { tag: newTag(this.#ground.ids), headers }));
  }
}

const isWebSocket = ({ transport }: Flow): boolean => transport === 'ws' || transport === 'wss';

const isSamePlace = (one: Binding, other: Binding): boolean =>
  one.flow.id === other.flow.id && one.contact === other.contact;
