import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startAttacker, type Attacker } from './testing/attacker.ts';
import { tortureMessages } from './testing/torture-messages.ts';

/** What a situation may cost at most: one turn of the event loop, ms. */
const LONGEST_TURN_MS = 50;

let attacker: Attacker;
beforeAll(async () => {
  attacker = await startAttacker();
});
afterAll(() => attacker.stop());
afterEach(async () => {
  expect(attacker.alive).toBe(true);
  expect(await attacker.stillServes()).toBe(true);
});

/**
 * Does it, sees that calls are still served, and measures the longest turn of the event loop meanwhile. What blocks the
 * loop blocks it each time; what was only compiled or collected just then does not, so the best of three rounds counts.
 */
async function blocksBriefly(attack: () => Promise<unknown>): Promise<void> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best >= LONGEST_TURN_MS; round += 1) {
    await attacker.report();
    await attack();
    expect(await attacker.stillServes()).toBe(true);
    best = Math.min(best, (await attacker.report()).blockedMs);
  }
  expect(best).toBeLessThan(LONGEST_TURN_MS);
}

let unique = 0;
const request = (more = '', { method = 'OPTIONS', via = '', body = '' } = {}) => {
  unique += 1;
  const top = via || `SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK-h${unique}`;
  return (
    `${method} sip:service@example.com SIP/2.0\r\nVia: ${top}\r\nMax-Forwards: 70\r\nFrom: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\n` +
    `Call-ID: h${unique}\r\nCSeq: 1 ${method}\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
};

describe('RFC 4475', () => {
  it('names 49 situations', () => {
    expect(new Set(tortureMessages.map(({ name }) => name)).size).toBe(49);
  });

  it.each(tortureMessages)('$name, $about: $outcome', async ({ text, outcome }) => {
    const heard = await attacker.datagram(Buffer.from(text, 'utf8'));
    const answers = { passed: /^SIP\/2\.0 (200|486|405) .* passed$/, dropped: /^$/ };
    const expected =
      typeof outcome === 'string' ? answers[outcome] : new RegExp(`^SIP/2\\.0 ${outcome} (?!.* passed)`);
    expect(heard.join()).toMatch(expected);
  });

  it('comes over TCP too, all in one stream', async () => {
    for (const { text } of tortureMessages) await attacker.stream(attacker.ports.tcp, text, 20);
  });

  it('comes cut off at any place, over UDP and TCP', async () => {
    for (const { text } of tortureMessages) {
      const bytes = Buffer.from(text, 'utf8');
      const cuts = [0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map((share) =>
        bytes.subarray(0, Math.floor(bytes.length * share)),
      );
      await attacker.flood(cuts);
      await attacker.stream(attacker.ports.tcp, cuts[3] ?? bytes, 5);
    }
  });
});

describe('floods in one datagram', () => {
  const fill = (piece: string, bytes = 60_000) => piece.repeat(Math.floor(bytes / piece.length));
  const floods: readonly (readonly [string, () => string])[] = [
    ['60 kB of x and blank lines', () => fill('x\r\n\r\n')],
    ['60 kB of spaces', () => fill(' ')],
    ['60 kB of blank lines', () => fill('\r\n')],
    ['spaces in the start line', () => `OPTIONS${fill(' ')}sip:h SIP/2.0\r\n\r\n`],
    ['spaces in From', () => request(`X: 1\r\nSubject:${fill(' ')}y\r\n`)],
    ['spaces in Via', () => request('', { via: `SIP/2.0/UDP${fill(' ')}127.0.0.1` })],
    ['folded lines', () => request(`Subject: ${fill('\r\n ')}y\r\n`)],
    ['thousands of headers', () => request(fill('a:b\r\n'))],
    ['thousands of Vias', () => request(fill('v:SIP/2.0/UDP h\r\n'))],
    ['a list of commas', () => request(`Route: ${fill(',')}\r\n`)],
    ['a list of routes', () => request(`Route: ${fill('<sip:h>,')}\r\n`)],
    ['quotes that open and close', () => request(`Contact: ${fill('"')}\r\n`)],
    ['backslashes in a quote', () => request(`Contact: "${fill('\\')}\r\n`)],
    ['brackets', () => request(`Contact: ${fill('<')}\r\n`)],
    ['semicolons', () => request(`Contact: <sip:h>${fill(';')}\r\n`)],
    ['parameters', () => request(`Contact: <sip:h>${fill(';a=1')}\r\n`)],
    ['URI headers', () => request(`Contact: <sip:h?${fill('a=1&')}>\r\n`)],
    ['escapes', () => request(`Contact: <sip:${fill('%41')}@h>\r\n`)],
    ['a header name without end', () => request(`${fill('a')}: b\r\n`)],
    ['a Request-URI without end', () => request().replace('service', fill('a'))],
    ['credentials without end', () => request(`Authorization: Digest ${fill('a="b",')}\r\n`)],
    ['a body of 60 kB', () => request('', { body: fill('v=0\r\n') })],
    ['octets that are no UTF-8', () => request(`Subject: ${fill('\xff')}\r\n`)],
    ['NULs', () => fill('\0')],
  ];

  it.each(floods)('%s', async (_what, make) => {
    await blocksBriefly(() =>
      attacker.flood(Array.from({ length: 20 }, () => Buffer.from(make(), 'latin1'))),
    );
  });

  it.each(floods)('%s, over TCP', async (_what, make) => {
    await blocksBriefly(() =>
      Promise.all(
        Array.from({ length: 5 }, () =>
          attacker.stream(attacker.ports.tcp, Buffer.from(make(), 'latin1'), 50),
        ),
      ),
    );
  });
});

