import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import { signInRequest } from '@ringside/shared/protocol/sign-in';
import type { Desk } from '../../ports/desk.ts';
import { attachmentsApi } from './attachments.ts';
import { bearerToken } from './bearer-token.ts';
import { crossOrigin } from './cross-origin.ts';
import type { Origins } from './origins.ts';
import { soundsApi } from './sounds.ts';

/** A password check costs a good part of a second of processor time; more at once than this only make all of them late. */
const MOST_SIGN_INS_AT_ONCE = 8;

const across = { methods: 'GET, POST', headers: 'authorization, content-type', exposed: '' };

const statusOf: Partial<Record<ProblemWord, number>> = {
  badMessage: 400,
  wrongNameOrPassword: 401,
  notSignedIn: 401,
  notAllowed: 403,
  tooManyAttempts: 429,
  draining: 503,
  internal: 500,
  unknownRecording: 404,
  unknownCase: 404,
  unknownAttachment: 404,
  attachmentTooLarge: 413,
  attachmentNotTaken: 415,
  attachmentIsActive: 415,
};

/** What a page asks before it has a socket: /api/about, /api/sign-in, /api/sign-out. */
export function deskApi(app: FastifyInstance, desk: Desk, origins: Origins): void {
  let signingIn = 0;
  void app.register(async (api) => {
    api.addHook('onRequest', crossOrigin(origins, across));
    api.options('/api/*', async (_request, reply) => reply.code(204).send());
    api.get('/api/about', async () => desk.about());
    api.post('/api/sign-in', async (request, reply) => {
      const asked = signInRequest.safeParse(request.body);
      if (!asked.success)
        return refuse(reply, { problem: 'badMessage', field: String(asked.error.issues[0]?.path[0] ?? '') });
      if (signingIn >= MOST_SIGN_INS_AT_ONCE) return refuse(reply, { problem: 'tooManyAttempts' });
      signingIn += 1;
      try {
        const result = await desk.signIn({ ...asked.data, from: request.ip });
        return result.ok
          ? await reply.header('cache-control', 'no-store').send(result.value)
          : await refuse(reply, result.refusal);
      } finally {
        signingIn -= 1;
      }
    });
    soundsApi(api, desk, refuse);
    attachmentsApi(api, desk, refuse);
    api.post('/api/sign-out', async (request, reply) => {
      const token = bearerToken(request);
      if (token === null) return refuse(reply, { problem: 'notSignedIn' });
      await desk.signOut(token);
      return reply.code(204).send();
    });
  });
}

function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  const status = statusOf[problem.problem] ?? 409;
  if (status === 429 || status === 503) reply.header('retry-after', '5');
  return reply.code(status).send(problem);
}
