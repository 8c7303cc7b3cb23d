import { reportedCase, reportedContact } from '@ringside/shared/protocol/case-api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { CaseDoor, CaseDoorRefusal, CaseSystem } from '../../../ports/case-door.ts';
import { allowances } from '../administration/allowance.ts';
import { bearerToken } from '../bearer-token.ts';
import { caseProblemOf } from './case-refusals.ts';

export const caseBase = '/api/v1';
const LARGEST = 65_536;
/** RFC 9110 visible characters; a UUID is usual */
const key = /^[\u0021-\u007e]{1,128}$/u;

/** What other systems ask about cases (SPEC CASE-25 to CASE-28); described at /api/openapi.json. */
export function caseApi(app: FastifyInstance, door: CaseDoor): void {
  const mayAsk = allowances(() => performance.now());
  const systems = new WeakMap<FastifyRequest, CaseSystem>();

  /** Before the body is read: a stranger's bytes cost nothing, and no list of tokens can be tried quickly. */
  async function enter(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (!mayAsk(request.ip)) return turnAway(reply.header('retry-after', '1'), 'tooManyAttempts');
    const token = bearerToken(request);
    if (token === null) return turnAway(reply, 'notSignedIn');
    const entered = await door.enter(token);
    if (!entered.ok) return turnAway(reply, entered.refusal.problem);
    systems.set(request, entered.value);
    return undefined;
  }
  const systemOf = (request: FastifyRequest): CaseSystem => {
    const system = systems.get(request);
    if (system === undefined) throw new Error('A request was served before its token was looked at');
    return system;
  };

  app.post(`${caseBase}/cases`, { bodyLimit: LARGEST, onRequest: enter }, async (request, reply) => {
    const given = keyOf(request);
    if (given === 'badKey') return refuse(reply, given);
    const read = reportedCase.safeParse(request.body);
    if (!read.success) return refuse(reply, 'badMessage', { faults: faultsOf(read.error) });
    const opened = await systemOf(request).openCase(given.key, read.data);
    if (!opened.ok) return refused(reply, opened.refusal);
    const { isNew, ...told } = opened.value;
    return reply
      .code(isNew ? 201 : 200)
      .header('location', `${caseBase}/cases/${told.reference}`)
      .header('cache-control', 'no-store')
      .send(told);
  });

  app.post<{ Params: { reference: string } }>(
    `${caseBase}/cases/:reference/contacts`,
    { bodyLimit: LARGEST, onRequest: enter },
    async (request, reply) => {
      const given = keyOf(request);
      if (given === 'badKey') return refuse(reply, given);
      const read = reportedContact.safeParse(request.body);
      if (!read.success) return refuse(reply, 'badMessage', { faults: faultsOf(read.error) });
      const added = await systemOf(request).addContact(given.key, request.params.reference, read.data);
      if (!added.ok) return refused(reply, added.refusal);
      const { isNew, ...told } = added.value;
      return reply
        .code(isNew ? 201 : 200)
        .header('cache-control', 'no-store')
        .send(told);
    },
  );

  app.get<{ Params: { reference: string } }>(
    `${caseBase}/cases/:reference`,
    { onRequest: enter },
    async (request, reply) => {
      const found = await systemOf(request).caseByReference(request.params.reference);
      return found.ok
        ? reply.header('cache-control', 'no-store').send(found.value)
        : refused(reply, found.refusal);
    },
  );
}

function keyOf({ headers }: FastifyRequest): 'badKey' | { readonly key: string | null } {
  const given = headers['idempotency-key'];
  if (given === undefined) return { key: null };
  return typeof given === 'string' && key.test(given) ? { key: given } : 'badKey';
}

const faultsOf = (error: z.ZodError) =>
  error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    why: message,
  }));

const refused = (reply: FastifyReply, { problem, ...more }: CaseDoorRefusal): FastifyReply =>
  refuse(reply, problem, more);

function refuse(reply: FastifyReply, ...problem: Parameters<typeof caseProblemOf>): FastifyReply {
  const told = caseProblemOf(...problem);
  return reply.code(told.status).type('application/problem+json').send(JSON.stringify(told));
}

/** What is still to come of the request is not waited for: the connection would be held by it. */
const turnAway = (reply: FastifyReply, problem: Parameters<typeof caseProblemOf>[0]): FastifyReply =>
  refuse(reply.header('connection', 'close'), problem);
