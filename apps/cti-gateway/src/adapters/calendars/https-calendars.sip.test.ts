import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CalendarAnswer } from '../../ports/calendar-reader.ts';
import { selfSignedCertificate } from '../sip/transport/testing/self-signed-certificate.ts';
import { httpsCalendars } from './https-calendars.ts';
import { reachable } from './reachable.ts';

const certificate = selfSignedCertificate();
const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
let answers: (request: IncomingMessage, response: ServerResponse) => void;
let heard: IncomingMessage[] = [];
const server = createServer(certificate, (request, response) => {
  heard.push(request);
  answers(request, response);
});
let port = 0;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
});

interface Asking {
  readonly address?: string;
  readonly etag?: string | null;
  readonly within?: number;
  readonly allowed?: readonly string[];
  readonly ca?: string | null;
  readonly cutOff?: AbortSignal;
}
function read({
  etag = null,
  within = 20_000,
  allowed = ['localhost'],
  ...asking
}: Asking = {}): Promise<CalendarAnswer> {
  const ca = asking.ca === undefined ? certificate.cert : asking.ca;
  const calendars = httpsCalendars({ reachable: reachable(allowed), ...(ca !== null && { ca }) });
  const address = asking.address ?? `https://localhost:${port}/secret.ics`;
  return calendars.read({ address, etag, within }, asking.cutOff ?? new AbortController().signal);
}
const says =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = '') =>
  (_request: IncomingMessage, response: ServerResponse): void =>
    void response.writeHead(status, headers).end(body);
const fault = (word: string) => ({ is: 'fault', fault: word });

