import type { AgentId, Id } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Secrets } from '../ports/secrets.ts';

/** Who asks for something, and the id under which they may ask again (WIRE-4). */
export interface Asker {
  readonly agentId: AgentId;
  readonly commandId: string;
}

/** The id of what a command makes. It follows from the command, so that repeating it makes nothing twice, even after a restart. */
export const idMadeBy = <Kind extends string>(
  secrets: Secrets,
  { agentId, commandId }: Asker,
  kind: Kind,
): Id<Kind> => asId<Kind>(secrets.sha256Hex(`${kind} ${agentId} ${commandId}`).slice(0, 32));
