import type { AgentId, LegId, QueueId, StationId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';

/** What somebody in charge wants of a call. */
export type SupervisionCommand =
  | {
      readonly do: 'takeOver';
      readonly by: AgentId;
      readonly stationId: StationId;
      readonly legId: LegId;
    }
  | { readonly do: 'move'; readonly to: QueueId; readonly by: AgentId }
  | { readonly do: 'prioritise'; readonly points: number; readonly reason: string; readonly by: AgentId }
  | { readonly do: 'sendTo'; readonly agentId: AgentId; readonly until: Instant; readonly by: AgentId }
  | { readonly do: 'sendNoLonger' };
