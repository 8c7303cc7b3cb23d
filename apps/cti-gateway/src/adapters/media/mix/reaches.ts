import { unreachable } from '@ringside/shared/model/unreachable';
import type { BridgeRole } from '../../../ports/media-engine.ts';

/** Whether a listener in this role hears a talker in that one: the table of who hears whom in a call. */
export const reaches = (talker: BridgeRole, listener: BridgeRole): boolean => {
  switch (talker) {
    case 'customer':
    case 'agent':
    case 'barge':
      return true;
    case 'whisper':
      return listener === 'agent';
    case 'listen':
      return false;
    default:
      return unreachable(talker);
  }
};
