import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { About, SignInReply } from '@ringside/shared/protocol/sign-in';
import type { Desk } from '../../ports/desk.ts';
import type { Health } from './health.ts';
import type { HttpDoor, HttpSettings } from './http-door.ts';
import { openHttp } from './http-door.ts';

const about: About = {
  product: 'Ringside',
  version: '0.1.0',
  protocol: 1,
  centreName: { en: 'Blue Magpie' },
  demo: null,
};
const signedIn = { token: 'a-token', expiresAt: 1 } as SignInReply;
const health: Health = {
  version: '0.1.0',
  accepting: true,
  draining: false,
  store: { answering: true, pingMs: 0.5, unwritten: 0 },
  calls: { waiting: 2, offered: 1, talking: 3, wrapUp: 0 },
  agents: { signedIn: 4, ready: 1, desks: 4 },
  telephony: {
    calls: 6,
    stations: 4,
    listening: ['udp 127.0.0.1:5060'],
    trunks: [{ trunkId: 'carrier', name: 'Carrier', registration: 'registered', reachable: true }],
    counters: { requests: 12 },
  },
  mail: { ready: true, letters: { queued: 2, failed: 1 }, notices: { queued: 1 } },
  counters: { 'calls.handled': 9, 'calls.abandoned': 1, pops: 10 },
};

const open: HttpDoor[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((door) => door.close()));
});

interface Scene {
  readonly settings?: Partial<HttpSettings>;
  readonly health?: Health;
  readonly signIn?: (request: { userName: string; from: string }) => Promise<Result<SignInReply, Problem>>;
  readonly sound?: Desk['sound'];
  readonly attach?: Desk['attach'];
  readonly file?: Desk['file'];
  readonly calendar?: Desk['calendar'];
}

async function gateway(scene: Scene = {}) {
  const signedOut: string[] = [];
  const upgraded: string[] = [];
  const door = await openHttp(
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: null,
      tls: null,
      proxies: [],
      monitoring: { allow: [], token: null },
      renderer: null,
      ...scene.settings,
    },
    {
      desk: {
        about: async () => about,
        signIn: scene.signIn ?? (async () => ok(signedIn)),
        signOut: async (token) => void signedOut.push(token),
        sound: scene.sound ?? (async () => refuse({ problem: 'unknownRecording' })),
        attach: scene.attach ?? (async () => refuse({ problem: 'unknownCase' })),
        file: scene.file ?? (async () => refuse({ problem: 'unknownAttachment' })),
        calendar: scene.calendar ?? (async () => null),
        open: () => Promise.reject(new Error('no socket here')),
      },
      cases: { enter: () => Promise.reject(new Error('no system comes here')) },
      pops: { look: nobody, open: nobody, note: nobody },
      admin: {
        administration: { enter: () => Promise.reject(new Error('nobody administers here')) },
        centreSchema: {},
        version: '0.1.0',
      },
      health: async () => scene.health ?? health,
      mediaFigures: () => ({ endpoints: 3 }),
      acceptSip: (asked, socket) => {
        upgraded.push(asked.url ?? '');
        socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    },
  );
  open.push(door);
  return { door, url: await door.listen(), signedOut, upgraded };
}

/** A page with one hashed asset, as the desktop's build leaves it. */
function builtPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Ringside</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export {};');
  return folder;
}

const signIn = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const maya = { userName: 'maya', password: 'correct horse' };

test('the page is served with headers that let only its own files run', async () => {
  const { url } = await gateway({ settings: { renderer: builtPage() } });
  const page = await fetch(`${url}/`);
  expect(await page.text()).toContain('<title>Ringside');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain(`connect-src 'self' ws://${new URL(url).host} wss://${new URL(url).host}`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('permissions-policy')).toContain('microphone=(self)');
  expect(page.headers.get('cache-control')).toBe('no-cache');
});

test('assets with their hash in the name are kept by browsers', async () => {
  const { url } = await gateway({ settings: { renderer: builtPage() } });
  const asset = await fetch(`${url}/assets/index-abc123.js`);
  expect(asset.headers.get('cache-control')).toContain('immutable');
});

test.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fetc/passwd', '/.env'])(
  'nothing outside the page is served: %s',
  async (path) => {
    const { url } = await gateway({ settings: { renderer: builtPage() } });
    expect([403, 404]).toContain(await statusOfRaw(url, path));
  },
);