describe('a calendar over https', () => {
  test('ABSENT-7 it is read, with the state its server calls it by, unpacked and without cookies', async () => {
    answers = says(200, { etag: '"7"', 'content-type': 'text/calendar' }, `\uFEFF${text}`);
    expect(await read()).toEqual({ is: 'read', text, etag: '"7"' });
    const { headers, url, method } = heard[0] as IncomingMessage;
    expect([method, url, headers['accept-encoding']]).toEqual(['GET', '/secret.ics', 'identity']);
    expect(headers['if-none-match']).toBeUndefined();
  });

  test('ABSENT-13 who knows it already is told that it is unchanged; who does not is not', async () => {
    answers = says(304);
    expect(await read({ etag: '"7"' })).toEqual({ is: 'unchanged' });
    expect(heard[0]?.headers['if-none-match']).toBe('"7"');
    expect(await read()).toEqual(fault('notValid'));
  });

  test('ABSENT-8 half a calendar whose answer ends well is none', async () => {
    answers = says(200, {}, 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:course\r\n');
    expect(await read()).toEqual(fault('notCalendar'));
    answers = says(200, {}, 'BEGIN:VCALENDAR\nX-END:VCALENDAR');
    expect(await read()).toEqual(fault('notCalendar'));
    answers = says(200, {}, 'BEGIN:VCALENDAR\nEND:VCALENDAR\n\n');
    expect(await read()).toMatchObject({ is: 'read' });
  });

  test.each([
    [401, 'notValid'],
    [403, 'notValid'],
    [404, 'notValid'],
    [410, 'notValid'],
    [204, 'notValid'],
    [429, 'notNow'],
    [500, 'notNow'],
    [503, 'notNow'],
  ])('ABSENT-10 an answer %i is told as %s', async (status, word) => {
    answers = says(status);
    expect(await read()).toEqual(fault(word));
  });

  test('ABSENT-10 more than 2 MB are not read, announced or not, packed or not', async () => {
    const long = Buffer.alloc(2_000_001, 'x');
    answers = says(200, { 'content-length': String(long.length) }, long);
    expect(await read()).toEqual(fault('tooLarge'));
    answers = (_request, response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' });
      for (let nth = 0; nth < 30; nth += 1) response.write(long.subarray(0, 100_000));
      response.end();
    };
    expect(await read()).toEqual(fault('tooLarge'));
    answers = says(200, { 'content-encoding': 'gzip' }, gzipSync(long));
    expect(await read()).toEqual(fault('tooLarge'));
  });

  test('ABSENT-10 one that is packed all the same is read; one in another packing, or cut off within it, is none', async () => {
    answers = says(200, { 'content-encoding': 'gzip' }, gzipSync(text));
    expect(await read()).toMatchObject({ is: 'read', text });
    answers = says(200, { 'content-encoding': 'gzip' }, gzipSync(text).subarray(0, 15));
    expect(await read()).toEqual(fault('notCalendar'));
    answers = says(200, { 'content-encoding': 'br' }, text);
    expect(await read()).toEqual(fault('notCalendar'));
  });

  test('ABSENT-10 three redirects are followed, a fourth and a circle are not', async () => {
    const step = (last: number) => (request: IncomingMessage, response: ServerResponse) => {
      const at = Number(request.url?.slice(2));
      if (at === last) says(200, {}, text)(request, response);
      else says(302, { location: `/r${at + 1}` })(request, response);
    };
    answers = step(3);
    expect(await read({ address: `https://localhost:${port}/r0` })).toMatchObject({ is: 'read' });
    answers = step(4);
    expect(await read({ address: `https://localhost:${port}/r0` })).toEqual(fault('tooManyRedirects'));
    answers = says(301, { location: '/' });
    heard = [];
    expect(await read()).toEqual(fault('tooManyRedirects'));
    expect(heard).toHaveLength(4);
  });

  test.each([
    'http://localhost/secret.ics',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://2130706433/',
    'https://max:word@localhost/',
    'ftp://localhost/',
    'webcal://localhost/',
  ])('ABSENT-9 no redirect leads to %s', async (location) => {
    answers = says(302, { location });
    expect(await read()).toEqual(fault('notAllowed'));
    expect(heard).toHaveLength(1);
  });

  test('ABSENT-9 this machine is not reached, by its name or by its address, and hears nothing', async () => {
    answers = says(200, {}, text);
    expect(await read({ allowed: [] })).toEqual(fault('notAllowed'));
    expect(await read({ allowed: [], address: `https://127.0.0.1:${port}/` })).toEqual(fault('notAllowed'));
    expect(heard).toEqual([]);
    expect(await read({ allowed: ['127.0.0.0/8'] })).toMatchObject({ is: 'read' });
  });

  test('ABSENT-9 a certificate that nobody vouches for ends it', async () => {
    answers = says(200, {}, text);
    expect(await read({ ca: null })).toEqual(fault('badCertificate'));
  });

  test('ABSENT-10 a server that drips, or says nothing, is left when the time is over', async () => {
    answers = () => undefined;
    expect(await read({ within: 100 })).toEqual(fault('tooSlow'));
    answers = (_request, response) => void response.writeHead(200).write('BEGIN:VCALENDAR');
    expect(await read({ within: 100 })).toEqual(fault('tooSlow'));
    answers = (_request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync(text).subarray(0, 12));
    expect(await read({ within: 100 })).toEqual(fault('tooSlow'));
  });

  test.each([{}, { 'content-encoding': 'gzip' }])('ABSENT-8 half a calendar %j is none', async (headers) => {
    answers = (request, response) => {
      response.writeHead(200, { ...headers, 'content-length': '1000' });
      response.write(gzipSync(text).subarray(0, 12), () => request.socket.destroy());
    };
    expect(await read()).toEqual(fault('notReached'));
  });

  test('ABSENT-10 a stop of the gateway ends it at once', async () => {
    const stop = new AbortController();
    answers = () => stop.abort();
    expect(await read({ cutOff: stop.signal })).toEqual(fault('tooSlow'));
  });

  test('ABSENT-8 a host that is not there, or does not speak TLS, is told as not reached', async () => {
    expect(await read({ address: 'https://nobody.invalid/' })).toEqual(fault('notReached'));
    answers = (request) => void request.socket.destroy();
    expect(await read()).toEqual(fault('notReached'));
    const other = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n';
    answers = (request) => void request.socket.write(other);
    expect(await read()).toEqual(fault('notReached'));
  });
});
