import { isIP } from 'node:net';
import { ok, refuse, type Result } from '@ringside/shared/model/result';
import type { EndpointKind, MediaRefusal } from '../../../ports/media-engine.ts';
import type { Codec } from '../sound/g711.ts';
import { readSdp, type MediaSection, type SessionDescription } from './read-sdp.ts';
import type { Payload, RemoteSession, Slot } from './session.ts';

type Unusable = Exclude<MediaRefusal, 'noPorts'>;

/** What an offer or answer comes to: where and how to send, and which m-lines the session has. */
export interface Negotiated {
  readonly remote: RemoteSession;
  readonly slots: readonly Slot[];
  readonly bundled: boolean;
}

const PROTOCOLS: Readonly<Record<EndpointKind, readonly string[]>> = {
  rtp: ['RTP/AVP', 'RTP/AVPF'],
  webrtc: ['UDP/TLS/RTP/SAVPF', 'UDP/TLS/RTP/SAVP'],
};

const EVENT_CODEC = 'TELEPHONE-EVENT/8000';
const CODECS: ReadonlyMap<string, Codec> = new Map([
  ['PCMU/8000', 'PCMU'],
  ['PCMA/8000', 'PCMA'],
]);

const payloadTypes = (section: MediaSection): readonly number[] =>
  section.formats.map(Number).filter((type) => Number.isInteger(type) && type >= 0 && type <= 127);

/** Each law once, under the first payload type given for it. */
const commonPayloads = (section: MediaSection): readonly Payload[] => {
  const payloads = new Map<Codec, Payload>();
  for (const type of payloadTypes(section)) {
    const codec = CODECS.get(section.codecs.get(type) ?? '');
    if (codec && !payloads.has(codec)) payloads.set(codec, { codec, type });
  }
  return [...payloads.values()];
};

const eventTypeOf = (section: MediaSection): number | null =>
  payloadTypes(section).find((type) => section.codecs.get(type) === EVENT_CODEC) ?? null;

/** Media is sent to one host: no groups, no broadcast. */
const isUnicast = (address: string): boolean => {
  if (isIP(address) === 6) return !address.toLowerCase().startsWith('ff');
  const first = Number(address.split('.')[0]);
  return first < 224;
};

const isSecurable = (section: MediaSection): boolean =>
  section.ice !== null &&
  section.fingerprints.length > 0 &&
  section.rtcpMux &&
  // We are the handshake's server always, so the peer must be able to be its client.
  section.setup !== 'passive';

const remoteOf = (section: MediaSection, kind: EndpointKind, family: 4 | 6): RemoteSession | null => {
  const { address, port } = section;
  if (
    kind === 'webrtc' ? !isSecurable(section) : !address || isIP(address) !== family || !isUnicast(address)
  ) {
    return null;
  }
  // RFC 3264 §8.4: hold as RFC 2543 said it.
  const isHeldTheOldWay = kind === 'rtp' && (address === '0.0.0.0' || address === '::');
  // Our answers to trunks don't take up rtcp-mux, so RTCP has a port of its own (RFC 5761 §5.1.1).
  const rtcpPort = section.rtcpPort ?? port + 1;
  return {
    payloads: commonPayloads(section),
    eventType: eventTypeOf(section),
    rtp: { address: address ?? '', port },
    rtcp: { address: address ?? '', port: rtcpPort },
    direction: isHeldTheOldWay ? 'inactive' : section.direction,
    ice: section.ice,
    fingerprints: section.fingerprints,
  };
};

const isAudioFor = (kind: EndpointKind, section: MediaSection): boolean =>
  section.kind === 'audio' &&
  PROTOCOLS[kind].includes(section.protocol) &&
  // A browser's m-line of port 9 is alive; port 0 alone means refused (or bundle-only, RFC 9143 §6).
  section.port !== 0;

const slotOf = (section: MediaSection, chosen: MediaSection): Slot => {
  const { kind, protocol, formats, mid } = section;
  return section === chosen
    ? { use: 'audio', protocol, mid }
    : { use: 'rejected', kind, protocol, formats, mid };
};

const conclude = (
  description: SessionDescription,
  audio: MediaSection,
  kind: EndpointKind,
  family: 4 | 6,
): Result<Negotiated, Unusable> => {
  const remote = remoteOf(audio, kind, family);
  if (!remote) return refuse('badSdp');
  return ok({
    remote,
    slots: description.media.map((section) => slotOf(section, audio)),
    bundled: audio.mid !== null && description.bundle.includes(audio.mid),
  });
};

/** The first audio section of an offer that we can speak; the other sections are to be rejected with port 0. */
export const readOffer = (text: string, kind: EndpointKind, family: 4 | 6): Result<Negotiated, Unusable> => {
  const offer = readSdp(text);
  if (!offer) return refuse('badSdp');
  const candidates = offer.media.filter((section) => isAudioFor(kind, section));
  const audio = candidates.find((section) => commonPayloads(section).length > 0);
  return audio ? conclude(offer, audio, kind, family) : refuse('noCommonCodec');
};

/** An answer to our offer with these slots: our audio is the m-line in its place (RFC 3264 §6). */
export const readAnswer = (
  text: string,
  slots: readonly Slot[],
  kind: EndpointKind,
  family: 4 | 6,
): Result<Negotiated, Unusable> => {
  const answer = readSdp(text);
  if (!answer) return refuse('badSdp');
  const audio = answer.media[slots.findIndex((slot) => slot.use === 'audio')];
  if (!audio || audio.kind !== 'audio') return refuse('badSdp');
  if (audio.port === 0 || commonPayloads(audio).length === 0) return refuse('noCommonCodec');
  return conclude(answer, audio, kind, family);
};
