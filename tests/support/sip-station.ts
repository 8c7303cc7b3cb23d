import { createSocket, type Socket } from 'node:dgram';
import type { StationCredentials } from '@ringside/shared/protocol/down';
import {
  authorization,
  branch,
  first,
  readSip,
  replyTo,
  sdpAt,
  token,
  writeSip,
  type Received,
} from './sip-text.ts';

/** An agent's desk phone over UDP with plain RTP. */
export interface SipStation {
  /** performance.now() of each INVITE received */
  readonly invites: readonly { readonly at: number; readonly callId: string; readonly request: Received }[];
  onInvite(hear: (request: Received, at: number) => void): void;
  /** takes its registration back, as a phone that is switched off does */
  signOff(): Promise<void>;
  /** ends the call in progress */
  hangUp(): void;
  close(): void;
}

export async function startStation(settings: StationSettings): Promise<SipStation> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 1024 * 1024 });
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  const station = stationOn(socket, settings);
  await station.register();
  return station;
}

export interface StationSettings {
  readonly gatewayPort: number;
  readonly credentials: StationCredentials;
  /** where it says that it listens for audio */
  readonly rtpPort: number;
  /** 'never' leaves it ringing, 'decline' answers 603 */
  readonly answer: 'atOnce' | 'never' | 'decline';
}

function stationOn(socket: Socket, settings: StationSettings): SipStation & { register(): Promise<void> } {
  const { credentials } = settings;
  const { port } = socket.address();
  const send = (text: string): void => socket.send(text, settings.gatewayPort, '127.0.0.1');
  const domain = credentials.address.slice(credentials.address.indexOf('@') + 1);
  const contact = `<sip:${credentials.userName}@127.0.0.1:${port}>`;
  const [registration, fromTag, toTag] = [token(), token(), token()];
  const invites: { at: number; callId: string; request: Received }[] = [];
  const listeners: ((request: Received, at: number) => void)[] = [];
  let registered: (() => void) | null = null;
  let refused: ((why: Error) => void) | null = null;
  let sequence = 0;
  let open: Received | null = null;

  let expires = 600;
  let tries = 0;
  const register = (credential?: readonly [string, string]): void => {
    sequence += 1;
    tries += 1;
    const headers: [string, string][] = [
      ['Via', `SIP/2.0/UDP 127.0.0.1:${port};branch=${branch()};rport`],
      ['Max-Forwards', '70'],
      ['From', `<${credentials.address}>;tag=${fromTag}`],
      ['To', `<${credentials.address}>`],
      ['Call-ID', registration],
      ['CSeq', `${sequence} REGISTER`],
      ['Contact', `${contact};expires=${expires}`],
    ];
    send(writeSip(`REGISTER sip:${domain} SIP/2.0`, credential ? [...headers, [...credential]] : headers));
  };
  const onRegisterReply = (message: Received): void => {
    if (message.status === 401 && tries < 2) {
      const login = {
        userName: credentials.userName,
        secret: credentials.secret,
        method: 'REGISTER',
        uri: `sip:${domain}`,
      };
      register(['Authorization', authorization(message.headers.get('www-authenticate') ?? [], login)]);
    } else if (message.status === 200) registered?.();
    else if (message.status >= 300) refused?.(new Error(`REGISTER: ${message.start}`));
  };
  const onInvite = (request: Received): void => {
    const at = performance.now();
    invites.push({ at, callId: first(request, 'call-id'), request });
    for (const hear of listeners) hear(request, at);
    if (settings.answer === 'decline') return send(replyTo(request, '603 Decline', toTag));
    send(replyTo(request, '180 Ringing', toTag, [['Contact', contact]]));
    if (settings.answer === 'never') return;
    open = request;
    send(replyTo(request, '200 OK', toTag, [['Contact', contact]], sdpAt(settings.rtpPort)));
  };
  socket.on('message', (data) => {
    const message = readSip(data.toString('utf8'));
    if (message.status > 0) return message.method === 'REGISTER' ? onRegisterReply(message) : undefined;
    if (message.method === 'INVITE') return onInvite(message);
    if (message.method === 'ACK') return;
    if (message.method === 'BYE' || message.method === 'CANCEL') open = null;
    send(replyTo(message, '200 OK', toTag));
  });
  const registers = (forSeconds: number): Promise<void> =>
    new Promise((settle, fail) => {
      registered = settle;
      refused = fail;
      expires = forSeconds;
      tries = 0;
      register();
    });
  return {
    invites,
    onInvite: (hear) => listeners.push(hear),
    register: () => registers(600),
    signOff: () => registers(0),
    hangUp: () => {
      if (!open) return;
      send(byeFor(open, toTag, { contact, port }));
      open = null;
    },
    close: () => socket.close(),
  };
}

function byeFor(
  invite: Received,
  toTag: string,
  { contact, port }: { contact: string; port: number },
): string {
  const target = /<([^>]+)>/.exec(first(invite, 'contact'))?.[1] ?? '';
  const routes = (invite.headers.get('record-route') ?? []).map((route) => ['Route', route] as const);
  return writeSip(`BYE ${target} SIP/2.0`, [
    ['Via', `SIP/2.0/UDP 127.0.0.1:${port};branch=${branch()};rport`],
    ['Max-Forwards', '70'],
    ...routes,
    ['From', `${first(invite, 'to')};tag=${toTag}`],
    ['To', first(invite, 'from')],
    ['Call-ID', first(invite, 'call-id')],
    ['CSeq', '1 BYE'],
    ['Contact', contact],
  ]);
}
