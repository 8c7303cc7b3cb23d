import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import { PROTOCOL_VERSION } from '@ringside/shared/protocol/protocol-version';
import { hello } from '@ringside/shared/protocol/up';
import type { Hello } from '@ringside/shared/protocol/up';
import { badMessage } from './bad-message.ts';

/** Reads a handshake. A desk of another version is told so, whatever else its Hello looks like. */
export function readHello(auth: unknown): Result<Hello, Problem> {
  const version: unknown =
    typeof auth === 'object' && auth !== null && 'protocol' in auth ? auth.protocol : null;
  if (typeof version === 'number' && version !== PROTOCOL_VERSION)
    return refuse({ problem: 'protocolMismatch' });
  const read = hello.safeParse(auth);
  return read.success ? ok(read.data) : refuse(badMessage(read.error));
}
