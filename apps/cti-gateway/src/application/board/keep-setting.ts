import type { AgentId } from '@ringside/shared/model/ids';
import type { Parts } from '../parts.ts';

/** BOARD-7: what a person set about a page of theirs follows them to every desk. */
export async function keepSetting(
  { journal }: Parts,
  agentId: AgentId,
  about: string,
  text: string,
): Promise<void> {
  await journal.write({ changes: [{ put: 'deskSetting', agentId, about, text }] });
}
