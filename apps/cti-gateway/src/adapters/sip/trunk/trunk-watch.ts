import { seconds } from '@ringside/shared/model/instant';
import type { SwitchStatus } from '../../../ports/switch.ts';
import { acceptHeader } from '../dialog/capabilities.ts';
import type { Ground } from '../dialog/ground.ts';
import { newCallIdentifier, newTag } from '../dialog/ground.ts';
import { sendRequest } from '../dialog/send-request.ts';
import type { SipHeader, SipRequest } from '../message/message.ts';
import type { Target } from '../stack.ts';
import { CarrierRegistration } from './carrier-registration.ts';
import { digestCredentials } from './digest-credentials.ts';
import { contactFor } from './trunk-route.ts';
import type { TrunkSettings, TrunkTarget } from './trunk-settings.ts';

const NOTHING = new Uint8Array(0);

interface Watched {
  readonly trunk: TrunkSettings;
  readonly registration: CarrierRegistration | null;
  reachable: boolean | null;
  cancelPing(): void;
}

/** Registers at carriers and asks trunks with OPTIONS whether they answer (RFC 3261 section 11). */
export class TrunkWatch {
  readonly #ground: Ground;
  readonly #realm: string;
  readonly #watched: readonly Watched[];
  #stopped = false;

  constructor(ground: Ground, { trunks, realm }: { trunks: readonly TrunkSettings[]; realm: string }) {
    this.#ground = ground;
    this.#realm = realm;
    this.#watched = trunks.map((trunk) => ({
      trunk,
      registration: registrationOf(ground, trunk),
      reachable: null,
      cancelPing: () => {},
    }));
  }

  start(): void {
    for (const watched of this.#watched) {
      watched.registration?.start();
      const { outbound, keepAliveSeconds } = watched.trunk;
      if (outbound !== null && keepAliveSeconds > 0) this.#ping(watched, outbound);
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const { registration, cancelPing } of this.#watched) {
      registration?.stop();
      cancelPing();
    }
  }

  status(): SwitchStatus['trunks'] {
    return this.#watched.map(({ trunk, registration, reachable }) => ({
      trunkId: trunk.trunkId,
      name: trunk.name,
      registration: registration?.state ?? 'static',
      reachable,
    }));
  }

  #ping(watched: Watched, outbound: TrunkTarget): void {
    const target: Target = { to: 'address', ...outbound };
    const credentials =
      watched.trunk.digestOut && digestCredentials(watched.trunk.digestOut, this.#ground.ids);
    let cseq = 0;
    const callId = newCallIdentifier(this.#ground.ids);
    const build = (extra: readonly SipHeader[]) => {
      cseq += 1;
      return this.#options({ target, outbound, callId, cseq }, extra);
    };
    // any answer shows that somebody is there; 408 and 503 show that nobody behind it is
    sendRequest(this.#ground.stack, target, credentials, build, {
      onFinal: ({ status }) => this.#heard(watched, outbound, status !== 408 && status !== 503),
      onFailure: () => this.#heard(watched, outbound, false),
    });
  }

  #heard(watched: Watched, outbound: TrunkTarget, reachable: boolean): void {
    if (this.#stopped) return;
    const { trunk } = watched;
    if (watched.reachable !== reachable) this.#tell(trunk, reachable);
    watched.reachable = reachable;
    watched.cancelPing = this.#ground.clock.after(seconds(trunk.keepAliveSeconds), () =>
      this.#ping(watched, outbound),
    );
  }

  #tell({ name }: TrunkSettings, reachable: boolean): void {
    if (reachable) this.#ground.log.info('A trunk answers.', { trunk: name });
    else this.#ground.log.warn('A trunk does not answer, so calls through it will fail.', { trunk: name });
  }

  #options(
    of: { target: Target; outbound: TrunkTarget; callId: string; cseq: number },
    extra: readonly SipHeader[],
  ): SipRequest {
    const { host, port } = of.outbound;
    const uri = `sip:${host.includes(':') ? `[${host}]` : host}:${port}`;
    const lines = [
      { name: 'Max-Forwards', value: '70' },
      { name: 'From', value: `<sip:ringside@${this.#realm}>;tag=${newTag(this.#ground.ids)}` },
      { name: 'To', value: `<${uri}>` },
      { name: 'Call-ID', value: of.callId },
      { name: 'CSeq', value: `${of.cseq} OPTIONS` },
      { name: 'Contact', value: contactFor(this.#ground.stack, of.target) },
      acceptHeader,
      ...extra,
    ];
    return { kind: 'request', method: 'OPTIONS', uri, headers: lines, body: NOTHING };
  }
}

function registrationOf(ground: Ground, trunk: TrunkSettings): CarrierRegistration | null {
  if (trunk.register === null) return null;
  const credentials = trunk.digestOut && digestCredentials(trunk.digestOut, ground.ids);
  return new CarrierRegistration(ground, trunk.name, trunk.register, credentials);
}
