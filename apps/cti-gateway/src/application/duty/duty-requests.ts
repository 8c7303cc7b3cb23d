import type { CallId } from '@ringside/shared/model/ids';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

/** Open requests of calls, in mind, so that what befalls a call is written with what it means for its request. */
export interface DutyRequests {
  ofCall(callId: CallId): ManagerRequest | null;
  /** What is being written, or was. */
  take(changes: readonly Change[]): void;
  recover(): Promise<void>;
}

export function openDutyRequests(parts: () => Parts): DutyRequests {
  const requests = new Map<CallId, ManagerRequest>();
  const keep = (request: ManagerRequest): void => {
    const { callId, closedAt, version } = request;
    if (callId === null) return;
    const known = requests.get(callId);
    // what others wrote is heard of once it is written, which may be after something newer was decided here
    if (known?.requestId === request.requestId && known.version > version) return;
    // an earlier request of the same call: what becomes of it says nothing of the one that is open now
    if (known !== undefined && known.requestId !== request.requestId && known.askedAt > request.askedAt)
      return;
    if (closedAt === null) requests.set(callId, request);
    else requests.delete(callId);
  };
  return {
    ofCall: (callId) => requests.get(callId) ?? null,
    take: (changes) => {
      for (const change of changes) if (change.put === 'managerRequest') keep(change.request);
    },
    recover: async () => {
      for (const request of await parts().store.openManagerRequests()) keep(request);
    },
  };
}
