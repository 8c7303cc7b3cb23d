import { hours, minutes } from '@ringside/shared/model/instant';
import { afterEach, describe, expect, test } from 'vitest';
import { centreSchema } from '../../../config/centre-schema.ts';
import { layer, max, maxsPhone, grace, openDuty, reachedBy } from '../../../testing/duty.ts';
import type { HttpDoor } from '../http-door.ts';
import { openHttp } from '../http-door.ts';

const open: HttpDoor[] = [];
afterEach(async () => {
  for (const door of open.splice(0)) await door.close();
});

const mailed = (agent: typeof max) => ({
  ...reachedBy(agent, 'phoneOnly', maxsPhone),
  email: 'max@example.com',
});

/** Mr Okafor asks for a manager, Max's own telephone rings, and the mail with the link is with Max. */
async function rungAtHisPhone(agent = max) {
  const on = await openDuty({ layers: [layer('duty', [agent.userName])], contacts: [mailed(agent)] });
  const { gateway } = on.rig;
  const door = await openHttp(
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'https://ringside.test',
      tls: null,
      proxies: ['127.0.0.1'],
      monitoring: { allow: [], token: null },
      renderer: null,
    },
    {
      desk: gateway.desk,
      cases: gateway.cases,
      pops: gateway.pops,
      admin: { administration: gateway.administration, centreSchema, version: '1.2.3' },
      health: () => Promise.reject(new Error('not asked here')),
      mediaFigures: () => ({}),
      acceptSip: (_, socket) => void socket.end(),
      log: on.log,
    },
  );
  open.push(door);
  await door.listen();
  const address = door.server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const callId = await on.callIn({ to: 'managers' });
  await on.advance(1);
  const mail = on.mail.sent.at(-1);
  const path = /https:\/\/ringside\.test(?<path>\/pop\/\S+)/u.exec(mail?.text ?? '')?.groups?.['path'] ?? '';

  const send = async (
    method: 'GET' | 'POST',
    given: { path?: string; fields?: Record<string, string>; headers?: Record<string, string> } = {},
  ) => {
    const { fields, headers = {} } = given;
    const response = await fetch(`${url}${given.path ?? path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(fields === undefined ? {} : { body: new URLSearchParams(fields).toString() }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  /** as a browser: keeps its cookie, and says where a form comes from */
  const browser = () => {
    let cookie = '';
    const from = { 'sec-fetch-site': 'same-origin', origin: 'null' };
    const post = async (fields: Record<string, string>) => {
      const answer = await send('POST', { fields, headers: { ...from, ...(cookie ? { cookie } : {}) } });
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
      return answer;
    };
    return {
      get: () => send('GET', { headers: cookie ? { cookie } : {} }),
      post,
      open: () => post({ do: 'open' }),
      cookie: () => cookie,
    };
  };
  return { on, callId, path, mail, send, browser };
}

const keyIn = (text: string): string => /name="form" value="([^"]+)"/u.exec(text)?.[1] ?? '';
const versionIn = (text: string): string => /name="version" value="([^"]+)"/u.exec(text)?.[1] ?? '';

describe('the page with the caller', () => {
  test('LINK-2 the mail tells Max that somebody asks for him, and nothing about whom', async () => {
    const { mail, path } = await rungAtHisPhone();
    expect(mail).toMatchObject({ to: 'max@example.com', subject: expect.stringContaining('asks for you') });
    expect(path).toMatch(/^\/pop\/\S{16,}$/u);
    expect(mail?.text).not.toMatch(/Okafor|912345678|678/u);
  });

  test('LINK-3 what looks at links in mails learns nothing and uses nothing up; Max opens it afterwards', async () => {
    const { send, browser } = await rungAtHisPhone();
    for (let look = 0; look < 3; look += 1) {
      const seen = await send('GET');
      expect(seen.status).toBe(200);
      expect(seen.headers.get('set-cookie')).toBeNull();
      expect(seen.text).not.toContain('Okafor');
    }
    const atMax = browser();
    expect(await atMax.open()).toMatchObject({ status: 303 });
    expect((await atMax.get()).text).toContain('Amara Okafor');
  });

  test('LINK-3 it is for the browser that opened it; another one hears that, and not who calls', async () => {
    const { browser, on } = await rungAtHisPhone();
    const atMax = browser();
    await atMax.open();
    const other = browser();
    const refused = await other.open();
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('another browser');
    expect((await other.get()).text).not.toContain('Okafor');
    expect((await atMax.get()).text).toContain('Amara Okafor');
    await on.advance(1_000);
    const audited = (
      await on.store.auditOf((await on.store.openManagerRequests())[0]?.requestId ?? '', 1e15, 9)
    ).map(({ did }) => did);
    expect(audited).toEqual(expect.arrayContaining(['popLink.mailed', 'popLink.opened', 'popLink.refused']));
  });

  test('LINK-3 of two browsers that open it at once one has it', async () => {
    const { browser } = await rungAtHisPhone();
    const answers = await Promise.all([browser().open(), browser().open()]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 403]);
  });

  test('LINK-3 the cookie is for this page alone, out of reach of scripts and of other sites, over TLS only where there is one', async () => {
    const { send, path } = await rungAtHisPhone();
    const plain = await send('POST', { fields: { do: 'open' } });
    const cookie = plain.headers.get('set-cookie') ?? '';
    expect(cookie).toContain(`Path=${path}; Max-Age=14400; HttpOnly; SameSite=Strict`);
    expect(cookie).not.toContain('Secure');
    const behindTls = await rungAtHisPhone();
    const secure = await behindTls.send('POST', {
      fields: { do: 'open' },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(secure.headers.get('set-cookie')).toMatch(/; Secure$/u);
  });

  test('LINK-6 nothing keeps, indexes, frames, scripts or passes on the page', async () => {
    const { send, path } = await rungAtHisPhone();
    for (const answer of [
      await send('GET'),
      await send('GET', { path: '/pop/nobodys-link-at-all' }),
      await send('POST', { fields: { do: 'open' } }),
    ]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
      });
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src|unsafe/u);
    }
    expect(path).not.toBe('');
  });

  test('LINK-5 it shows who calls and why: the name, three digits of the number, and what the agent wrote', async () => {
    const { browser } = await rungAtHisPhone();
    const atMax = browser();
    await atMax.open();
    const { text } = await atMax.get();
    expect(text).toContain('<b>678</b>');
    expect(text).not.toContain('912345678');
    expect(text).toContain('Standard');
  });

  test('LINK-5 it is in the language of whoever it is for', async () => {
    const { send, browser } = await rungAtHisPhone(grace);
    expect((await send('GET')).text).toContain('<html lang="zh-Hant">');
    const atGrace = browser();
    await atGrace.open();
    expect((await atGrace.get()).text).toContain('號碼末三碼');
  });

  test('NOTE-3 half a minute: what came of it and a promise, from the page; it says so, and saves it once', async () => {
    const { on, callId, browser } = await rungAtHisPhone();
    await on.legUp(callId);
    const atMax = browser();
    await atMax.open();
    const { text } = await atMax.get();
    const fields = {
      do: 'note',
      form: keyIn(text),
      version: versionIn(text),
      outcome: 'promised',
      category: 'delivery',
      note: 'The <b>sofa</b> never came',
      what: 'Deliver it on Friday',
      when: 'other',
      other: '2026-11-27T10:00',
    };
    expect(await atMax.post(fields)).toMatchObject({ status: 303 });
    expect(await atMax.post(fields)).toMatchObject({ status: 303 });
    const after = (await atMax.get()).text;
    expect(after).toContain('The &lt;b&gt;sofa&lt;/b&gt; never came');
    expect(after).toContain('Deliver it on Friday');
    const request = await on.requestOf(callId);
    expect(request).toMatchObject({
      state: 'closed',
      outcome: 'promised',
      category: 'delivery',
      via: 'phone',
    });
    expect(await on.store.openPromisesOfAgent(max.agentId)).toMatchObject([
      { what: 'Deliver it on Friday', dueAt: Date.UTC(2026, 10, 27, 2) },
    ]);
  });

  test.each([
    ['nothing chosen as outcome', { outcome: undefined }, 422, 'Choose what came of it'],
    ['a promise without a time', { what: 'Call' }, 422, 'by when'],
    ['a time without a promise', { when: '1790000000000' }, 422, 'Write what you promise'],
    ['a promise in the past', { what: 'Call', when: '1600000000000' }, 422, 'has passed'],
    ['a day that is none', { what: 'Call', when: 'other', other: '2026-13-40T10:00' }, 422, 'by when'],
  ])(
    'NOTE-3 with %s nothing is saved, and what was typed stands there again',
    async (_, changed, status, said) => {
      const { on, callId, browser } = await rungAtHisPhone();
      await on.legUp(callId);
      const atMax = browser();
      await atMax.open();
      const page = (await atMax.get()).text;
      const all = {
        do: 'note',
        form: keyIn(page),
        version: versionIn(page),
        outcome: 'solved',
        note: 'Typed words',
      };
      const fields = Object.fromEntries(
        Object.entries({ ...all, ...changed }).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        ),
      );
      const answer = await atMax.post(fields);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(said);
      expect(answer.text).toContain('Typed words');
      expect(await on.requestOf(callId)).toMatchObject({ state: 'taken' });
    },
  );

  test('LINK-5 refreshing keeps what was typed', async () => {
    const { browser } = await rungAtHisPhone();
    const atMax = browser();
    await atMax.open();
    const page = (await atMax.get()).text;
    const answer = await atMax.post({ do: 'refresh', form: keyIn(page), note: 'Half a sentence' });
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('Half a sentence') });
  });

  test('LINK-6 a note that another site sends, or that has no key of the page, is not taken', async () => {
    const { on, callId, browser, send } = await rungAtHisPhone();
    await on.legUp(callId);
    const atMax = browser();
    await atMax.open();
    const page = (await atMax.get()).text;
    const fields = { do: 'note', form: keyIn(page), version: versionIn(page), outcome: 'solved' };
    const cookie = atMax.cookie();
    const tried = [
      await send('POST', { fields, headers: { cookie, 'sec-fetch-site': 'cross-site' } }),
      await send('POST', { fields, headers: { cookie, origin: 'https://evil.example' } }),
      await send('POST', { fields: { ...fields, form: 'guessed' }, headers: { cookie } }),
      await send('POST', { fields }),
      await send('POST', { fields: { do: 'open' }, headers: { 'sec-fetch-site': 'same-site' } }),
    ];
    expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(await on.requestOf(callId)).toMatchObject({ state: 'taken' });
  });

  test('LINK-4 half an hour after the call it has ended', async () => {
    const { on, callId, browser } = await rungAtHisPhone();
    await on.legUp(callId);
    const atMax = browser();
    await atMax.open();
    await on.phoneClears(callId, 'normal');
    await on.advance(minutes(30) - 1);
    expect((await atMax.get()).status).toBe(200);
    await on.advance(1);
    const ended = await atMax.get();
    expect(ended.status).toBe(410);
    expect(ended.text).not.toContain('Okafor');
  });

  test('LINK-4 four hours after it was sent it has ended, though they still talk', async () => {
    const { on, callId, browser } = await rungAtHisPhone();
    await on.legUp(callId);
    const atMax = browser();
    await atMax.open();
    await on.advance(hours(4));
    expect((await atMax.get()).status).toBe(410);
  });

  test('LINK-4 once somebody else has the caller Max’s page is empty', async () => {
    const { on, callId, browser } = await rungAtHisPhone();
    const atMax = browser();
    await atMax.open();
    await on.failed(callId, 'noAnswer');
    const answer = await atMax.get();
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('no longer with you');
    expect(answer.text).not.toContain('Okafor');
  });

  test.each([
    ['nobody’s', '/pop/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 404],
    ['short', '/pop/a', 404],
    ['with a path in it', '/pop/..%2f..%2fetc%2fpasswd', 404],
    ['with markup in it', '/pop/%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404],
    ['with a broken escape', '/pop/%ff%fe', 400],
    ['very long', `/pop/${'a'.repeat(5_000)}`, 414],
  ])('LINK-4 a link that is %s opens nothing', async (_, path, status) => {
    const { send, on } = await rungAtHisPhone();
    const answer = await send('GET', { path });
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/Okafor|<script>/u);
    expect(JSON.stringify(on.log.lines)).not.toContain('passwd');
  });

  test('LINK-6 no secret of a link comes into the log or the store', async () => {
    const { on, path, browser } = await rungAtHisPhone();
    await browser().open();
    const token = path.slice('/pop/'.length);
    expect(JSON.stringify(on.log.lines)).not.toContain(token);
    const links = await on.store.popLinksOf(
      (await on.store.openManagerRequests())[0]?.requestId ?? ('' as never),
    );
    expect(links).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  test('LINK-6 who tries too often waits', async () => {
    const { send } = await rungAtHisPhone();
    const answers = await Promise.all(
      Array.from({ length: 90 }, () => send('GET', { path: '/pop/guess-a-link-here' })),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
  });

  test.each([
    ['a body of another kind', 'application/json', '{"do":"open"}', 415],
    ['too much', 'application/x-www-form-urlencoded', `do=open&note=${'x'.repeat(80_000)}`, 413],
    ['an act that is none', 'application/x-www-form-urlencoded', 'do=everything', 403],
  ])('LINK-6 %s is refused', async (_, type, body, status) => {
    const { path } = await rungAtHisPhone();
    const address = open.at(-1)?.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(status);
  });
});
