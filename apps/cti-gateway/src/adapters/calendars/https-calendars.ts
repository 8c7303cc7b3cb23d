import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { CalendarFault } from '@ringside/shared/model/rota';
import { calendarAddress } from '../../domain/calendar/followed-calendar.ts';
import type { AskedCalendar, CalendarAnswer, CalendarReader } from '../../ports/calendar-reader.ts';
import { faultOf, Unreadable } from './fault-of.ts';
import type { Reachable } from './reachable.ts';

/** ABSENT-10 */
const [mostRedirects, mostBytes, longestEtag] = [3, 2_000_000, 200];

interface Settings {
  readonly reachable: Reachable;
  /** PEM of whoever signed the servers' certificates, where that is no public authority */
  readonly ca?: string;
}

/** Reads calendars over https, each over a connection of its own: an hour is longer than any would be kept. */
export const httpsCalendars = (settings: Settings): CalendarReader => ({
  read: async ({ address, etag, within }, cutOff) => {
    const ends = AbortSignal.any([cutOff, AbortSignal.timeout(within)]);
    try {
      return await answerFrom(settings, { address, etag }, ends);
    } catch (cause) {
      return { is: 'fault', fault: ends.aborted ? 'tooSlow' : faultOf(cause) };
    }
  },
});

async function answerFrom(
  settings: Settings,
  { address, etag }: Pick<AskedCalendar, 'address' | 'etag'>,
  ends: AbortSignal,
): Promise<CalendarAnswer> {
  let at = new URL(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await ask(settings, at, etag, ends);
    try {
      const next = redirectOf(answer, at);
      if (next === null) return await readAnswer(answer, etag !== null, ends);
      at = next;
    } finally {
      answer.destroy();
    }
  }
  throw new Unreadable('tooManyRedirects');
}

function ask(
  { reachable, ca }: Settings,
  url: URL,
  etag: string | null,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (!reachable.host(url.hostname)) throw new Unreadable('notAllowed');
  const headers = {
    accept: 'text/calendar',
    'accept-encoding': 'identity',
    'user-agent': 'Ringside',
    ...(etag !== null && { 'if-none-match': etag }),
  };
  return new Promise((resolve, reject) => {
    request(url, {
      ...{ headers, signal, agent: false, lookup: reachable.lookup, rejectUnauthorized: true },
      ...(ca !== undefined && { ca }),
    })
      .on('response', resolve)
      .on('error', reject)
      // a server that speaks something else (101) ends it without an error
      .on('close', () => reject(new Unreadable('notReached')))
      .end();
  });
}

const redirects: readonly (number | undefined)[] = [301, 302, 303, 307, 308];

/** Where it is instead; null: here. Every place is under the same rules as the first (ABSENT-9). */
function redirectOf({ statusCode, headers: { location } }: IncomingMessage, from: URL): URL | null {
  if (!redirects.includes(statusCode) || location === undefined) return null;
  if (!URL.canParse(location, from.href)) throw new Unreadable('notValid');
  const to = new URL(location, from).href;
  const address = to.startsWith('https:') ? calendarAddress(to) : null;
  if (address === null) throw new Unreadable('notAllowed');
  return new URL(address);
}

async function readAnswer(
  answer: IncomingMessage,
  isKnown: boolean,
  ends: AbortSignal,
): Promise<CalendarAnswer> {
  const { statusCode = 0, headers } = answer;
  if (statusCode === 304 && isKnown) return { is: 'unchanged' };
  if (statusCode !== 200) throw new Unreadable(faultOfStatus(statusCode));
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw new Unreadable('tooLarge');
  const etag = headers.etag !== undefined && headers.etag.length <= longestEtag ? headers.etag : null;
  const text = await textOf(answer, ends);
  // what a server broke off midway may end well for HTTP; taken as whole it would remove what it no longer says
  if (!endOfCalendar.test(text.slice(-200).trimEnd())) throw new Unreadable('notCalendar');
  return { is: 'read', text, etag };
}

/** RFC 5545 section 3.4 */
const endOfCalendar = /(?:^|[\r\n])END:VCALENDAR$/iu;

/** Counted as they come in, and again as they are unpacked where a server packs though it was asked not to. */
async function textOf(answer: IncomingMessage, ends: AbortSignal): Promise<string> {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') throw new Unreadable('notCalendar');
  const body: Readable = encoding === 'gzip' ? unpacked(answer, ends) : answer;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Unreadable('tooLarge');
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

function unpacked(answer: IncomingMessage, ends: AbortSignal): Readable {
  const gunzip = createGunzip();
  const end = (): void => void gunzip.destroy(new Unreadable('tooSlow'));
  ends.addEventListener('abort', end, { once: true });
  gunzip.on('close', () => {
    ends.removeEventListener('abort', end);
    answer.destroy();
  });
  answer.on('error', (cause) => void gunzip.destroy(cause));
  return answer.pipe(gunzip);
}

function faultOfStatus(status: number): CalendarFault {
  if (status === 408 || status === 425 || status === 429 || status >= 500) return 'notNow';
  return 'notValid';
}
