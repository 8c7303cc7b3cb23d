import type { CallId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CallPath } from '@ringside/shared/protocol/call-path';
import type { Agent } from '../domain/agent/agent.ts';
import type { Parts } from './parts.ts';
import { callPath } from './views/call-path.ts';

/** ACD-21: supervisors and managers may ask about any call, agents about those they had to do with. */
export async function explainCall(
  parts: Parts,
  { agentId, roles }: Agent,
  callId: CallId,
): Promise<Result<CallPath, 'unknownCall' | 'notYourCall'>> {
  const found = await callPath(parts, callId);
  if (found === null) return refuse('unknownCall');
  const seesAll = roles.includes('supervisor') || roles.includes('manager');
  return seesAll || found.agents.has(agentId) ? ok(found.path) : refuse('notYourCall');
}
