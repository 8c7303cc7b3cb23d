import type { FastifyInstance } from 'fastify';

const HOST_CHARACTERS = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/** What every answer says to the browser: run our own files only, be framed by nobody, ask for the microphone alone. */
export function securityHeaders(app: FastifyInstance, { tls }: { readonly tls: boolean }): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': contentSecurityPolicy(request.headers.host),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy':
        'microphone=(self), hid=(self), speaker-selection=(self), camera=(), geolocation=(), payment=(), usb=(), serial=()',
      ...(tls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
  });
}

function contentSecurityPolicy(host: string | undefined): string {
  // Safari's 'self' does not cover sockets, so the page's own host is named. A strange Host header names nothing.
  const sockets = host !== undefined && HOST_CHARACTERS.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    // react-aria writes style elements at run time; styles can't run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
