import { describe, expect, it } from 'vitest';
import { formatVia, parseVia } from './via.ts';

describe('a Via', () => {
  it.each([
    ['SIP/2.0/UDP 192.0.2.2;branch=z9hG4bK1', 'UDP', '192.0.2.2', null],
    ['SIP  / 2.0  /UDP    192.0.2.2;branch=390skdjuw', 'UDP', '192.0.2.2', null],
    [
      'SIP / 2.0 / TCP  spindle.example.com : 5070 ; branch = z9hG4bK9ikj8',
      'TCP',
      'spindle.example.com',
      5070,
    ],
    ['sip/2.0/wss df7jal23ls0d.invalid;branch=z9hG4bK1', 'WSS', 'df7jal23ls0d.invalid', null],
    [
      'SIP/2.0/UDP [2001:db8::9:1]:5090;received=[2001:db8::9:255];branch=z9hG4bKas3',
      'UDP',
      '[2001:db8::9:1]',
      5090,
    ],
    [
      'SIP/2.0/UDP [2001:db8::9:1];received=2001:db8::9:255;branch=z9hG4bKas3',
      'UDP',
      '[2001:db8::9:1]',
      null,
    ],
    ['SIP/2.0/UNKNOWN t3.example.com;rport;branch=z9hG4bK1', 'UNKNOWN', 't3.example.com', null],
  ])('reads %s', (text, transport, host, port) => {
    const via = parseVia(text);
    expect(via).toMatchObject({ transport, host, port });
    expect(via && parseVia(formatVia(via))).toEqual(via);
  });

  it.each([
    ['SIP/2.0/UDP 192.0.2.2:0', 'port 0, to which nothing can be sent'],
    ['SIP/2.0/UDP 192.0.2.2:99999', 'a port that does not exist'],
    ['SIP/2.0/UDP 192.0.2.2:', 'a colon without port'],
    ['SIP/3.0/UDP 192.0.2.2', 'another version'],
    ['SIP/2.0/UDP', 'no host'],
    ['SIP/2.0 192.0.2.2', 'no transport'],
    ['SIP/2.0/UDP 192.0.2.2;branch=1;branch=2', 'two branches'],
    ['SIP/2.0/UDP 192.0.2.2;;,;,,', 'separators with nothing between'],
    ['SIP/2.0/UDP [::1', 'a bracket that does not end'],
  ])('refuses %s: %s', (text) => {
    expect(parseVia(text)).toBeNull();
  });
});
