import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '@ringside/shared/model/language';
import type { PopDoor, PopRefusal } from '../../../ports/pop-door.ts';
import { allowances } from '../administration/allowance.ts';
import type { Origins } from '../origins.ts';
import type { PopForm } from './pop-form.ts';
import { noteIn, readPopForm } from './pop-form.ts';
import type { Told } from './pop-page.ts';
import { askingPage, openPage, refusingPage } from './pop-page.ts';
import { popStyleHash } from './pop-style.ts';

const tokenForm = /^[A-Za-z0-9_-]{16,100}$/u;
const cookieForm = /(?:^|;\s*)ringside-pop=(?<cookie>[A-Za-z0-9_-]{16,100})(?:;|$)/u;
const largestBody = 65_536;
const cookieLasts = 4 * 60 * 60;

const statusOf = { unknown: 404, over: 410, notTheirs: 410, used: 403 } as const satisfies Record<
  PopRefusal['is'],
  number
>;

interface Asked {
  readonly token: string;
  readonly cookie: string | null;
}

/** GET and POST /pop/<token>: the page with the caller for a telephone that nobody is signed in on (SPEC LINK). */
export function popPages(app: FastifyInstance, pops: PopDoor, origins: Origins): void {
  const allow = allowances(() => performance.now());
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestBody },
      (_request, body, done) => done(null, body),
    );
    scope.addHook('onRequest', async (request, reply) => {
      reply.headers(ownHeaders);
      if (!allow(request.ip))
        return send(reply.header('retry-after', '5'), 429, refusingPage(spoken(request), 'tooMany'));
      return undefined;
    });
    scope.get<{ Params: { token: string } }>('/pop/:token', async (request, reply) => {
      const asked = askedIn(request);
      return show(request, reply, asked, null, null);
    });
    scope.post<{ Params: { token: string } }>(
      '/pop/:token',
      { bodyLimit: largestBody },
      async (request, reply) => {
        const asked = askedIn(request);
        const typed = readPopForm(request.body);
        if (typed === null || !isFromPage(request, origins)) return forged(request, reply);
        if (typed.do === 'open') return open(request, reply, asked);
        if (asked.cookie === null || !isKey(typed.form, asked)) return forged(request, reply);
        if (typed.do === 'refresh') return show(request, reply, asked, typed, null);
        return note(request, reply, asked, typed);
      },
    );
  });

  async function open(request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
    const opened = await pops.open(asked.token, asked.cookie);
    if (!opened.ok) return refuse(request, reply, opened.refusal);
    const path = `/pop/${asked.token}`;
    const secure = request.protocol === 'https' ? '; Secure' : '';
    return reply
      .code(303)
      .headers({
        location: path,
        'set-cookie': `ringside-pop=${opened.value}; Path=${path}; Max-Age=${cookieLasts}; HttpOnly; SameSite=Strict${secure}`,
      })
      .send();
  }

  async function note(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    typed: PopForm,
  ): Promise<FastifyReply> {
    const filled = noteIn(typed);
    if (typeof filled === 'string') return show(request, reply, asked, typed, filled);
    const done = await pops.note(asked.token, asked.cookie, filled);
    if (done.ok) return reply.code(303).header('location', `/pop/${asked.token}`).send();
    const { refusal } = done;
    return 'language' in refusal
      ? refuse(request, reply, refusal)
      : show(request, reply, asked, typed, refusal.is);
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    typed: PopForm | null,
    told: Told | null,
  ): Promise<FastifyReply> {
    if (asked.token === '') return refuse(request, reply, { is: 'unknown', language: null });
    const look = await pops.look(asked.token, asked.cookie);
    switch (look.is) {
      case 'toOpen':
        return send(reply, 200, askingPage(look.language));
      case 'open': {
        const { language, pop } = look;
        const formKey = keyFor(asked);
        return send(reply, told === null ? 200 : 422, openPage({ language, pop, formKey, typed, told }));
      }
      default:
        return refuse(request, reply, look);
    }
  }
}

const ownHeaders = {
  'content-security-policy': `default-src 'none'; style-src '${popStyleHash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
};

const send = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(text);

const refuse = (request: FastifyRequest, reply: FastifyReply, { is, language }: PopRefusal): FastifyReply =>
  send(reply, statusOf[is], refusingPage(language ?? spoken(request), is));

const forged = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  send(reply, 403, refusingPage(spoken(request), 'forged'));

/** What can't be a token is none: '' */
function askedIn(request: FastifyRequest): Asked {
  const { token } = request.params as { readonly token: string };
  const cookie = cookieForm.exec(request.headers.cookie ?? '')?.groups?.['cookie'] ?? null;
  return { token: tokenForm.test(token) ? token : '', cookie };
}

/** Of whom nobody knows who they are, the browser says what they read. */
function spoken({ headers }: FastifyRequest): Language {
  const wanted = headers['accept-language'] ?? '';
  const [, chinese] = /\bzh(-[a-z-]*)?/iu.exec(wanted) ?? [];
  if (!/^\s*zh/iu.test(wanted)) return 'en';
  return /hans|cn|sg/iu.test(chinese ?? '') ? 'zh-Hans' : 'zh-Hant';
}

/**
 * Of a page without a referrer browsers send `Origin: null` (Fetch 3.2), and say where a form came from in Sec-Fetch-Site.
 * What says neither is no browser and has no cookie of one.
 */
function isFromPage({ headers }: FastifyRequest, origins: Origins): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin, host } = headers;
  return origin === 'null' || origins.allow(origin, host);
}

const keyFor = ({ token, cookie }: Asked): string =>
  createHmac('sha256', cookie ?? '')
    .update(`note ${token}`)
    .digest('base64url');

function isKey(given: string, asked: Asked): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(keyFor(asked))];
  return a.length === b.length && timingSafeEqual(a, b);
}
