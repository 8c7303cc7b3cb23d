import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeRtcp, readRtpHeader, sequenceDistance, writeRtpHeader } from './packet.ts';

const plain = (payload: number): Buffer => {
  const packet = Buffer.alloc(12 + payload);
  writeRtpHeader(packet, {
    payloadType: 101,
    marker: true,
    sequence: 65_535,
    timestamp: 4_000_000_000,
    ssrc: 0xdead_beef,
  });
  return packet;
};

describe('An RTP header', () => {
  test('comes back as it was written', () => {
    expect(readRtpHeader(plain(160))).toEqual({
      payloadType: 101,
      marker: true,
      sequence: 65_535,
      timestamp: 4_000_000_000,
      ssrc: 0xdead_beef,
      payloadStart: 12,
      payloadEnd: 172,
    });
  });

  test('contributing sources, extension and padding are left out of the payload', () => {
    const packet = Buffer.concat([
      plain(0),
      Buffer.alloc(8),
      Buffer.from([0xbe, 0xde, 0, 1, 1, 2, 3, 4]),
      Buffer.alloc(10),
      Buffer.from([0, 0, 3]),
    ]);
    packet[0] = 0x80 | 0x20 | 0x10 | 2;
    expect(readRtpHeader(packet)).toMatchObject({ payloadStart: 28, payloadEnd: packet.length - 3 });
  });

  test.each([
    ['too short', Buffer.alloc(11, 0x80)],
    ['of another version', Buffer.alloc(20)],
    ['with more sources than bytes', Buffer.from(plain(4)).fill(0x8f, 0, 1)],
    [
      'with an extension past its end',
      Buffer.concat([Buffer.from(plain(0)).fill(0x90, 0, 1), Buffer.from([0, 0, 0xff, 0xff])]),
    ],
    ['with more padding than payload', Buffer.from(plain(4)).fill(0xa0, 0, 1).fill(200, 15)],
  ])('is refused when it is %s', (_what, packet) => {
    expect(readRtpHeader(packet)).toBeNull();
  });

  test('whatever comes, the payload lies inside the packet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const header = readRtpHeader(Buffer.from(bytes));
        if (!header) return;
        expect(header.payloadStart).toBeGreaterThanOrEqual(12);
        expect(header.payloadEnd).toBeGreaterThanOrEqual(header.payloadStart);
        expect(header.payloadEnd).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  test('is told from RTCP on the same port', () => {
    expect([200, 201, 205].map((type) => looksLikeRtcp(Buffer.from([0x80, type])))).toEqual([
      true,
      true,
      true,
    ]);
    expect([0, 8, 101, 0x80, 0x80 | 101].map((type) => looksLikeRtcp(Buffer.from([0x80, type])))).toEqual(
      Array(5).fill(false),
    );
  });
});

test('Sequence numbers are compared round the corner', () => {
  expect([sequenceDistance(65_535, 0), sequenceDistance(0, 65_535), sequenceDistance(5, 5)]).toEqual([
    1, -1, 0,
  ]);
});
