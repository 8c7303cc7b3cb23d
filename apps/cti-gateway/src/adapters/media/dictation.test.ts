import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dictation } from './dictation.ts';
import { BYTES } from './sound/g711.ts';

const FRAME = 160;
const TONE = 20;
const limits = { longest: 3_000, silence: 1_000 };

/** Paper that takes so many frames. */
const paperOf = (room = Number.POSITIVE_INFINITY) => {
  const frames: Int16Array[] = [];
  let closed: 'kept' | 'thrown away' | null = null;
  return {
    frames,
    how: () => closed,
    write: (frame: Int16Array) => frames.push(frame.slice()) < room,
    close: (keep: boolean) => {
      closed = keep ? 'kept' : 'thrown away';
      return Promise.resolve(keep ? frames.length * 20 : 0);
    },
  };
};

const dictated = (room?: number) => {
  const paper = paperOf(room);
  const told: number[] = [];
  const dictation = new Dictation(paper, limits, (length) => told.push(length));
  let timestamp = 0xffff_f000;
  let phase = 0;
  const hear = (amplitude: number) => {
    const packet = Buffer.alloc(FRAME);
    for (let at = 0; at < FRAME; at++, phase++)
      packet[at] = BYTES.PCMU[Math.round(Math.sin(phase / 4) * amplitude) & 0xffff] ?? 0;
    const header = {
      payloadType: 0,
      marker: false,
      sequence: 0,
      timestamp,
      ssrc: 1,
      payloadStart: 0,
      payloadEnd: FRAME,
    };
    timestamp = (timestamp + FRAME) >>> 0;
    dictation.hear({ packet, header, as: 'PCMU', stream: 1 });
  };
  /** Mr Okafor for so many frames: his voice, the noise of his line, or nothing at all. */
  const says = (what: 'words' | 'noise' | 'nothing', frames: number) => {
    for (let at = 0; at < frames; at++) {
      if (what !== 'nothing') hear(what === 'words' ? 6_000 : 40);
      dictation.tick();
    }
  };
  return { paper, dictation, says, told, over: () => Promise.resolve().then(() => told) };
};

describe('What a caller says', () => {
  test('RECORD-1: is taken down from the end of the tone on', async () => {
    const { paper, says, dictation, over } = dictated();
    says('words', TONE);
    expect(paper.frames).toHaveLength(0);
    says('words', 50);
    dictation.end();
    expect(await over()).toEqual([1_000]);
    expect(Math.max(...(paper.frames.at(-1) ?? []))).toBeGreaterThan(5_000);
  });

  test('RECORD-2: is over after the longest time', async () => {
    const { says, over } = dictated();
    says('words', TONE + 400);
    expect(await over()).toEqual([3_000]);
  });

  test.each(['noise', 'nothing'] as const)('RECORD-2: is over after a pause full of %s', async (pause) => {
    const { says, over } = dictated();
    says('words', TONE + 50);
    says(pause, 30);
    says('words', 20);
    expect(await over()).toEqual([]);
    says(pause, 60);
    expect((await over()).length).toBe(1);
  });

  test('RECORD-3: that was nothing leaves no file', async () => {
    const { paper, says, over } = dictated();
    says('noise', TONE + 200);
    expect(await over()).toEqual([0]);
    expect(paper.how()).toBe('thrown away');
  });

  test('RECORD-3: a click of the receiver is no word', async () => {
    const { paper, says, dictation } = dictated();
    says('noise', TONE + 5);
    says('words', 3);
    says('noise', 5);
    dictation.end();
    expect(paper.how()).toBe('thrown away');
  });

  test('RECORD-3: what there is is kept when the disk is full', async () => {
    const { says, over } = dictated(30);
    says('words', TONE + 100);
    expect(await over()).toEqual([600]);
  });

  test('RECORD-2: ends once, whatever happens', async () => {
    const deed = fc.constantFrom('words', 'noise', 'nothing', 'end');
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
        const { says, dictation, over, paper } = dictated();
        for (const one of deeds)
          if (one === 'end') dictation.end();
          else says(one, 10);
        dictation.end();
        expect(await over()).toHaveLength(1);
        expect(paper.frames.length).toBeLessThanOrEqual(150);
      }),
    );
  });
});
