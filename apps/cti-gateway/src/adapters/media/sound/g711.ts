/** ITU-T G.711 by table: one look-up a sample, built once when the module is read. */
export type Codec = 'PCMU' | 'PCMA';

const BIAS = 0x84;
const MU_LAW_CLIP = 32_635;

const muLawByteToSample = (byte: number): number => {
  const code = ~byte & 0xff;
  const magnitude = ((((code & 0x0f) << 3) + BIAS) << ((code & 0x70) >> 4)) - BIAS;
  return code & 0x80 ? -magnitude : magnitude;
};

const sampleToMuLawByte = (sample: number): number => {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), MU_LAW_CLIP) + BIAS;
  const segment = 31 - Math.clz32(magnitude) - 7;
  return ~(sign | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0f)) & 0xff;
};

const aLawByteToSample = (byte: number): number => {
  const code = byte ^ 0x55;
  const segment = (code & 0x70) >> 4;
  const step = ((code & 0x0f) << 4) + (segment === 0 ? 8 : 0x108);
  const magnitude = segment > 1 ? step << (segment - 1) : step;
  return code & 0x80 ? magnitude : -magnitude;
};

const sampleToALawByte = (sample: number): number => {
  const sign = sample >= 0 ? 0x80 : 0;
  const magnitude = (sample >= 0 ? sample : -sample - 1) >> 4;
  const segment = Math.max(0, 31 - Math.clz32(magnitude) - 3);
  const step = segment < 2 ? magnitude & 0x0f : (magnitude >> (segment - 1)) & 0x0f;
  return (sign | (Math.min(segment, 7) << 4) | step) ^ 0x55;
};

const toSamples = (decode: (byte: number) => number): Int16Array =>
  Int16Array.from({ length: 256 }, (_, byte) => decode(byte));
const toBytes = (encode: (sample: number) => number): Uint8Array =>
  Uint8Array.from({ length: 65_536 }, (_, index) => encode((index << 16) >> 16));

/** Samples (16 bits, signed) by G.711 byte. */
export const SAMPLES: Readonly<Record<Codec, Int16Array>> = {
  PCMU: toSamples(muLawByteToSample),
  PCMA: toSamples(aLawByteToSample),
};

/** G.711 bytes by sample, indexed by the sample's 16 bits taken as an unsigned number. */
export const BYTES: Readonly<Record<Codec, Uint8Array>> = {
  PCMU: toBytes(sampleToMuLawByte),
  PCMA: toBytes(sampleToALawByte),
};

/** The byte that stands for silence. */
export const SILENCE: Readonly<Record<Codec, number>> = { PCMU: 0xff, PCMA: 0xd5 };

const crossing = (from: Codec, to: Codec): Uint8Array =>
  Uint8Array.from(SAMPLES[from], (sample) => BYTES[to][sample & 0xffff] ?? SILENCE[to]);

const MU_TO_A = crossing('PCMU', 'PCMA');
const A_TO_MU = crossing('PCMA', 'PCMU');

/** Rewrites G.711 bytes of one law in the other, in place. */
export const transcode = (bytes: Uint8Array, start: number, end: number, from: Codec): void => {
  const table = from === 'PCMU' ? MU_TO_A : A_TO_MU;
  for (let at = start; at < end; at++) bytes[at] = table[bytes[at] as number] as number;
};

export const encode = (samples: Int16Array, codec: Codec): Uint8Array => {
  const table = BYTES[codec];
  const bytes = new Uint8Array(samples.length);
  for (let at = 0; at < samples.length; at++) bytes[at] = table[(samples[at] as number) & 0xffff] as number;
  return bytes;
};