test('whoever types the name of a page gets it, and a program that asks for nothing there is told so', async () => {
  const { url } = await gateway({ settings: { renderer: builtPage() } });
  const typed = await fetch(`${url}/board`, { headers: { accept: 'text/html' }, redirect: 'manual' });
  expect([typed.status, typed.headers.get('location')]).toEqual([302, '/#/board']);
  expect((await fetch(`${url}/board`, { headers: { accept: 'application/json' } })).status).toBe(404);
  const away = await fetch(`${url}//elsewhere`, { headers: { accept: 'text/html' }, redirect: 'manual' });
  expect([403, 404]).toContain(away.status);
});

test('without a built page the gateway says how to build it', async () => {
  const { url } = await gateway();
  const page = await fetch(`${url}/`);
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('npm start');
});

test('anyone may ask what the sign-in page shows', async () => {
  const { url } = await gateway();
  expect(await (await fetch(`${url}/api/about`)).json()).toEqual(about);
});

test('signing in gives a token that nobody caches', async () => {
  const { url } = await gateway();
  const reply = await signIn(url, maya);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(await reply.json()).toEqual(signedIn);
});

test.each<[Problem['problem'], number]>([
  ['wrongNameOrPassword', 401],
  ['tooManyAttempts', 429],
  ['notAllowed', 403],
  ['draining', 503],
])('a sign-in refused as %s answers %i', async (problem, status) => {
  const { url } = await gateway({ signIn: async () => refuse({ problem }) });
  const reply = await signIn(url, maya);
  expect(reply.status).toBe(status);
  expect(await reply.json()).toEqual({ problem });
});

test.each([
  ['no password', { userName: 'maya' }, 400],
  ['a name beyond the limit', { userName: 'm'.repeat(65), password: 'x' }, 400],
  ['a body beyond the limit', { userName: 'maya', password: 'x'.repeat(20_000) }, 413],
])('%s is refused before anyone looks it up', async (_what, body, status) => {
  const { url } = await gateway({ signIn: () => Promise.reject(new Error('looked it up')) });
  const reply = await signIn(url, body);
  expect(reply.status).toBe(status);
  expect(await reply.json()).toMatchObject({ problem: 'badMessage' });
});

test('what goes wrong inside is not told outside', async () => {
  const { url } = await gateway({ signIn: () => Promise.reject(new Error('SQLITE_CORRUPT at /data')) });
  const reply = await signIn(url, maya);
  expect(reply.status).toBe(500);
  expect(await reply.json()).toEqual({ problem: 'internal' });
});

test('many sign-ins at once do not keep the gateway from its calls', async () => {
  let finish = (): void => undefined;
  const checking = new Promise<void>((settle) => (finish = settle));
  const { url } = await gateway({ signIn: () => checking.then(() => ok(signedIn)) });
  const replies = Array.from({ length: 12 }, async () => (await signIn(url, maya)).status);
  const refusedOnes = await Promise.race([firstRefusals(replies, 4), checking]);
  finish();
  expect(refusedOnes).toBe(4);
  expect((await Promise.all(replies)).filter((status) => status === 200)).toHaveLength(8);
});

test('signing out ends the session of the token shown', async () => {
  const { url, signedOut } = await gateway();
  const reply = await fetch(`${url}/api/sign-out`, {
    method: 'POST',
    headers: { authorization: 'Bearer a-token' },
  });
  expect(reply.status).toBe(204);
  expect(signedOut).toEqual(['a-token']);
});

test('signing out without a token is refused', async () => {
  const { url, signedOut } = await gateway();
  expect((await fetch(`${url}/api/sign-out`, { method: 'POST' })).status).toBe(401);
  expect(signedOut).toEqual([]);
});

