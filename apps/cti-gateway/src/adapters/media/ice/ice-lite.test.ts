import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stunCheck } from '../testing/browser-peer.ts';
import { IceLite } from './ice-lite.ts';
import { bindingSuccess, isSignedWith, looksLikeStun, readBindingRequest } from './stun.ts';

const credentials = { fragment: 'gate', password: 'a password of the gateway' };
const browser = { address: '192.0.2.8', port: 50_000 };
const elsewhere = { address: '203.0.113.8', port: 60_000 };
const check = (password = credentials.password): Buffer => stunCheck('gate:them', password);

/** The sample request of RFC 5769 §2.1. */
const SAMPLE = Buffer.from(
  '000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b151263b36' +
    '00060009' +
    '6576746a3a68367659202020' +
    '000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf',
  'hex',
);

describe('A STUN request', () => {
  test('is read and proven as in RFC 5769 §2.1', () => {
    const request = readBindingRequest(SAMPLE);
    expect(request).toMatchObject({ username: 'evtj:h6vY', nominates: false, conflicts: true });
    expect(request && isSignedWith(SAMPLE, request, 'VOkJxbRl1RmTxUk/WvJxBt')).toBe(true);
    expect(request && isSignedWith(SAMPLE, request, 'another password')).toBe(false);
  });

  test('with any one bit changed before the fingerprint proves nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: (SAMPLE.length - 8) * 8 - 1 }), (bit) => {
        const forged = Buffer.from(SAMPLE);
        forged[bit >> 3] = forged.readUInt8(bit >> 3) ^ (1 << (bit & 7));
        const request = readBindingRequest(forged);
        expect(request === null || !isSignedWith(forged, request, 'VOkJxbRl1RmTxUk/WvJxBt')).toBe(true);
      }),
    );
  });

  test('is answered with the address it came from, for both families (RFC 5769 §2.2 and §2.3)', () => {
    const transaction = Buffer.from('b7e7a701bc34d686fa87dfae', 'hex');
    const mapped = (address: string): string => {
      const response = bindingSuccess(transaction, { address, port: 32_853 }, 'x');
      return response.toString('hex', 24, 24 + response.readUInt16BE(22));
    };
    expect(mapped('192.0.2.1')).toBe('0001a147e112a643');
    expect(mapped('2001:db8:1234:5678:11:2233:4455:6677')).toBe('0002a1470113a9faa5d3f179bc25f4b5bed2b9d9');
  });
});

describe('ICE lite', () => {
  test('sends to the address that proved itself, and moves when the browser nominates another', () => {
    const ice = new IceLite(credentials, 0);
    expect(ice.selected()).toBeNull();
    expect(ice.check(check(), browser, 10)?.readUInt16BE(0)).toBe(0x0101);
    expect(ice.selected()).toEqual(browser);
    ice.check(check(), elsewhere, 20);
    expect(ice.selected()).toEqual(elsewhere);
    expect([ice.isProven(browser), ice.isProven(elsewhere)]).toEqual([true, true]);
  });

  test('who does not know the password proves nothing and gets no word back', () => {
    const ice = new IceLite(credentials, 0);
    expect(ice.check(check('wrong'), browser, 10)).toBeNull();
    expect(ice.check(stunCheck('other:them', credentials.password), browser, 10)).toBeNull();
    expect([ice.selected(), ice.isProven(browser)]).toEqual([null, false]);
  });

  test('a browser that believes itself controlled is told of the conflict', () => {
    const controlled = Buffer.from([0x80, 0x29, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8]);
    const response = new IceLite(credentials, 0).check(
      stunCheck('gate:them', credentials.password, [controlled]),
      browser,
      10,
    );
    expect(response?.readUInt16BE(0)).toBe(0x0111);
  });

  test('consent ends half a minute after the last check', () => {
    const ice = new IceLite(credentials, 0);
    ice.check(check(), browser, 5_000);
    expect([ice.hasConsent(34_000), ice.hasConsent(35_001)]).toEqual([true, false]);
  });

  test('after a restart the old password counts until the new one is used', () => {
    const ice = new IceLite(credentials, 0);
    const next = { fragment: 'next', password: 'another password of the gateway' };
    ice.restart(next);
    expect(ice.check(check(), browser, 10)).not.toBeNull();
    expect(ice.check(stunCheck('next:them', next.password), browser, 20)).not.toBeNull();
    expect(ice.check(check(), browser, 30)).toBeNull();
  });

  test('bears anything that comes', () => {
    const ice = new IceLite(credentials, 0);
    const start = Buffer.from('000100002112a442000000000000000000000000', 'hex');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const packet = Buffer.concat([start, Buffer.from(bytes)]);
        packet.writeUInt16BE(bytes.length, 2);
        expect(looksLikeStun(packet)).toBe(true);
        expect(ice.check(packet, browser, 10)).toBeNull();
      }),
    );
  });
});
