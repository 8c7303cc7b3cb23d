import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Prompts } from '../../ports/prompts.ts';
import { createPromptFolder } from './prompt-folder.ts';
import { encode } from './sound/g711.ts';
import { isTelephoneFormat, readWav, samplesOf } from './sound/wav.ts';
import { loudness, toneShare } from './testing/goertzel.ts';

const CODES = { linear: 1, PCMA: 6, PCMU: 7, float: 3 } as const;

interface Recorded {
  readonly encoding?: keyof typeof CODES;
  readonly rate?: number;
  readonly channels?: number;
  readonly bits?: number;
  readonly hertz?: number;
  readonly seconds?: number;
  /** what the header says about the length of the samples, where it lies */
  readonly claims?: number;
  readonly isExtensible?: boolean;
}

const tone = (hertz: number, rate: number, seconds: number): Int16Array =>
  Int16Array.from({ length: rate * seconds }, (_, at) => 9_000 * Math.sin((2 * Math.PI * hertz * at) / rate));

/** What Noor's recorder wrote. */
function recorded(how: Recorded = {}): Buffer {
  const { encoding = 'linear', rate = 8_000, channels = 1, hertz = 440, seconds = 0.5 } = how;
  const bits = how.bits ?? (encoding === 'PCMA' || encoding === 'PCMU' ? 8 : 16);
  const one = tone(hertz, rate, seconds);
  const all = Int16Array.from(
    { length: one.length * channels },
    (_, at) => one[Math.floor(at / channels)] ?? 0,
  );
  const isLaw = encoding === 'PCMA' || encoding === 'PCMU';
  const body = isLaw ? Buffer.from(encode(all, encoding)) : Buffer.from(all.buffer);
  const format = Buffer.alloc(how.isExtensible ? 40 : 16);
  format.writeUInt16LE(how.isExtensible ? 0xfffe : CODES[encoding], 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt16LE(bits, 14);
  if (how.isExtensible) format.writeUInt16LE(CODES[encoding], 24);
  const chunk = (name: string, content: Buffer, length = content.length): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(length, 4);
    return Buffer.concat([head, content]);
  };
  const note = chunk('LIST', Buffer.from('note'));
  return chunk(
    'RIFF',
    Buffer.concat([
      Buffer.from('WAVE'),
      note,
      chunk('fmt ', format),
      chunk('data', body, how.claims ?? body.length),
    ]),
  );
}

describe('Noor’s own recordings', () => {
  let folder = '';
  let prompts: Prompts;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-prompts-'));
    prompts = createPromptFolder(folder, log);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const samplesKept = async (promptId: string): Promise<Int16Array> => {
    const wav = readWav(Buffer.from((await prompts.read(promptId)) ?? []));
    expect(wav && isTelephoneFormat(wav.format)).toBe(true);
    return samplesOf(wav?.body ?? Buffer.alloc(0));
  };

  test.each<[string, Recorded]>([
    ['8 kHz mono', {}],
    ['16 kHz mono', { rate: 16_000 }],
    ['44.1 kHz stereo', { rate: 44_100, channels: 2 }],
    ['48 kHz stereo', { rate: 48_000, channels: 2 }],
    ['48 kHz in the extensible format', { rate: 48_000, isExtensible: true }],
    ['A-law', { encoding: 'PCMA' }],
    ['µ-law', { encoding: 'PCMU' }],
    ['one whose header says too much', { claims: 0xffff_fff0 }],
    ['one that was streamed and says nothing', { claims: 0 }],
  ])('SOUND-8: %s sounds the same on the telephone', async (_what, how) => {
    const saved = await prompts.save('closed-today', recorded(how));
    expect(saved).toMatchObject({ ok: true, value: { promptId: 'closed-today', length: 500 } });
    const samples = await samplesKept('closed-today');
    expect(samples).toHaveLength(4_000);
    const middle = samples.subarray(400, 3_600);
    expect(toneShare(middle, 440)).toBeGreaterThan(0.99);
    expect(loudness(middle) / loudness(tone(440, 8_000, 0.4))).toBeCloseTo(1, 1);
  });

  test('SOUND-8: what a telephone can’t carry does not come back as another tone', async () => {
    await prompts.save('whistle', recorded({ rate: 48_000, hertz: 7_000 }));
    const samples = await samplesKept('whistle');
    expect(Math.max(...samples.subarray(400, 3_600))).toBeLessThan(90);
  });

  test.each<[string, Buffer]>([
    ['notWav', Buffer.from('ID3 this is an mp3')],
    ['notWav', recorded().subarray(0, 20)],
    ['unknownEncoding', recorded({ encoding: 'float' })],
    ['unknownEncoding', recorded({ bits: 24 })],
    ['unknownRate', recorded({ rate: 22_050 })],
    ['tooManyChannels', recorded({ channels: 6 })],
    ['empty', recorded({ seconds: 0 })],
    ['tooLong', recorded({ encoding: 'PCMU', seconds: 601 })],
    ['fileTooLarge', Buffer.alloc(5 * 1_024 * 1_024 + 1)],
  ])('SOUND-9: are refused as %s, and what was there stays', async (refusal, file) => {
    await prompts.save('greeting', recorded());
    const before = await prompts.read('greeting');
    expect(await prompts.save('greeting', file)).toEqual({ ok: false, refusal });
    expect(await prompts.read('greeting')).toEqual(before);
    expect(await readdir(join(folder, 'prompts'))).toEqual(['greeting.wav']);
  });

  test.each(['', '../store', 'a/b', 'a.b', 'x'.repeat(65)])(
    'SOUND-9: no id "%s" leads out of the folder',
    async (promptId) => {
      expect(await prompts.save(promptId, recorded())).toEqual({ ok: false, refusal: 'badPromptId' });
      expect(await prompts.read(promptId)).toBeNull();
      expect(await prompts.remove(promptId)).toEqual({ ok: false, refusal: 'noSuchPrompt' });
    },
  );

  test('are listed by id, and gone once removed', async () => {
    await prompts.save('b', recorded());
    await prompts.save('a', recorded({ seconds: 1 }));
    expect(await prompts.list()).toMatchObject([
      { promptId: 'a', length: 1_000 },
      { promptId: 'b', length: 500 },
    ]);
    expect(await prompts.remove('a')).toEqual({ ok: true, value: undefined });
    expect((await prompts.list()).map(({ promptId }) => promptId)).toEqual(['b']);
  });

  test('can be read by the gateway’s user alone', async () => {
    await prompts.save('greeting', recorded());
    expect((await stat(join(folder, 'prompts'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'prompts', 'greeting.wav'))).mode & 0o777).toBe(0o600);
  });

  test('are refused, not lost in silence, where nothing can be written', async () => {
    await writeFile(join(folder, 'prompts'), 'in the way');
    expect(await prompts.save('greeting', recorded())).toEqual({ ok: false, refusal: 'noRoom' });
  });

  test('SOUND-9: no file, however broken, does more than be refused', async () => {
    const whole = recorded({ seconds: 0.02 });
    const broken = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 })
      .map((changes) => {
        const file = Buffer.from(whole);
        for (const [at, byte] of changes) file[at] = byte;
        return file;
      });
    await fc.assert(
      fc.asyncProperty(broken, async (file) => {
        const saved = await prompts.save('any', file);
        expect(saved.ok ? saved.value.length : 0).toBeLessThanOrEqual(20);
      }),
    );
  });
});
