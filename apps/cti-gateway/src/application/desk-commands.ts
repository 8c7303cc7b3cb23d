import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command } from '@ringside/shared/protocol/up';
import { acceptOffer } from './accept-offer.ts';
import { keepSetting } from './board/keep-setting.ts';
import { watchBoard } from './board/watch-board.ts';
import { carryOutCompensation } from './compensation/desk-compensation.ts';
import { carryOutOnCase, isCaseWork } from './case/desk-case.ts';
import { endCall, holdCall, repairAudio, retrieveCall, sendDigits } from './control-call.ts';
import { placeDemoCall } from './demo-call.ts';
import { carryOutClock } from './clocks/desk-clocks.ts';
import type { Visit } from './desk-connection.ts';
import { carryOutOnFloor } from './desk-floor-commands.ts';
import { problem } from './desk-problem.ts';
import { dialCustomer } from './dial-customer.ts';
import { identifyCaller } from './identify-caller.ts';
import { keepDraft } from './keep-draft.ts';
import { changeCustomer, createCustomer } from './keep-customer.ts';
import { keepPromise } from './keep-promise.ts';
import { carryOutIntake } from './intake/desk-intake.ts';
import { openCase } from './intake/open-case.ts';
import { carryOutForManager } from './manager/desk-manager.ts';
import { isCommandOf } from './of-family.ts';
import { carryOutWork } from './work-list/desk-work.ts';
import { orderCallback } from './order-callback.ts';
import { carryOutLetter } from './letters/desk-letter-commands.ts';
import type { Parts } from './parts.ts';
import { carryOutRota, isRotaCommand } from './rota/desk-rota.ts';
import { carryOutPrevention } from './prevention/desk-prevention.ts';
import { fellAsleep, wokeUp } from './resume-after-sleep.ts';
import { declineOffer } from './return-offer.ts';
import { chooseNext, goNotReady, goReady } from './set-presence.ts';
import { signOut } from './sign-out.ts';
import { leaveSupervision } from './supervise.ts';
import { carryOutTask } from './tasks/desk-tasks.ts';
import { reachChanged } from './watch-reach.ts';
import { disposeContact, extendWrapUp, finishWrapUp } from './wrap-up.ts';

/** The table from what desks ask to the use case that does it. */
export async function carryOut(
  parts: Parts,
  visit: Visit,
  commandId: string,
  command: Command,
): Promise<Result<unknown, Problem>> {
  const { agentId } = visit.agent.agent;
  const asker = { agentId, commandId };
  if (isCommandOf('compensation', command)) return carryOutCompensation(parts, visit, commandId, command);
  if (isCommandOf('clock', command)) return carryOutClock(parts, agentId, command);
  if (isCommandOf('task', command)) return carryOutTask(parts, asker, command);
  if (isCaseWork(command)) return carryOutOnCase(parts, asker, command);
  if (isCommandOf('intake', command)) return carryOutIntake(parts, asker, command);
  if (isCommandOf('letter', command)) return carryOutLetter(parts, visit, commandId, command);
  if (isCommandOf('work', command)) return carryOutWork(parts, asker, command);
  if (isCommandOf('check', command) || isCommandOf('prevention', command))
    return carryOutPrevention(parts, asker, command);
  if (isRotaCommand(command)) return carryOutRota(parts, asker, command);
  if (isCommandOf('manager', command)) return carryOutForManager(parts, asker, command);
  switch (command.do) {
    case 'presence.ready':
      leaveSupervision(parts, agentId);
      return reply(await goReady(parts, agentId, () => reachChanged(parts, agentId)));
    case 'presence.notReady':
      return reply(await goNotReady(parts, agentId, command.reason));
    case 'presence.next':
      return reply(await chooseNext(parts, agentId, command.reason));
    case 'presence.asleep':
      return reply(await fellAsleep(parts, agentId));
    case 'presence.awake':
      return reply(await wokeUp(parts, agentId));
    case 'presence.signOut':
      leaveSupervision(parts, agentId);
      return reply(await signOut(parts, visit));
    case 'offer.accept':
      return reply(await acceptOffer(parts, { agentId, callId: command.callId, offerId: command.offerId }));
    case 'offer.decline':
      return reply(await declineOffer(parts, { agentId, callId: command.callId, offerId: command.offerId }));
    case 'call.hold':
      return reply(await holdCall(parts, { agentId, callId: command.callId }));
    case 'call.retrieve':
      return reply(await retrieveCall(parts, { agentId, callId: command.callId }));
    case 'call.digits':
      return reply(await sendDigits(parts, { agentId, callId: command.callId }, command.digits));
    case 'call.end':
      return reply(await endCall(parts, { agentId, callId: command.callId }));
    case 'call.repairAudio':
      return reply(await repairAudio(parts, { agentId, callId: command.callId }));
    case 'call.dial':
      leaveSupervision(parts, agentId);
      return reply(await dialCustomer(parts, { agentId, ...command }));
    case 'callback.plan':
      return reply(await orderCallback(parts, agentId, command));
    case 'call.identify':
      return reply(await identifyCaller(parts, { agentId, ...command }));
    case 'wrapUp.dispose':
      return reply(await disposeContact(parts, { agentId, callId: command.callId }, command.disposition));
    case 'wrapUp.extend':
      return reply(await extendWrapUp(parts, { agentId, callId: command.callId }));
    case 'wrapUp.done':
      return reply(await finishWrapUp(parts, { agentId, callId: command.callId }));
    case 'customer.create':
      return reply(await createCustomer(parts, asker, command.customer, command.callId));
    case 'customer.change': {
      const { customerId, version, customer: entry } = command;
      return reply(await changeCustomer(parts, asker, { customerId, version, entry }));
    }
    case 'case.open':
      return reply(await openCase(parts, { asker, agentId }, command.case));
    case 'promise.kept':
      return reply(await keepPromise(parts, agentId, command.promiseId));
    case 'draft.keep':
      await keepDraft(parts, agentId, command.about, command.text);
      return ok(null);
    case 'board.watch':
      watchBoard(parts, visit);
      return ok(null);
    case 'board.unwatch':
      parts.controlRoom.unwatch(visit.screen);
      return ok(null);
    case 'setting.keep':
      await keepSetting(parts, agentId, command.about, command.text);
      return ok(null);
    case 'supervision.start':
    case 'supervision.mode':
    case 'supervision.end':
    case 'supervision.takeOver':
    case 'floor.moveCall':
    case 'floor.prioritise':
    case 'floor.sendTo':
    case 'floor.setPresence':
    case 'floor.signOutAgent':
    case 'message.send':
    case 'message.read':
    case 'hand.raise':
    case 'hand.lower':
    case 'hand.take':
      return carryOutOnFloor(parts, visit, commandId, command);
    case 'demo.call':
      return reply(await placeDemoCall(parts, command.from, command.hotlineId));
    default:
      return unreachable(command);
  }
}

type Refused = ProblemWord | 'promiseInThePast' | 'windowIsOver';

function reply(result: Result<unknown, Refused>): Result<unknown, Problem> {
  if (result.ok) return ok(result.value ?? null);
  switch (result.refusal) {
    case 'promiseInThePast':
      return refuse(problem('badMessage', 'promise.dueAt'));
    case 'windowIsOver':
      return refuse(problem('badMessage', 'until'));
    default:
      return refuse(problem(result.refusal));
  }
}
