import { createSocket } from 'node:dgram';
import { createHash } from 'node:crypto';
import { first, readSip, replyTo, token, type Received } from './sip-text.ts';

/** A carrier's registrar over UDP: it challenges with MD5, as most do, and keeps one contact. */
export interface Registrar {
  readonly port: number;
  readonly challenged: number;
  /** where calls to the registered number would go; null while nobody is registered */
  readonly contact: string | null;
  close(): void;
}

export async function startRegistrar(account: {
  readonly userName: string;
  readonly password: string;
}): Promise<Registrar> {
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  const nonce = token();
  const state = { challenged: 0, contact: null as string | null };
  socket.on('message', (bytes, from) => {
    const request = readSip(bytes.toString('utf8'));
    if (request.status > 0 || request.method === 'ACK') return;
    socket.send(answer(request), from.port, from.address);
  });

  function answer(request: Received): string {
    if (request.method !== 'REGISTER') return replyTo(request, '200 OK', token());
    if (!proves(first(request, 'authorization'), { ...account, nonce })) {
      state.challenged += 1;
      const challenge = `Digest realm="carrier.example", nonce="${nonce}", qop="auth", algorithm=MD5`;
      return replyTo(request, '401 Unauthorized', token(), [['WWW-Authenticate', challenge]]);
    }
    const contact = first(request, 'contact');
    const lasts = /expires=(\d+)/.exec(contact)?.[1] ?? first(request, 'expires');
    state.contact = lasts === '0' ? null : contact;
    return replyTo(request, '200 OK', token(), lasts === '0' ? [] : [['Contact', contact]]);
  }

  return {
    port: socket.address().port,
    get challenged() {
      return state.challenged;
    },
    get contact() {
      return state.contact;
    },
    close: () => void socket.close(),
  };
}

/** RFC 2617 section 3.2.2 with qop=auth. */
function proves(
  credentials: string,
  account: { readonly userName: string; readonly password: string; readonly nonce: string },
): boolean {
  const word = (name: string): string => new RegExp(`[ ,]${name}="?([^",]*)`).exec(credentials)?.[1] ?? '';
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const ha1 = md5(`${account.userName}:carrier.example:${account.password}`);
  const ha2 = md5(`REGISTER:${word('uri')}`);
  const expected = md5(`${ha1}:${account.nonce}:${word('nc')}:${word('cnonce')}:auth:${ha2}`);
  return word('nonce') === account.nonce && word('response') === expected;
}