describe('numbers that lead nowhere', () => {
  it('a Contact with port 99999 is refused when it is read', async () => {
    expect(
      await attacker.datagram(request('Contact: <sip:x@127.0.0.1:99999>\r\n', { method: 'INVITE' })),
    ).toEqual(['SIP/2.0 400 Bad Contact']);
  });

  it.each(['127.0.0.1:0', '127.0.0.1:99999', '127.0.0.1:-1', '[::1', '255.255.255.255:x'])(
    'a Via with %s is not answered',
    async (sentBy) => {
      expect(await attacker.datagram(request('', { via: `SIP/2.0/UDP ${sentBy};branch=z9hG4bK1` }))).toEqual(
        [],
      );
    },
  );

  it('a Via that names others does not make the gateway send to them', async () => {
    expect(
      await attacker.datagram(
        request('', {
          via: 'SIP/2.0/UDP 192.0.2.1;rport;branch=z9hG4bK-m1;maddr=192.0.2.2;received=192.0.2.3',
        }),
      ),
    ).toEqual(['SIP/2.0 200 OK passed']);
  });
});

describe('connections', () => {
  it('2,000 requests in one go are all answered, and others need not wait', async () => {
    await blocksBriefly(async () => {
      const burst = () => request('', { via: `SIP/2.0/TCP h;branch=z9hG4bK-q${(unique += 1)}` });
      const requests = Array.from({ length: 2_000 }, burst).join('');
      const { received } = await attacker.stream(attacker.ports.tcp, requests, 2_000);
      expect(received.split('SIP/2.0 200 OK').length - 1).toBe(2_000);
    });
  });

  it('headers that never end are cut off', async () => {
    await blocksBriefly(async () => {
      const { closed } = await attacker.stream(
        attacker.ports.tcp,
        `OPTIONS sip:h SIP/2.0\r\n${'X: y\r\n'.repeat(200_000)}`,
        2_000,
      );
      expect(closed).toBe(true);
    });
  });

  it('a body larger than the limit is refused before it has come', async () => {
    const huge = request('', { via: 'SIP/2.0/TCP h;branch=z9hG4bK-big' }).replace(
      'Content-Length: 0',
      'Content-Length: 1000000',
    );
    expect(await attacker.stream(attacker.ports.tcp, huge)).toEqual({
      received: expect.stringMatching(/^SIP\/2\.0 513 /),
      closed: true,
    });
  });

  it.each([
    ['HTTP', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
    [
      'a TLS greeting',
      Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3, ...Array.from({ length: 500 }, (_, at) => at % 256)]),
    ],
    ['noise', 'x\r\n\r\n'.repeat(12_000)],
  ])('%s on the SIP port ends the connection', async (_what, bytes) => {
    expect((await attacker.stream(attacker.ports.tcp, bytes, 3_000)).closed).toBe(true);
  });

  it('SIP without encryption on the TLS port ends the connection', async () => {
    expect((await attacker.stream(attacker.ports.tls, request(), 3_000)).closed).toBe(true);
  });

  it('malformed messages one after the other end the connection', async () => {
    const bad = () =>
      request('Max-Forwards: 99\r\n', { via: `SIP/2.0/TCP h;branch=z9hG4bK-b${(unique += 1)}` });
    const { received, closed } = await attacker.stream(
      attacker.ports.tcp,
      Array.from({ length: 100 }, bad).join(''),
      3_000,
    );
    expect(closed).toBe(true);
    expect(received.split('SIP/2.0 400 ').length).toBeLessThan(30);
  });

  it('senders that dribble are closed, hundreds of connections are limited, and others are still served', async () => {
    await blocksBriefly(async () => {
      const sockets = Array.from({ length: 200 }, () => connect(attacker.ports.tcp, '127.0.0.1'));
      let closed = 0;
      for (const socket of sockets) {
        socket.on('error', () => {});
        socket.on('close', () => (closed += 1));
      }
      const dribble = setInterval(() => {
        for (const socket of sockets) if (socket.writable) socket.write('x');
      }, 100);
      for (let turn = 0; turn < 100 && closed < sockets.length; turn += 1) await wait(50);
      clearInterval(dribble);
      expect(closed).toBe(sockets.length);
    });
  });

  it('callers that reset the connection before their ACK leave nothing behind', async () => {
    for (let call = 0; call < 30; call += 1) {
      const socket = connect(attacker.ports.tcp, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(
        request('', { method: 'INVITE', via: `SIP/2.0/TCP 127.0.0.1:1;branch=z9hG4bK-r${(unique += 1)}` }),
      );
      if (call % 2) await new Promise((resolve) => socket.once('data', resolve));
      socket.resetAndDestroy();
    }
  });
});

