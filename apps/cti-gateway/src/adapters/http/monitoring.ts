import { timingSafeEqual, createHash } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerToken } from './bearer-token.ts';
import type { Figures } from './figures.ts';
import { figures } from './figures.ts';
import type { Health } from './health.ts';
import { statusOf, takesCalls } from './health.ts';

interface Watched {
  readonly health: () => Promise<Health>;
  readonly mediaFigures: () => Readonly<Record<string, number>>;
}

/** GET /health and GET /metrics, for this machine, the allowed addresses, and whoever has the token. */
export function monitoring(
  app: FastifyInstance,
  access: { readonly allow: readonly string[]; readonly token: string | null },
  watched: Watched,
): Pick<Figures, 'poppedAfter'> {
  const told = figures(watched);
  const guard = monitorsOnly(access);
  app.get('/health', { onRequest: guard }, async (_request, reply) => {
    const health = await watched.health();
    const { version, store, calls, agents, telephony, mail } = health;
    const sip = { listening: telephony.listening, trunks: telephony.trunks, stations: telephony.stations };
    const answer = { status: statusOf(health), version, store, sip, calls, agents, mail };
    return reply
      .code(takesCalls(health) ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
  });
  app.get('/metrics', { onRequest: guard }, async (_request, reply) =>
    reply.header('content-type', told.contentType).send(await told.text()),
  );
  return told;
}

function monitorsOnly({
  allow,
  token,
}: {
  readonly allow: readonly string[];
  readonly token: string | null;
}) {
  const list = new BlockList();
  for (const range of ['127.0.0.0/8', '::1/128', ...allow]) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const shown = bearerToken(request);
    if (token !== null && shown !== null && same(token, shown)) return undefined;
    // Behind a proxy that is not named in http.proxies every client seems to be that proxy.
    const hidden = request.headers['x-forwarded-for'] !== undefined && request.ips === undefined;
    if (!hidden && list.check(plain(request.ip), isIP(plain(request.ip)) === 6 ? 'ipv6' : 'ipv4'))
      return undefined;
    return reply.code(403).send({ problem: 'notAllowed' });
  };
}

const plain = (address: string): string => (isIP(address.slice(7)) === 4 ? address.slice(7) : address);

/** Compares digests, so that the time taken says nothing of the token. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
