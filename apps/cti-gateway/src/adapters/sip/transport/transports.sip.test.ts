import { createSocket } from 'node:dgram';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { header, headers } from '../message/header.ts';
import type { SipRequest, SipResponse } from '../message/message.ts';
import { responseTo } from '../message/response-to.ts';
import type { Flow, IncomingRequest, Target } from '../stack.ts';
import { ListenFault } from './listen-fault.ts';
import { startRealStack, type RealStack } from './testing/real-stack.ts';
import { selfSignedCertificate } from './testing/self-signed-certificate.ts';

const certificate = selfSignedCertificate();
const opened: RealStack[] = [];
const sockets: Socket[] = [];
async function start(parts: Parameters<typeof startRealStack>[0] = {}) {
  const stack = await startRealStack(parts);
  opened.push(stack);
  return stack;
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(opened.splice(0).map((stack) => stack.close()));
});

const request = (method: string, number: number, callId = 'c1'): SipRequest => ({
  kind: 'request',
  method,
  uri: 'sip:service@localhost',
  headers: [
    { name: 'Max-Forwards', value: '70' },
    { name: 'From', value: '"陳大文" <sip:chen@localhost>;tag=1' },
    { name: 'To', value: '<sip:service@localhost>' },
    { name: 'Call-ID', value: callId },
    { name: 'CSeq', value: `${number} ${method}` },
  ],
  body: Buffer.from('v=0\r\n'),
});

/** Sends and gives the final response, or why there is none. */
function ask(stack: RealStack, what: SipRequest, target: Target): Promise<SipResponse | string> {
  return new Promise((resolve) => {
    stack.stack.send(what, target, {
      onResponse: (response) => response.status >= 200 && resolve(response),
      onFailure: resolve,
    });
  });
}
const statusOf = (answer: SipResponse | string) => (typeof answer === 'string' ? answer : answer.status);

/** Answers every call and remembers what it was asked. */
function answering(stack: RealStack): IncomingRequest[] {
  const heard: IncomingRequest[] = [];
  stack.stack.onRequest((incoming) => {
    heard.push(incoming);
    if (incoming.request.method === 'INVITE') incoming.respond(responseTo(incoming.request, 180, null));
    incoming.respond(responseTo(incoming.request, 200, null));
  });
  return heard;
}

describe.each(['udp', 'tcp', 'tls'] as const)('over %s', (transport) => {
  const listener = { address: '127.0.0.1', port: 0 };
  const listeners = [
    transport === 'tls' ? { ...listener, transport, tls: certificate } : { ...listener, transport },
    { ...listener, transport: 'tcp' as const },
  ];

  it('a call is set up, acknowledged and ended, and a host name found', async () => {
    const [carrier, centre] = [
      await start({ listeners, trustedAuthorities: [certificate.cert] }),
      await start({ listeners }),
    ];
    const heard = answering(centre);
    const target: Target = { to: 'address', transport, host: 'localhost', port: centre.port(transport) };
    expect(statusOf(await ask(carrier, request('INVITE', 1), target))).toBe(200);
    carrier.stack.sendAck(request('ACK', 1), target);
    expect(statusOf(await ask(carrier, request('BYE', 2), target))).toBe(200);
    expect(heard.map((incoming) => incoming.request.method)).toEqual(['INVITE', 'ACK', 'BYE']);
    expect(new Set(heard.map(({ flow }) => flow.id)).size).toBe(1);
    expect(
      heard[0]?.request.headers[0]?.value.startsWith(
        `SIP/2.0/${transport.toUpperCase()} 127.0.0.1:${carrier.port(transport)};`,
      ),
    ).toBe(true);
    expect(header(heard[0]?.request as SipRequest, 'From')).toContain('陳大文');
  });

  it('the called side sends requests back on the flow that the call came in on', async () => {
    const [carrier, centre] = [
      await start({ listeners, trustedAuthorities: [certificate.cert] }),
      await start({ listeners }),
    ];
    const heard = answering(centre);
    answering(carrier);
    await ask(carrier, request('INVITE', 1), {
      to: 'address',
      transport,
      host: '127.0.0.1',
      port: centre.port(transport),
    });
    const flow = heard[0]?.flow as Flow;
    expect(statusOf(await ask(centre, request('BYE', 1), { to: 'flow', flow }))).toBe(200);
    expect(centre.stack.localAddress({ to: 'flow', flow })).toEqual({
      host: '127.0.0.1',
      port: centre.port(transport),
      transport,
    });
  });

  it('a peer that is not there is told', async () => {
    const carrier = await start({ listeners, limits: { transport: { connectWithin: 500 } } });
    const closed = await start({ listeners });
    const port = closed.port(transport);
    await closed.close();
    const unknown = ask(carrier, request('OPTIONS', 1), {
      to: 'address',
      transport,
      host: 'no.such.host',
      port: 5060,
    });
    expect(await unknown).toBe('transport');
    if (transport === 'udp') return;
    expect(
      await ask(carrier, request('OPTIONS', 2), { to: 'address', transport, host: '127.0.0.1', port }),
    ).toBe('transport');
  });
});

