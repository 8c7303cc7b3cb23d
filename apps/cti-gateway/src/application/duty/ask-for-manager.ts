import type { ManagerRequestId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Command } from '@ringside/shared/protocol/up';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import { ownCall } from '../own-call.ts';
import type { Parts } from '../parts.ts';
import { want } from '../record-events.ts';

type AskForManager = Extract<Command, { readonly do: 'manager.ask' }>;
type Refused =
  | 'callIsGone'
  | 'notYourCall'
  | 'notPossibleNow'
  | 'unknownRota'
  | 'unknownQueue'
  | 'unknownCase';

/** DUTY-8: the agent passes their caller on to whoever is on duty, with why and the case, and is free for the next. */
export async function askForManager(
  parts: Parts,
  asker: Asker,
  { callId, rotaId, reason, note, caseId }: AskForManager,
): Promise<Result<{ readonly requestId: ManagerRequestId }, Refused>> {
  const requestId = idMadeBy(parts.secrets, asker, 'managerRequest');
  const asked = parts.floor.calls.get(callId)?.call;
  // the same command once more (WIRE-4): the caller is on the way already
  if (asked !== undefined && asked.state !== 'none' && asked.passedOn?.requestId === requestId)
    return ok({ requestId });
  if (caseId !== null && (await parts.store.case(caseId)) === null) return refuse('unknownCase');
  const own = ownCall(parts, asker.agentId, callId);
  if (!own.ok) return own;
  if (parts.rota.rota(rotaId) === null) return refuse('unknownRota');
  const queue = parts.centre.queues.find((one) => one.rotaId === rotaId);
  if (queue === undefined) return refuse('unknownQueue');
  const { agentId: from } = asker;
  const passedOn = await want(parts, own.value, {
    do: 'passOn',
    queueId: queue.queueId,
    ...{ requestId, from, fromName: agentName(parts.floor, from), rotaId, reason, note, caseId },
  });
  if (!passedOn.ok) return refuse(passedOn.refusal === 'callIsGone' ? 'callIsGone' : 'notPossibleNow');
  return ok({ requestId });
}
