import type { Server } from 'node:http';
import fastify from 'fastify';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { CaseDoor } from '../../ports/case-door.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Log } from '../../ports/log.ts';
import type { PopDoor } from '../../ports/pop-door.ts';
import type { AdminParts } from './administration/admin-api.ts';
import { adminApi } from './administration/admin-api.ts';
import { uploadsAt } from './attachments.ts';
import { caseApi } from './cases/case-api.ts';
import { answerFaults } from './answer-faults.ts';
import { calendar } from './calendar.ts';
import { deskApi } from './desk-api.ts';
import { HttpListenFault } from './http-listen-fault.ts';
import type { Health } from './health.ts';
import { monitoring } from './monitoring.ts';
import { originsOf } from './origins.ts';
import { pages } from './pages.ts';
import { popPages } from './pop/pop-pages.ts';
import { routeUpgrades } from './route-upgrades.ts';
import type { Upgrade } from './route-upgrades.ts';
import { securityHeaders } from './security-headers.ts';

export interface HttpSettings {
  readonly host: string;
  /** 0 takes any free port (tests) */
  readonly port: number;
  readonly publicUrl: string | null;
  /** PEM texts; null serves plain HTTP */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  /** addresses (CIDR) of proxies whose X-Forwarded-For is believed */
  readonly proxies: readonly string[];
  /** who may read /health and /metrics besides this machine itself */
  readonly monitoring: { readonly allow: readonly string[]; readonly token: string | null };
  /** folder of the built page, or null where there is none to serve */
  readonly renderer: string | null;
}

export interface HttpParts {
  readonly desk: Desk;
  readonly admin: AdminParts;
  readonly cases: CaseDoor;
  readonly pops: PopDoor;
  readonly health: () => Promise<Health>;
  /** figures of the audio engine, for /metrics */
  readonly mediaFigures: () => Readonly<Record<string, number>>;
  /** takes WebSocket connections to /sip */
  readonly acceptSip: Upgrade;
  readonly log: Log;
}

/** The gateway's web server: sign-in, the page, health and figures. Sockets of desks are attached to `server`. */
export interface HttpDoor {
  readonly server: Server;
  /** whether a page from this Origin header may talk to this Host */
  allowsOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** seconds from an offer to its pop leaving the gateway */
  poppedAfter(seconds: number): void;
  /** Opens the port; rejects with HttpListenFault. Gives the URL a person can open. */
  listen(): Promise<string>;
  /** Stops listening and ends idle connections. */
  close(): Promise<void>;
}

/** A request that brings its headers or body slower than this is ended: it holds a socket for nothing. */
const REQUEST_TIMEOUT = 15_000;
/** A file of the size allowed over a slow line takes its time. */
const UPLOAD_TIMEOUT = 300_000;
const LARGEST_BODY = 16_384;

export async function openHttp(settings: HttpSettings, parts: HttpParts): Promise<HttpDoor> {
  const app = fastify(serverOptions(settings)) as unknown as FastifyInstance;
  app.server.headersTimeout = REQUEST_TIMEOUT;
  app.server.maxHeadersCount = 64;
  const origins = originsOf(settings.publicUrl);
  endSlowBodies(app);
  securityHeaders(app, { tls: settings.tls !== null });
  answerFaults(app, parts.log);
  const { poppedAfter } = monitoring(app, settings.monitoring, parts);
  deskApi(app, parts.desk, origins);
  calendar(app, parts.desk);
  adminApi(app, parts.admin, origins);
  caseApi(app, parts.cases);
  popPages(app, parts.pops, origins);
  await pages(app, settings.renderer);
  routeUpgrades(app.server, origins, { '/sip': parts.acceptSip });
  return {
    server: app.server,
    allowsOrigin: origins.allow,
    poppedAfter,
    listen: () => listen(app, settings),
    close: () => app.close(),
  };
}

/** Node's own limit is one for all requests; all but uploads have the short one. */
function endSlowBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (routeOptions.url === uploadsAt) return;
    const timer = setTimeout(() => raw.complete || raw.destroy(), REQUEST_TIMEOUT);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}

function serverOptions(settings: HttpSettings): FastifyServerOptions {
  const options = {
    bodyLimit: LARGEST_BODY,
    requestTimeout: UPLOAD_TIMEOUT,
    trustProxy: settings.proxies.length > 0 ? [...settings.proxies] : false,
    forceCloseConnections: 'idle' as const,
    logger: false,
    exposeHeadRoutes: true,
  };
  if (settings.tls === null) return options;
  const https = { cert: settings.tls.certificate, key: settings.tls.key, minVersion: 'TLSv1.2' as const };
  return { ...options, https } as FastifyServerOptions;
}

async function listen(app: FastifyInstance, { host, port, publicUrl, tls }: HttpSettings): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw new HttpListenFault(host, port, cause as NodeJS.ErrnoException);
  }
  const address = app.server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return publicUrl ?? `${tls ? 'https' : 'http'}://${named.includes(':') ? `[${named}]` : named}:${taken}`;
}
