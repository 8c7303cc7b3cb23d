import { isIP } from 'node:net';
import type { Direction } from '../../ports/media-engine.ts';
import type { StreamPosition } from './rtp/outgoing-stream.ts';
import type { LocalSession, Payload, RemoteAddress, RemoteSession, Slot } from './sdp/session.ts';

/** All that lets an RTP endpoint go on after a restart as if nothing had happened. */
export interface ResumeRecord {
  /** ms since 1970 */
  readonly at: number;
  readonly stream: StreamPosition;
  readonly local: LocalSession;
  readonly remote: RemoteSession;
  /** where the peer was found, which NAT may have made another place than SDP says */
  readonly current: RemoteAddress;
}

const VERSION = 1;
const SAMPLES_PER_MS = 8;
const FRAME_MS = 20;

export const writeRecord = (record: ResumeRecord): string => JSON.stringify({ version: VERSION, ...record });

const isWhole = (value: unknown, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;

const isAddress = (value: RemoteAddress | undefined): boolean =>
  value !== undefined && isIP(value.address) !== 0 && isWhole(value.port, 65_535);

const isDirection = (value: Direction): boolean =>
  ['sendrecv', 'sendonly', 'recvonly', 'inactive'].includes(value);

const arePayloads = (value: readonly Payload[] | undefined): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(({ codec, type }: Payload) => (codec === 'PCMU' || codec === 'PCMA') && isWhole(type, 127));

const areSlots = (value: readonly Slot[] | undefined): boolean =>
  Array.isArray(value) && value.length <= 16 && value.some((slot: Slot) => slot.use === 'audio');

const isLocal = (local: LocalSession): boolean =>
  isWhole(local.port, 65_534) &&
  local.port > 0 &&
  arePayloads(local.payloads) &&
  isDirection(local.direction) &&
  areSlots(local.slots);

const isRemote = (remote: RemoteSession): boolean =>
  isAddress(remote.rtp) &&
  isAddress(remote.rtcp) &&
  arePayloads(remote.payloads) &&
  isDirection(remote.direction);

const isStream = ({ ssrc, sequence, timestamp }: StreamPosition): boolean =>
  isWhole(ssrc, 0xffff_ffff) && isWhole(sequence, 0xffff) && isWhole(timestamp, 0xffff_ffff);

/** Null for text that writeRecord did not make. */
export const readRecord = (text: string): ResumeRecord | null => {
  try {
    const record = JSON.parse(text) as ResumeRecord & { readonly version: number };
    const isRight =
      record.version === VERSION &&
      isWhole(record.at, Number.MAX_SAFE_INTEGER) &&
      isStream(record.stream) &&
      isLocal(record.local) &&
      isRemote(record.remote) &&
      isAddress(record.current);
    return isRight ? record : null;
  } catch {
    return null;
  }
};

/** Where the stream has to go on: beyond all that was sent between the record and the restart. */
export const positionAt = ({ stream, at }: ResumeRecord, now: number): StreamPosition => {
  const elapsed = Math.max(0, now - at);
  return {
    ssrc: stream.ssrc,
    sequence: (stream.sequence + Math.ceil(elapsed / FRAME_MS) + 1) & 0xffff,
    timestamp: (stream.timestamp + Math.round(elapsed * SAMPLES_PER_MS)) % 2 ** 32,
  };
};