describe('WebSocket frames', () => {
  const upgrade = (key = 'AAAAAAAAAAAAAAAAAAAAAA==') =>
    `GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Key: ${key}\r\n\r\n`;
  /** A frame by hand: first octet, payload, masked with zeros. */
  const frame = (first: number, payload: Buffer, masked = true) => {
    const mask = masked ? 0x80 : 0;
    const length =
      payload.length < 126
        ? Buffer.of(mask | payload.length)
        : Buffer.of(mask | 126, payload.length >> 8, payload.length & 255);
    return Buffer.concat([Buffer.of(first), length, masked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
  };
  const sip = () =>
    Buffer.from(request('', { via: `SIP/2.0/WS h.invalid;branch=z9hG4bK-w${(unique += 1)}` }));

  it('a sound one is answered, which shows that these tests reach the stack', async () => {
    const { received } = await attacker.stream(
      attacker.ports.ws,
      Buffer.concat([Buffer.from(upgrade()), frame(0x81, sip())]),
    );
    expect(received).toContain('SIP/2.0 200 OK');
  });

  it.each([
    ['reserved bits', () => frame(0xf1, sip())],
    ['a reserved opcode', () => frame(0x83, sip())],
    ['no mask', () => frame(0x81, sip(), false)],
    [
      'a length of 2^63',
      () => Buffer.concat([Buffer.of(0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0), Buffer.alloc(4)]),
    ],
    [
      'more than the limit',
      () =>
        Buffer.concat([
          Buffer.of(0x82, 0xff, 0, 0, 0, 0, 0, 1, 0x11, 0x70),
          Buffer.alloc(4),
          Buffer.alloc(70_000),
        ]),
    ],
    ['a ping of 200 octets', () => frame(0x89, Buffer.alloc(200))],
    ['text that is no UTF-8', () => frame(0x81, Buffer.from([0xff, 0xfe, 0xfd]))],
    ['a continuation of nothing', () => frame(0x80, sip())],
  ])('%s end the connection and nothing else', async (_what, make) => {
    const { received, closed } = await attacker.stream(
      attacker.ports.ws,
      Buffer.concat([Buffer.from(upgrade()), make()]),
      3_000,
    );
    expect(received).toContain('101 Switching Protocols');
    expect(received).not.toContain('SIP/2.0 200');
    expect(closed).toBe(true);
  });

  it('thousands of fragments and empty frames are read without a pause', async () => {
    await blocksBriefly(async () => {
      const fragments = [
        frame(0x01, Buffer.from('O')),
        ...Array.from({ length: 5_000 }, () => frame(0x00, Buffer.from('x'))),
      ];
      const empty = Array.from({ length: 5_000 }, () => frame(0x81, Buffer.alloc(0)));
      await attacker.stream(
        attacker.ports.ws,
        Buffer.concat([Buffer.from(upgrade()), ...empty, ...fragments]),
        200,
      );
    });
  });

  it.each([
    ['keep-alives', () => frame(0x81, Buffer.from('\r\n\r\n'))],
    ['pings', () => frame(0x89, Buffer.alloc(0))],
    ['requests', () => frame(0x81, sip())],
  ])('2,000 %s in one go do not make others wait', async (_what, make) => {
    await blocksBriefly(async () => {
      const frames = Array.from({ length: 2_000 }, make);
      await attacker.stream(attacker.ports.ws, Buffer.concat([Buffer.from(upgrade()), ...frames]), 500);
    });
  });

  it('garbage instead of an upgrade, or another subprotocol, is turned away', async () => {
    expect(
      (await attacker.stream(attacker.ports.ws, upgrade().replace('Protocol: sip', 'Protocol: chat')))
        .received,
    ).toMatch(/^HTTP\/1\.1 400 /);
    expect((await attacker.stream(attacker.ports.ws, upgrade('short'))).received).toMatch(/^HTTP\/1\.1 400 /);
  });
});

it('20,000 datagrams of noise between calls cost nobody anything', async () => {
  await blocksBriefly(async () => {
    const noise = Array.from({ length: 200 }, (_, index) => Buffer.alloc(1 + (index % 60), index % 256));
    for (let round = 0; round < 100; round += 1) await attacker.flood(noise);
  });
});

it('after all that nothing of it stays in memory and no fault of our own was counted', async () => {
  const { counters, heapMb } = await attacker.report();
  expect(counters['faults']).toBe(0);
  expect(counters['parseErrors']).toBeGreaterThan(1_000);
  expect(heapMb).toBeLessThan(200);
});
