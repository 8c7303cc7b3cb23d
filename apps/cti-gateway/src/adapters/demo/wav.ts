/** The rate of G.711. */
const RATE = 8_000;

/**
 * Reads a RIFF/WAVE file of PCM (8, 16, 24 or 32 bits) or 32-bit float, any rate, any number of channels, as 8 kHz mono.
 * Throws with what is wrong and what to do.
 */
export function readWav(file: Buffer): Int16Array {
  if (
    file.length < 44 ||
    file.toString('latin1', 0, 4) !== 'RIFF' ||
    file.toString('latin1', 8, 12) !== 'WAVE'
  )
    throw new Error('It is not a WAV file. Convert it first, e.g. ffmpeg -i speech.mp3 speech.wav');
  const format = chunk(file, 'fmt ');
  const data = chunk(file, 'data');
  if (format === null || format.length < 16 || data === null)
    throw new Error('The WAV file is incomplete: it has no audio.');
  return resampled(mono(data, readFormat(format)), format.readUInt32LE(4));
}

interface Format {
  readonly channels: number;
  readonly bytes: number;
  /** sample at an offset, -1 to 1 */
  readonly read: (data: Buffer, at: number) => number;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xff_fe;

function readFormat(format: Buffer): Format {
  const tag = format.readUInt16LE(0);
  const kind = tag === EXTENSIBLE && format.length >= 26 ? format.readUInt16LE(24) : tag;
  const channels = format.readUInt16LE(2);
  const bits = format.readUInt16LE(14);
  const read = readers[`${kind}:${bits}`];
  if (read === undefined || channels === 0 || format.readUInt32LE(4) === 0)
    throw new Error(
      `WAV of kind ${kind} with ${bits} bits can't be read. Convert it to 16-bit PCM, e.g. ffmpeg -i in.wav -c:a pcm_s16le out.wav`,
    );
  return { channels, bytes: bits / 8, read };
}

const readers: Readonly<Record<string, Format['read']>> = {
  [`${PCM}:8`]: (data, at) => (data.readUInt8(at) - 128) / 128,
  [`${PCM}:16`]: (data, at) => data.readInt16LE(at) / 32_768,
  [`${PCM}:24`]: (data, at) => data.readIntLE(at, 3) / 8_388_608,
  [`${PCM}:32`]: (data, at) => data.readInt32LE(at) / 2_147_483_648,
  [`${FLOAT}:32`]: (data, at) => data.readFloatLE(at),
};

function mono(data: Buffer, { channels, bytes, read }: Format): Float32Array {
  const frames = Math.floor(data.length / (channels * bytes));
  return Float32Array.from({ length: frames }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1)
      sum += read(data, (frame * channels + channel) * bytes);
    return sum / channels;
  });
}

/** Averages the input over each output sample, which keeps what is above 4 kHz from folding into speech. */
function resampled(input: Float32Array, rate: number): Int16Array {
  const step = rate / RATE;
  return Int16Array.from({ length: Math.floor(input.length / step) }, (_, i) => {
    const value = step <= 1 ? between(input, i * step) : average(input, i * step, (i + 1) * step);
    return Math.round(Math.max(-1, Math.min(1, value)) * 32_767);
  });
}

function between(input: Float32Array, at: number): number {
  const left = Math.floor(at);
  const here = input[left] ?? 0;
  return here + ((input[left + 1] ?? here) - here) * (at - left);
}

function average(input: Float32Array, from: number, to: number): number {
  const [first, last] = [Math.floor(from), Math.max(Math.floor(from) + 1, Math.floor(to))];
  let sum = 0;
  for (let i = first; i < last; i += 1) sum += input[i] ?? 0;
  return sum / (last - first);
}

function chunk(file: Buffer, name: string): Buffer | null {
  for (let at = 12; at + 8 <= file.length;) {
    const length = file.readUInt32LE(at + 4);
    if (file.toString('latin1', at, at + 4) === name)
      return file.subarray(at + 8, Math.min(file.length, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return null;
}
