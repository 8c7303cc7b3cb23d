import type { LookupAddress } from 'node:dns';
import { isIP, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarAddress } from '../../domain/calendar/followed-calendar.ts';
import { isPublic, notAllowedCode, reachable } from './reachable.ts';

/** As connecting does it: every address of a name, or what refuses it. */
function connecting(
  name: string,
  addresses: readonly string[],
  allowed: readonly string[] = [],
): Promise<readonly string[] | string> {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  const { lookup } = reachable(allowed, (_host, then) => then(null, found));
  return new Promise((resolve) => {
    lookup(name, { all: true }, (cause, given) => {
      if (cause !== null) resolve(cause.code ?? '');
      else resolve((given as LookupAddress[]).map(({ address }) => address));
    });
  });
}

const inside = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.255'],
  ...['127.0.0.1', '127.255.255.254', '168.63.129.16', '169.254.0.1', '169.254.169.254', '172.16.0.1'],
  ...[
    '172.31.255.255',
    '192.0.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.0.1',
    '192.168.255.255',
  ],
  ...['198.18.0.1', '198.19.255.255', '198.51.100.7', '203.0.113.7', '224.0.0.1', '239.255.255.255'],
  ...['240.0.0.1', '255.255.255.255', '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
  ...[
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
  ],
  ...[
    '2002:7f00:1::1',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
  ],
];
const outside = [
  '8.8.8.8',
  '1.1.1.1',
  '11.0.0.1',
  '100.128.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '223.255.255.255',
];
const outside6 = ['2607:f8b0:4005::200e', '2a00:1450:4001::200e', '2001:4860:4860::8888', '2400:cb00::1'];

describe('where a calendar may be read from', () => {
  test.each(inside)(
    'ABSENT-9 never from %s, by its address or by a name that leads there',
    async (address) => {
      expect(isPublic(address)).toBe(false);
      expect(reachable([]).host(isIPv6(address) ? `[${address}]` : address)).toBe(false);
      expect(await connecting('calendar.example.com', [address])).toBe(notAllowedCode);
    },
  );

  test.each([...outside, ...outside6])('ABSENT-9 from %s, which is on the internet', async (address) => {
    expect(reachable([]).host(isIPv6(address) ? `[${address}]` : address)).toBe(true);
    expect(await connecting('calendar.example.com', [address])).toEqual([address]);
  });

  test.each([
    ...[
      'https://2130706433/',
      'https://0x7f000001/',
      'https://0x7f.1/',
      'https://0177.0.0.1/',
      'https://127.1/',
    ],
    ...['https://127.0.0.1.:8443/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://①②⑦.⓪.⓪.①/'],
    ...[
      'https://0/',
      'https://3232235777/',
      'https://[fd00:ec2::254]/latest/meta-data/',
      'https://0xa9fea9fe/',
    ],
  ])('ABSENT-9 an address inside is known in every way to write it: %s', (pasted) => {
    const address = calendarAddress(pasted);
    expect(reachable([]).host(new URL(address ?? '').hostname)).toBe(false);
  });

  test('ABSENT-9 of a name that leads inside and outside only what is outside is connected to', async () => {
    expect(await connecting('a.example', ['127.0.0.1', '8.8.8.8', '::1'])).toEqual(['8.8.8.8']);
  });

  test('ABSENT-9 no IPv4 address is public that the ranges hold, nor is it when IPv6 wraps it', () => {
    const privately = fc.tuple(
      fc.constantFrom('10', '127', '169.254', '192.168', '172.16', '100.64', '0', '255'),
      fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)),
    );
    fc.assert(
      fc.property(privately, ([head, tail]) => {
        const address = [...head.split('.'), ...tail].slice(0, 4).join('.');
        expect(isIP(address)).toBe(4);
        expect(isPublic(address)).toBe(false);
        for (const wrap of ['::ffff:', '::', '64:ff9b::']) expect(isPublic(`${wrap}${address}`)).toBe(false);
      }),
    );
  });

  test('ABSENT-9 the company’s own calendar server is reached once it is named, by its name or its network', async () => {
    expect(await connecting('cal.inside', ['10.20.0.5'], ['CAL.inside'])).toEqual(['10.20.0.5']);
    expect(await connecting('other.inside', ['10.20.0.5'], ['cal.inside'])).toBe(notAllowedCode);
    expect(await connecting('other.inside', ['10.20.0.5'], ['10.20.0.0/24'])).toEqual(['10.20.0.5']);
    expect(await connecting('other.inside', ['10.21.0.5'], ['10.20.0.0/24'])).toBe(notAllowedCode);
    expect(reachable(['10.20.0.5']).host('10.20.0.5')).toBe(true);
    expect(reachable(['fd00::/8']).host('[fd00::1]')).toBe(true);
    expect(reachable(['cal.inside']).host('10.20.0.5')).toBe(false);
  });

  test('ABSENT-9 the machine itself is not reached at a public address of its own, however that is spelled', () => {
    const own = () => ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'];
    const { host } = reachable([], undefined, own);
    expect(host('93.184.215.14')).toBe(false);
    expect(host('[2606:2800:021f:cb07:6820:80da:af6b:8b2c]')).toBe(false);
    expect(host('93.184.215.15')).toBe(true);
    expect(reachable(['93.184.215.14'], undefined, own).host('93.184.215.14')).toBe(true);
  });
});
