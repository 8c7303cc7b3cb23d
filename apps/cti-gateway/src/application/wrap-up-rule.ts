import type { WrapUpRule } from '../domain/call/call-command.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';

/** How this contact is wrapped up: as its queue says, or as the settings say for calls that agents dial. */
export function wrapUpRule({ centre, settings }: Parts, { call }: LiveCall): WrapUpRule {
  const queueId = call.state === 'none' ? null : call.queueId;
  const queue = centre.queues.find((one) => one.queueId === queueId);
  if (!queue) return { wrapUpFor: settings.timings.outboundWrapUpFor, dispositionNeeded: false };
  return { wrapUpFor: queue.wrapUpFor, dispositionNeeded: queue.dispositionNeeded };
}