describe('over TLS', () => {
  it('a carrier whose certificate nobody vouches for is not talked to', async () => {
    const listeners = [{ transport: 'tls' as const, address: '127.0.0.1', port: 0, tls: certificate }];
    const [centre, impostor] = [await start({ listeners }), await start({ listeners })];
    const heard = answering(impostor);
    const target: Target = { to: 'address', transport: 'tls', host: 'localhost', port: impostor.port('tls') };
    expect(await ask(centre, request('OPTIONS', 1), target)).toBe('transport');
    expect(heard).toEqual([]);
  });
});

function text(
  method: string,
  { callId = 'w1', via = 'SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bKw1', number = 1 } = {},
) {
  return (
    `${method} sip:service@localhost SIP/2.0\r\nVia: ${via}\r\nMax-Forwards: 70\r\nFrom: <sip:maya@localhost>;tag=m\r\nTo: <sip:service@localhost>\r\n` +
    `Call-ID: ${callId}\r\nCSeq: ${number} ${method}\r\nContent-Length: 0\r\n\r\n`
  );
}

async function webSocketTo(
  stack: RealStack,
  subprotocols: string[] = ['sip'],
): Promise<WebSocket & { received: string[] }> {
  const webSocket = new WebSocket(`ws://127.0.0.1:${stack.port('ws')}/sip`, subprotocols);
  const received: string[] = [];
  webSocket.on('message', (data: Buffer, binary) =>
    received.push(`${binary ? 'binary ' : ''}${data.toString('utf8')}`),
  );
  await new Promise((resolve, reject) => {
    webSocket.once('open', resolve);
    webSocket.once('error', reject);
  });
  return Object.assign(webSocket, { received });
}
const until = async (holds: () => boolean) => {
  for (let turn = 0; turn < 200 && !holds(); turn += 1) await wait(10);
  expect(holds()).toBe(true);
};

