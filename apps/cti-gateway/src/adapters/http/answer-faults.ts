import type { FastifyError, FastifyInstance } from 'fastify';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Log } from '../../ports/log.ts';

/** Every failure is a Problem in JSON; what happened inside is for the log, not for the client. */
export function answerFaults(app: FastifyInstance, log: Log): void {
  app.setErrorHandler<FastifyError>(async (fault, request, reply) => {
    const status = fault.statusCode ?? 500;
    const problem: Problem = { problem: status < 500 ? 'badMessage' : 'internal' };
    if (status >= 500)
      log.error('a web request failed', { path: request.routeOptions.url, why: fault.message });
    return reply.code(status).send(problem);
  });
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).send({ problem: 'badMessage' } satisfies Problem),
  );
}
