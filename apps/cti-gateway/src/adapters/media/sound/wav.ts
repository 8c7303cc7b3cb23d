/** RIFF WAVE files, read without believing what they say about their own lengths, and written as the telephone has them. */

/** ITU-T G.711 has two laws; the numbers are those of the format chunk. */
const ENCODINGS = new Map([
  [1, 'linear'],
  [6, 'PCMA'],
  [7, 'PCMU'],
] as const);
/** WAVE_FORMAT_EXTENSIBLE: the encoding stands in the first two bytes of the sub-format instead. */
const EXTENSIBLE = 0xfffe;
const SUB_FORMAT = 24;
const FORMAT_LENGTH = 16;

export interface WavFormat {
  /** null: one that is not read here */
  readonly encoding: 'linear' | 'PCMA' | 'PCMU' | null;
  readonly channels: number;
  /** samples a second */
  readonly rate: number;
  readonly bits: number;
}

export interface Wav {
  readonly format: WavFormat;
  /** what is really there of the samples */
  readonly body: Buffer;
}

export const TELEPHONE_RATE = 8_000;
export const WAV_HEADER_LENGTH = 44;

/** Null for a file that is no WAV, or one without a format before its samples. */
export const readWav = (file: Buffer): Wav | null => {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return null;
  let format: WavFormat | null = null;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    // a length that reaches beyond the end (streamed files say 0 or 4 GB) means all that is left
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ') format = readFormat(body);
    if (name === 'data') return format && { format, body: length === 0 ? file.subarray(at + 8) : body };
    at += 8 + length + (length % 2);
  }
  return null;
};

const readFormat = (body: Buffer): WavFormat | null => {
  if (body.length < FORMAT_LENGTH) return null;
  const tag = body.readUInt16LE(0);
  const code = tag === EXTENSIBLE && body.length >= SUB_FORMAT + 2 ? body.readUInt16LE(SUB_FORMAT) : tag;
  return {
    encoding: ENCODINGS.get(code as 1 | 6 | 7) ?? null,
    channels: body.readUInt16LE(2),
    rate: body.readUInt32LE(4),
    bits: body.readUInt16LE(14),
  };
};

/** 16-bit PCM or G.711. */
export const isReadable = ({ encoding, bits }: WavFormat): boolean =>
  encoding !== null && bits === (encoding === 'linear' ? 16 : 8);

/** 8 kHz, one channel: needs no conversion. */
export const isTelephoneFormat = (format: WavFormat): boolean =>
  isReadable(format) && format.channels === 1 && format.rate === TELEPHONE_RATE;

export const samplesOf = (body: Buffer): Int16Array =>
  Int16Array.from({ length: body.length >> 1 }, (_, at) => body.readInt16LE(at * 2));

/** The header before so many bytes of samples: 16 bits, 8 kHz, one channel. */
export const wavHeader = (bytes: number): Buffer => {
  const header = Buffer.alloc(WAV_HEADER_LENGTH);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(WAV_HEADER_LENGTH - 8 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(FORMAT_LENGTH, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(TELEPHONE_RATE, 24);
  header.writeUInt32LE(TELEPHONE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  return header;
};

export const bytesOf = (samples: Int16Array): Buffer => {
  const bytes = Buffer.alloc(samples.length * 2);
  for (let at = 0; at < samples.length; at++) bytes.writeInt16LE(samples[at] as number, at * 2);
  return bytes;
};
