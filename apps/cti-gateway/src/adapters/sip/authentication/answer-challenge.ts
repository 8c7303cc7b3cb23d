import { formatAuthentication, parseAuthentication, type AuthenticationValue } from '../message/challenge.ts';
import type { SipHeader, SipRequest, SipResponse } from '../message/message.ts';
import { algorithmNamed, digestResponse, ha1Of, hashHex } from './digest.ts';

export interface Account {
  readonly userName: string;
  readonly password: string;
}

export interface AnswerParts {
  /** what will be sent again; its method, URI and body are signed */
  readonly request: Pick<SipRequest, 'method' | 'uri' | 'body'>;
  readonly account: Account;
  /** unguessable, new for each nonce */
  readonly cnonce: string;
  /** how often this nonce was used with this one, from 1 */
  readonly count: number;
}

/** The header that answers a 401 or 407 (RFC 3261 section 22.2): the topmost challenge that can be met; null when none can. */
export function answerChallenge(response: SipResponse, parts: AnswerParts): SipHeader | null {
  const proxy = response.status === 407;
  const asked = proxy ? 'Proxy-Authenticate' : 'WWW-Authenticate';
  for (const { name, value } of response.headers) {
    const challenge = name === asked ? parseAuthentication(value) : null;
    const credentials = challenge === null ? null : credentialsFor(challenge, parts);
    if (credentials !== null)
      return { name: proxy ? 'Proxy-Authorization' : 'Authorization', value: credentials };
  }
  return null;
}

/** Whether a repeated challenge only wants a fresh nonce; otherwise the password is wrong and asking again is useless. */
export function isStale(response: SipResponse): boolean {
  return response.headers.some(({ name, value }) => {
    if (name !== 'WWW-Authenticate' && name !== 'Proxy-Authenticate') return false;
    return parseAuthentication(value)?.pairs.get('stale')?.toLowerCase() === 'true';
  });
}

function credentialsFor({ scheme, pairs }: AuthenticationValue, parts: AnswerParts): string | null {
  const named = pairs.get('algorithm');
  const session = named?.toLowerCase().endsWith('-sess') ?? false;
  const algorithm = algorithmNamed(session ? named?.slice(0, -5) : named);
  const [realm, nonce] = [pairs.get('realm'), pairs.get('nonce')];
  const qop = chooseQop(pairs.get('qop'));
  if (
    scheme !== 'digest' ||
    algorithm === null ||
    realm === undefined ||
    nonce === undefined ||
    qop === undefined
  )
    return null;
  const { request, account, cnonce, count } = parts;
  const nc = count.toString(16).padStart(8, '0');
  const quality = qop === null ? null : { qop, nc, cnonce };
  const plain = ha1Of(algorithm, account.userName, realm, account.password);
  const ha1 = session ? hashHex(algorithm, `${plain}:${nonce}:${cnonce}`) : plain;
  const response = digestResponse({ ...request, algorithm, ha1, nonce, quality });
  const written: (readonly [string, string])[] = [
    ['username', account.userName],
    ['realm', realm],
    ['nonce', nonce],
  ];
  written.push(['uri', request.uri], ['response', response]);
  if (named !== undefined) written.push(['algorithm', named]);
  if (quality !== null) written.push(['qop', quality.qop], ['nc', nc]);
  if (quality !== null || session) written.push(['cnonce', cnonce]);
  const opaque = pairs.get('opaque');
  return formatAuthentication(
    'credentials',
    opaque === undefined ? written : [...written, ['opaque', opaque]],
  );
}

/** null for a challenge that offers none (RFC 2069), undefined when it offers only what nobody here speaks */
function chooseQop(offered: string | undefined): 'auth' | 'auth-int' | null | undefined {
  if (offered === undefined) return null;
  const options = offered.split(',').map((one) => one.trim().toLowerCase());
  return options.includes('auth') ? 'auth' : options.includes('auth-int') ? 'auth-int' : undefined;
}
