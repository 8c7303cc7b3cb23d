import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DigitSender } from './digit-sender.ts';
import {
  DIGITS,
  DigitEar,
  readTelephoneEvent,
  writeTelephoneEvent,
  type HeardDigit,
} from './telephone-event.ts';

const press = (ear: DigitEar, code: number, timestamp: number, ends = 3): readonly HeardDigit[] => {
  const heard: HeardDigit[] = [];
  for (let step = 1; step <= 3 + ends; step++) {
    const event = { code, isEnd: step > 3, duration: Math.min(step, 5) * 160 };
    heard.push(...ear.hear(event, timestamp, timestamp / 8 + step * 20));
  }
  return heard;
};

describe('Digits heard', () => {
  test('each is told once, at its end, with its length', () => {
    const ear = new DigitEar();
    expect(press(ear, 5, 1_000)).toEqual([{ digit: '5', length: 80 }]);
    expect(press(ear, 5, 3_000)).toEqual([{ digit: '5', length: 80 }]);
  });

  test('a digit whose end was lost is told when the next begins', () => {
    const ear = new DigitEar();
    expect(press(ear, 1, 1_000, 0)).toEqual([]);
    expect(press(ear, 2, 3_000).map(({ digit }) => digit)).toEqual(['1', '2']);
  });

  test('or after a quarter of a second of nothing', () => {
    const ear = new DigitEar();
    press(ear, 11, 1_000, 0);
    expect(ear.expire(200)).toEqual([]);
    expect(ear.expire(700)).toEqual([{ digit: '#', length: 60 }]);
    expect(ear.expire(900)).toEqual([]);
  });

  test('an end repeated late is not another digit, and flash is none', () => {
    const ear = new DigitEar();
    press(ear, 3, 5_000);
    expect(ear.hear({ code: 3, isEnd: true, duration: 800 }, 5_000, 2_000)).toEqual([]);
    expect(ear.hear({ code: 16, isEnd: true, duration: 800 }, 9_000, 2_100)).toEqual([]);
  });

  test('a sender whose timestamps begin anew is still heard', () => {
    const ear = new DigitEar();
    press(ear, 1, 4_000_000_000);
    expect(press(ear, 2, 500)).toHaveLength(1);
  });
});

describe('Digits sent', () => {
  test('a number arrives as it was dialled', () => {
    const digits = fc.string({ unit: fc.constantFrom(...DIGITS), maxLength: 20 });
    fc.assert(
      fc.property(digits, (number) => {
        const sender = new DigitSender();
        const ear = new DigitEar();
        sender.add(number);
        const heard: HeardDigit[] = [];
        const starts = new Map<string, number>();
        for (let beat = 0, frame = sender.next(); frame; beat++, frame = sender.next()) {
          if (frame === 'gap') continue;
          if (!starts.has(frame.key)) starts.set(frame.key, beat * 160);
          heard.push(...ear.hear(frame.event, starts.get(frame.key) ?? 0, beat * 20));
        }
        expect(heard.map(({ digit }) => digit).join('')).toBe(number);
        expect(heard.every(({ length }) => length === 100)).toBe(true);
      }),
    );
  });

  test('each digit has three end packets and a gap before the next', () => {
    const sender = new DigitSender();
    sender.add('12');
    const frames = Array.from({ length: 24 }, () => sender.next());
    const shape = frames.map((frame) => (frame === 'gap' ? '.' : frame?.event.isEnd ? 'E' : 'T')).join('');
    expect(shape).toBe('TTTTTEEE....TTTTTEEE....');
    expect(sender.next()).toBeNull();
  });

  test('what is not a digit is left out', () => {
    const sender = new DigitSender();
    sender.add(' x-');
    expect(sender.next()).toBeNull();
  });
});

test('An event survives its four bytes', () => {
  const packet = Buffer.alloc(4);
  expect(writeTelephoneEvent(packet, 0, { code: 11, isEnd: true, duration: 800 })).toBe(4);
  expect(readTelephoneEvent(packet, 0, 4)).toEqual({ code: 11, isEnd: true, duration: 800 });
  expect(readTelephoneEvent(packet, 0, 3)).toBeNull();
});
