import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionAt, readRecord, writeRecord, type ResumeRecord } from './resume-record.ts';

const record: ResumeRecord = {
  at: 1_780_000_000_000,
  stream: { ssrc: 77, sequence: 65_530, timestamp: 4_294_960_000 },
  local: {
    ...{ id: '1', version: 2, address: '192.0.2.5', port: 20_000, direction: 'sendrecv', ssrc: 77 },
    ...{ slots: [{ use: 'audio', protocol: 'RTP/AVP', mid: null }], payloads: [{ codec: 'PCMU', type: 0 }] },
    ...{ eventType: 101, secure: null, bundled: false },
  },
  remote: {
    ...{
      payloads: [{ codec: 'PCMU', type: 0 }],
      eventType: 96,
      direction: 'sendrecv',
      ice: null,
      fingerprints: [],
    },
    ...{ rtp: { address: '192.0.2.1', port: 4_000 }, rtcp: { address: '192.0.2.1', port: 4_001 } },
  },
  current: { address: '192.0.2.1', port: 4_000 },
};

describe('What an endpoint leaves for after a restart', () => {
  test('comes back whole', () => {
    expect(readRecord(writeRecord(record))).toMatchObject(record);
  });

  test('the stream goes on beyond all that was sent in between, over both wraps', () => {
    expect(positionAt(record, record.at + 1_000)).toEqual({ ssrc: 77, sequence: 45, timestamp: 704 });
  });

  test('a clock that went back does not take the stream back', () => {
    expect(positionAt(record, record.at - 5_000)).toEqual({
      ssrc: 77,
      sequence: 65_531,
      timestamp: 4_294_960_000,
    });
  });

  test.each([
    ['nothing', ''],
    ['another version', writeRecord(record).replace('"version":1', '"version":2')],
    ['an address that is none', writeRecord(record).replaceAll('192.0.2.1', 'evil.example')],
    ['a port that is none', writeRecord(record).replace('"port":20000', '"port":99999')],
    ['an unknown law', writeRecord(record).replaceAll('PCMU', 'OPUS')],
  ])('is refused when it is %s', (_what, text) => {
    expect(readRecord(text)).toBeNull();
  });

  test('bears any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readRecord(text)).toBeNull();
      }),
    );
  });
});
