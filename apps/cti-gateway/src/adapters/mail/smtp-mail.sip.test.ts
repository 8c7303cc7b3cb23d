import type { OutgoingMail } from '../../ports/mail.ts';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { selfSignedCertificate } from '../sip/transport/testing/self-signed-certificate.ts';
import type { MailServer } from './smtp-mail.ts';
import { smtpMail } from './smtp-mail.ts';
import { readMail } from './testing/read-mail.ts';
import type { Script, SmtpServer } from './testing/smtp-server.ts';
import { openSmtpServer } from './testing/smtp-server.ts';

const open: SmtpServer[] = [];
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all([
    ...open.splice(0).map((server) => server.close()),
    ...ends.splice(0).map((end) => end()),
  ]);
});

async function server(scripts: readonly Script[] = [], tls: Parameters<typeof openSmtpServer>[0] = null) {
  const one = await openSmtpServer(tls);
  one.next.push(...scripts);
  open.push(one);
  return one;
}

const mailTo = (port: number, changed: Partial<MailServer> = {}) =>
  smtpMail({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    password: null,
    from: 'service@bluemagpie.example',
    replyTo: null,
    timeouts: { connect: 2_000, greet: 500, silence: 500, whole: 5_000 },
    ...changed,
  });

const running = new AbortController().signal;
const letter = (changed: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<5f2c@ringside.test>',
  fromName: '藍鵲居家',
  to: 'chen@example.com',
  subject: '我們已收到您的意見 C-2291',
  text: '陳先生您好：\n\n感謝您告訴我們。\n.\n..兩點\n',
  language: 'zh-Hant',
  files: [],
  ...changed,
});

describe('a letter as the mail server gets it', () => {
  test('LETTER-6 in Chinese, with its headers and its Message-ID', async () => {
    const smtp = await server();
    const outcome = await mailTo(smtp.port, { replyTo: 'answers@bluemagpie.example' }).send(
      letter(),
      running,
    );
    expect(outcome).toEqual({ is: 'accepted' });
    const [got] = smtp.received;
    expect(got).toMatchObject({
      from: 'service@bluemagpie.example',
      to: ['chen@example.com'],
      overTls: false,
    });
    const { headers, text } = readMail(got?.raw ?? '');
    expect(Object.fromEntries(headers)).toMatchObject({
      from: '藍鵲居家 <service@bluemagpie.example>',
      to: 'chen@example.com',
      'reply-to': 'answers@bluemagpie.example',
      subject: '我們已收到您的意見 C-2291',
      'message-id': '<5f2c@ringside.test>',
      'content-language': 'zh-Hant',
      'mime-version': '1.0',
    });
    expect(headers.get('date')).toMatch(/^\w{3}, \d/);
    expect(text).toBe(letter().text);
    for (const line of got?.raw.split('\r\n') ?? []) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
  });

  test('LETTER-10 with its files, byte for byte and by their names', async () => {
    const smtp = await server();
    const bytes = Uint8Array.from({ length: 100_000 }, (_byte, i) => i % 251);
    async function* read() {
      yield bytes.subarray(0, 40_000);
      yield bytes.subarray(40_000);
    }
    await mailTo(smtp.port).send(
      letter({ files: [{ name: '收據 2026.pdf', mediaType: 'application/pdf', read }] }),
      running,
    );
    const { parts, text } = readMail(smtp.received[0]?.raw ?? '');
    expect(text.trimEnd()).toBe(letter().text.trimEnd());
    expect(parts.length).toBe(2);
    expect(parts[1]?.headers.get('content-type')).toMatch(/^application\/pdf/);
    expect(parts[1]?.headers.get('content-disposition')).toContain(encodeURIComponent('收據'));
    expect(Buffer.compare(parts[1]?.bytes ?? Buffer.alloc(0), Buffer.from(bytes))).toBe(0);
  });

  test('LETTER-4 no header of its own can be written into subject, name or address', async () => {
    const smtp = await server();
    const nasty = 'x\r\nBcc: all@example.com\r\n\r\nhello';
    await mailTo(smtp.port).send(letter({ subject: nasty, fromName: nasty }), running);
    const { headers } = readMail(smtp.received[0]?.raw ?? '');
    expect(headers.has('bcc')).toBe(false);
    expect(smtp.received[0]?.to).toEqual(['chen@example.com']);
  });
});

describe('what the server says', () => {
  test.each<[string, Script]>([
    ['the recipient does not exist', { to: '550 5.1.1 no such user' }],
    ['the sender is not allowed', { from: '553 5.7.1 not you' }],
    ['the text is not wanted', { taken: '554 5.7.1 spam' }],
  ])('LETTER-7 for good: %s', async (_why, script) => {
    const smtp = await server([script]);
    const said = Object.values(script)[0] as string;
    expect(await mailTo(smtp.port).send(letter(), running)).toEqual({ is: 'refused', said });
  });

  test.each<[string, Script]>([
    ['the mailbox is busy', { to: '450 4.2.1 busy' }],
    ['it is greylisted after the text', { taken: '451 4.7.1 later' }],
    ['it is closing', { greeting: '421 4.3.2 closing' }],
    ['it cuts the connection before the text', { data: 'cut' }],
    ['it cuts the connection at the greeting', { greeting: 'cut' }],
    ['the password is wrong, which an operator mends', { auth: '535 5.7.8 wrong' }],
  ])('LETTER-7 not now: %s', async (_why, script) => {
    const smtp = await server([script]);
    const mail = mailTo(smtp.port, { user: 'ringside', password: 'secret' });
    expect((await mail.send(letter(), running)).is).toBe('notNow');
    expect(await mail.send(letter(), running)).toEqual({ is: 'accepted' });
  });

  test('LETTER-7 nobody knows: the connection is cut after the whole letter', async () => {
    const smtp = await server([{ taken: 'cut' }]);
    expect((await mailTo(smtp.port).send(letter(), running)).is).toBe('unsure');
    expect(smtp.received.length).toBe(1);
  });

  test('LETTER-7 not now: nobody listens there', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    expect((await mailTo(port).send(letter(), running)).is).toBe('notNow');
  });
});

