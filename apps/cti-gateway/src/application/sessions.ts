import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { FloorAgent } from './floor.ts';
import type { Parts } from './parts.ts';

export interface OpenSession {
  readonly agent: FloorAgent;
  readonly tokenSha256: string;
  readonly expiresAt: Instant;
}

/** AUTH-4: the session a token stands for. Only its digest is known here. */
export async function sessionOf(
  parts: Parts,
  token: string,
): Promise<Result<OpenSession, 'notSignedIn' | 'sessionEnded'>> {
  const tokenSha256 = parts.secrets.sha256Hex(token);
  const session = await parts.store.session(tokenSha256);
  if (session === null) return refuse('notSignedIn');
  if (session.expiresAt <= parts.clock.now()) return refuse('sessionEnded');
  const agent = parts.floor.agents.get(session.agentId);
  if (agent?.agent.active !== true) return refuse('notSignedIn');
  return ok({ agent, tokenSha256, expiresAt: session.expiresAt });
}
