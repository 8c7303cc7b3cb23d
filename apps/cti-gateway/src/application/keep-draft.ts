import type { AgentId } from '@ringside/shared/model/ids';
import type { Parts } from './parts.ts';

/** DRAFT-1: what is typed and not yet saved. An empty text removes it. It is the agent's own and outlives page and gateway. */
export async function keepDraft(parts: Parts, agentId: AgentId, about: string, text: string): Promise<void> {
  const draft = { about, text, keptAt: parts.clock.now() };
  await parts.journal.write({ changes: [{ put: 'draft', agentId, draft }] });
}
