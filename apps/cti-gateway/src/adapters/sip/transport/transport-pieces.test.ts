import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { header } from '../message/header.ts';
import type { SipRequest } from '../message/message.ts';
import { parseVia } from '../message/via.ts';
import { createFakeFlow } from '../transaction/testing/fake-flow.ts';
import { createLookUp } from './address-book.ts';
import { createConnectionCensus } from './connection-census.ts';
import { ListenFault } from './listen-fault.ts';
import { hostText, plainAddress } from './listener.ts';
import { createSeldomWarning } from './seldom-warning.ts';
import { stampVia } from './stamp-via.ts';
import { TRANSPORT_LIMITS } from './transport-limits.ts';

describe('where a request came from', () => {
  const stamped = (value: string) => {
    const via = parseVia(value);
    if (via === null) throw new Error('no Via');
    const request: SipRequest = {
      kind: 'request',
      method: 'OPTIONS',
      uri: 'sip:h',
      headers: [{ name: 'Via', value }],
      body: new Uint8Array(0),
    };
    return header(stampVia(request, via, createFakeFlow('udp')), 'Via');
  };

  it('is not written down when Via says it already', () => {
    expect(stamped('SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1')).toBe(
      'SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1',
    );
  });

  it('is written down when Via says something else, or lies', () => {
    expect(stamped('SIP/2.0/UDP agent.invalid;branch=z9hG4bK1')).toBe(
      'SIP/2.0/UDP agent.invalid;branch=z9hG4bK1;received=192.0.2.1',
    );
    expect(stamped('SIP/2.0/UDP 10.0.0.1;received=6.6.6.6')).toBe('SIP/2.0/UDP 10.0.0.1;received=192.0.2.1');
  });

  it('RFC 3581: has the port too when rport asks for it', () => {
    expect(stamped('SIP/2.0/UDP 192.0.2.1:5099;rport;branch=z9hG4bK1')).toBe(
      'SIP/2.0/UDP 192.0.2.1:5099;branch=z9hG4bK1;received=192.0.2.1;rport=5060',
    );
  });
});

describe('connections', () => {
  it('are counted in all and by address', () => {
    const census = createConnectionCensus({ ...TRANSPORT_LIMITS, connections: 3, connectionsPerAddress: 2 });
    expect(['a', 'a', 'a', 'b', 'c'].map((address) => census.enter(address))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    census.leave('a');
    expect(census.enter('c')).toBe(true);
    expect(census.enter('c')).toBe(false);
  });
});

describe('host names', () => {
  const lookUp = (resolver: (host: string) => Promise<readonly string[]>, clock = createManualClock()) => {
    const find = createLookUp(resolver, clock);
    return (host: string, options = {}) =>
      new Promise((resolve) =>
        find(host, options, (fault, address) => resolve(fault ? fault.code : address)),
      );
  };

  it('are asked for once and remembered for a while', async () => {
    const asked: string[] = [];
    const clock = createManualClock();
    const find = lookUp(async (host) => {
      asked.push(host);
      return ['192.0.2.7'];
    }, clock);
    expect(await find('carrier.example')).toBe('192.0.2.7');
    expect(await find('carrier.example')).toBe('192.0.2.7');
    expect(asked).toHaveLength(1);
    clock.advance(31_000);
    await find('carrier.example');
    expect(asked).toHaveLength(2);
  });

  it('that are addresses are asked of nobody', async () => {
    const find = lookUp(() => Promise.reject(new Error('nobody')));
    expect(await find('192.0.2.1')).toBe('192.0.2.1');
  });

  it('give an address of the socket’s family, or all', async () => {
    const find = lookUp(async () => ['2001:db8::1', '192.0.2.7', 'garbage']);
    expect(await find('x', { family: 4 })).toBe('192.0.2.7');
    expect(await find('x', { all: true })).toEqual([
      { address: '2001:db8::1', family: 6 },
      { address: '192.0.2.7', family: 4 },
    ]);
  });

  it('that do not exist are told as such and asked again next time', async () => {
    let up = false;
    const find = lookUp(async () => {
      if (!up) throw new Error('down');
      return ['192.0.2.7'];
    });
    expect(await find('x')).toBe('ENOTFOUND');
    up = true;
    expect(await find('x')).toBe('192.0.2.7');
  });
});

it('what strangers can cause at will fills no log: one line a second, with how many were left out', () => {
  const clock = createManualClock();
  const lines: unknown[] = [];
  const log = {
    info: () => {},
    error: () => {},
    warn: (_what: string, facts: unknown) => void lines.push(facts),
  };
  const warn = createSeldomWarning(log, clock, 1_000);
  for (let count = 0; count < 100; count += 1) warn('closed', { why: 'noise' });
  clock.advance(1_000);
  warn('closed', { why: 'noise' });
  expect(lines).toEqual([{ why: 'noise' }, { why: 'noise', leftOut: 99 }]);
});

it('addresses are written as SIP wants them', () => {
  expect(hostText('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(hostText('fe80::1%eth0')).toBe('[fe80::1]');
  expect(plainAddress('::1')).toBe('::1');
});

it.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EWHATEVER'])(
  'a listener that fails with %s says where and what to do',
  (code) => {
    const fault = new ListenFault(
      { transport: 'tls', address: '192.0.2.1', port: 443 },
      Object.assign(new Error('x'), { code }),
    );
    expect(fault.message).toContain('TLS 192.0.2.1 port 443');
    expect(fault.message).toContain(code);
    expect(fault.message).toMatch(/Stop|Choose|Set|Check/);
    expect(fault).toMatchObject({ transport: 'tls', address: '192.0.2.1', port: 443, code });
  },
);