describe('over WebSocket, RFC 7118', () => {
  it('Maya’s page sends text or binary frames and hears text', async () => {
    const centre = await start();
    const heard = answering(centre);
    const page = await webSocketTo(centre);
    page.send(text('OPTIONS'));
    page.send(
      Buffer.from(text('OPTIONS', { via: 'SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bKw2', callId: 'w2' })),
    );
    await until(() => page.received.length === 2);
    expect(page.received.every((one) => one.startsWith('SIP/2.0 200 OK\r\n'))).toBe(true);
    expect(heard[0]?.flow).toMatchObject({ transport: 'ws', open: true, remoteAddress: '127.0.0.1' });
  });

  it('a call is sent to her page on the flow that she registered with, and fails at once when the page closes', async () => {
    const centre = await start();
    const heard = answering(centre);
    const closed: string[] = [];
    centre.stack.onFlowClosed((flow) => closed.push(flow.id));
    const page = await webSocketTo(centre);
    page.send(text('REGISTER'));
    await until(() => page.received.length === 1);
    const flow = heard[0]?.flow as Flow;
    const answer = ask(centre, request('INVITE', 1), { to: 'flow', flow });
    await until(() => page.received.length === 2);
    expect(page.received[1]).toContain(`Via: SIP/2.0/WS 127.0.0.1:${centre.port('ws')};`);
    page.terminate();
    expect(await answer).toBe('transport');
    expect(closed).toEqual([flow.id]);
    expect(await ask(centre, request('OPTIONS', 2), { to: 'flow', flow })).toBe('transport');
  });

  it('blank lines are a keep-alive', async () => {
    const centre = await start();
    const page = await webSocketTo(centre);
    page.send('\r\n\r\n');
    await until(() => page.received.length === 1);
    expect(page.received).toEqual(['\r\n']);
  });

  it('a page that offers no SIP is turned away with a sentence', async () => {
    const centre = await start();
    await expect(webSocketTo(centre, ['chat'])).rejects.toThrow('400');
    expect(centre.stack.counters['flowsRefused']).toBe(1);
  });

  it('evicting a station closes its page', async () => {
    const centre = await start();
    const heard = answering(centre);
    const page = await webSocketTo(centre);
    page.send(text('REGISTER'));
    await until(() => page.received.length === 1);
    heard[0]?.flow.close();
    await until(() => page.readyState === WebSocket.CLOSED);
    expect(heard[0]?.flow.open).toBe(false);
  });

  it('a page that went away without a word is noticed by its missing pongs', async () => {
    const centre = await start({ limits: { transport: { webSocketPing: 300 } } });
    const closed: string[] = [];
    centre.stack.onFlowClosed((flow) => closed.push(flow.id));
    const socket = connect(centre.port('ws'), '127.0.0.1');
    sockets.push(socket);
    socket.write(
      `GET /sip HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`,
    );
    await until(() => closed.length === 1);
  });
});

async function datagrams() {
  const socket = createSocket('udp4');
  const received: string[] = [];
  socket.on('message', (bytes) => received.push(bytes.toString()));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { socket, received, port: socket.address().port };
}

describe('where responses go', () => {
  it('RFC 3581: back to the port they came from, when rport asks for it', async () => {
    const centre = await start();
    answering(centre);
    const { socket, received, port } = await datagrams();
    socket.send(
      text('OPTIONS', { via: 'SIP/2.0/UDP 10.9.9.9:1234;rport;branch=z9hG4bK1' }),
      centre.port('udp'),
      '127.0.0.1',
    );
    await until(() => received.length === 1);
    expect(received[0]).toContain(
      `Via: SIP/2.0/UDP 10.9.9.9:1234;branch=z9hG4bK1;received=127.0.0.1;rport=${port}\r\n`,
    );
    socket.close();
  });

  it('section 18.2.2: to the port in Via at the address they came from, without', async () => {
    const centre = await start();
    answering(centre);
    const [one, other] = [await datagrams(), await datagrams()];
    one.socket.send(
      text('OPTIONS', { via: `SIP/2.0/UDP 10.9.9.9:${other.port};branch=z9hG4bK1;maddr=10.1.1.1` }),
      centre.port('udp'),
      '127.0.0.1',
    );
    await until(() => other.received.length === 1);
    expect(one.received).toEqual([]);
    one.socket.close();
    other.socket.close();
  });

  it('on a new connection to the port in Via, when the old one has closed', async () => {
    const centre = await start();
    const asked: IncomingRequest[] = [];
    centre.stack.onRequest((incoming) => asked.push(incoming));
    const back: string[] = [];
    const server = createServer((socket) => socket.on('data', (bytes) => back.push(bytes.toString())));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const socket = connect(centre.port('tcp'), '127.0.0.1');
    socket.write(text('INVITE', { via: `SIP/2.0/TCP 127.0.0.1:${port};branch=z9hG4bK1` }));
    await until(() => asked.length === 1);
    socket.destroy();
    await until(() => asked[0]?.flow.open === false);
    asked[0]?.respond(responseTo(asked[0].request, 486, null));
    await until(() => back.length === 1);
    expect(back[0]).toMatch(/^SIP\/2.0 486 /);
    server.close();
    server.unref();
  });

  it('a packet from port 0 is not answered', async () => {
    const { UdpListener } = await import('./udp-listener.ts');
    const heard: unknown[] = [];
    const counters = { dropped: 0 };
    const parts = {
      counters,
      hearing: { message: (read: unknown) => heard.push(read), closed: () => {} },
      lookUp: () => {},
    };
    const listener = new UdpListener({ transport: 'udp', address: '127.0.0.1', port: 0 }, parts as never);
    listener.receive(Buffer.from(text('OPTIONS')), { address: '127.0.0.1', port: 0 });
    expect(heard).toEqual([]);
    expect(counters.dropped).toBe(1);
  });
});

