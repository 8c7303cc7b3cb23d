import { WebSocket } from 'ws';
import type { StationCredentials } from '@ringside/shared/protocol/down';
import {
  authorization,
  branch,
  first,
  readSip,
  replyTo,
  token,
  writeSip,
  type Received,
} from './sip-text.ts';

/** The telephone in an agent's page without the page: registers over WebSocket (RFC 7118), rings, never answers. */
export interface PageStation {
  onInvite(hear: (request: Received, at: number) => void): void;
  close(): void;
}

export async function startPageStation(settings: {
  /** of the gateway's web server */
  readonly url: string;
  readonly credentials: StationCredentials;
}): Promise<PageStation> {
  const { credentials } = settings;
  const address = new URL(credentials.webSocketUrl, settings.url.replace(/^http/, 'ws'));
  const socket = new WebSocket(address, 'sip', { perMessageDeflate: false });
  const host = `${token()}.invalid`;
  const send = (text: string): void => socket.send(text);
  const listeners: ((request: Received, at: number) => void)[] = [];
  const registered = Promise.withResolvers<void>();
  const registration = { callId: token(), tag: token(), host, attempts: 0 };
  socket.once('open', () => register(send, credentials, registration));
  socket.once('error', registered.reject);
  const ringing = new Map<string, Received>();
  const toTag = token();

  // taken when its octets come, before the frame is read
  let at = 0;
  socket.once('upgrade', (response) => response.socket.on('data', () => (at = performance.now())));
  socket.on('message', (data: Buffer) => {
    const message = readSip(data.toString('utf8'));
    if (message.status > 0) {
      if (message.method !== 'REGISTER') return;
      if (message.status === 401 && registration.attempts < 2)
        return register(send, credentials, registration, message);
      return message.status === 200
        ? registered.resolve()
        : registered.reject(new Error(`REGISTER: ${message.start}`));
    }
    if (message.method === 'INVITE') {
      for (const hear of listeners) hear(message, at);
      ringing.set(first(message, 'call-id'), message);
      const contact = ['Contact', `<sip:${token()}@${host};transport=ws>`] as const;
      return send(replyTo(message, '180 Ringing', toTag, [contact]));
    }
    if (message.method === 'ACK') return;
    send(replyTo(message, '200 OK', toTag));
    if (message.method === 'CANCEL') {
      const invite = ringing.get(first(message, 'call-id'));
      ringing.delete(first(message, 'call-id'));
      if (invite) send(replyTo(invite, '487 Request Terminated', toTag));
    }
  });
  await registered.promise;
  return { onInvite: (hear) => listeners.push(hear), close: () => socket.close() };
}

interface Registration {
  readonly callId: string;
  readonly tag: string;
  readonly host: string;
  attempts: number;
}

function register(
  send: (text: string) => void,
  { address, userName, secret }: StationCredentials,
  registration: Registration,
  challenged?: Received,
): void {
  const { callId, tag, host } = registration;
  registration.attempts += 1;
  const uri = `sip:${address.slice(address.indexOf('@') + 1)}`;
  const login = { userName, secret, method: 'REGISTER', uri };
  const proof = challenged
    ? [['Authorization', authorization(challenged.headers.get('www-authenticate') ?? [], login)] as const]
    : [];
  send(
    writeSip(`REGISTER ${uri} SIP/2.0`, [
      ['Via', `SIP/2.0/WS ${host};branch=${branch()}`],
      ['Max-Forwards', '70'],
      ['From', `<${address}>;tag=${tag}`],
      ['To', `<${address}>`],
      ['Call-ID', callId],
      ['CSeq', `${registration.attempts} REGISTER`],
      ['Contact', `<sip:${userName}@${host};transport=ws>;expires=600`],
      ...proof,
    ]),
  );
}
