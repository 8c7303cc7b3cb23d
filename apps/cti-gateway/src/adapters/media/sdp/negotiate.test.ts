import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer, readOffer } from './negotiate.ts';
import { readSdp } from './read-sdp.ts';
import { common, mirrored } from './session.ts';

const sdp = (...lines: readonly string[]): string =>
  ['v=0', 'o=- 1 1 IN IP4 192.0.2.1', 's=-', 't=0 0', ...lines, ''].join('\r\n');

const trunk = (...lines: readonly string[]): string => sdp('c=IN IP4 192.0.2.1', ...lines);

const FINGERPRINT = `a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`;

/** What Chromium offers for one microphone, shortened. */
const browser = (changes: Readonly<Record<string, string>> = {}): string => {
  const lines = {
    group: 'a=group:BUNDLE 0 1',
    media: 'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126',
    ice: 'a=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx',
    fingerprint: FINGERPRINT,
    setup: 'a=setup:actpass',
    mux: 'a=rtcp-mux',
    ...changes,
  };
  return sdp(
    lines.group,
    lines.media,
    'c=IN IP4 0.0.0.0',
    lines.ice,
    lines.fingerprint,
    lines.setup,
    'a=mid:0',
    'a=sendrecv',
    lines.mux,
    'a=rtpmap:111 opus/48000/2',
    'a=rtpmap:63 red/48000/2',
    'a=rtpmap:9 G722/8000',
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:13 CN/8000',
    'a=rtpmap:110 telephone-event/48000',
    'a=rtpmap:126 telephone-event/8000',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=mid:1',
    'a=rtpmap:96 VP8/90000',
  );
};

describe("A trunk's offer", () => {
  test('is taken with its first law, its event type and its address', () => {
    const offer = trunk(
      'm=audio 4000 RTP/AVP 18 8 0 96',
      'a=rtpmap:18 G729/8000',
      'a=rtpmap:96 telephone-event/8000',
    );
    expect(readOffer(offer, 'rtp', 4)).toMatchObject({
      ok: true,
      value: {
        remote: {
          payloads: [
            { codec: 'PCMA', type: 8 },
            { codec: 'PCMU', type: 0 },
          ],
          eventType: 96,
          rtp: { address: '192.0.2.1', port: 4_000 },
          rtcp: { address: '192.0.2.1', port: 4_001 },
          direction: 'sendrecv',
        },
        slots: [{ use: 'audio', protocol: 'RTP/AVP' }],
      },
    });
  });

  test.each([
    ['sendonly', 'a=sendonly'],
    ['recvonly', 'a=recvonly'],
    ['inactive', 'a=inactive'],
  ])('is heard to be %s', (direction, line) => {
    expect(readOffer(trunk('m=audio 4000 RTP/AVP 0', line), 'rtp', 4)).toMatchObject({
      value: { remote: { direction } },
    });
  });

  test('holds in the way of RFC 2543 too', () => {
    const offer = sdp('c=IN IP4 0.0.0.0', 'm=audio 4000 RTP/AVP 0');
    expect(readOffer(offer, 'rtp', 4)).toMatchObject({ value: { remote: { direction: 'inactive' } } });
  });

  test('may give the address and the RTCP port for the audio alone, and a law under another number', () => {
    const offer = sdp(
      'm=audio 4000 RTP/AVP 97',
      'c=IN IP4 192.0.2.9',
      'a=rtcp:5001',
      'a=rtpmap:97 pcmu/8000/1',
    );
    expect(readOffer(offer, 'rtp', 4)).toMatchObject({
      value: {
        remote: {
          payloads: [{ codec: 'PCMU', type: 97 }],
          rtp: { address: '192.0.2.9' },
          rtcp: { port: 5_001 },
        },
      },
    });
  });

  test('with rtcp-mux, which we do not take up, gets its RTCP on the next port', () => {
    const offer = trunk('m=audio 4000 RTP/AVP 0', 'a=rtcp-mux');
    expect(readOffer(offer, 'rtp', 4)).toMatchObject({ value: { remote: { rtcp: { port: 4_001 } } } });
  });

  test('with a picture or encryption besides: the plain audio is taken, the rest refused in its place', () => {
    const offer = trunk(
      'm=audio 4002 RTP/SAVP 0',
      'm=audio 4000 RTP/AVP 0',
      'm=video 4004 RTP/AVP 96',
      'm=audio 0 RTP/AVP 8',
    );
    const result = readOffer(offer, 'rtp', 4);
    expect(result.ok && result.value.slots.map(({ use }) => use)).toEqual([
      'rejected',
      'audio',
      'rejected',
      'rejected',
    ]);
  });

  test.each([
    ['without a law we speak', trunk('m=audio 4000 RTP/AVP 18'), 'noCommonCodec'],
    ['of stereo G.711', trunk('m=audio 4000 RTP/AVP 97', 'a=rtpmap:97 PCMU/8000/2'), 'noCommonCodec'],
    ['encrypted alone', trunk('m=audio 4000 RTP/SAVP 0'), 'noCommonCodec'],
    ['of a picture alone', trunk('m=video 4000 RTP/AVP 96'), 'noCommonCodec'],
    ['without an address', sdp('m=audio 4000 RTP/AVP 0'), 'badSdp'],
    ['to a name', sdp('c=IN IP4 pbx.example.com', 'm=audio 4000 RTP/AVP 0'), 'badSdp'],
    ['to a group', sdp('c=IN IP4 224.2.1.1/127', 'm=audio 4000 RTP/AVP 0'), 'badSdp'],
    ['to everybody', sdp('c=IN IP4 255.255.255.255', 'm=audio 4000 RTP/AVP 0'), 'badSdp'],
    ['of the other address family', sdp('c=IN IP6 2001:db8::1', 'm=audio 4000 RTP/AVP 0'), 'badSdp'],
    ['with a port beyond ports', trunk('m=audio 99999 RTP/AVP 0'), 'badSdp'],
    ['that is no SDP', 'hello', 'badSdp'],
    ['that is empty', '', 'badSdp'],
    ['longer than any', trunk('m=audio 4000 RTP/AVP 0', `a=x:${'y'.repeat(40_000)}`), 'badSdp'],
    ['of a thousand pictures', trunk(...Array(1_000).fill('m=video 1 RTP/AVP 96')), 'badSdp'],
  ])('%s is refused', (_what, offer, refusal) => {
    expect(readOffer(offer, 'rtp', 4)).toEqual({ ok: false, refusal });
  });
});

