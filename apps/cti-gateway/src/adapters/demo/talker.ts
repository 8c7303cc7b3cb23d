import type { Socket } from 'node:dgram';
import { randomBytes } from 'node:crypto';
import { LevelMeter } from '../media/sound/level.ts';
import { encode, SILENCE } from '../media/sound/g711.ts';
import type { Codec } from '../media/sound/g711.ts';
import { payloadOf } from './sdp.ts';
import type { AudioTarget } from './sdp.ts';

const FRAME_MS = 20;
const FRAME_SAMPLES = 160;
const HEADER = 12;
/** A frame later than this is dropped: a burst would only be thrown away by the other end's jitter buffer. */
const LATEST = 5;
const PAUSE_SAMPLES = 8_000 * 3;

/** A mouth and an ear on one RTP stream (RFC 3550): speaks in frames of 20 ms, again after a pause; measures what comes. */
export interface Talker {
  talkTo(target: AudioTarget): void;
  /** dBm0 over about the last second; -70 where nothing comes */
  level(): number;
  stop(): void;
}

export function talker(socket: Socket, speech: Int16Array): Talker {
  let meter = new LevelMeter();
  let heardAt = 0;
  let target: AudioTarget | null = null;
  let mouth: Mouth | null = null;
  let timer: NodeJS.Timeout | null = null;
  socket.on('message', (packet) => {
    const codec = codecOfPacket(packet);
    if (codec === null) return;
    heardAt = performance.now();
    meter.hear(packet, HEADER, packet.length, codec);
  });
  const began = { at: 0, frames: 0 };
  const tick = (): void => {
    const due = Math.floor((performance.now() - began.at) / FRAME_MS);
    if (due - began.frames > LATEST) began.frames = due - 1;
    for (; began.frames < due; began.frames += 1)
      if (target && mouth) socket.send(mouth.frame(began.frames), target.port, target.host);
    timer = setTimeout(tick, Math.max(0, began.at + (began.frames + 1) * FRAME_MS - performance.now()));
  };
  return {
    talkTo: (to) => {
      if (mouth === null || target?.codec !== to.codec) mouth = mouthFor(speech, to.codec);
      target = to;
      if (timer !== null) return;
      began.at = performance.now();
      tick();
    },
    level: () => {
      if (performance.now() - heardAt > 1_000) meter = new LevelMeter();
      return meter.dBm0();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      target = null;
    },
  };
}

interface Mouth {
  /** the packet of the frame with this number */
  frame(number: number): Buffer;
}

function mouthFor(speech: Int16Array, codec: Codec): Mouth {
  const voice = encode(speech, codec);
  const [ssrc, first] = [randomBytes(4), randomBytes(4).readUInt32BE()];
  const round = voice.length + PAUSE_SAMPLES;
  return {
    frame: (number) => {
      const packet = Buffer.alloc(HEADER + FRAME_SAMPLES, SILENCE[codec]);
      packet[0] = 0x80;
      packet[1] = payloadOf[codec] | (number === 0 ? 0x80 : 0);
      packet.writeUInt16BE((first + number) & 0xff_ff, 2);
      packet.writeUInt32BE((first + number * FRAME_SAMPLES) >>> 0, 4);
      ssrc.copy(packet, 8);
      const at = (number * FRAME_SAMPLES) % round;
      packet.set(voice.subarray(at, at + FRAME_SAMPLES), HEADER);
      return packet;
    },
  };
}

function codecOfPacket(packet: Buffer): Codec | null {
  if (packet.length <= HEADER || (packet[0] ?? 0) >> 6 !== 2) return null;
  const payload = (packet[1] ?? 0) & 0x7f;
  return payload === payloadOf.PCMU ? 'PCMU' : payload === payloadOf.PCMA ? 'PCMA' : null;
}
