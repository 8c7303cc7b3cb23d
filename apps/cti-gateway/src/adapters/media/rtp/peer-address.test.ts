import { describe, expect, test } from 'vitest';
import { PeerAddress } from './peer-address.ts';

const trunk = { address: '192.0.2.1', port: 4_000 };

const signalled = (at = trunk): PeerAddress => {
  const peer = new PeerAddress();
  peer.signal(at);
  return peer;
};

describe('Where a trunk is', () => {
  test('is where its SDP says', () => {
    const peer = signalled();
    expect(peer.admits('192.0.2.1', 4_000)).toBe(true);
    expect(peer.current()).toEqual(trunk);
  });

  test('may be another port of that host, behind a NAT', () => {
    const peer = signalled();
    expect(peer.admits('192.0.2.1', 61_000)).toBe(true);
    expect(peer.current()).toEqual({ address: '192.0.2.1', port: 61_000 });
  });

  test('may be another host, as long as the signalled one was not heard', () => {
    const peer = signalled({ address: '192.168.1.20', port: 4_000 });
    expect(peer.admits('203.0.113.9', 5_000)).toBe(true);
    expect(peer.current()).toEqual({ address: '203.0.113.9', port: 5_000 });
    expect(peer.admits('198.51.100.1', 5_000)).toBe(false);
  });

  test('a stranger who is early is not sent what a caller says', () => {
    const peer = signalled();
    expect(peer.admits('203.0.113.9', 5_000)).toBe(true);
    expect(peer.current()).toEqual(trunk);
    expect(peer.admits('198.51.100.1', 5_000)).toBe(false);
  });

  test('a carrier that hears at one address and speaks from another is still heard after a restart', () => {
    const peer = new PeerAddress();
    peer.resume(trunk, trunk);
    expect(peer.admits('203.0.113.9', 5_000)).toBe(true);
    expect(peer.current()).toEqual(trunk);
  });

  test('the signalled host takes it back from whoever came first', () => {
    const peer = signalled();
    peer.admits('203.0.113.9', 5_000);
    expect(peer.admits('192.0.2.1', 4_000)).toBe(true);
    expect(peer.current()).toEqual(trunk);
    expect(peer.admits('203.0.113.9', 5_000)).toBe(false);
  });

  test('nobody else is heard once the call has begun', () => {
    const peer = signalled();
    peer.admits('192.0.2.1', 4_000);
    expect(peer.admits('203.0.113.9', 4_000)).toBe(false);
    expect(peer.admits('192.0.2.1', 4_002)).toBe(false);
    expect(peer.current()).toEqual(trunk);
  });

  test('a new description opens the search again', () => {
    const peer = signalled();
    peer.admits('192.0.2.1', 4_000);
    peer.signal({ address: '192.0.2.7', port: 4_100 });
    expect(peer.current()).toEqual({ address: '192.0.2.7', port: 4_100 });
    expect(peer.admits('192.0.2.7', 4_100)).toBe(true);
  });

  test('before any description nobody is heard', () => {
    expect(new PeerAddress().admits('192.0.2.1', 4_000)).toBe(false);
  });
});
