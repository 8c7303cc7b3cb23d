import { unreachable } from '@ringside/shared/model/unreachable';
import { decimal, trimmed } from '../message/characters.ts';
import { header, headers } from '../message/header.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { parseNameAddress } from '../message/name-address.ts';
import { parameter } from '../message/parameter.ts';
import { parseUri } from '../message/uri.ts';
import type { Credentials } from '../dialog/credentials.ts';
import type { Ground } from '../dialog/ground.ts';
import { chance, newCallIdentifier, newTag } from '../dialog/ground.ts';
import { sendRequest } from '../dialog/send-request.ts';
import type { Target } from '../stack.ts';
import type { Registration, RegistrationInput } from './registration.ts';
import { notRegistered, stepRegistration } from './registration.ts';
import { contactFor } from './trunk-route.ts';
import type { TrunkRegistration } from './trunk-settings.ts';

const NOTHING = new Uint8Array(0);

/** Keeps the gateway registered at a carrier. */
export class CarrierRegistration {
  readonly #ground: Ground;
  readonly #name: string;
  readonly #settings: TrunkRegistration;
  readonly #credentials: Credentials | null;
  readonly #callId: string;
  readonly #tag: string;
  #now: Registration;
  #cseq = 0;
  #cancelDue: () => void = () => {};
  #stopped = false;

  constructor(ground: Ground, name: string, settings: TrunkRegistration, credentials: Credentials | null) {
    this.#ground = ground;
    this.#name = name;
    this.#settings = settings;
    this.#credentials = credentials;
    this.#callId = newCallIdentifier(ground.ids);
    this.#tag = newTag(ground.ids);
    this.#now = notRegistered(settings.expiresSeconds);
  }

  get state(): Registration['state'] {
    return this.#now.state;
  }

  start(): void {
    this.#take({ type: 'due' });
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelDue();
  }

  #take(input: RegistrationInput): void {
    if (this.#stopped) return;
    const before = this.#now.state;
    const { state, send, wait } = stepRegistration(this.#now, input, chance(this.#ground.ids));
    this.#now = state;
    if (state.state !== before) this.#tell(state);
    this.#cancelDue();
    if (wait !== null) this.#cancelDue = this.#ground.clock.after(wait, () => this.#take({ type: 'due' }));
    if (send) this.#register();
  }

  #register(): void {
    const target: Target = { to: 'address', ...this.#settings.target };
    sendRequest(this.#ground.stack, target, this.#credentials, (extra) => this.#request(target, extra), {
      onFinal: (response) =>
        this.#take(inputOf(response, this.#settings.expiresSeconds, target, this.#ground)),
      onFailure: () => this.#take({ type: 'refused', retryAfter: null }),
    });
  }

  #request(target: Target, extra: readonly SipHeader[]): SipRequest {
    const { addressOfRecord } = this.#settings;
    this.#cseq += 1;
    const lines = [
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: `<${addressOfRecord}>;tag=${this.#tag}` },
      { name: 'To', value: `<${addressOfRecord}>` },
      { name: 'Call-ID', value: this.#callId },
      { name: 'CSeq', value: `${this.#cseq} REGISTER` },
      { name: 'Contact', value: contactFor(this.#ground.stack, target) },
      { name: 'Expires', value: String(this.#now.expires) },
      ...extra,
    ];
    return {
      kind: 'request',
      method: 'REGISTER',
      uri: registrarUri(addressOfRecord),
      headers: lines,
      body: NOTHING,
    };
  }

  #tell({ state, failures }: Registration): void {
    const facts = { trunk: this.#name, registrar: this.#settings.target.host, failures };
    switch (state) {
      case 'registered':
        return this.#ground.log.info('A trunk is registered at its carrier.', facts);
      case 'failed':
        return this.#ground.log.warn(
          'A trunk could not be registered, so its carrier sends no calls; it is tried again.',
          facts,
        );
      case 'trying':
        return;
      default:
        return unreachable(state);
    }
  }
}

function inputOf(
  response: SipResponse,
  wanted: number,
  target: Target,
  { stack }: Ground,
): RegistrationInput {
  const seconds = (name: string) => leadingNumber(header(response, name) ?? '');
  if (response.status < 300)
    return {
      type: 'accepted',
      granted: granted(response, contactFor(stack, target)) ?? seconds('Expires') ?? wanted,
    };
  const minimum = seconds('Min-Expires');
  if (response.status === 423 && minimum !== null) return { type: 'tooBrief', minimum };
  return { type: 'refused', retryAfter: seconds('Retry-After') };
}

/** "120 (I'm in a meeting)", "120;duration=60" (section 20.33). */
function leadingNumber(value: string): number | null {
  const [first = ''] = trimmed(value).replaceAll('(', ' ').replaceAll(';', ' ').split(' ', 1);
  return decimal(first, 2 ** 32 - 1);
}

/** The carrier lists all bindings of the address; ours is the one with our host and port, or the only one. */
function granted(response: SipResponse, own: string): number | null {
  const contacts = headers(response, 'Contact')
    .map(parseNameAddress)
    .filter((one) => one !== null);
  const ours = parseNameAddress(own)?.uri;
  const ownContact =
    contacts.find(({ uri }) => uri === ours) ?? (contacts.length === 1 ? contacts[0] : undefined);
  return ownContact === undefined ? null : decimal(parameter(ownContact, 'expires') ?? '', 2 ** 32 - 1);
}

/** Section 10.2: the domain of the address of record, without its user. */
function registrarUri(addressOfRecord: string): string {
  const uri = parseUri(addressOfRecord);
  return uri.ok && uri.value.scheme !== 'tel' ? `${uri.value.scheme}:${uri.value.host}` : addressOfRecord;
}
