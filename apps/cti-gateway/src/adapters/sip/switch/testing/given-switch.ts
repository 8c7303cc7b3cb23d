import type { CallId, LegId, StationId, TrunkId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { SwitchEvent } from '../../../../ports/switch.ts';
import { createManualClock } from '../../../../testing/manual-clock.ts';
import { ha1Of } from '../../authentication/digest.ts';
import { answerChallenge } from '../../authentication/answer-challenge.ts';
import { createSipSwitch } from '../../create-switch.ts';
import { header } from '../../message/header.ts';
import type { SipHeader, SipRequest } from '../../message/message.ts';
import { tagOf } from '../../dialog/dialog.ts';
import type { TrunkSettings } from '../../trunk/trunk-settings.ts';
import type { SwitchSettings } from '../switch-settings.ts';
import { defaultSwitchTimings } from '../switch-settings.ts';
import { FakeMedia, sdpOfFarEnd } from './fake-media.ts';
import type { Received } from './fake-stack.ts';
import { FakeFlow, FakeStack } from './fake-stack.ts';

export const trunkId = asId<'trunk'>('carrier');

export const aTrunk = (changes: Partial<TrunkSettings> = {}): TrunkSettings => ({
  trunkId,
  name: 'Carrier',
  transports: ['udp', 'tcp'],
  allow: ['192.0.2.0/24'],
  digestIn: null,
  digestOut: null,
  trusted: false,
  outbound: { transport: 'udp', host: '192.0.2.10', port: 5060 },
  register: null,
  keepAliveSeconds: 0,
  presented: null,
  toll: { allowedPrefixes: ['+886'], callsAtOnce: 10, attemptsPerMinute: 30 },
  ...changes,
});

export const someSettings = (changes: Partial<SwitchSettings> = {}): SwitchSettings => ({
  realm: 'ringside.test',
  instanceId: 'node-1',
  trunks: [aTrunk()],
  callsAtOnce: 100,
  callsPerSecond: 100,
  timings: defaultSwitchTimings,
  ...changes,
});

/** Ids that count up, secrets that never repeat. */
export function countedIds() {
  let count = 0;
  return {
    next: <Kind extends string>() => asId<Kind>(`id-${(count += 1)}`),
    secret: (bytes: number) => Buffer.from(String((count += 1)).padStart(bytes, '0')).toString('base64url'),
  };
}

/** Lets everything run that waits only for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** The switch on a stack and a media engine in memory, with a caller's telephone and an agent's page to play. */
export function givenSwitch(settings: SwitchSettings = someSettings()) {
  const stack = new FakeStack();
  const media = new FakeMedia();
  const clock = createManualClock(1_000_000);
  const events: SwitchEvent[] = [];
  const logged: string[] = [];
  const note = (what: string, facts: object = {}) => void logged.push(`${what} ${JSON.stringify(facts)}`);
  const log = { info: note, warn: note, error: note };
  const telephony = createSipSwitch({ stack, media, clock, ids: countedIds(), log, settings });
  telephony.listen((event) => events.push(event));
  telephony.authorise((stationId) =>
    Promise.resolve(
      stationId === 'nobody'
        ? null
        : {
            media: stationId.startsWith('desk') ? 'rtp' : 'webrtc',
            ...digestOf(stationId),
            expiresAt: clock.now() + 3_600_000,
          },
    ),
  );
  const seen = () => events.filter(({ type }) => type !== 'legRecord').map(({ type }) => type);
  return {
    stack,
    media,
    clock,
    events,
    logged,
    telephony,
    seen,
    caller: new Caller(stack),
    stations: new Stations(stack),
  };
}

const digestOf = (stationId: string) => ({
  ha1Sha256: ha1Of('SHA-256', stationId, 'ringside.test', 'secret'),
  ha1Md5: ha1Of('MD5', stationId, 'ringside.test', 'secret'),
});

/** Mr Okafor's telephone, behind the trunk. */
export class Caller {
  readonly stack: FakeStack;
  readonly flow: FakeFlow;
  #cseq = 1;
  #dialog: { readonly from: string; readonly to: string; readonly callId: string } | null = null;
  #count = 0;

  constructor(stack: FakeStack, flow = new FakeFlow()) {
    this.stack = stack;
    this.flow = flow;
  }

  invite(
    changes: { uri?: string; headers?: readonly SipHeader[]; sdp?: string | null; from?: string } = {},
  ): Received {
    const { uri = 'sip:service@192.0.2.1', headers = [], sdp = sdpOfFarEnd() } = changes;
    this.#count += 1;
    this.#cseq = 1;
    const from = `${changes.from ?? '<sip:+886912345678@192.0.2.10>'};tag=okafor${this.#count}`;
    const callId = `call-${this.#count}@192.0.2.10`;
    const received = this.#send('INVITE', { uri, from, to: `<${uri}>`, callId, headers, sdp });
    const tagged = received.responses.find((response) => tagOf(header(response, 'To')) !== null);
    this.#dialog = { from, to: header(tagged ?? received.request, 'To') ?? '', callId };
    return received;
  }

  /** What the caller's telephone learns from a response: our tag. */
  hears(received: Received): void {
    if (this.#dialog !== null && received.responses.length > 0)
      this.#dialog = { ...this.#dialog, to: header(received.last(), 'To') ?? '' };
  }

  ack(received: Received, sdp: string | null = null): void {
    this.hears(received);
    this.within('ACK', { sdp, cseq: Number((header(received.request, 'CSeq') ?? '1').split(' ')[0]) });
  }

  within(
    method: string,
    more: {
      headers?: readonly SipHeader[];
      sdp?: string | null;
      cseq?: number;
      body?: { type: string; text: string };
    } = {},
  ): Received {
    if (this.#dialog === null) throw new Error('There is no call yet');
    if (method !== 'ACK') this.#cseq += 1;
    const { headers = [], sdp = null, cseq = this.#cseq, body } = more;
    return this.#send(method, {
      uri: 'sip:ringside@192.0.2.1',
      ...this.#dialog,
      headers,
      sdp,
      cseq,
      ...(body ? { body } : {}),
    });
  }

  #send(
    method: string,
    parts: {
      uri: string;
      from: string;
      to: string;
      callId: string;
      headers: readonly SipHeader[];
      sdp: string | null;
      cseq?: number;
      body?: { type: string; text: string };
    },
  ): Received {
    const { uri, from, to, callId, headers, sdp, cseq = this.#cseq, body } = parts;
    return this.stack.receive(
      aRequest(method, { uri, from, to, callId, cseq, headers, sdp, ...(body ? { body } : {}) }),
      this.flow,
    );
  }
}

export function aRequest(
  method: string,
  parts: {
    uri?: string;
    from?: string;
    to?: string;
    callId?: string;
    cseq?: number;
    contact?: string;
    headers?: readonly SipHeader[];
    sdp?: string | null;
    body?: { type: string; text: string };
  } = {},
): SipRequest {
  const { uri = 'sip:service@192.0.2.1', from = '<sip:a@192.0.2.10>;tag=a', callId = 'c1', cseq = 1 } = parts;
  const { to = `<${uri}>`, contact = '<sip:phone@192.0.2.10:5060>', headers = [], sdp = null, body } = parts;
  const lines: SipHeader[] = [
    { name: 'Via', value: `SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK${callId}${cseq}${method}` },
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: from },
    { name: 'To', value: to },
    { name: 'Call-ID', value: callId },
    { name: 'CSeq', value: `${cseq} ${method}` },
    { name: 'Contact', value: contact },
    ...headers,
  ];
  const type = sdp === null ? body?.type : 'application/sdp';
  if (type !== undefined) lines.push({ name: 'Content-Type', value: type });
  return { kind: 'request', method, uri, headers: lines, body: Buffer.from(sdp ?? body?.text ?? '', 'utf8') };
}

/** Agents' pages and desk phones. */
export class Stations {
  readonly #stack: FakeStack;
  #count = 0;

  constructor(stack: FakeStack) {
    this.#stack = stack;
  }

  /** Registers as sip.js does: at a name that resolves to nothing, with digest. */
  async register(
    stationId: string,
    more: {
      flow?: FakeFlow;
      expires?: number;
      password?: string;
      contact?: string;
      callId?: string;
      cseq?: number;
    } = {},
  ): Promise<{ flow: FakeFlow; received: Received }> {
    this.#count += 1;
    const {
      flow = new FakeFlow('ws', '198.51.100.7', 40_000 + this.#count),
      expires = 600,
      password = 'secret',
    } = more;
    const {
      contact = `<sip:r${this.#count}@x.invalid;transport=ws>`,
      callId = `reg-${this.#count}`,
      cseq = 1,
    } = more;
    const build = (number: number, headers: readonly SipHeader[]) =>
      aRequest('REGISTER', {
        uri: 'sip:ringside.test',
        from: `<sip:${stationId}@ringside.test>;tag=s${this.#count}`,
        to: `<sip:${stationId}@ringside.test>`,
        callId,
        cseq: number,
        contact: `${contact};expires=${expires}`,
        headers,
      });
    const first = this.#stack.receive(build(cseq, []), flow);
    await settle();
    if (first.final !== 401) return { flow, received: first };
    const request = build(cseq + 1, []);
    const account = { userName: stationId, password };
    const authorization = answerChallenge(first.last(), { request, account, cnonce: 'c', count: 1 });
    const received = this.#stack.receive(
      build(cseq + 1, authorization === null ? [] : [authorization]),
      flow,
    );
    await settle();
    return { flow, received };
  }
}

export const stationId = (name: string): StationId => asId<'station'>(name);
export const legId = (name: string): LegId => asId<'leg'>(name);
export const callId = (name: string): CallId => asId<'call'>(name);
export const trunk = (name: string): TrunkId => asId<'trunk'>(name);

/** The call that was delivered last. */
export function deliveredCall(events: readonly SwitchEvent[]): { callId: CallId; legId: LegId } {
  const event = events.findLast(({ type }) => type === 'delivered');
  if (event?.type !== 'delivered') throw new Error('No call was delivered');
  return event;
}

export const ofLeg = (events: readonly SwitchEvent[], leg: LegId): readonly string[] =>
  events.flatMap((event) =>
    'legId' in event && event.legId === leg && event.type !== 'legRecord' ? [event.type] : [],
  );

export type GivenSwitch = ReturnType<typeof givenSwitch>;
