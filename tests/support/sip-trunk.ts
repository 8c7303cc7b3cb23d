import { createSocket, type Socket } from 'node:dgram';
import { branch, first, readSip, replyTo, sdpAt, token, writeSip, type Received } from './sip-text.ts';

/** A carrier over UDP that places many calls from one socket and times them: for load, and for callers that misbehave. */
export interface SipTrunk {
  readonly port: number;
  place(call: {
    readonly from: string;
    readonly to: string;
    readonly headers?: readonly (readonly [string, string])[];
  }): PlacedCall;
  close(): Promise<void>;
}

export interface PlacedCall {
  readonly callId: string;
  readonly placedAt: number;
  /** performance.now() when a status of that class or exact number came */
  readonly answered: Promise<{ readonly at: number; readonly status: number; readonly response: Received }>;
  readonly ended: Promise<{ readonly by: 'gateway' | 'caller' }>;
  /** BYE, once the call is answered */
  hangUp(): void;
  cancel(): void;
}

export async function openTrunk(settings: {
  readonly gatewayPort: number;
  readonly port?: number;
  readonly rtpPort: number;
}): Promise<SipTrunk> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 });
  await new Promise<void>((bound) => socket.bind(settings.port ?? 0, '127.0.0.1', bound));
  // a carrier does not mind that a gateway is away for a moment
  socket.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'ECONNREFUSED') throw fault;
  });
  // to a peer that is known a datagram leaves at once, not after its address was looked up
  await new Promise<void>((connected) => socket.connect(settings.gatewayPort, '127.0.0.1', connected));
  const calls = new Map<string, CallPeer>();
  socket.on('message', (bytes) => {
    const message = readSip(bytes.toString('utf8'));
    const call = calls.get(first(message, 'call-id'));
    if (call) call.receive(message);
    else if (message.status === 0 && message.method !== 'ACK')
      send(replyTo(message, message.method === 'OPTIONS' ? '200 OK' : '481 Gone', token()));
  });
  const send = (message: string | Buffer): void => socket.send(message);
  const { port } = socket.address();
  return {
    port,
    place: (call) => {
      const peer = placeCall({
        call,
        send,
        port,
        gatewayPort: settings.gatewayPort,
        rtpPort: settings.rtpPort,
      });
      calls.set(peer.placed.callId, peer);
      void peer.placed.ended.then(() => setTimeout(() => calls.delete(peer.placed.callId), 5_000).unref());
      return peer.placed;
    },
    close: () => closed(socket),
  };
}

interface CallPeer {
  readonly placed: PlacedCall;
  receive(message: Received): void;
}

function placeCall(parts: {
  call: Parameters<SipTrunk['place']>[0];
  send: (message: string | Buffer) => void;
  port: number;
  gatewayPort: number;
  rtpPort: number;
}): CallPeer {
  const { call, send, port, gatewayPort } = parts;
  const [callId, fromTag, inviteBranch] = [`${token()}@test`, token(), branch()];
  const uri = `sip:${call.to}@127.0.0.1:${gatewayPort}`;
  const answered = Promise.withResolvers<{ at: number; status: number; response: Received }>();
  const ended = Promise.withResolvers<{ by: 'gateway' | 'caller' }>();
  let remote = { to: `<${uri}>`, target: uri };
  const headersOf = (method: string, number: number, via: string): [string, string][] => [
    ['Via', `SIP/2.0/UDP 127.0.0.1:${port};branch=${via};rport`],
    ['Max-Forwards', '70'],
    ['From', `<sip:${call.from}@127.0.0.1:${port}>;tag=${fromTag}`],
    ['To', method === 'INVITE' || method === 'CANCEL' ? `<${uri}>` : remote.to],
    ['Call-ID', callId],
    ['CSeq', `${number} ${method}`],
    ['Contact', `<sip:${call.from}@127.0.0.1:${port}>`],
  ];
  const invite = writeSip(
    `INVITE ${uri} SIP/2.0`,
    [...headersOf('INVITE', 1, inviteBranch), ...(call.headers ?? [])],
    sdpAt(parts.rtpPort),
  );
  const bytes = Buffer.from(invite);
  const placedAt = performance.now();
  send(bytes);
  let heard = false;
  const again = setInterval(() => (heard ? clearInterval(again) : send(bytes)), 500);
  again.unref();
  setTimeout(() => clearInterval(again), 8_000).unref();

  const onResponse = (message: Received): void => {
    heard = true;
    if (message.method !== 'INVITE' || message.status < 200) return;
    remote = { to: first(message, 'to'), target: /<([^>]+)>/.exec(first(message, 'contact'))?.[1] ?? uri };
    const success = message.status < 300;
    send(
      writeSip(
        `ACK ${success ? remote.target : uri} SIP/2.0`,
        headersOf('ACK', 1, success ? branch() : inviteBranch),
      ),
    );
    answered.resolve({ at: performance.now(), status: message.status, response: message });
    if (!success) ended.resolve({ by: 'gateway' });
  };
  return {
    placed: {
      callId,
      placedAt,
      answered: answered.promise,
      ended: ended.promise,
      hangUp: () => {
        void answered.promise.then(({ status }) => {
          if (status >= 300) return;
          send(writeSip(`BYE ${remote.target} SIP/2.0`, headersOf('BYE', 2, branch())));
          ended.resolve({ by: 'caller' });
        });
      },
      cancel: () => send(writeSip(`CANCEL ${uri} SIP/2.0`, headersOf('CANCEL', 1, inviteBranch))),
    },
    receive: (message) => {
      if (message.status > 0) return onResponse(message);
      if (message.method === 'ACK') return;
      send(replyTo(message, '200 OK', token()));
      if (message.method === 'BYE') ended.resolve({ by: 'gateway' });
    },
  };
}

function closed(socket: Socket): Promise<void> {
  return new Promise((settle) => socket.close(() => settle()));
}
