import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asId } from '@ringside/shared/model/ids';
import { attachmentLimits } from '@ringside/shared/model/letter';
import { ok, refuse } from '@ringside/shared/model/result';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import type { Desk } from '../../ports/desk.ts';
import { attachmentFiles } from '../attachments/attachment-files.ts';
import { deskApi } from './desk-api.ts';
import { originsOf } from './origins.ts';
import { securityHeaders } from './security-headers.ts';

const open: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

type Files = Pick<Desk, 'attach' | 'file'>;

async function door(files: Partial<Files>): Promise<string> {
  const app = fastify({ bodyLimit: 16_384 });
  open.push(app);
  const notAsked = () => Promise.reject(new Error('not asked here'));
  const desk: Desk = {
    about: notAsked,
    signIn: notAsked,
    signOut: notAsked,
    sound: notAsked,
    open: notAsked,
    attach: notAsked,
    calendar: notAsked,
    file: notAsked,
    ...files,
  };
  securityHeaders(app, { tls: false });
  deskApi(app, desk, originsOf(null));
  return app.listen({ host: '127.0.0.1', port: 0 });
}

const asMaya = { authorization: 'Bearer a-token' };
const upload = (
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = asMaya,
  name = '收據 (1).pdf',
) =>
  fetch(`${url}/api/cases/case-1/attachments?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
  });

test('LETTER-10 Maya’s file comes in piece by piece, with its name and its case', async () => {
  const got: { name: string; caseId: string; token: string; bytes: number }[] = [];
  const url = await door({
    attach: async (token, { name, caseId, bytes }) => {
      let length = 0;
      for await (const piece of bytes) length += piece.length;
      got.push({ name, caseId, token, bytes: length });
      return ok({ attachmentId: asId<'attachment'>('file-1'), nameFits: true });
    },
  });
  const answer = await upload(url, new Uint8Array(300_000));
  expect([answer.status, await answer.json()]).toEqual([201, { attachmentId: 'file-1', nameFits: true }]);
  expect(got).toEqual([{ name: '收據 (1).pdf', caseId: 'case-1', token: 'a-token', bytes: 300_000 }]);
});

test('LETTER-10 without a session nothing is read, and one that says it is too large is refused at once', async () => {
  const url = await door({});
  expect((await upload(url, 'x', {})).status).toBe(401);
  const tooLarge = await upload(url, new Uint8Array(attachmentLimits.bytes + 1));
  expect([tooLarge.status, await tooLarge.json()]).toEqual([413, { problem: 'attachmentTooLarge' }]);
});

test.each([
  ['attachmentIsActive', 415],
  ['attachmentNotTaken', 415],
  ['attachmentTooLarge', 413],
  ['unknownCase', 404],
  ['notAllowed', 403],
  ['tooManyAttachments', 409],
] as const)('LETTER-10 refused as %s', async (problem, status) => {
  const url = await door({
    attach: async (_token, { bytes }) => {
      for await (const piece of bytes) void piece;
      return refuse({ problem });
    },
  });
  const answer = await upload(url, 'MZ');
  expect([answer.status, await answer.json()]).toEqual([status, { problem }]);
});

/** Sends a body whose length nobody says beforehand to its end, and reads the answer only then, as browsers do. */
async function sendInChunks(url: string, chunks: number): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.setEncoding('latin1');
  let answer = '';
  socket.on('data', (piece) => {
    answer += String(piece);
  });
  const head = [
    'POST /api/cases/case-1/attachments?name=x.pdf HTTP/1.1',
    'Host: ringside.test',
    'Content-Type: application/octet-stream',
    `Authorization: ${asMaya.authorization}`,
    'Transfer-Encoding: chunked',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536), Buffer.from('\r\n')]);
  for (let nth = 0; nth < chunks; nth += 1) if (!socket.write(chunk)) await once(socket, 'drain');
  await new Promise((resolve) => socket.write('0\r\n\r\n', resolve));
  while (!answer.includes('}')) await once(socket, 'data');
  socket.destroy();
  return answer;
}

test('LETTER-10 one that turns out to be too large while it comes in is told so, not cut off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-files-'));
  const files = attachmentFiles(folder);
  const url = await door({
    attach: async (_token, { bytes }) => {
      const received = await files.receive(bytes, 1_000_000);
      return refuse({ problem: received === 'tooLarge' ? 'attachmentTooLarge' : 'notAllowed' });
    },
  });
  const answer = await sendInChunks(url, 1_024);
  expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*attachmentTooLarge/);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('LETTER-10 no other address takes a body that large, or of that kind', async () => {
  const url = await door({});
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'x',
  });
  expect(answer.status).toBe(415);
  const form = await upload(url, 'x', { ...asMaya, 'content-type': 'text/plain' });
  expect(form.status).toBe(415);
});

test('LETTER-12 a file is a download that runs nothing, whatever it is called, and it is noted', async () => {
  let opened = 0;
  const url = await door({
    file: async (_token, { caseId, attachmentId }) => {
      expect([caseId, attachmentId]).toEqual(['case-1', 'file-1']);
      return ok({
        name: '收據"\\ (1)’.pdf',
        mediaType: 'application/pdf',
        size: 5,
        read: async function* () {
          yield Buffer.from('%PDF-');
        },
        opened: () => void (opened += 1),
      });
    },
  });
  const answer = await fetch(`${url}/api/cases/case-1/attachments/file-1`, { headers: asMaya });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '5',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `attachment; filename="____ (1)_.pdf"; filename*=UTF-8''%E6%94%B6%E6%93%9A%22%5C%20%281%29%E2%80%99.pdf`,
  });
  expect(await answer.text()).toBe('%PDF-');
  expect(opened).toBe(1);
});

test('LETTER-12 a file of another case is not found', async () => {
  const url = await door({ file: async () => refuse({ problem: 'unknownAttachment' }) });
  const answer = await fetch(`${url}/api/cases/case-2/attachments/file-1`, { headers: asMaya });
  expect([answer.status, await answer.json()]).toEqual([404, { problem: 'unknownAttachment' }]);
});