describe('what peers are told about where we are', () => {
  const everywhere = { transport: 'udp' as const, address: '0.0.0.0', port: 0 };

  it('is the advertised host when there is one, and responses to it are taken', async () => {
    const centre = await start({ listeners: [{ ...everywhere, advertise: 'SIP.Ringside.example' }] });
    const carrier = await start();
    const heard = answering(carrier);
    const target: Target = { to: 'address', transport: 'udp', host: '127.0.0.1', port: carrier.port('udp') };
    expect(statusOf(await ask(centre, request('OPTIONS', 1), target))).toBe(200);
    expect(heard[0]?.request.headers[0]?.value).toContain(` SIP.Ringside.example:${centre.port('udp')};`);
    expect(centre.stack.localAddress(target).host).toBe('SIP.Ringside.example');
  });

  it('is else the address of ours that is nearest to the peer', async () => {
    const centre = await start({ listeners: [everywhere] });
    const towards = (host: string) =>
      centre.stack.localAddress({ to: 'address', transport: 'udp', host, port: 5060 });
    expect(towards('127.0.0.1').host).toBe('127.0.0.1');
    expect(towards('198.51.100.7').host).not.toBe('0.0.0.0');
  });

  it('is the listener that can reach the peer at all', async () => {
    const [near, far] = [{ ...everywhere, address: '127.0.0.1' }, everywhere];
    const centre = await start({ listeners: [near, far] });
    const [loopback, all] = centre.stack.listening.map((one) => Number(one.slice(one.lastIndexOf(':') + 1)));
    const port = (host: string) =>
      centre.stack.localAddress({ to: 'address', transport: 'udp', host, port: 5060 }).port;
    expect([port('127.0.0.1'), port('198.51.100.7')]).toEqual([loopback, all]);
  });
});

describe('a listener that can not be opened', () => {
  it.each(['udp', 'tcp'] as const)('says which %s port is in use and what to do', async (transport) => {
    const first = await start();
    const listeners = [
      { transport: transport === 'udp' ? ('tcp' as const) : ('udp' as const), address: '127.0.0.1', port: 0 },
      { transport, address: '127.0.0.1', port: first.port(transport) },
    ];
    const fault: unknown = await startRealStack({ listeners }).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(ListenFault);
    expect(String(fault)).toContain(`${transport.toUpperCase()} 127.0.0.1 port ${first.port(transport)}`);
    expect(String(fault)).toContain('EADDRINUSE');
  });

  it('says that the address is not of this machine', async () => {
    const fault: unknown = await startRealStack({
      listeners: [{ transport: 'udp', address: '192.0.2.1', port: 0 }],
    }).catch((cause: unknown) => cause);
    expect(String(fault)).toContain('EADDRNOTAVAIL');
  });

  it('says that key and certificate are not right', async () => {
    const listeners = [
      { transport: 'tls' as const, address: '127.0.0.1', port: 0, tls: { key: 'none', cert: 'none' } },
    ];
    const fault: unknown = await startRealStack({ listeners }).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(ListenFault);
    expect(String(fault)).toContain('key and certificate');
  });
});

