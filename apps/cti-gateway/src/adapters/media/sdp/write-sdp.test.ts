import { describe, expect, test } from 'vitest';
import { readAnswer, readOffer } from './negotiate.ts';
import type { LocalSession } from './session.ts';
import { writeSdp } from './write-sdp.ts';

const plain: LocalSession = {
  id: '7',
  version: 3,
  address: '192.0.2.5',
  port: 20_000,
  direction: 'sendonly',
  slots: [
    { use: 'rejected', kind: 'video', protocol: 'RTP/AVP', formats: [], mid: null },
    { use: 'audio', protocol: 'RTP/AVP', mid: null },
  ],
  payloads: [{ codec: 'PCMA', type: 8 }],
  eventType: 96,
  ssrc: 1,
  secure: null,
  bundled: false,
};

const secure: LocalSession = {
  ...plain,
  direction: 'sendrecv',
  slots: [{ use: 'audio', protocol: 'UDP/TLS/RTP/SAVPF', mid: '0' }],
  secure: {
    ice: { fragment: 'abcd', password: 'abcdefghijklmnopqrstuvwx' },
    fingerprint: { hash: 'sha-256', value: 'AA:BB' },
    setup: 'actpass',
  },
  bundled: true,
};

describe('Our description', () => {
  test('for a trunk, letter by letter', () => {
    expect(writeSdp(plain).split('\r\n')).toEqual([
      'v=0',
      'o=- 7 3 IN IP4 192.0.2.5',
      's=-',
      'c=IN IP4 192.0.2.5',
      't=0 0',
      'm=video 0 RTP/AVP 0',
      'm=audio 20000 RTP/AVP 8 96',
      'c=IN IP4 192.0.2.5',
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:96 telephone-event/8000',
      'a=fmtp:96 0-15',
      'a=ptime:20',
      'a=sendonly',
      '',
    ]);
  });

  test('for a browser has one candidate, ICE lite and no Opus', () => {
    const lines = writeSdp(secure).split('\r\n');
    expect(lines).toContain('a=ice-lite');
    expect(lines).toContain('a=group:BUNDLE 0');
    expect(lines).toContain('a=candidate:1 1 udp 2130706431 192.0.2.5 20000 typ host');
    expect(lines.filter((line) => line.includes('opus'))).toEqual([]);
  });

  test('of an IPv6 gateway says so', () => {
    expect(writeSdp({ ...plain, address: '2001:db8::5' })).toContain('c=IN IP6 2001:db8::5');
  });

  test('is understood by our own reading, as an offer and as an answer', () => {
    expect(readOffer(writeSdp(plain), 'rtp', 4)).toMatchObject({
      ok: true,
      value: { remote: { eventType: 96, direction: 'sendonly' } },
    });
    expect(readAnswer(writeSdp(secure), secure.slots, 'webrtc', 4)).toMatchObject({ ok: true });
  });
});
