import type { Codec } from '../media/sound/g711.ts';

/** Where a peer wants its audio, and as which law. */
export interface AudioTarget {
  readonly host: string;
  readonly port: number;
  readonly codec: Codec;
}

export const payloadOf: Readonly<Record<Codec, number>> = { PCMU: 0, PCMA: 8 };

/** One audio stream of G.711 both ways, with RFC 4733 events (RFC 8866). */
export function audioOffer(host: string, port: number): string {
  return [
    'v=0',
    `o=- 1 1 IN IP4 ${host}`,
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 0 8 101`,
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:101 telephone-event/8000',
    'a=fmtp:101 0-16',
    'a=ptime:20',
    'a=sendrecv',
    '',
  ].join('\r\n');
}

/** Reads the audio stream of an answer; null where it has none that we can speak. */
export function audioTarget(sdp: string): AudioTarget | null {
  const lines = sdp.split('\n').map((line) => line.trim());
  const audio = lines.find((line) => line.startsWith('m=audio '))?.split(' ');
  const host = lines.findLast((line) => line.startsWith('c=IN IP4 '))?.split(' ')[2];
  const port = Number(audio?.[1]);
  const codec = audio
    ?.slice(3)
    .map(codecOf)
    .find((one) => one !== null);
  if (host === undefined || codec === undefined || codec === null || !(port > 0 && port < 65_536))
    return null;
  return { host, port, codec };
}

const codecOf = (payload: string): Codec | null =>
  payload === '0' ? 'PCMU' : payload === '8' ? 'PCMA' : null;