describe('connections that cost too much', () => {
  const limited = (transport: object) => start({ limits: { transport } });
  const tcp = (stack: RealStack) => {
    const socket = connect(stack.port('tcp'), '127.0.0.1');
    const state = { closed: false, received: '' };
    socket.on('error', () => {});
    socket.on('close', () => (state.closed = true));
    socket.on('data', (bytes) => (state.received += String(bytes)));
    sockets.push(socket);
    return Object.assign(socket, { state });
  };

  it('a sender that is too slow, or says nothing, is closed; one that speaks stays', async () => {
    const centre = await limited({ messageWithin: 500 });
    answering(centre);
    const [slow, silent, good] = [tcp(centre), tcp(centre), tcp(centre)];
    const dribble = setInterval(() => slow.write('x'), 100);
    good.write(text('OPTIONS', { via: 'SIP/2.0/TCP h;branch=z9hG4bK1' }));
    await until(() => slow.state.closed && silent.state.closed);
    clearInterval(dribble);
    expect(good.state.received).toMatch(/^SIP\/2.0 200 /);
    expect(good.state.closed).toBe(false);
  });

  it('an idle connection is closed', async () => {
    const centre = await limited({ idle: 300 });
    answering(centre);
    const idle = tcp(centre);
    idle.write(text('OPTIONS', { via: 'SIP/2.0/TCP h;branch=z9hG4bK1' }));
    await until(() => idle.state.received !== '');
    await until(() => idle.state.closed);
  });

  it('more than one address may have are refused, and a place that is left can be taken', async () => {
    const centre = await limited({ connectionsPerAddress: 2 });
    const [one, two] = [tcp(centre), tcp(centre)];
    await until(() => centre.stack.counters['flowsOpened'] === 2);
    const three = tcp(centre);
    await until(() => three.state.closed);
    expect(one.state.closed || two.state.closed).toBe(false);
    one.destroy();
    await until(() => centre.stack.counters['flowsClosed'] === 1);
    const four = tcp(centre);
    await until(() => centre.stack.counters['flowsOpened'] === 3);
    expect(four.state.closed).toBe(false);
  });

  it('a peer that asks and never reads is closed before it fills the memory', async () => {
    const centre = await limited({ unsentBytes: 200_000 });
    const long = new Uint8Array(60_000);
    centre.stack.onRequest(({ request: asked, respond }) =>
      respond(responseTo(asked, 200, null, { body: long })),
    );
    const greedy = tcp(centre);
    greedy.removeAllListeners('data');
    greedy.pause();
    for (let number = 0; number < 1_000 && !centre.stack.counters['flowsClosed']; number += 1) {
      greedy.write(text('OPTIONS', { via: `SIP/2.0/TCP h;branch=z9hG4bK${number}`, callId: `g${number}` }));
      await wait(1);
    }
    expect(centre.stack.counters['flowsClosed']).toBe(1);
    expect(centre.warnings.join()).toContain('SIP connection closed');
  });

  it('CRLF CRLF is answered with CRLF', async () => {
    const centre = await start();
    const socket = tcp(centre);
    socket.write('\r\n\r\n');
    await until(() => socket.state.received === '\r\n');
  });

  it('a second request on a known connection goes the same way', async () => {
    const centre = await start();
    const heard = answering(centre);
    const socket = tcp(centre);
    socket.write(
      text('OPTIONS', { via: 'SIP/2.0/TCP h;branch=z9hG4bK1' }) +
        text('OPTIONS', { via: 'SIP/2.0/TCP h;branch=z9hG4bK2', callId: 'x' }),
    );
    await until(() => heard.length === 2);
    expect(headers(heard[1]?.request as SipRequest, 'Via')).toHaveLength(1);
    expect(heard[0]?.flow).toBe(heard[1]?.flow);
  });
});
