import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { asId } from '@ringside/shared/model/ids';
import { attachmentLimits } from '@ringside/shared/model/letter';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Desk, StoredFile } from '../../ports/desk.ts';
import { bearerToken } from './bearer-token.ts';

type Refuse = (reply: FastifyReply, problem: Problem) => FastifyReply;

/** Who asks about a file without wanting it would not be audited. */
const noHead = { exposeHeadRoute: false };
const longestName = 1_024;
export const uploadsAt = '/api/cases/:caseId/attachments';

/**
 * POST /api/cases/:caseId/attachments?name=… with the bytes as the body, and GET …/attachments/:attachmentId (LETTER-10,
 * LETTER-12). `onlyBytes` is in a scope of its own, so that no other address takes a body that large.
 */
export function attachmentsApi(api: FastifyInstance, desk: Desk, refuse: Refuse): void {
  void api.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // the body stays a stream: nothing of it is held in memory
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.post<{ Params: { caseId: string }; Querystring: { name?: string } }>(
      uploadsAt,
      { bodyLimit: attachmentLimits.bytes },
      async (request, reply) => {
        const token = bearerToken(request);
        if (token === null) return refuse(reply, { problem: 'notSignedIn' });
        const { name } = request.query;
        const { caseId } = request.params;
        if (typeof name !== 'string' || name.length > longestName)
          return refuse(reply, { problem: 'badMessage', field: 'name' });
        if (caseId.length > 64) return refuse(reply, { problem: 'unknownCase' });
        if (Number(request.headers['content-length']) > attachmentLimits.bytes)
          return refuse(reply, { problem: 'attachmentTooLarge' });
        const body = request.body as Readable;
        // a browser reads the answer when it has sent everything: what nobody wants is read, too, and goes nowhere
        const bytes = body.iterator({ destroyOnReturn: false });
        const added = await desk.attach(token, { caseId: asId<'case'>(caseId), name, bytes });
        body.resume();
        return added.ok ? reply.code(201).send(added.value) : refuse(reply, added.refusal);
      },
    );
  });
  api.get<{ Params: { caseId: string; attachmentId: string } }>(
    '/api/cases/:caseId/attachments/:attachmentId',
    noHead,
    async (request, reply) => {
      const token = bearerToken(request);
      if (token === null) return refuse(reply, { problem: 'notSignedIn' });
      const { caseId, attachmentId } = request.params;
      if (caseId.length > 64 || attachmentId.length > 64)
        return refuse(reply, { problem: 'unknownAttachment' });
      const asked = { caseId: asId<'case'>(caseId), attachmentId: asId<'attachment'>(attachmentId) };
      const file = await desk.file(token, asked);
      return file.ok ? send(reply, file.value) : refuse(reply, file.refusal);
    },
  );
}

/** It is saved, never opened as a page of ours: another's file must run nothing here. */
function send(reply: FastifyReply, { name, mediaType, size, read, opened }: StoredFile): FastifyReply {
  opened();
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
      'content-length': size,
      'content-disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    .send(Readable.from(read()));
}

/** For readers that do not know RFC 6266's filename*. */
const plainName = (name: string): string => name.replaceAll(/[^\u0020-\u007e]|["\\]/gu, '_');

/** RFC 5987: everything but its attr-char. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