test('the desktop app may read the answers', async () => {
  const { url } = await gateway();
  const asked = await fetch(`${url}/api/sign-in`, {
    method: 'OPTIONS',
    headers: { origin: 'app://ringside' },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-origin')).toBe('app://ringside');
  const reply = await signIn(url, maya, { origin: 'app://ringside' });
  expect(reply.headers.get('access-control-allow-origin')).toBe('app://ringside');
});

test('a page of another site may not even ask', async () => {
  const { url } = await gateway({ signIn: () => Promise.reject(new Error('looked it up')) });
  const reply = await signIn(url, maya, { origin: 'https://evil.example' });
  expect(reply.status).toBe(403);
  expect(reply.headers.get('access-control-allow-origin')).toBeNull();
});

test('a page behind the public address may ask', async () => {
  const { url } = await gateway({ settings: { publicUrl: 'https://desk.example.com' } });
  void url;
  const direct = `http://127.0.0.1:${portOf(open[0])}`;
  expect((await signIn(direct, maya, { origin: 'https://desk.example.com' })).status).toBe(200);
});

test('health tells what an operator looks at first', async () => {
  const { url } = await gateway();
  const reply = await fetch(`${url}/health`);
  expect(reply.status).toBe(200);
  expect(await reply.json()).toMatchObject({
    status: 'ok',
    version: '0.1.0',
    store: { answering: true },
    sip: { listening: ['udp 127.0.0.1:5060'], trunks: [{ trunkId: 'carrier', registration: 'registered' }] },
    calls: { waiting: 2 },
  });
});

test.each<[string, string, number, Health]>([
  ['a gateway that drains', 'draining', 503, { ...health, draining: true, accepting: false }],
  [
    'a store that does not answer',
    'degraded',
    503,
    { ...health, store: { answering: false, pingMs: null, unwritten: 3 } },
  ],
  ['no SIP listener', 'degraded', 503, { ...health, telephony: { ...health.telephony, listening: [] } }],
  [
    'a trunk that can not register',
    'degraded',
    200,
    { ...health, telephony: { ...health.telephony, trunks: failing() } },
  ],
])('%s is %s', async (_what, status, code, state) => {
  const { url } = await gateway({ health: state });
  const reply = await fetch(`${url}/health`);
  expect([reply.status, ((await reply.json()) as { status: string }).status]).toEqual([code, status]);
});

test('figures are told in the words of Prometheus', async () => {
  const { url, door } = await gateway();
  door.poppedAfter(0.002);
  await (await fetch(`${url}/metrics`)).text();
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain('ringside_calls_total{what="handled"} 9');
  expect(text).toContain('ringside_pops_total{what="all"} 10');
  expect(text).toContain('ringside_calls_now{state="waiting"} 2');
  expect(text).toContain('ringside_sip_total{what="requests"} 12');
  expect(text).toContain('ringside_trunk_up{trunk="carrier"} 1');
  expect(text).toContain('ringside_media{figure="endpoints"} 3');
  expect(text).toContain('ringside_pop_seconds_bucket{le="0.0025"} 1');
  expect(text).toContain('ringside_status{status="ok"} 1');
  expect(text).toContain('process_resident_memory_bytes');
});

test('clients that come through a proxy nobody named may not read health', async () => {
  const { url } = await gateway();
  expect((await fetch(`${url}/health`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(403);
});

test('behind a named proxy the client counts, not the proxy', async () => {
  const { url } = await gateway({
    settings: { proxies: ['127.0.0.1'], monitoring: { allow: ['203.0.113.0/24'], token: null } },
  });
  const from = async (address: string) =>
    (await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': address } })).status;
  expect(await from('203.0.113.9')).toBe(200);
  expect(await from('198.51.100.9')).toBe(403);
});

test('whoever shows the monitoring token may read health from anywhere', async () => {
  const { url } = await gateway({ settings: { monitoring: { allow: [], token: 'let-me-see' } } });
  const shown = async (token: string) =>
    (
      await fetch(`${url}/health`, {
        headers: { 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${token}` },
      })
    ).status;
  expect(await shown('let-me-see')).toBe(200);
  expect(await shown('let-me-sea')).toBe(403);
});

test('a telephone of the page connects to /sip', async () => {
  const { url, upgraded } = await gateway();
  expect(await upgrade(url, '/sip')).toContain('101');
  expect(upgraded).toEqual(['/sip']);
});

test.each([
  ['a page of another site', '/sip', { origin: 'https://evil.example' }, '403'],
  ['a path that nobody serves', '/other', {}, '404'],
  ['a client that would hold a socket open beside the desks’ own path', '/desk', {}, '404'],
])('%s gets no WebSocket', async (_what, path, headers, status) => {
  const { url, upgraded } = await gateway();
  expect(await upgrade(url, path, headers)).toContain(status);
  expect(upgraded).toEqual([]);
});

test('a client that never finishes its request is let go', async () => {
  const { door } = await gateway();
  expect(door.server.requestTimeout).toBeGreaterThan(0);
  expect(door.server.headersTimeout).toBeGreaterThan(0);
});

test('a port in use names the setting and how to change it', async () => {
  await gateway();
  const taken = portOf(open[0]);
  await expect(gateway({ settings: { port: taken } })).rejects.toThrow(
    `http.port is ${taken}; another program listens on this port, so no desk could connect. ` +
      'Set http.port (or RINGSIDE_HTTP_PORT) to a free one, or stop the other program.',
  );
});

function failing(): Health['telephony']['trunks'] {
  return [{ trunkId: 'carrier', name: 'Carrier', registration: 'failed', reachable: null }];
}

function portOf(door: HttpDoor | undefined): number {
  const address = door?.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Resolves with `count` as soon as that many replies were refused as too many. */
function firstRefusals(replies: readonly Promise<number>[], count: number): Promise<number> {
  let refusals = 0;
  return new Promise((settle) => {
    for (const reply of replies)
      void reply.then((status) => {
        if (status === 429) refusals += 1;
        if (refusals === count) settle(refusals);
      });
  });
}

/** The path as it is, without the tidying that fetch does. */
function statusOfRaw(url: string, path: string): Promise<number> {
  return new Promise((settle, fail) => {
    const asked = request(url, { path }, (reply) => settle(reply.resume().statusCode ?? 0));
    asked.once('error', fail).end();
  });
}

/** First line of what the gateway answers to a WebSocket's opening. */
function upgrade(url: string, path: string, headers: OutgoingHttpHeaders = {}): Promise<string> {
  const { hostname, port, host } = new URL(url);
  const fields = {
    host,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${String(value)}`);
  return new Promise((settle, fail) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`),
    );
    socket.once('data', (data) => settle(data.toString().split('\r\n')[0] ?? ''));
    socket.once('error', fail);
    socket.once('close', () => settle('closed'));
  });
}

const nobody = (): Promise<never> => Promise.reject(new Error('nobody opens a link here'));

describe('VM-4 a message over HTTP', () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
  function withMessage() {
    const heard: string[] = [];
    const sound: Desk['sound'] = async (token, recordingId) => {
      if (token !== 'mayas-token') return refuse({ problem: 'notAllowed' });
      if (recordingId !== 'message-1') return refuse({ problem: 'unknownRecording' });
      const read = async function* (from: number, until: number) {
        yield bytes.subarray(from, until);
      };
      return ok({ size: bytes.length, read, heard: () => void heard.push(token) });
    };
    return { heard, scene: { sound } };
  }
  const ask = (url: string, headers: Record<string, string> = {}, name = 'message-1', method = 'GET') =>
    fetch(`${url}/api/recordings/${name}`, {
      method,
      headers: { authorization: 'Bearer mayas-token', ...headers },
    });

  test('is given whole to who may hear it, kept in no cache, and counts as heard', async () => {
    const { heard, scene } = withMessage();
    const { url } = await gateway(scene);
    const answer = await ask(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('audio/wav');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(heard).toEqual(['mayas-token']);
  });

  test('is given in ranges, and a later range is no second hearing', async () => {
    const { heard, scene } = withMessage();
    const { url } = await gateway(scene);
    const part = await ask(url, { range: 'bytes=90-' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 90-99/100');
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(90));
    expect((await ask(url, { range: 'bytes=100-' })).status).toBe(416);
    expect((await ask(url, {}, 'message-1', 'HEAD')).status).toBe(404);
    expect(heard).toEqual([]);
  });

  test('is refused to others, without a token, and where there is none', async () => {
    const { url } = await gateway(withMessage().scene);
    expect((await ask(url, { authorization: 'Bearer lis-token' })).status).toBe(403);
    expect((await ask(url, { authorization: '' })).status).toBe(401);
    expect((await ask(url, {}, 'message-2')).status).toBe(404);
    expect((await ask(url, {}, '..%2F..%2Fringside.db')).status).toBe(404);
  });
});

describe('TASK-18 a calendar by its secret address', () => {
  const secret = 'a-secret-of-forty-three-characters-aaaaaaaa';
  const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
  const withCalendar = { calendar: async (token: string) => (token === secret ? text : null) };

  test('is read without signing in, and not sent again while it is the same', async () => {
    const { url } = await gateway(withCalendar);
    const first = await fetch(`${url}/calendar/${secret}.ics`);
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(await first.text()).toBe(text);
    const tag = first.headers.get('etag') ?? '';
    const again = await fetch(`${url}/calendar/${secret}.ics`, {
      headers: { 'if-none-match': `"x", W/${tag}` },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test.each([
    'another-secret-of-forty-three-characters-aa.ics',
    secret,
    '.ics',
    'x.ics',
    '..%2f..%2fhealth.ics',
  ])('tells nothing where there is none: %s', async (name) => {
    const { url } = await gateway(withCalendar);
    expect((await fetch(`${url}/calendar/${name}`)).status).toBe(404);
  });

  test('who asks as a machine that tries secrets is made to wait', async () => {
    const { url } = await gateway(withCalendar);
    const asked = await Promise.all(
      Array.from({ length: 90 }, (_one, nth) =>
        fetch(`${url}/calendar/a-guess-of-a-secret-number-${nth}.ics`),
      ),
    );
    expect(asked.map(({ status }) => status)).toContain(429);
  });
});
