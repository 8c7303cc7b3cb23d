import type { AgentId, PromiseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { ManagerOutcome } from '@ringside/shared/model/rota';
import type { ManagerRequest } from './manager-request.ts';

export type RequestAct = 'take' | 'note';

/** Who may what: on a rota, and in charge of others' (NOTE-2). */
export interface RequestPerson {
  readonly agentId: AgentId;
  readonly onRotas: boolean;
  readonly inCharge: boolean;
}

/** NOTE-1: nobody is on the line: a complaint waits for somebody, or the caller is to be called back. */
export const waitsForSomebody = ({ state, callId }: ManagerRequest): boolean =>
  state === 'promised' || state === 'missed' || (state === 'asked' && callId === null);

/** What may be done to it now, by this person. */
export function actsOnRequest(request: ManagerRequest, person: RequestPerson): readonly RequestAct[] {
  if (request.state === 'closed') return [];
  const acts: RequestAct[] = [];
  if (waitsForSomebody(request) && person.onRotas) acts.push('take');
  const isTheirs = request.takenBy === person.agentId;
  const isToClose = request.state === 'taken' || waitsForSomebody(request);
  if (isToClose && (isTheirs || person.inCharge)) acts.push('note');
  return acts;
}

export const taken = (request: ManagerRequest, agentId: AgentId, now: Instant): ManagerRequest => ({
  ...request,
  state: 'taken',
  takenBy: agentId,
  takenAt: now,
  via: 'desk',
  version: request.version + 1,
});

export interface RequestNote {
  readonly outcome: ManagerOutcome;
  readonly category: string | null;
  readonly note: string;
  readonly promise: { readonly what: string; readonly dueAt: Instant } | null;
}

/** NOTE-3: what came of it; whoever notes one that nobody took has seen to it. */
export function noted(
  request: ManagerRequest,
  { outcome, category, note }: RequestNote,
  by: { readonly agentId: AgentId; readonly promiseId: PromiseId | null; readonly via: 'desk' | 'phone' },
  now: Instant,
): ManagerRequest {
  return {
    ...request,
    state: 'closed',
    takenBy: request.takenBy ?? by.agentId,
    takenAt: request.takenAt ?? now,
    via: request.via ?? by.via,
    outcome,
    category,
    outcomeNote: note,
    promiseId: by.promiseId ?? request.promiseId,
    closedAt: now,
    version: request.version + 1,
  };
}

/** The same note once more, as a desk sends it that got no answer. */
export const isNotedSo = (request: ManagerRequest, { outcome, category, note }: RequestNote): boolean =>
  request.state === 'closed' &&
  request.outcome === outcome &&
  request.category === category &&
  request.outcomeNote === note;
