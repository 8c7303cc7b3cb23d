import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RtpHeader } from './packet.ts';
import { Reception } from './reception.ts';
import { Reporter } from './reporter.ts';
import { middleNtp, readReports, writeReport } from './rtcp.ts';

const header = (sequence: number): RtpHeader => ({
  ...{ payloadType: 0, marker: false, sequence, timestamp: sequence * 160, ssrc: 7 },
  ...{ payloadStart: 12, payloadEnd: 172 },
});

const START = 1_780_000_000_000;

describe('Reports', () => {
  test('come back as they were written, beside the description of the source', () => {
    const block = {
      ssrc: 7,
      fractionLost: 12,
      cumulativeLost: 300,
      extendedHighest: 70_000,
      jitter: 33,
      lastReport: 5,
      delay: 6,
    };
    const packet = Buffer.alloc(200);
    const length = writeReport(packet, { ssrc: 42, at: START, timestamp: 1, packets: 2, octets: 320, block });
    expect(length % 4).toBe(0);
    expect(readReports(packet, length)).toEqual({ senderReport: middleNtp(START), blocks: [block] });
  });

  test('bear anything that comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readReports(Buffer.from(bytes), bytes.length).blocks.length).toBeLessThanOrEqual(16 * 31);
      }),
    );
  });

  test('two ends learn the time a packet takes to go and come', () => {
    const [here, there] = [new Reporter(0, 0), new Reporter(0, 0)];
    const reception = new Reception();
    reception.count(header(1), 0);
    const packet = Buffer.alloc(200);
    const mine = { ssrc: 42, timestamp: 0, packets: 1, octets: 160 };
    const theirs = { ssrc: 7, timestamp: 0, packets: 1, octets: 160 };
    const out = here.write(packet, mine, new Reception(), START, 0);
    there.hear(packet, out, 7, START + 30, 30);
    const heardMine = new Reception();
    heardMine.count({ ...header(1), ssrc: 42 }, 0);
    const back = there.write(packet, theirs, heardMine, START + 1_030, 1_030);
    here.hear(packet, back, 42, START + 1_080, 1_080);
    expect(here.roundTripMs()).toBeCloseTo(80, 0);
  });

  test('tell the share lost since the last one', () => {
    const reporter = new Reporter(0, 0);
    const reception = new Reception();
    const packet = Buffer.alloc(200);
    const sent = { ssrc: 42, timestamp: 0, packets: 0, octets: 0 };
    const fraction = (): number =>
      readReports(packet, reporter.write(packet, sent, reception, START, 0)).blocks[0]?.fractionLost ?? -1;
    for (let sequence = 0; sequence < 100; sequence++)
      if (sequence % 4 !== 1) reception.count(header(sequence), sequence * 20);
    expect(fraction()).toBe(64);
    for (let sequence = 100; sequence < 200; sequence++) reception.count(header(sequence), sequence * 20);
    expect(fraction()).toBe(0);
  });
});