/** A server that takes connections and goes on saying the same, for ever and ever; null: it never says a word. */
async function endless(word: string | null): Promise<number> {
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (word === null) return;
    socket.write('220 test.example ESMTP\r\n');
    const again = setInterval(() => socket.write(word), 20);
    socket.on('close', () => clearInterval(again));
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
  return (silent.address() as AddressInfo).port;
}

describe('a server that does not come to an end', () => {
  const timeouts = { connect: 2_000, greet: 200, silence: 300, whole: 5_000 };

  test('LETTER-7 not now: it takes the connection and says nothing', async () => {
    const outcome = await mailTo(await endless(null), { timeouts }).send(letter(), running);
    expect(outcome.is).toBe('notNow');
  });

  test('LETTER-7 not now: it is never silent and never done', async () => {
    const mail = mailTo(await endless('250-wait\r\n'), { timeouts: { ...timeouts, whole: 400 } });
    expect(await mail.send(letter(), running)).toEqual({
      is: 'notNow',
      said: 'The mail server took too long',
    });
  });

  test.each<[string, Script]>([
    ['the sender', { from: 'silence' }],
    ['the recipient', { to: 'silence' }],
    ['the text that is to come', { data: 'silence' }],
  ])('LETTER-7 not now: it says nothing to %s', async (_what, script) => {
    const smtp = await server([script]);
    expect((await mailTo(smtp.port, { timeouts }).send(letter(), running)).is).toBe('notNow');
    expect(smtp.received).toEqual([]);
  });

  test('LETTER-7 nobody knows: it says nothing to the whole letter', async () => {
    const smtp = await server([{ taken: 'silence' }]);
    expect((await mailTo(smtp.port, { timeouts }).send(letter(), running)).is).toBe('unsure');
  });
});

describe('the gateway stops while a letter is under way', () => {
  const patient = { connect: 30_000, greet: 30_000, silence: 30_000, whole: 30_000 };

  test('LETTER-15 before its end was handed over: the server has not got it', async () => {
    const stops = new AbortController();
    const sent = mailTo(await endless(null), { timeouts: patient }).send(letter(), stops.signal);
    stops.abort();
    expect(await sent).toEqual({ is: 'notNow', said: 'The gateway was stopped' });
  });

  test('LETTER-15 after its end: nobody knows', async () => {
    const smtp = await server([{ taken: 'silence' }]);
    const stops = new AbortController();
    const sent = mailTo(smtp.port, { timeouts: patient }).send(letter(), stops.signal);
    await vi.waitUntil(() => smtp.received.length === 1);
    stops.abort();
    expect(await sent).toEqual({ is: 'unsure', said: 'The gateway was stopped' });
  });

  test('LETTER-15 nothing is begun any more', async () => {
    const smtp = await server();
    expect((await mailTo(smtp.port).send(letter(), AbortSignal.abort())).is).toBe('notNow');
    expect(smtp.connections()).toBe(0);
  });
});

describe('encryption', () => {
  const tls = selfSignedCertificate();

  test('LETTER-6 a server that does not offer STARTTLS gets nothing', async () => {
    const smtp = await server();
    const outcome = await mailTo(smtp.port, {
      security: 'starttls',
      user: 'ringside',
      password: 'secret',
    }).send(letter(), running);
    expect(outcome.is).toBe('notNow');
    expect(smtp.received).toEqual([]);
  });

  test('LETTER-6 nor one that offers it and refuses it', async () => {
    const smtp = await server([{ ehlo: ['STARTTLS'], starttls: '454 4.7.0 not now' }]);
    expect((await mailTo(smtp.port, { security: 'starttls' }).send(letter(), running)).is).toBe('notNow');
    expect(smtp.received).toEqual([]);
  });

  test('LETTER-6 nor one whose certificate nobody vouches for', async () => {
    const smtp = await server([], tls);
    expect(
      (await mailTo(smtp.port, { security: 'starttls', host: 'localhost' }).send(letter(), running)).is,
    ).toBe('notNow');
    expect(smtp.received).toEqual([]);
  });

  test('LETTER-6 with a certificate that is known it goes over TLS, and the password, too', async () => {
    const smtp = await server([], tls);
    const mail = mailTo(smtp.port, {
      security: 'starttls',
      host: 'localhost',
      user: 'ringside',
      password: 'secret',
      ca: tls.cert,
    });
    expect(await mail.send(letter(), running)).toEqual({ is: 'accepted' });
    expect(smtp.received[0]).toMatchObject({ overTls: true });
    expect(smtp.received[0]?.auth).toMatch(/^AUTH PLAIN /);
  });
});
