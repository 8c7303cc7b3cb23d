import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Desk } from '../../ports/desk.ts';
import { allowances } from './administration/allowance.ts';

const address = /^(?<token>[A-Za-z0-9_-]{20,100})[.]ics$/u;

/**
 * GET /calendar/<secret>.ics, for calendar software that knows no sign-in (TASK-18). Who asks too often waits; a secret
 * that is nobody's is answered as if there were nothing at all.
 */
export function calendar(app: FastifyInstance, desk: Pick<Desk, 'calendar'>): void {
  const allow = allowances(Date.now);
  app.get<{ Params: { name: string }; Headers: { 'if-none-match'?: string } }>(
    '/calendar/:name',
    async (request, reply) => {
      if (!allow(request.ip)) return reply.code(429).header('retry-after', '5').send();
      const token = address.exec(request.params.name)?.groups?.['token'];
      const text = token === undefined ? null : await desk.calendar(token);
      reply.header('cache-control', 'private, no-cache');
      if (text === null)
        return reply.code(404).type('text/plain; charset=utf-8').send('There is no calendar here.\n');
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
      reply.header('etag', etag);
      if (named(request.headers['if-none-match']).includes(etag)) return reply.code(304).send();
      return reply.type('text/calendar; charset=utf-8').send(text);
    },
  );
}

/** RFC 9110 13.1.2; a weak tag names the same text */
const named = (header: string | undefined): readonly string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//u, ''));
