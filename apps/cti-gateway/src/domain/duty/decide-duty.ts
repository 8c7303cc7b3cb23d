import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call } from '../call/call.ts';
import { isOffLine } from '../call/call.ts';
import type { CallDecision } from '../call/decide-call.ts';
import type { DutyCommand } from './duty-command.ts';

/** What happens when this is wanted of a caller who wants a manager. Pure. */
export function decideDuty(call: Call, command: DutyCommand, at: Instant): CallDecision {
  switch (command.do) {
    case 'passOn': {
      const { do: _do, ...facts } = command;
      // DUTY-8: only who has the caller can pass them on; the same command once more changes nothing
      if (call.state !== 'none' && call.passedOn?.requestId === facts.requestId) return ok([]);
      const has = (call.state === 'talking' || call.state === 'held') && call.agentId === facts.from;
      return has ? ok([{ type: 'CallPassedOn', ...facts, at }]) : refuse('notPossibleNow');
    }
    case 'promiseManager': {
      const { do: _do, ...facts } = command;
      const waits = call.state === 'choosingCallback' || (call.state === 'queued' && !isOffLine(call));
      return waits ? ok([{ type: 'ManagerPromised', ...facts, at }]) : refuse('notPossibleNow');
    }
    default:
      return unreachable(command);
  }
}
