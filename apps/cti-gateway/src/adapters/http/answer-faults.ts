import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
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
  app.setNotFoundHandler(async (request, reply) =>
    isPageOfTheDesk(request)
      ? reply.redirect(`/#${request.url}`)
      : reply.code(404).send({ problem: 'badMessage' } satisfies Problem),
  );
}

/** Somebody who types /board for the big screen means the desk's page of that name, which stands behind the "#". */
const isPageOfTheDesk = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && /^\/[a-z][a-z/-]{0,63}$/.test(url) && headers.accept?.includes('text/html') === true;
