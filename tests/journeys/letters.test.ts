import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMail } from '@ringside/cti-gateway/src/adapters/mail/testing/read-mail.ts';
import type { SmtpServer } from '@ringside/cti-gateway/src/adapters/mail/testing/smtp-server.ts';
import { openSmtpServer } from '@ringside/cti-gateway/src/adapters/mail/testing/smtp-server.ts';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type { FilesOfCase, LetterPreview, LettersOfCase } from '@ringside/shared/protocol/letters';
import { openDesk, signIn, type DeskClient } from '../support/desk-client.ts';
import { startGateway, type RunningGateway } from '../support/gateway.ts';
import { until } from '../support/until.ts';

const password = 'blue-magpie';
let smtp: SmtpServer;
let gateway: RunningGateway;
let token: string;
let maya: DeskClient;
let caseId: string;

beforeAll(async () => {
  smtp = await openSmtpServer();
  const { port } = smtp;
  const mail = { host: '127.0.0.1', port, security: 'none', from: 'service@bluemagpie.example' };
  gateway = await startGateway({ config: { mail } });
  await takeSeat();
  ({ caseId } = await openComplaint());
});
afterAll(async () => {
  maya?.close();
  await gateway?.stop();
  await smtp?.close();
});

async function takeSeat(): Promise<void> {
  ({ token } = await signIn({ url: gateway.url, userName: 'maya', password }));
  maya = await openDesk({ url: gateway.url, token, stationId: 'letters-maya' });
}

/** 陳大文 says that his drill smokes; Maya writes it down. */
async function openComplaint(): Promise<{ caseId: string }> {
  const found = (await maya.ask({ ask: 'customer.search', text: '陳大文' })) as { customerId: string }[];
  return (await maya.tell({
    do: 'case.open',
    case: {
      type: 'complaint',
      customerId: found[0]?.customerId ?? null,
      callId: null,
      channel: 'email',
      whatHappened: '電鑽冒煙。',
      category: maya.snapshot.reference.categories[0]?.category ?? '',
      severity: 'moderate',
      impact: 'one',
      urgency: 'normal',
      legal: false,
      product: null,
      servicePointId: null,
      contractId: null,
      remedyWanted: '',
      feeling: null,
      apologyGiven: true,
      explanation: '',
      commitment: '',
      promise: null,
    },
  })) as { caseId: string };
}

const letters = async () => ((await maya.ask({ ask: 'letter.ofCase', caseId })) as LettersOfCase).letters;
const files = async () => ((await maya.ask({ ask: 'letter.files', caseId })) as FilesOfCase).files;
const history = async () =>
  ((await maya.ask({ ask: 'case.file', caseId })) as CaseFile).entries.map(({ what }) => what);

async function write(changed: object = {}): Promise<{ letterId: string; version: number }> {
  const asked = { ask: 'letter.preview', caseId, template: 'acknowledgement', language: 'zh-Hant' };
  const { subject, body } = (await maya.ask(asked)) as LetterPreview;
  return (await maya.tell({
    do: 'letter.draft',
    caseId,
    over: null,
    letter: {
      template: 'acknowledgement',
      language: 'zh-Hant',
      channel: 'email',
      to: 'chen@example.com',
      subject,
      body: body.replaceAll(/⟦[^⟧]*⟧/g, '明天中午'),
      attachmentIds: [],
      ...changed,
    },
  })) as { letterId: string; version: number };
}

