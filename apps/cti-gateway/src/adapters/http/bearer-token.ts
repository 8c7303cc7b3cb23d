import type { FastifyRequest } from 'fastify';

const LONGEST = 512;

/** The token of "Authorization: Bearer …" (RFC 6750 section 2.1), or null. */
export function bearerToken(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header === undefined || header.length > LONGEST || !header.toLowerCase().startsWith('bearer '))
    return null;
  const token = header.slice('bearer '.length).trim();
  return token === '' ? null : token;
}
