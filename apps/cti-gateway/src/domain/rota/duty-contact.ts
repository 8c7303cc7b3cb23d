import type { AgentId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { DutyReach } from '@ringside/shared/model/rota';

/** How somebody on a rota is reached. Who was never asked has a desk and nothing else. */
export interface DutyContact {
  readonly agentId: AgentId;
  readonly reach: DutyReach;
  /** their own telephone; only numbers that `dialling.allowedPrefixes` allows are ever called */
  readonly phone: PhoneNumber | null;
  /** for notices and links */
  readonly email: string | null;
  readonly version: number;
}

export const deskAlone = (agentId: AgentId): DutyContact => ({
  agentId,
  reach: 'deskThenPhone',
  phone: null,
  email: null,
  version: 0,
});
