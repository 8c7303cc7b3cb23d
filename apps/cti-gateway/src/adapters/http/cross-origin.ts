import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Origins } from './origins.ts';
import { desktopOrigin } from './origins.ts';

/** What a desktop's page may ask for across origins. */
export interface Across {
  readonly methods: string;
  readonly headers: string;
  readonly exposed: string;
}

/** The desktop's pages may read the answers; pages of other sites may not even ask. */
export function crossOrigin(origins: Origins, { methods, headers, exposed }: Across) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { origin, host } = request.headers;
    reply.header('vary', 'origin');
    if (!origins.allow(origin, host)) return reply.code(403).send({ problem: 'notAllowed' });
    if (origin !== desktopOrigin) return undefined;
    reply.headers({
      'access-control-allow-origin': desktopOrigin,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': headers,
      'access-control-expose-headers': exposed,
      'access-control-max-age': '600',
      'cross-origin-resource-policy': 'cross-origin',
    });
    return undefined;
  };
}
