import type { AgentId, LegId, QueueId, StationId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';

/** What somebody in charge (`by`) did to a call. */
export type SupervisionEvent =
  /** the call is theirs from now on; `legId` is the leg they were in it with */
  | {
      readonly type: 'CallTakenOver';
      readonly from: AgentId;
      readonly by: AgentId;
      readonly stationId: StationId;
      readonly legId: LegId;
    }
  | { readonly type: 'CallMoved'; readonly from: QueueId; readonly to: QueueId; readonly by: AgentId }
  /** `points` instead of what was given by hand before */
  | {
      readonly type: 'CallPrioritised';
      readonly points: number;
      readonly reason: string;
      readonly by: AgentId;
    }
  /** kept for this agent until then */
  | { readonly type: 'CallSentTo'; readonly agentId: AgentId; readonly until: Instant; readonly by: AgentId }
  /** the time is over, and nobody is waited for any more */
  | { readonly type: 'CallNoLongerSent' };

/** The person a waiting caller is kept for. */
export interface SentTo {
  readonly agentId: AgentId;
  readonly until: Instant;
  readonly by: AgentId;
}