describe("A browser's offer", () => {
  test('is taken without Opus, with telephone events of the right clock', () => {
    const result = readOffer(browser(), 'webrtc', 4);
    expect(result).toMatchObject({
      ok: true,
      value: {
        bundled: true,
        remote: { payloads: [{ type: 0 }, { type: 8 }], eventType: 126, ice: { fragment: 'abcd' } },
        slots: [
          { use: 'audio', mid: '0' },
          { use: 'rejected', kind: 'video', mid: '1' },
        ],
      },
    });
  });

  test('may say its ICE and DTLS words once for the session', () => {
    const offer = browser({
      ice: 'a=x',
      fingerprint: 'a=x',
      setup: 'a=x',
      group: `a=group:BUNDLE 0\r\na=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\n${FINGERPRINT}\r\na=setup:active`,
    });
    expect(readOffer(offer, 'webrtc', 4)).toMatchObject({
      ok: true,
      value: { remote: { fingerprints: [{ hash: 'sha-256' }] } },
    });
  });

  test.each([
    ['without a fingerprint', { fingerprint: 'a=x' }],
    ['with a fingerprint of a broken hash', { fingerprint: 'a=fingerprint:sha-1 AB:CD' }],
    ['without ICE', { ice: 'a=x' }],
    ['without rtcp-mux', { mux: 'a=x' }],
    ['that wants to be the DTLS server', { setup: 'a=setup:passive' }],
  ])('%s is refused', (_what, changes) => {
    expect(readOffer(browser(changes), 'webrtc', 4)).toEqual({ ok: false, refusal: 'badSdp' });
  });
});

describe('An answer', () => {
  const slots = [{ use: 'audio', protocol: 'RTP/AVP', mid: null }] as const;

  test('may give telephone events another number than we offered', () => {
    const answer = trunk('m=audio 4000 RTP/AVP 0 96', 'a=rtpmap:96 telephone-event/8000');
    expect(readAnswer(answer, slots, 'rtp', 4)).toMatchObject({
      ok: true,
      value: { remote: { eventType: 96 } },
    });
  });

  test.each([
    ['that refuses the audio', trunk('m=audio 0 RTP/AVP 0'), 'noCommonCodec'],
    ['with a law we did not offer', trunk('m=audio 4000 RTP/AVP 9'), 'noCommonCodec'],
    ['with a picture where the audio was', trunk('m=video 4000 RTP/AVP 96'), 'badSdp'],
  ])('%s is refused', (_what, answer, refusal) => {
    expect(readAnswer(answer, slots, 'rtp', 4)).toEqual({ ok: false, refusal });
  });
});

describe('Reading', () => {
  test('bears any text, and lines in any order', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'm=audio 4000 RTP/AVP 0',
        'c=IN IP4 1.2.3.4',
        'a=rtpmap:0 PCMU/8000',
        'a=',
        'm=',
        'c=',
        'a=fingerprint:',
        'a=rtcp:x',
        '\0',
        'a=group:BUNDLE',
      ),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = ['v=0', ...lines].join('\r\n');
        for (const kind of ['rtp', 'webrtc'] as const)
          expect(typeof readOffer(text, kind, 4).ok).toBe('boolean');
      }),
    );
  });

  test('lines may end with LF alone', () => {
    expect(readSdp(trunk('m=audio 4000 RTP/AVP 0').replaceAll('\r', ''))?.media[0]?.port).toBe(4_000);
  });
});

test('Directions are mirrored and narrowed as RFC 3264 has it', () => {
  expect((['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).map(mirrored)).toEqual([
    'sendrecv',
    'recvonly',
    'sendonly',
    'inactive',
  ]);
  expect([
    common('sendrecv', 'recvonly'),
    common('sendonly', 'recvonly'),
    common('sendonly', 'sendrecv'),
  ]).toEqual(['recvonly', 'inactive', 'sendonly']);
});
