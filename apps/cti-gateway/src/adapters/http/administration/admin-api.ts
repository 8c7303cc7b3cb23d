import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Result } from '@ringside/shared/model/result';
import { refuse as refused } from '@ringside/shared/model/result';
import type { AdminRefusal, Administration, Administrator } from '../../../ports/administration.ts';
import { bearerToken } from '../bearer-token.ts';
import { caseBase } from '../cases/case-api.ts';
import { caseEndpoints } from '../cases/case-endpoints.ts';
import { crossOrigin } from '../cross-origin.ts';
import type { Origins } from '../origins.ts';
import { allowances } from './allowance.ts';
import { centreEndpoints } from './centre-endpoints.ts';
import type { AdminRequest, Endpoint } from './endpoint.ts';
import { isCentrePart } from './endpoint.ts';
import { openApi } from './open-api.ts';
import { peopleEndpoints } from './people-endpoints.ts';
import { problemOf } from './refusals.ts';
import { tokenEndpoints } from './token-endpoints.ts';

export const endpoints: readonly Endpoint[] = [...centreEndpoints, ...peopleEndpoints, ...tokenEndpoints];
export const base = '/api/admin/v1';

const LARGEST_DOCUMENT = 1_048_576;
/** ports/prompts.ts takes files of 5 MB */
const LARGEST_RECORDING = 5_300_000;

const across = {
  methods: 'GET, PUT, POST, DELETE',
  headers: 'authorization, content-type, if-match',
  exposed: 'etag',
};

export interface AdminParts {
  readonly administration: Administration;
  /** JSON schema of the configuration's `centre` */
  readonly centreSchema: unknown;
  readonly version: string;
}

/** What administrators and their programs ask, one route for each endpoint; described at /api/openapi.json. */
export function adminApi(app: FastifyInstance, parts: AdminParts, origins: Origins): void {
  const mayAsk = allowances(() => performance.now());
  const description = openApi(
    [
      { base, endpoints, security: 'session' },
      { base: caseBase, endpoints: Object.values(caseEndpoints), security: 'apiToken' },
    ],
    parts,
  );
  void app.register(async (api) => {
    api.addHook('onRequest', crossOrigin(origins, across));
    api.addContentTypeParser(
      ['application/yaml', 'text/yaml', 'text/calendar'],
      { parseAs: 'string' },
      asItIs,
    );
    api.addContentTypeParser(['audio/wav', 'audio/x-wav', 'audio/wave'], { parseAs: 'buffer' }, asItIs);
    api.options(`${base}/*`, async (_request, reply) => reply.code(204).send());
    api.get('/api/openapi.json', async () => description);
    for (const one of endpoints)
      api.route({
        method: one.method,
        url: `${base}${one.path}`,
        bodyLimit: one.body === 'audio/wav' ? LARGEST_RECORDING : LARGEST_DOCUMENT,
        // before the body is read: a stranger's megabytes cost nothing
        onRequest: async (request, reply) => {
          if (!mayAsk(request.ip))
            return turnAway(reply.header('retry-after', '1'), { problem: 'tooManyAttempts' });
          const entered = await enter(parts.administration, request);
          if (!entered.ok) return turnAway(reply, entered.refusal);
          visitors.set(request, entered.value);
          return undefined;
        },
        handler: async (request, reply) => {
          const admin = visitors.get(request);
          return admin === undefined
            ? refuse(reply, { problem: 'notSignedIn' })
            : serve(admin, one, request, reply);
        },
      });
  });
}

/** What is still to come of the request is not waited for: the connection would be held by it. */
const turnAway = (reply: FastifyReply, refusal: Parameters<typeof problemOf>[0]): FastifyReply =>
  refuse(reply.header('connection', 'close'), refusal);

/** Who asks, while their request is served. */
const visitors = new WeakMap<FastifyRequest, Administrator>();

async function enter(
  administration: Administration,
  request: FastifyRequest,
): Promise<Result<Administrator, AdminRefusal>> {
  const token = bearerToken(request);
  return token === null ? refused({ problem: 'notSignedIn' }) : administration.enter(token);
}

const asItIs = async (_request: FastifyRequest, body: string | Buffer) => body;

async function serve(
  admin: Administrator,
  one: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const read = readRequest(one, request);
  if ('faults' in read) return refuse(reply, read);
  const answered = await one.answer(admin, read);
  return answered.ok ? send(reply, one, answered.value) : refuse(reply, answered.refusal);
}

function readRequest(one: Endpoint, request: FastifyRequest): AdminRequest | AdminFaults {
  const params = z.object(one.params ?? {}).safeParse(request.params);
  const query = (one.query ?? z.object({})).safeParse(request.query);
  const schema =
    one.body === undefined || typeof one.body === 'string' || isCentrePart(one.body) ? z.unknown() : one.body;
  const body = schema.safeParse(request.body);
  if (!params.success) return faultsOf(params.error);
  if (!query.success) return faultsOf(query.error);
  if (!body.success) return faultsOf(body.error);
  const named = request.params as Readonly<Record<string, string>>;
  return { params: named, query: query.data, body: body.data, ifMatch: ifMatchOf(request) };
}

type AdminFaults = Extract<AdminRefusal, { problem: 'faults' }>;

/** The shape alone; what it means is looked at further in. */
const faultsOf = (error: z.ZodError): AdminFaults => ({
  problem: 'faults',
  faults: error.issues.map(({ path, message }) => ({
    path: path.map((key) => (typeof key === 'number' ? key : String(key))),
    value: null,
    why: message,
    remedy: 'See /api/openapi.json.',
    line: null,
  })),
});

/** RFC 9110 section 13.1.1; only strong tags are given out. */
function ifMatchOf({ headers }: FastifyRequest): string | null {
  const header = headers['if-match']?.trim();
  return header === undefined || header === '*' ? null : header.replace(/^"(.*)"$/, '$1');
}

function send(reply: FastifyReply, one: Endpoint, value: unknown): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (one.etag) reply.header('etag', `"${one.etag(value)}"`);
  if (one.reply === 'nothing') return reply.code(204).send();
  if (typeof one.reply === 'string')
    reply.type(one.reply === 'application/yaml' ? `${one.reply}; charset=utf-8` : one.reply);
  return reply.code(one.status ?? 200).send(value instanceof Uint8Array ? Buffer.from(value) : value);
}

function refuse(reply: FastifyReply, refusal: Parameters<typeof problemOf>[0]): FastifyReply {
  const problem = problemOf(refusal);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
