/** Headers of every page and asset. The page may talk to itself and to its gateway's sockets, and run only its own files. */
export function pageHeaders(gatewayUrl: string): Record<string, string> {
  const socketOrigin = gatewayUrl.replace(/^http/, 'ws');
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      // react-aria writes style elements at run time; styles can't run code.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "media-src 'self' blob:",
      `connect-src 'self' ${socketOrigin}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}
