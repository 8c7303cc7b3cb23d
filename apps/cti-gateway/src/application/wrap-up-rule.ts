import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';
import { isOnPhone } from '../domain/call/call.ts';
import type { WrapUpRule } from '../domain/call/call-command.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';

/** How this contact is wrapped up: as its queue says, or as the settings say for calls that agents dial. */
export function wrapUpRule({ centre, settings }: Parts, { call }: LiveCall): WrapUpRule {
  // DUTY-5: nobody closes a contact with the keys of a telephone; what came of it is noted by page or link
  if (isOnPhone(call)) return { mode: 'none', wrapUpFor: 0, dispositionNeeded: false };
  const queueId = call.state === 'none' || !('queueId' in call) ? null : call.queueId;
  const queue = centre.queues.find((one) => one.queueId === queueId);
  if (!queue) {
    const mode = settings.dialling.wrapUpMode;
    return {
      mode,
      wrapUpFor: settings.timings.outboundWrapUpFor,
      dispositionNeeded: isNeeded(mode, false),
    };
  }
  const { wrapUpMode: mode, wrapUpFor } = queue;
  return { mode, wrapUpFor, dispositionNeeded: isNeeded(mode, queue.dispositionNeeded) };
}

/** WRAP-5: two modes say themselves whether it must be noted how the contact ended; the others leave it to the queue. */
function isNeeded(mode: WrapUpMode, wanted: boolean): boolean {
  switch (mode) {
    case 'mandatory':
    case 'mandatoryTimed':
      return true;
    case 'optional':
      return false;
    case 'none':
    case 'timedOptional':
      return wanted;
  }
}
