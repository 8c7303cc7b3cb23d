import type { RotaId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Call, CallIn } from '../../domain/call/call.ts';
import { isDiallable } from '../diallable.ts';
import type { LiveCall } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { follow } from '../record-events.ts';
import { whoCallsBack } from './who-calls-back.ts';

/** DUTY-10: the round is over. The caller is called back at the number they call from, or at one they key in, or leaves a message. */
export function nobodyTakes(parts: Parts, live: LiveCall, call: CallIn<'queued'>, rotaId: RotaId): void {
  const number = ownNumber(parts, call);
  if (number !== null) return promiseManager(parts, live, rotaId, number);
  const { queueId, told } = call;
  if (parts.settings.dialling.trunkId === null || told?.callbackDeclined === true)
    return leaveMessage(parts, live, call);
  follow(parts, live, { do: 'sendToCallback', queueId });
}

/** Told and written in one stroke: the call back is somebody's before the caller has heard of it. */
export function promiseManager(parts: Parts, live: LiveCall, rotaId: RotaId, number: PhoneNumber): void {
  const { call, callId } = live;
  const calling = whoCallsBack(parts, rotaId, parts.clock.now());
  if (calling === null) return leaveMessage(parts, live, call);
  follow(parts, live, {
    do: 'promiseManager',
    number,
    taskId: asId<'task'>(`manager-${callId}`.slice(0, 64)),
    promiseId: asId<'promise'>(`manager-${callId}`.slice(0, 64)),
    ...calling,
  });
}

function leaveMessage(parts: Parts, live: LiveCall, call: Call): void {
  if (call.state !== 'queued' && call.state !== 'choosingCallback') return;
  const recordingId = parts.ids.next<'recording'>();
  follow(parts, live, { do: 'sendToVoicemail', queueId: call.queueId, recordingId });
}

/** A number that Ringside itself may call; where it calls nobody, one that costs no more than another. */
function ownNumber(parts: Parts, { caller }: CallIn<'queued'>): PhoneNumber | null {
  if (caller.kind !== 'number') return null;
  const { number } = caller;
  const usable =
    parts.settings.dialling.trunkId === null
      ? !parts.numbering.isPremium(number)
      : isDiallable(parts, number);
  return usable ? number : null;
}
