import type { AgentId, StationId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';

const prefix = 'phone:';

/** The station that somebody's own telephone is: nobody registers it, it is dialled through a trunk (SPEC DUTY-4, PHONE). */
export const phoneStation = (agentId: AgentId): StationId => asId<'station'>(`${prefix}${agentId}`);

export const isPhoneStation = (stationId: StationId): boolean => stationId.startsWith(prefix);