const upload = (name: string, content: Uint8Array<ArrayBuffer>) =>
  fetch(`${gateway.url}/api/cases/${caseId}/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: content,
  });

describe('a complaint of 陳大文 is answered in writing', () => {
  const receipt = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_000_000, 7)]);

  test('LETTER-10 LETTER-12 his receipt is put on the case and comes back byte for byte, as a download that runs nothing', async () => {
    const added = await upload('收據.pdf', receipt);
    expect(added.status).toBe(201);
    const [file] = await files();
    expect(file).toMatchObject({ name: '收據.pdf', mediaType: 'application/pdf', bytes: receipt.length });
    const back = await fetch(`${gateway.url}/api/cases/${caseId}/attachments/${file?.attachmentId}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(back.headers.get('content-disposition')).toMatch(/^attachment;.*filename\*=UTF-8''%E6%94%B6/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(digest(new Uint8Array(await back.arrayBuffer()))).toBe(digest(receipt));
  });

  test('LETTER-10 a program that calls itself a picture is refused', async () => {
    const refused = await upload('photo.png', Buffer.from('MZ\u0090\u0000'));
    expect([refused.status, await refused.json()]).toEqual([415, { problem: 'attachmentIsActive' }]);
    expect((await files()).length).toBe(1);
  });

  test('LETTER-6 LETTER-9 the acknowledgement arrives in Chinese with the receipt, and acknowledges the case', async () => {
    const [file] = await files();
    await maya.tell({ do: 'letter.send', ...(await write({ attachmentIds: [file?.attachmentId] })) });
    await until('the letter is sent', async () => (await letters())[0]?.state === 'sent' || null);
    expect(smtp.received.length).toBe(1);
    expect(smtp.received[0]).toMatchObject({ from: 'service@bluemagpie.example', to: ['chen@example.com'] });
    const { headers, text, parts } = readMail(smtp.received[0]?.raw ?? '');
    expect(headers.get('subject')).toMatch(/^我們已收到您的意見 C-\d+$/);
    expect(headers.get('from')).toMatch(/^\S+.* <service@bluemagpie\.example>$/);
    expect(headers.get('content-language')).toBe('zh-Hant');
    expect(headers.get('message-id')).toMatch(/^<[0-9a-f]{32}@/);
    expect(text).toContain('您好：');
    expect(text).not.toMatch(/[{}⟦⟧]/);
    expect(parts[1]?.bytes.length).toBe(receipt.length);
    expect(await history()).toContain('letterSent');
  });

  test('LETTER-7 killed while the server is silent about a letter, the gateway does not send it twice', async () => {
    smtp.next.push({ taken: 'silence' });
    await maya.tell({ do: 'letter.send', ...(await write({ template: null, subject: '第二封信' })) });
    await until('the server has the whole letter', () => smtp.received.length === 2 || null);
    maya.close();
    await gateway.kill();
    gateway = await gateway.startAgain();
    await takeSeat();
    const unsure = await until('somebody is asked', async () => {
      const one = (await letters()).find(({ subject }) => subject === '第二封信');
      return one?.state === 'unsure' ? one : null;
    });
    expect(smtp.received.length).toBe(2);
    const { letterId, version } = unsure;
    await maya.tell({ do: 'letter.retry', letterId, version });
    await until('it is sent once more', () => smtp.received.length === 3 || null);
    const [first, again] = smtp.received.slice(1).map(({ raw }) => readMail(raw).headers.get('message-id'));
    expect(again).toBe(first);
  });

  test('LETTER-6 killed before a letter was handed over, it sends the letter after the start, once', async () => {
    smtp.next.push({ greeting: '421 4.3.2 not now' });
    await maya.tell({ do: 'letter.send', ...(await write({ template: null, subject: '第三封信' })) });
    const of = async () => (await letters()).find(({ subject }) => subject === '第三封信');
    await until('it waits', async () => ((await of())?.trouble?.startsWith('421') ? true : null));
    maya.close();
    await gateway.kill();
    gateway = await gateway.startAgain();
    await takeSeat();
    expect((await of())?.state).toBe('queued');
    await until('its minute is over', async () => (await of())?.state === 'sent' || null, 90_000);
    const subjects = smtp.received.map(({ raw }) => readMail(raw).headers.get('subject'));
    expect(subjects.filter((subject) => subject === '第三封信').length).toBe(1);
  });
});
