import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OutgoingStream, type Numbering } from './outgoing-stream.ts';
import { sequenceDistance, timestampDistance, type RtpHeader } from './packet.ts';

const header = (sequence: number, timestamp: number): RtpHeader => ({
  payloadType: 0,
  marker: false,
  sequence: sequence & 0xffff,
  timestamp: timestamp >>> 0,
  ssrc: 9,
  payloadStart: 12,
  payloadEnd: 172,
});

const start = { ssrc: 42, sequence: 65_530, timestamp: 4_294_967_000 };

describe('The stream a peer sees', () => {
  test('a relayed stream keeps its losses and its order', () => {
    const stream = new OutgoingStream(start, 0);
    const sequences = [100, 101, 104, 103].map(
      (sequence) => stream.relay(1, header(sequence, sequence * 160), (sequence - 99) * 20)?.sequence ?? -1,
    );
    expect(sequences.map((sequence) => sequenceDistance(65_531, sequence))).toEqual([0, 1, 4, 3]);
  });

  test('from hold music to the agent and back it goes on without a step backwards, a marker at each change', () => {
    const stream = new OutgoingStream(start, 0);
    const numbers = [
      stream.next(20),
      stream.next(40),
      stream.relay(7, header(9_000, 55), 60),
      stream.relay(7, header(9_001, 215), 80),
      stream.next(100),
    ];
    expect(numbers.map((number) => number?.marker)).toEqual([false, false, true, false, true]);
    expect(numbers.map((number) => sequenceDistance(65_530, number?.sequence ?? 0))).toEqual([1, 2, 3, 4, 5]);
    expect(numbers.map((number) => timestampDistance(start.timestamp, number?.timestamp ?? 0))).toEqual([
      160, 320, 480, 640, 800,
    ]);
  });

  test('a pause shows in the timestamps as long as it was', () => {
    const stream = new OutgoingStream(start, 0);
    stream.next(20);
    expect(timestampDistance(stream.position().timestamp, stream.next(1_020).timestamp)).toBe(8_000);
  });

  test('packets from before a change of source are dropped', () => {
    const stream = new OutgoingStream(start, 0);
    stream.relay(1, header(500, 0), 20);
    expect(stream.relay(1, header(499, -160), 25)).toBeNull();
  });

  test('all packets of a digit share its timestamp, and audio goes on after it', () => {
    const stream = new OutgoingStream(start, 0);
    const digit = [20, 40, 60, 80].map((now) => stream.event('a', now));
    expect(new Set(digit.map(({ timestamp }) => timestamp)).size).toBe(1);
    expect(digit.map(({ marker }) => marker)).toEqual([true, false, false, false]);
    expect(timestampDistance(digit[0]?.timestamp ?? 0, stream.next(260).timestamp)).toBe(240 * 8);
  });

  test('a source whose clock leaps is followed without the leap', () => {
    const stream = new OutgoingStream(start, 0);
    const before = stream.relay(1, header(1, 1_000), 20);
    const after = stream.relay(1, header(2, 900_000_000), 40);
    expect(timestampDistance(before?.timestamp ?? 0, after?.timestamp ?? 0)).toBe(160);
  });

  test('whatever is mixed, played and relayed, no number is used twice and time never runs backwards', () => {
    const step = fc.oneof(
      fc.constant('frame' as const),
      fc.constant('event' as const),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const stream = new OutgoingStream(start, 0);
        const used: Numbering[] = [];
        steps.forEach((what, at) => {
          const now = (at + 1) * 20;
          if (what === 'frame') used.push(stream.next(now));
          else if (what === 'event') used.push(stream.event(`${Math.floor(at / 4)}`, now));
          else {
            const numbering = stream.relay(what, header(at + what * 1_000, (at + what * 7_777) * 160), now);
            if (numbering) used.push(numbering);
          }
        });
        for (const [at, numbering] of used.slice(1).entries()) {
          const before = used[at];
          expect(sequenceDistance(before?.sequence ?? 0, numbering.sequence)).toBeGreaterThan(0);
        }
        expect(timestampDistance(start.timestamp, stream.position().timestamp)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
